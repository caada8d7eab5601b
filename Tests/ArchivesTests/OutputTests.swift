import Articles
import Glibc
import Testing

@testable import Archives

private let span = TextSpan(field: .content, start: 3, end: 7, text: "هدّد")
private let finding = Finding(
  article: .init(id: "7", date: "2024-05-01", source: nil, title: "عنوان \"أ\"", url: nil),
  pack: "military-threats", version: "1.0.0", rule: "explicit", label: "تهديد, صريح",
  severity: .high,
  score: 0.9, codes: [("cameo", "138"), ("plover", "THREATEN")],
  attribution: .init(polarity: "asserted", modality: "fact", source: nil), span: span,
  sentence: TextSpan(field: .content, start: 0, end: 9, text: "سطر\nثان", isCut: true),
  fields: [
    .init(name: "actor", span: span, text: "هدّد", code: "TUR"),
    .init(name: "time", span: nil, text: "غدا", value: "2024-05-02"),
  ], evidence: [.init(name: "cue", span: span)])

struct OutputTests {
  @Test func `a finding has the shape of the contract`() {
    var bytes: [UInt8] = []
    FindingFormat.jsonLines.encode(finding, into: &bytes)
    let words = #""field":"content","start":3,"end":7,"text":"هدّد""#
    let expected =
      #"{"schema":"hilal.finding/1","article":{"id":"7","date":"2024-05-01","source":null,"#
      + #""title":"عنوان \"أ\"","url":null},"pack":"military-threats","version":"1.0.0","#
      + #""rule":"explicit","label":"تهديد, صريح","severity":"high","score":0.9,"#
      + #""codes":{"cameo":"138","plover":"THREATEN"},"#
      + #""attribution":{"polarity":"asserted","modality":"fact","source":null},"#
      + #""span":{\#(words)},"#
      + #""sentence":{"field":"content","start":0,"end":9,"text":"سطر\nثان","cut":true},"#
      + #""fields":{"actor":{"field":"content","text":"هدّد","start":3,"end":7,"code":"TUR"},"#
      + #""time":{"field":null,"text":"غدا","start":null,"end":null,"code":null,"#
      + #""value":"2024-05-02"}},"#
      + #""evidence":[{"name":"cue",\#(words)}]}"# + "\n"
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test func `a row quotes what needs quotes and has a column for each declared field`() {
    let format = FindingFormat.csv(fields: ["actor", "target", "time"])
    var bytes = format.header
    format.encode(finding, into: &bytes)
    let expected =
      "article_id,date,source,title,url,pack,version,rule,label,severity,score,codes,polarity,"
      + "modality,attribution_source,span_field,span_start,span_end,span_text,sentence,"
      + "actor,target,time\r\n7,2024-05-01,,\"عنوان \"\"أ\"\"\",,military-threats,1.0.0,explicit,"
      + "\"تهديد, صريح\",high,0.9,cameo=138;plover=THREATEN,asserted,fact,,content,3,7,هدّد,"
      + "\"سطر\nثان\",هدّد,,غدا\r\n"
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test func `no field has the column of another, or one that every finding has`() {
    let names = ["actor", "source", "field_source", "date", "field_field_source"]
    let header = String(decoding: FindingFormat.csv(fields: names).header, as: UTF8.self)
    let columns = header.dropLast().split(separator: ",")
    #expect(Set(columns).count == columns.count)
    #expect(
      header.hasSuffix(
        ",actor,field_source,field_field_source,field_date,field_field_field_source\r\n"))
  }

  @Test func `text is escaped no more than JSON asks`() {
    var json = JSONWriter()
    json.string("\"\\/\u{8}\t\n\u{c}\r\u{0}\u{1f}\u{7f}\u{2028}ع😀")
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == "\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0000\\u001f\u{7f}\u{2028}ع😀\"")
  }

  @Test(arguments: [
    (0.9, "0.9"), (1, "1"), (0, "0"), (-2, "-2"), (0.1 + 0.2, "0.30000000000000004"),
    (1e300, "1e+300"),
    (.nan, "null"), (.infinity, "null"), (25000, "25000"),
  ])
  func `numbers are the shortest that read back`(_ number: (Double, String)) {
    var json = JSONWriter()
    json.double(number.0)
    #expect(String(decoding: json.bytes, as: UTF8.self) == number.1)
  }

  @Test func `commas stand where they belong`() {
    var json = JSONWriter()
    json.beginArray()
    json.beginObject()
    json.key("a")
    json.beginArray()
    json.endArray()
    json.key("b")
    json.bool(true)
    json.endObject()
    json.int(1)
    json.null()
    json.endArray()
    json.newline()
    json.int(2)
    #expect(String(decoding: json.bytes, as: UTF8.self) == "[{\"a\":[],\"b\":true},1,null]\n2")
  }

  @Test func `a rejected record is written with its place`() throws {
    let place = RecordPlace(file: "a.zip", member: "b.jsonl", offset: 12, line: 3)
    func line(_ raw: [UInt8], byteCount: Int? = nil) throws -> String {
      let scratch = Scratch()
      let writer = try QuarantineWriter(ByteOutput(path: scratch.path + "/q"))
      try writer.write(
        Rejection(
          place: place, reason: .notJSON, message: "x", raw: raw, byteCount: byteCount ?? raw.count,
          hash: StableHash(of: raw)))
      try writer.finish()
      return try String(decoding: scratch.read("q"), as: UTF8.self)
    }
    let head =
      #"{"schema":"hilal.quarantine/1","file":"a.zip","member":"b.jsonl","offset":12,"line":3,"#
      + #""reason":"not-json","message":"x","bytes":"#
    #expect(
      try line([0x61]) == head + #"1,"hash":"fnv1a64:af63dc4c8601ec8c","raw":"a"}"# + "\n")
    #expect(try line([0xff, 0xfe]).hasSuffix(#","raw_base64":"//4="}"# + "\n"))
    // A character that the cut has gone through is left out.
    #expect(try line([0x61, 0xd8], byteCount: 900).hasSuffix(#","raw":"a"}"# + "\n"))
  }

  @Test func `an output goes on behind what is kept`() throws {
    let scratch = Scratch()
    let path = try scratch.write(Array("one\ntwo\n".utf8), "out")
    let output = try ByteOutput(path: path, keeping: 4)
    try output.write(Array("2\n".utf8))
    #expect(output.position == 6)
    try output.close()
    #expect(try scratch.read("out") == Array("one\n2\n".utf8))
    #expect(throws: ArchivesError.self) { try ByteOutput(path: path, keeping: 100) }
  }

  @Test func `what a file holds stays until something is written`() throws {
    let scratch = Scratch()
    let path = try scratch.write(Array("old".utf8), "out")
    func give(up path: String) throws { try ByteOutput(path: path).write(Array("new".utf8)) }
    try give(up: path)
    #expect(try scratch.read("out") == Array("old".utf8))
    try give(up: scratch.path + "/none")
    #expect(unsafe access(scratch.path + "/none", F_OK) != 0)
    try ByteOutput(path: path).close()
    #expect(try scratch.read("out").isEmpty)
  }

  @Test func `a full disk and a closed pipe are told apart`() throws {
    let full = try ByteOutput(path: "/dev/full")
    try full.write([1])
    let error = #expect(throws: ArchivesError.self) { try full.close() }
    #expect(error?.kind == .output)
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    _ = unsafe pipe(&ends)
    close(ends[0])
    let closed = ByteOutput(descriptor: ends[1], name: "pipe")
    try closed.write([1])
    let gone = #expect(throws: ArchivesError.self) { try closed.flush() }
    #expect(gone?.kind == .closedPipe)
    close(ends[1])
  }

  @Test func `a header is written once`() throws {
    let scratch = Scratch()
    let format = FindingFormat.csv(fields: [])
    let sink = try TextFindingSink(format, ByteOutput(path: scratch.path + "/f.csv"))
    try sink.write([finding])
    try sink.finish(nil, summary: nil)
    let length = try scratch.read("f.csv").count
    let again = try TextFindingSink(
      format, ByteOutput(path: scratch.path + "/f.csv", keeping: length))
    try again.finish(nil, summary: nil)
    #expect(try scratch.read("f.csv").count == length)
  }
}
