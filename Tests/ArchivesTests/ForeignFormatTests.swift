import Articles
import Foundation
import Testing

@testable import Archives

@Suite struct ForeignFormatTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var text: String
    var words: String
    var testDescription: String { "\(name): \(words)" }
  }

  @Test(arguments: [
    Case(name: "a.pdf", text: "%PDF-1.4\n%abc\n", words: "this is a PDF"),
    Case(name: "a", text: "PAR1abc", words: "this is a Parquet file"),
    Case(
      name: "a.docx",
      text: "PK\u{3}\u{4}" + String(repeating: "\0", count: 26) + "[Content_Types].xml",
      words: "this is a document"),
    Case(name: "a.csv", text: "1;خبر\n2;خبر\n", words: "this is a table (CSV)"),
    Case(name: "a.csv.gz", text: "1;خبر\n2;خبر\n", words: "this is a table (CSV)"),
    Case(name: "a.tsv", text: "رقم\tنص\n", words: "this is a table (CSV)"),
    Case(
      name: "a", text: "id,published_at,content\n1,2024-01-02,خبر\n", words: "this is a table (CSV)"
    ),
    Case(
      name: "a.xml",
      text: "<?xml version=\"1.0\"?>\n<!-- <html> -->\n<rss version=\"2.0\"><item>خبر</item></rss>",
      words: "this is XML"),
    Case(
      name: "a", text: "\u{FEFF}\n<?xml version='1.0'?><!DOCTYPE news><news/>", words: "this is XML"
    ),
    Case(name: "a", text: "<feed xmlns=\"http://www.w3.org/2005/Atom\">", words: "this is XML"),
    Case(name: "a.html", text: "<RSS>\n<p>خبر</p>", words: "this is XML"),
    Case(name: "a.txt", text: "<?xml version=\"1.0\"?>", words: "this is XML"),
    Case(name: "a.txt", text: "\u{FEFF}\"id\";\"Text\"\r\n1;خبر\n", words: "this is a table (CSV)"),
  ])
  func `what holds no articles is not read as text`(_ c: Case) throws {
    let reading = try Reading(bytes: Array(c.text.utf8), name: c.name)
    #expect(reading.articles.isEmpty)
    #expect(reading.reasons == ["unsupported-format"])
    #expect(reading.rejections.first?.message.hasPrefix(c.words) == true)
  }

  @Test(arguments: [
    (
      String.Encoding.utf16LittleEndian,
      "<?xml version=\"1.0\" encoding=\"UTF-16\"?><rss>خبر</rss>", "XML"
    ),
    (.utf16BigEndian, "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<news>خبر</news>", "XML"),
    (.utf16LittleEndian, "<rss>خبر</rss>", "XML"),
    (.utf16LittleEndian, "id,content\n1,خبر\n", "a table"),
  ])
  func `what holds no articles is known in UTF-16 as well`(
    _ encoding: String.Encoding, _ text: String, _ what: String
  ) throws {
    let bytes = try #require("\u{FEFF}\(text)".data(using: encoding))
    let reading = try Reading(bytes: Array(bytes), name: "a")
    #expect(reading.articles.isEmpty)
    #expect(reading.reasons == ["unsupported-format"])
    #expect(reading.rejections.first?.message.hasPrefix("this is \(what)") == true)
  }

  @Test func `articles in UTF-16 are read on from their first letter`() throws {
    for text in [
      Sample.lines(2),
      "<?xml version=\"1.0\"?><html><p>عقد لقاء في العاصمة بين الوفدين.</p></html>",
    ] {
      let bytes = try #require("\u{FEFF}\(text)".data(using: .utf16LittleEndian))
      let reading = try Reading(bytes: Array(bytes), name: "a")
      #expect(reading.rejections.isEmpty)
      #expect(
        reading.articles.map(\.content)
          == (try Reading(bytes: Array(text.utf8), name: "a")).articles.map(\.content))
      #expect(!reading.articles.isEmpty)
    }
  }

  @Test(arguments: [
    ("a.csv", Sample.lines(2)), ("a.csv", Sample.array(2)), ("a.txt", "Cairo, content\nخبر"),
    ("a", "عنوان, نص\nخبر, خبر"), ("a", "id,content"), ("a", "<feedback> خبر"),
  ])
  func `articles are read whatever the name, and text with commas is text`(
    name: String, text: String
  ) throws {
    let reading = try Reading(bytes: Array(text.utf8), name: name)
    #expect(reading.rejections.isEmpty)
    #expect(!reading.articles.isEmpty)
  }

  @Test(arguments: [
    "<html>", "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\">\n<html>",
    "<!-- made by a program -->\n<?page style?><HTML lang=\"ar\">",
  ])
  func `a web page that begins as XML is a web page`(_ start: String) throws {
    let page = "<body><p>عقد لقاء في العاصمة بين الوفدين.</p></body></html>"
    let reading = try Reading(
      bytes: Array("<?xml version=\"1.0\"?>\n\(start)\(page)".utf8), name: "a")
    #expect(reading.rejections.isEmpty)
    #expect(reading.articles.first?.content == Array("عقد لقاء في العاصمة بين الوفدين.".utf8))
  }

  @Test func `of bytes that are no text no character set is asked`() throws {
    let reading = try Reading(bytes: [0x89, 0x50, 0, 0xFF, 0x0A, 0], name: "a")
    #expect(reading.reasons == ["bad-utf8"])
    #expect(reading.rejections.first?.message.hasPrefix("neither JSON nor text") == true)
  }

  @Test func `a member that is damaged says that its rest is lost`() throws {
    var bytes = CompressedFixture.deflatedZip
    for at in 200..<220 { bytes[at] = 0xFF }
    let reading = try Reading(bytes: bytes, name: "a.zip")
    let first = reading.rejections.first { $0.isLoss }
    let lost = try #require(first)
    #expect(lost.message.hasSuffix("; the rest of the member is lost"))
    #expect(lost.summary.contains("a.zip/"))
  }

  @Test func `an address is told of as one`() {
    let error = #expect(throws: ArchivesError.self) {
      try ArticleReader(inputs: ["https://example.org/week.zip"])
    }
    #expect(error?.kind == .noSuchInput)
    #expect(error?.message.contains("this is an address") == true)
  }
}
