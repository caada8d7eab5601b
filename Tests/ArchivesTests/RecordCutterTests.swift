import Testing

@testable import Archives

struct RecordCutterTests {
  /// A piece that was cut: its bytes, its place, and whether the input ended within it.
  struct Piece: Equatable {
    var bytes: [UInt8]
    var offset: Int
    var line: Int
    var isTail = false
  }

  /// Cuts `bytes`, given in pieces whose lengths `size` chooses.
  private func cut(
    _ bytes: [UInt8], hint: NameHint = .none, size: () -> Int = { .max }
  ) -> [Piece] {
    var cutter = RecordCutter(hint: hint)
    var pieces: [Piece] = []
    var start = 0
    var end = min(bytes.count, size())
    while true {
      let given = Array(bytes[start..<end])
      let step = unsafe given.withUnsafeBufferPointer {
        unsafe cutter.next($0, isLast: end == bytes.count)
      }
      switch step {
      case .record(let range, let next, _, let line):
        pieces.append(Piece(bytes: Array(given[range]), offset: start, line: line))
        start += next
      case .tail(let range, let line):
        pieces.append(
          Piece(bytes: Array(given[range]), offset: start, line: line, isTail: true))
        start += range.upperBound
      case .skip(let count), .discard(let count):
        start += count
      case .more:
        #expect(end < bytes.count)
        end = min(bytes.count, end + max(1, min(size(), bytes.count)))
      case .end:
        #expect(start == bytes.count)
        return pieces
      }
    }
  }

  @Test func `gives the places of records`() {
    let text = "\u{feff}[\n {\"a\":\n 1},\n\n  7 ,{}]\n"
    let pieces = cut(Array(text.utf8))
    #expect(
      pieces.map { String(decoding: $0.bytes, as: UTF8.self) } == ["{\"a\":\n 1}", "7 ", "{}"])
    #expect(pieces.map(\.offset) == [6, 20, 23])
    #expect(pieces.map(\.line) == [2, 5, 5])
  }

  @Test func `long strings with brackets, quotes and backslashes stay whole`() {
    var numbers = SeededNumbers(state: 7)
    for _ in 0..<300 {
      let objects = (0..<4).map { _ in
        let parts = [#"\\"#, #"\""#, "]", "}", "{", "[", ",", "ع", "abc", "\\n", " "]
        let content = (0..<Int.random(in: 0...120, using: &numbers)).map { _ in
          parts.randomElement(using: &numbers) ?? ""
        }
        return "{\"content\":\"\(content.joined())\",\"more\":[{\"x\":[1,2]}]}"
      }
      let pieces = cut(Array("[\(objects.joined(separator: " , "))]".utf8))
      #expect(pieces.map { String(decoding: $0.bytes, as: UTF8.self) } == objects)
    }
  }

  @Test func `gives the same records however the stream falls into pieces`() {
    var numbers = SeededNumbers(state: 1)
    let cases = InputFormatTests.texts + InputFormatTests.broken
    for input in cases where input.bytes.count < 20_000 {
      for round in 0..<40 {
        let bytes = round < 20 ? input.bytes : mutated(input.bytes, using: &numbers)
        let whole = cut(bytes, hint: NameHint(name: input.name))
        let limit = [1, 3, 17, 64, 65, 200][round % 6]
        let pieces = cut(bytes, hint: NameHint(name: input.name)) {
          Int.random(in: 1...limit, using: &numbers)
        }
        #expect(pieces == whole, "\(input.testDescription), pieces up to \(limit)")
      }
    }
  }

  @Test func `damaged input neither crashes the reader nor loses count`() throws {
    var numbers = SeededNumbers(state: 2)
    let cases = InputFormatTests.texts + InputFormatTests.broken + InputFormatTests.packed
    let scratch = Scratch()
    for input in cases where input.bytes.count < 20_000 && !input.bytes.isEmpty {
      for _ in 0..<12 {
        let bytes = mutated(input.bytes, using: &numbers)
        let reading = try Reading([scratch.write(bytes, "x")])
        #expect(reading.places.count == reading.articles.count + reading.rejections.count)
      }
    }
  }

  private func mutated(_ bytes: [UInt8], using numbers: inout SeededNumbers) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &numbers) where !bytes.isEmpty {
      let place = bytes.indices.randomElement(using: &numbers) ?? 0
      let special = Array("{}[]\",\\\n\r \0".utf8) + [0xff, 0xef]
      switch Int.random(in: 0..<5, using: &numbers) {
      case 0: bytes[place] = special.randomElement(using: &numbers) ?? 0
      case 1: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
      case 2: bytes.insert(special.randomElement(using: &numbers) ?? 0, at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + 9))
      default: bytes.removeSubrange(place...)
      }
    }
    return bytes
  }
}
