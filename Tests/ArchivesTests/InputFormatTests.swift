import Testing

@testable import Archives

/// A file of known content: how many articles it holds and what is wrong with the rest.
struct InputCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var name: String
  var bytes: [UInt8]
  var articles: Int
  var reasons: [String]

  init(_ id: String, _ name: String, _ bytes: [UInt8], _ articles: Int, _ reasons: String...) {
    testDescription = id
    self.name = name
    self.bytes = bytes
    self.articles = articles
    self.reasons = reasons
  }

  init(_ id: String, _ name: String, _ text: String, _ articles: Int, _ reasons: String...) {
    self.init(id, name, Array(text.utf8), articles)
    self.reasons = reasons
  }
}

private let lines = Sample.lines
private let deep = String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000)
private let cutArray = String(Sample.array(10).dropLast(40))

struct InputFormatTests {
  static let texts: [InputCase] = [
    InputCase("array", "a.json", Sample.array(10), 10),
    InputCase("array by any name", "a.dat", Sample.array(10), 10),
    InputCase("array on one line", "a.json", Sample.array(10).replacing("\n", with: ""), 10),
    InputCase("lines", "a.jsonl", lines(10, 0), 10),
    InputCase("lines by any name", "a.txt", lines(10, 0), 10),
    InputCase("lines with CR", "a.jsonl", lines(10, 0).replacing("\n", with: "\r\n"), 10),
    InputCase("no last line feed", "a.jsonl", String(lines(10, 0).dropLast()), 10),
    InputCase("blank lines", "a.jsonl", lines(10, 0).replacing("\n", with: "\n\n \n"), 10),
    InputCase("byte-order mark", "a.jsonl", "\u{feff}" + lines(10, 0), 10),
    InputCase("one object", "a.json", Sample.pretty(0), 1),
    InputCase(
      "objects in an object", "a.json",
      "{\"x\":\n{\"y\":[1,\n{}]},\n\"content\":\"\"}\n{\"content\":\"\"}", 2),
    InputCase(
      "objects in lists", "a.json", "{\"x\":[\n{\"y\":1},\n{\"y\":2}\n],\n\"content\":\"\"}\n", 1),
    InputCase(
      "a list that goes on", "a.json", "{\"x\":[{\"y\":1},\n{\"y\":2}],\n\"content\":\"\"}\n", 1),
    InputCase("objects one after the other", "a.json", (0..<3).map(Sample.pretty).joined(), 3),
    InputCase("arrays one after the other", "a.json", Sample.array(2) + Sample.array(3), 5),
    InputCase("lines behind an array", "a.json", Sample.array(2) + lines(3, 0), 5),
    InputCase("plain text", "a.txt", "عنوان\n" + Sample.text, 1),
    InputCase("plain text in brackets", "a", "[صورة] عنوان\n" + Sample.text, 1),
    InputCase("empty", "a.json", "", 0),
    InputCase("white space", "a.json", " \n\n ", 0),
    InputCase("empty array", "a.json", "[]", 0),
    InputCase("empty content", "a.jsonl", #"{"id":"e","content":""}"#, 1),
    InputCase("control characters", "a.jsonl", #"{"content":"\u0000\u0001 \u202e\ufeff"}"#, 1),
    InputCase("escapes", "a.json", #"[{"content":"\"]},{\\"},{"content":"\\"}]"#, 2),
    InputCase("duplicate ids", "a.jsonl", lines(5, 0) + lines(5, 0), 10),
    InputCase("web page without text", "a.html", "<!DOCTYPE html><html></html>", 1),
  ]

  static let broken: [InputCase] = [
    InputCase(
      "broken lines", "a.jsonl",
      lines(5, 0) + "{\"id\":\"x\",\"content\":\"cut\nnot json\n" + lines(5, 5) + "[1,2]\n", 10,
      "not-json", "not-json", "not-an-object"),
    InputCase(
      "broken first line", "a.json", "{\"id\":\"x\",\"content\":\"cut\n" + lines(5, 0), 5,
      "not-json"),
    InputCase(
      "first line cut at a comma", "a.json", "{\"id\":\"x\",\n" + lines(5, 0), 5, "not-json"),
    InputCase(
      "first line without its brace", "a.jsonl",
      "{\"id\":\"x\",\"content\":\"cut\"\n" + lines(5, 0), 5,
      "not-json"),
    InputCase(
      "first line with a brace too many", "a.json", "{" + lines(6, 0), 5, "not-json"),
    InputCase(
      "first line without the end of a list", "a.json",
      "{\"id\":\"x\",\"tags\":[\"y\"\n\n" + lines(5, 0), 5, "not-json"),
    InputCase(
      "first line cut behind a number", "a", "{\"id\":1\r\n" + lines(5, 0), 5, "not-json"),
    InputCase(
      "JSON without its beginning", "a.json", "nt\":\"x\"\n},\n  {\"id\":1}]", 0, "not-json"),
    InputCase("text by the name of JSON", "a.json.gz", "[عنوان]\nخبر", 0, "not-json"),
    InputCase("rubbish before lines", "a.json", "ود\"}\n" + lines(5, 0), 5, "not-json"),
    InputCase("array cut short", "a.json", cutArray, 9, "truncated"),
    InputCase(
      "array without its end", "a.json", String(Sample.array(3).dropLast(2)), 3, "truncated"),
    InputCase(
      "wrong types", "a.json",
      "[\(Sample.object(0)), 5, null, \"x, ]\", {\"content\":7}, \(Sample.object(1))]", 2,
      "not-an-object", "not-an-object", "not-an-object", "wrong-type"),
    InputCase(
      "a quote too many in an array", "a.json",
      "[\n{\"content\":\"قال \" ذلك\"},\n\(Sample.object(0)),\n\(Sample.object(1))\n]", 2,
      "not-json"),
    InputCase(
      "a bracket too many", "a.json", "[{\"content\":\"\"}},{\"content\":\"\"}]", 2, "not-json"),
    InputCase(
      "no content", "a.jsonl", lines(3, 0) + "{\"id\":\"x\"}\n{\"content\":null}\n", 3,
      "missing-content", "missing-content"),
    InputCase(
      "lone surrogates", "a.jsonl",
      #"{"content":"\ud800 x"}"# + "\n" + #"{"content":"x\udc00"}"# + "\n"
        + #"{"content":"\ud83d\ude00"}"#,
      1, "lone-surrogate", "lone-surrogate"),
    InputCase(
      "deep nesting", "a.jsonl", lines(3, 0) + "{\"content\":\(deep)}\n" + lines(3, 3), 6,
      "too-deep"),
    InputCase(
      "bad UTF-8", "a.jsonl",
      Array(#"{"content":""#.utf8) + [0xd9, 0xff, 0xfe] + Array("\"}\n".utf8)
        + Array(lines(3, 0).utf8), 3, "bad-utf8"),
    InputCase(
      "rubbish", "a.bin", (0..<400).flatMap { _ in (0...255).map { UInt8($0) } }, 0, "bad-utf8"),
    InputCase("zero bytes", "a.bin", [UInt8](repeating: 0, count: 5000), 0, "binary"),
  ]

  static let packed: [InputCase] = [
    InputCase(
      "zip", "a.zip",
      Sample.zip([("a.json", Array(Sample.array(10).utf8)), ("b.jsonl", Array(lines(5, 0).utf8))]),
      15),
    InputCase("deflated zip", "a.zip", CompressedFixture.deflatedZip, 6),
    InputCase(
      "zip with noise", "a.zip",
      Sample.zip([
        ("a.json", Array(Sample.array(10).utf8)), ("__MACOSX/._a.json", [0, 1, 2]),
        (".DS_Store", [0]),
        ("أخبار/ب.jsonl", Array(lines(1, 0).utf8)),
      ]), 11),
    InputCase(
      "names that climb", "a.zip",
      Sample.zip([
        ("../../../tmp/evil.json", Array(Sample.array(10).utf8)),
        ("/etc/x.json", Array(Sample.array(5).utf8)),
      ]), 15),
    InputCase(
      "zip in zip", "a.zip",
      Sample.zip([
        ("inner.zip", Sample.zip([("a.json", Array(Sample.array(10).utf8))])),
        ("b.json", Array(Sample.array(5).utf8)),
      ]), 15),
    InputCase(
      "zip in zip in zip", "a.zip",
      Sample.zip([
        ("i.zip", Sample.zip([("j.zip", Sample.zip([("a.json", Array(Sample.array(1).utf8))]))]))
      ]), 0, "nested-too-deep"),
    InputCase("empty zip", "a.zip", Sample.zip([]), 0),
    InputCase("gzip", "a.jsonl.gz", Sample.gzip(Array(lines(10, 0).utf8)), 10),
    InputCase(
      "gzip of two members", "a.gz",
      Sample.gzip(Array(lines(10, 0).utf8)) + Sample.gzip(Array(lines(5, 0).utf8)), 15),
    InputCase("gzip with padding", "a.gz", Sample.gzip(Array(lines(10, 0).utf8)) + [0, 0, 0], 10),
    InputCase("tar", "a.tar", Sample.tar([("d/a.json", Array(Sample.array(10).utf8))]), 10),
    InputCase(
      "tar.gz", "a.tgz",
      Sample.gzip(
        Sample.tar([
          ("d/a.json", Array(Sample.array(10).utf8)), ("d/b.txt", Array("عنوان\nنص".utf8)),
        ])), 11),
    InputCase(
      "tar.gz in zip", "a.zip",
      Sample.zip([("a.tar.gz", Sample.gzip(Sample.tar([("a.json", Array(Sample.array(2).utf8))])))]
      ), 2),
    InputCase("bzip2", "a.bz2", CompressedFixture.bzip2, 3),
    InputCase("xz", "a.xz", CompressedFixture.xz, 3),
    InputCase("zstd", "a.zst", CompressedFixture.zstd, 3),
    InputCase("UTF-16 text", "a.txt", Sample.utf16("عنوان\n" + Sample.text), 1),
    InputCase("UTF-16 lines", "a.jsonl", Sample.utf16(lines(4, 0)), 4),
    InputCase(
      "UTF-16 lines without a mark", "a.jsonl", Array(Sample.utf16(lines(4, 0)).dropFirst(2)), 4),
    InputCase(
      "UTF-16 page without a mark, high bytes first", "a.html",
      [0] + Sample.utf16("<html><body><p>خبر</p></body></html>").dropFirst(2).dropLast(), 1),
  ]

  @Test(arguments: texts + broken + packed)
  func `reads what is there and accounts for the rest`(_ input: InputCase) throws {
    let reading = try Reading(bytes: input.bytes, name: input.name)
    #expect(reading.articles.count == input.articles)
    #expect(reading.reasons == input.reasons)
  }

  @Test func `a record that takes the rest of its input with it says how much that is`() throws {
    let rest = String(repeating: "\"x\": 1,\n", count: 4)
    let series = try Reading(bytes: Array("{\n\(rest)\(Sample.lines(5))".utf8), name: "a.jsonl")
    #expect(
      series.rejections.map(\.summary).last?.hasSuffix(
        "a.jsonl:1: the input ends in the middle of the record, 9 lines below its start: all of them are lost with it; "
          + "where each line is a record of its own, read them with --lines") == true)
    let array = try Reading(bytes: Array("[{\n\(rest)".utf8), name: "a.json")
    #expect(
      array.rejections.map(\.message) == [
        "the input ends in the middle of the record, 4 lines below its start: all of them are lost with it"
      ])
    let one = try Reading(bytes: Array("[{\"x\": 1".utf8), name: "a.json")
    #expect(one.rejections.map(\.message) == ["the input ends in the middle of the record"])
  }

  @Test(arguments: [("cut", true), ("with a wrong checksum", false)])
  func `reads a damaged gzip file up to the damage`(_ damage: (String, Bool)) throws {
    var bytes = Sample.gzip(Array(Sample.lines(4000).utf8))
    if damage.1 { bytes.removeLast(40) } else { bytes[bytes.count - 8] ^= 1 }
    let reading = try Reading(bytes: bytes, name: "a.gz")
    #expect(reading.articles.count >= 3999)
    #expect(reading.reasons == [damage.1 ? "truncated" : "unreadable"])
  }

  @Test func `a member with a wrong checksum does not harm the next one`() throws {
    var bytes = Sample.zip([
      ("a.jsonl", Array(Sample.lines(3).utf8)), ("b.jsonl", Array(Sample.lines(3).utf8)),
    ])
    // A letter of the first member, so that it can be read but is not what was stored.
    bytes[60] ^= 1
    let reading = try Reading(bytes: bytes, name: "a.zip")
    #expect(reading.articles.count >= 5)
    #expect(reading.rejections.last?.place.member == "a.jsonl")
    #expect(reading.reasons.contains("unreadable"))
  }

  @Test func `a zip without its directory is read up to the cut`() throws {
    let whole = Sample.zip([("a.jsonl", Array(Sample.lines(4000).utf8))])
    let reading = try Reading(bytes: Array(whole.dropLast(9000)), name: "a.zip")
    #expect(reading.articles.count > 3000)
    #expect(reading.reasons == ["truncated"])
  }

  @Test func `what is out of the ordinary in a zip's directory is left to libarchive`() throws {
    let whole = Sample.zip([("a.jsonl", Array(Sample.lines(3).utf8))])
    // Bytes before the first member, as in a program that unpacks itself.
    var moved = whole
    moved.insert(contentsOf: whole.prefix(4), at: 0)
    let scratch = Scratch()
    for (name, bytes) in [("whole", whole), ("moved", moved), ("behind", whole + [0])] {
      let source = try DescriptorSource.open(InputPath(scratch.write(bytes, name)))
      let file = try #require(source as? FileSource)
      #expect(try (ZipFile(file) != nil) == (name == "whole"))
      #expect(name == "whole" || file.position == 0)
    }
  }

  @Test func `a zip in which one member is damaged gives the others`() throws {
    var bytes = CompressedFixture.deflatedZip
    // Within the first member's deflated data.
    for place in 60..<90 { bytes[place] = 0xff }
    let reading = try Reading(bytes: bytes, name: "a.zip")
    #expect(reading.ids == ["r0", "r1", "r2"])
    #expect(reading.reasons == ["unreadable"])
    #expect(reading.rejections.first?.place.member == "bomb.jsonl")
  }
}
