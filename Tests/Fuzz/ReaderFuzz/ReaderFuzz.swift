import Archives
import Articles
import Foundation
import Synchronization

/// Reads mutations of small files and sees that nothing crashes, hangs or is lost.
///
///     reader-fuzz SEEDS CASE SECONDS SEED
@main
struct ReaderFuzz {
  /// Time for one input, after which the reader is taken to hang.
  private static let patience = Duration.seconds(20)

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let seconds = Int(arguments[3]), let seed = UInt64(arguments[4])
    else {
      print("usage: reader-fuzz SEEDS CASE SECONDS SEED")
      exit(64)
    }
    let seeds = try Seed.all(in: arguments[1])
    let folder = arguments[2]
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let watch = Watchdog(patience)
    var mutator = Mutator(state: seed)
    let end = ContinuousClock.now + .seconds(seconds)
    var (inputs, articles, rejections) = (0, 0, 0)
    while ContinuousClock.now < end {
      let seed = seeds[mutator.number(below: seeds.count)]
      let (bytes, spared) = seed.mutated(&mutator)
      let path = folder + "/" + seed.name
      try Data(bytes).write(to: URL(filePath: path))
      watch.start()
      let outcome = try Outcome(reading: path)
      watch.stop()
      if let fault = outcome.fault(spared: spared) {
        print("\(path): \(fault)")
        exit(1)
      }
      try FileManager.default.removeItem(atPath: path)
      inputs += 1
      articles += outcome.ids.count
      rejections += outcome.rejections
    }
    print(
      "\(inputs) inputs, \(articles) articles, \(rejections) rejections: no crash, hang or loss")
  }
}

/// A small file of a known format.
struct Seed {
  var name: String
  var bytes: [UInt8]
  /// The ids of its lines, where it is JSON Lines and damage to one must not touch the others.
  var ids: [String]

  static func all(in folder: String) throws -> [Seed] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
      let path = folder + "/" + name
      let ids = name.hasSuffix(".jsonl") ? try Outcome(reading: path).ids : []
      return Seed(name: name, bytes: [UInt8](try Data(contentsOf: URL(filePath: path))), ids: ids)
    }
  }

  /// Changed bytes, and the ids that must still be there.
  func mutated(_ mutator: inout Mutator) -> (bytes: [UInt8], spared: [String]) {
    guard ids.count > 1, mutator.number(below: 2) == 0 else {
      return (mutator.mutate(bytes), [])
    }
    var lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false).map(Array.init)
    let line = mutator.number(below: ids.count)
    lines[line] = mutator.mutate(lines[line]).map { $0 == 0x0a ? 0x20 : $0 }
    // A first line of another format makes the file one of that format.
    guard line > 0 else { return (Array(lines.joined(separator: [0x0a])), []) }
    var spared = ids
    spared.remove(at: line)
    return (Array(lines.joined(separator: [0x0a])), spared)
  }
}

/// What came out of one input.
struct Outcome {
  var ids: [String] = []
  var rejections = 0
  private var faults: [String] = []

  init(reading path: String) throws {
    var limits = ReadingLimits()
    limits.record = 1 << 20
    limits.ratioFloor = 4 << 20
    let reader = try ArticleReader(inputs: [path], limits: limits)
    var parser = try RecordParser(encoding: "windows-1256")
    while let batch = reader.nextBatch() {
      for record in 0..<batch.count {
        switch parser.parse(batch, record) {
        case .success(let article):
          ids.append(article.id)
          for text in [article.title, article.content]
          where String(validating: text, as: UTF8.self) == nil {
            faults.append("the article \(article.id) is not UTF-8")
          }
        case .failure(let rejection):
          rejections += 1
          if rejection.raw.count > Rejection.keptBytes {
            faults.append("a rejection keeps too much")
          }
          if rejection.message.isEmpty, rejection.place.member != nil {
            faults.append("a rejection says nothing")
          }
        }
      }
    }
  }

  /// What is wrong, if anything.
  func fault(spared: [String]) -> String? {
    if let fault = faults.first { return fault }
    var left = ids[...]
    for id in spared {
      guard let place = left.firstIndex(of: id) else { return "the record \(id) is lost" }
      left = left[(place + 1)...]
    }
    return nil
  }
}

/// Changes bytes in the ways in which files are damaged, and in some that are meant to harm.
struct Mutator {
  /// SplitMix64.
  var state: UInt64

  mutating func number(below bound: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return Int((mixed ^ mixed >> 31) % UInt64(max(1, bound)))
  }

  private static let words = [
    "{", "}", "[", "]", "\"", "\\", "\\ud800", "\n", "\r\n\r\n", "<", ">", "</p>", "<div>",
    "<table>",
    "<script>", "<!--", "charset=utf-16", "WARC/1.0\r\n", "Content-Length: 99999999\r\n", "0\r\n",
    "ffffffff\r\n", "\u{0}", "\u{FEFF}", "-1", "1e999", "null",
  ].map { Array($0.utf8) }

  mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...number(below: 6) where !bytes.isEmpty {
      let at = number(below: bytes.count)
      let length = min(bytes.count - at, 1 + number(below: [4, 64, 4096][number(below: 3)]))
      switch number(below: 8) {
      case 0: bytes[at] ^= 1 << UInt8(number(below: 8))
      case 1: bytes[at] = UInt8(number(below: 256))
      case 2: bytes[at] = [0, 0x7f, 0x80, 0xff][number(below: 4)]
      case 3: bytes.removeSubrange(at..<at + length)
      case 4: bytes.insert(contentsOf: bytes[at..<at + length], at: number(below: bytes.count))
      case 5: bytes.insert(contentsOf: Self.words[number(below: Self.words.count)], at: at)
      case 6: bytes.removeSubrange(at...)
      default:
        let word = Self.words[number(below: Self.words.count)]
        for _ in 0..<number(below: 2000) { bytes.insert(contentsOf: word, at: at) }
      }
    }
    return bytes
  }
}

/// Ends the process when one input takes too long.
final class Watchdog: Sendable {
  private let started = Mutex<ContinuousClock.Instant?>(nil)

  init(_ patience: Duration) {
    Thread.detachNewThread { [self] in
      while true {
        Thread.sleep(forTimeInterval: 0.5)
        if let start = started.withLock({ $0 }), ContinuousClock.now - start > patience {
          print("the reader hangs")
          exit(2)
        }
      }
    }
  }

  func start() { started.withLock { $0 = ContinuousClock.now } }
  func stop() { started.withLock { $0 = nil } }
}
