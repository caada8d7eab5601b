import Articles
import Testing

@testable import Archives

struct ArticleReaderTests {
  @Test func `walks folders in the order of their bytes and passes over noise`() throws {
    let scratch = Scratch()
    for name in ["b.jsonl", "a/z.jsonl", "a/c.jsonl", ".hidden", "__MACOSX/a.json", "a.jsonl"] {
      try scratch.write(Array(#"{"id":"\#(name)","content":""}"#.utf8), name)
    }
    let reading = try Reading([scratch.path])
    #expect(reading.ids == ["a/c.jsonl", "a/z.jsonl", "a.jsonl", "b.jsonl"])
    let named = try Reading([scratch.path + "/b.jsonl", scratch.path + "/.hidden"])
    #expect(named.ids == ["b.jsonl", ".hidden"])
  }

  @Test func `an input that does not exist is told before anything is read`() throws {
    let error = #expect(throws: ArchivesError.self) {
      try ArticleReader(inputs: ["/dev/null", "/tmp/no/such/file"])
    }
    #expect(error?.kind == .noSuchInput)
    #expect(error?.place == "/tmp/no/such/file")
  }

  @Test func `a file that cannot be opened is a rejected record`() throws {
    let reading = try Reading(bytes: Array("PK\u{3}\u{4} and no zip".utf8), name: "a.zip")
    #expect(reading.articles.isEmpty)
    #expect(reading.rejections.count == 1)
  }

  @Test func `batches hold 64 records across files`() throws {
    let scratch = Scratch()
    for file in 0..<5 { try scratch.write(Array(Sample.lines(30).utf8), "\(file).jsonl") }
    let reading = try Reading([scratch.path])
    #expect(reading.batchSizes == [64, 64, 22])
    #expect(reading.places[63].file.hasSuffix("/2.jsonl"))
    #expect(reading.places[63].line == 4)
  }

  @Test func `reading goes on from where a batch ended`() throws {
    let scratch = Scratch()
    for file in 0..<5 {
      try scratch.write(Array(Sample.lines(30, from: file * 30).utf8), "\(file)")
    }
    let whole = try Reading([scratch.path])
    for (batch, next) in whole.nexts.enumerated() {
      let rest = try Reading([scratch.path], from: next)
      #expect(rest.ids == Array(whole.ids.dropFirst((batch + 1) * 64)))
    }
  }

  @Test func `records too large are hashed, kept in part and passed over`() throws {
    var limits = ReadingLimits()
    limits.record = 100_000
    let large = "{\"content\":\"" + String(repeating: "س", count: 400_000) + "\"}"
    let array = "[\(Sample.object(0)),\n\(large),\n\(Sample.object(1))]"
    for text in [array, Sample.lines(1) + large + "\n" + Sample.lines(1, from: 1)] {
      let reading = try Reading(bytes: Array(text.utf8), limits: limits)
      #expect(reading.ids == ["r0", "r1"])
      let rejection = try #require(reading.rejections.first)
      #expect(rejection.reason == .tooLarge)
      #expect(rejection.byteCount == large.utf8.count)
      #expect(rejection.hash == StableHash(of: large.utf8))
      #expect(rejection.raw == Array(large.utf8.prefix(64 << 10)))
      #expect(rejection.place.line == 2)
    }
  }

  @Test func `a member that expands too much is stopped, the next one is read`() throws {
    var limits = ReadingLimits()
    limits.ratioFloor = 100_000
    limits.ratio = 4
    let reading = try Reading(
      bytes: CompressedFixture.deflatedZip, name: "a.zip", limits: limits)
    #expect(reading.reasons == ["bomb"])
    limits.ratio = 200
    limits.member = 100_000
    let byMember = try Reading(
      bytes: CompressedFixture.deflatedZip, name: "a.zip", limits: limits)
    #expect(byMember.reasons == ["bomb"])
    #expect(byMember.rejections.first?.place.member == "bomb.jsonl")
    #expect(byMember.ids == ["r0", "r1", "r2"])
  }

  @Test func `members of nested archives are named by their path`() throws {
    let inner = Sample.zip([("d/a.jsonl", Array("not json\n".utf8))])
    let reading = try Reading(bytes: Sample.zip([("inner.zip", inner)]), name: "a.zip")
    #expect(reading.rejections.first?.place.member == "inner.zip/d/a.jsonl")
  }

  @Test func `total and read bytes agree`() throws {
    let scratch = Scratch()
    for file in 0..<3 { try scratch.write(Array(Sample.lines(30).utf8), "\(file).jsonl") }
    let reader = try ArticleReader(inputs: [scratch.path])
    while reader.nextBatch() != nil {}
    #expect(try ArticleReader.totalBytes(of: [scratch.path]) == reader.bytesRead)
    #expect(try ArticleReader.totalBytes(of: ["-"]) == nil)
  }
}

struct RecordParserTests {
  private func article(_ json: String, names: FieldNames = FieldNames()) throws -> Article? {
    try Reading(bytes: Array(json.utf8), names: names).articles.first
  }

  @Test func `fields are found under their aliases`() throws {
    let article = try article(
      #"{"headline":"عنوان","story":"نص","date_extracted":"2024-05-01","link":"http://x/1","id":7}"#
    )
    #expect(
      article
        == Article(
          id: "7", title: Array("عنوان".utf8), content: Array("نص".utf8), date: "2024-05-01",
          url: "http://x/1"))
  }

  @Test func `the field's own name is stronger than an alias, null is not`() throws {
    #expect(try article(#"{"body":"ب","content":"أ"}"#)?.content == Array("أ".utf8))
    #expect(try article(#"{"body":"ب","content":null}"#)?.content == Array("ب".utf8))
  }

  @Test func `a name of the user's is the strongest`() throws {
    var names = FieldNames()
    names.add("نص_الخبر", for: .content)
    let json = #"{"content":"أ","نص_الخبر":"ج"}"#
    #expect(try article(json, names: names)?.content == Array("ج".utf8))
  }

  @Test(arguments: [
    ("7", "7"), ("-3", "-3"), ("18446744073709551615", "18446744073709551615"), ("\"x\"", "x"),
  ])
  func `numeric ids become text`(_ id: (String, String)) throws {
    #expect(try article(#"{"id":\#(id.0),"content":""}"#)?.id == id.1)
  }

  @Test func `an article without an id is named by its url, else by its text`() throws {
    let byURL = try article(#"{"url":"http://x/1","content":"أ"}"#)
    #expect(byURL?.id == StableHash(of: "http://x/1".utf8).hexadecimal)
    let byText = try article(#"{"title":"ت","content":"أ"}"#)
    #expect(byText?.id == StableHash(of: "ت\nأ".utf8).hexadecimal)
    // The reference value of FNV-1a for "a".
    #expect(StableHash(of: "a".utf8).hexadecimal == "af63dc4c8601ec8c")
  }

  @Test func `the first line of a plain text is its title`() throws {
    let article = try Reading(bytes: Array("\n عنوان \r\n\n نص\nثان \n".utf8), name: "a.txt")
      .articles.first
    #expect(article?.title == Array("عنوان".utf8))
    #expect(article?.content == Array("نص\nثان".utf8))
  }

  @Test func `records that are not UTF-8 are read in the character set that is named`() throws {
    // سلام in windows-1256.
    let bytes =
      Array(#"{"id":"w","content":""#.utf8) + [0xd3, 0xe1, 0xc7, 0xe3] + Array("\"}\n".utf8)
    let mixed = bytes + Array(Sample.lines(1).utf8)
    let reading = try Reading(bytes: mixed, encoding: "windows-1256")
    #expect(reading.articles.map(\.content) == [Array("سلام".utf8), Array(Sample.text.utf8)])
    #expect(try Reading(bytes: mixed).reasons == ["bad-utf8"])
    let error = #expect(throws: ArchivesError.self) { try RecordParser.check(encoding: "latin-99") }
    #expect(error?.kind == .unknownCharset)
  }

  @Test(arguments: [
    ("cp-1256", "did you mean `windows-1256`?"), ("win1256", "did you mean `windows-1256`?"),
    ("window-1256", "did you mean `windows-1256`?"), ("iso_8859:6", "did you mean `ISO-8859-6`?"),
    ("utf_8", "did you mean `UTF-8`?"), ("klingon", "`iconv -l` lists those known"),
    ("", "`iconv -l` lists those known"),
  ])
  func `a misspelt character set is told of with what may be meant`(_ name: String, _ hint: String)
  {
    #expect(ArchivesError.unknownCharset(name).message == "no such character set; \(hint)")
  }
}

extension RecordParser {
  /// Makes a parser and lets it go.
  fileprivate static func check(encoding: String) throws {
    _ = try RecordParser(encoding: encoding)
  }
}
