import Articles
import Testing

@testable import Archives

/// Web pages: which part is the article, what the page says about itself, in which characters.
@Suite struct PageTests {
  private static let story = "أعلنت بلدية المرفأ افتتاح سوق جديدة للسمك على الرصيف الشرقي."
  private static let more = "وقال رئيس البلدية إن السوق ستفتح أبوابها كل صباح عدا الجمعة."

  private func read(_ html: String, name: String = "a.html") throws -> Article? {
    try Reading(bytes: Array(html.utf8), name: name).articles.first
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func `the article is found among menus, scripts and forms`() throws {
    let article = try read(
      """
      <!DOCTYPE html><html lang="ar"><head><title>سوق السمك | المرفأ</title>
      <meta property="og:site_name" content="المرفأ"><style>p { color: red }</style></head>
      <body><nav><a href="/">الرئيسية</a><p>قائمة طويلة من الأقسام والصفحات لا تخص الخبر</p></nav>
      <div class="list"><ul><li><a href="/1">خبر آخر</a></li></ul></div>
      <div class="story"><h2>افتتاح</h2><p>\(Self.story)</p><script>var x = 'قال';</script>
      <p>\(Self.more)<br>انتهى</p><p style="display: none">مخفي</p><p><a href="/x">اقرأ أيضا</a></p></div>
      <footer><p>جميع الحقوق محفوظة لصحيفة المرفأ في كل الأعوام والأقطار</p></footer></body></html>
      """)
    let content = text(try #require(article).content)
    #expect(content == "افتتاح\n\(Self.story)\n\(Self.more)\nانتهى")
    #expect(article.map { text($0.title) } == "سوق السمك")
    #expect(article?.source == "المرفأ")
    #expect(article?.lang == "ar")
  }

  @Test func `metadata of the page becomes fields of the article`() throws {
    let article = try read(
      """
      <html xml:lang="ar-LB"><head><meta property="og:title" content="سوق السمك">
      <meta name="author" content="هيئة التحرير"><link rel="canonical" href="http://example.org/7">
      <meta property="article:published_time" content="2024-03-09T08:00:00+03:00"></head>
      <body><article><h1>سوق السمك</h1><p>\(Self.story)</p></article></body></html>
      """)
    #expect(article?.date == "2024-03-09T08:00:00+03:00")
    #expect(article?.author == "هيئة التحرير")
    #expect(article?.url == "http://example.org/7")
    #expect(article?.id == StableHash(of: "http://example.org/7".utf8).hexadecimal)
    #expect(article.map { text($0.content) } == Self.story)
  }

  @Test(arguments: [
    (
      "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\" : \"2024-01-02\"}</script>",
      "2024-01-02"
    ),
    ("<time datetime=\"2024-01-03\">أمس</time>", "2024-01-03"),
    ("<meta name=\"DC.date.issued\" content=\"2024-01-04\">", "2024-01-04"),
  ])
  func `dates are read where pages put them`(_ element: String, _ date: String) throws {
    let article = try read("<html><body>\(element)<p>\(Self.story)</p></body></html>")
    #expect(article?.date == date)
  }

  @Test(arguments: ["windows-1256", "ISO-8859-6", "x-cp1256"])
  func `a page is read in the character set that it names`(_ charset: String) throws {
    let name = charset == "x-cp1256" ? "windows-1256" : charset
    let html =
      "<html><head><meta charset='\(charset)'></head><body><p>\(Self.story)</p></body></html>"
    let reading = try Reading(bytes: encoded(html, name), name: "a.html")
    #expect(reading.articles.map { text($0.content) } == [Self.story])
  }

  @Test func `a page without a character set is read with --encoding, else put aside`() throws {
    let bytes = encoded("<html><body><p>\(Self.story)</p></body></html>", "windows-1256")
    let named = try Reading(bytes: bytes, name: "a.html", encoding: "windows-1256")
    #expect(named.articles.map { text($0.content) } == [Self.story])
    let bare = try Reading(bytes: bytes, name: "a.html")
    #expect(bare.reasons == ["bad-utf8"])
    let wrong = encoded("<html><meta charset=utf-8><p>\(Self.story)</p></html>", "windows-1256")
    #expect(try Reading(bytes: wrong, name: "a.html").reasons == ["bad-utf8"])
    let right = try Reading(bytes: wrong, name: "a.html", encoding: "windows-1256")
    #expect(right.articles.map { text($0.content) } == [Self.story])
    let script = "<html><script charset=utf-8></script><meta charset=windows-1256>"
    let mixed = encoded("\(script)<p>\(Self.story)</p></html>", "windows-1256")
    #expect(try Reading(bytes: mixed, name: "a.html").articles.count == 1)
    let unknown = encoded("<html><meta charset=klingon><p>\(Self.story)</p></html>", "windows-1256")
    #expect(try Reading(bytes: unknown, name: "a.html").reasons == ["unknown-charset"])
  }

  @Test func `a page may be nested deeply, but not without end`() throws {
    func page(_ depth: Int) -> String {
      "<html><body>" + String(repeating: "<div>", count: depth) + "<p>\(Self.story)"
    }
    #expect(try read(page(900)).map { text($0.content) } == Self.story)
    #expect(try Reading(bytes: Array(page(200_000).utf8), name: "a.html").reasons == ["too-deep"])
    let lines = String(repeating: "<p>\(Self.story)<br>", count: 5000)
    #expect(try read("<html><body>" + lines) != nil)
  }

  // MARK: WARC

  private func record(_ type: String, _ uri: String, _ block: String) -> String {
    "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(uri)\r\nWARC-Date: 2024-05-01T00:00:00Z\r\n"
      + "Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
  }

  private func response(_ body: String, status: Int = 200, headers: String = "") -> String {
    "HTTP/1.1 \(status) X\r\nContent-Type: text/html; charset=utf-8\r\n\(headers)\r\n\(body)"
  }

  private var page: String { "<html><title>سوق</title><body><p>\(Self.story)</p></body></html>" }

  @Test func `responses of a WARC file are articles, other records are passed over`() throws {
    let warc =
      record("warcinfo", "", "software: x\r\n") + record("request", "http://e.org/1", "GET /")
      + record("response", "http://e.org/1", response(page))
      + record("metadata", "http://e.org/1", "a: b")
      + record("response", "http://e.org/2", response(page, status: 404))
      + record("response", "<http://e.org/3>", response(page))
    let reading = try Reading(bytes: Array(warc.utf8), name: "a.warc")
    #expect(reading.articles.map(\.url) == ["http://e.org/1", "http://e.org/3"])
    #expect(reading.articles.map(\.date) == Array(repeating: "2024-05-01T00:00:00Z", count: 2))
    #expect(reading.reasons == ["not-a-page"])
    #expect(reading.rejections.filter(\.isSkip).count == 1)
  }

  @Test func `chunked and packed bodies are read`() throws {
    let length = String(page.utf8.count, radix: 16)
    let chunked = response(
      "\(length)\r\n\(page)\r\n0\r\n\r\n", headers: "Transfer-Encoding: chunked\r\n")
    let head = Array(response("", headers: "Content-Encoding: gzip\r\n").utf8)
    let packed = head + Sample.gzip(Array(page.utf8))
    let start = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: \(packed.count)\r\n\r\n"
    let warc =
      Array(record("response", "http://e.org/1", chunked).utf8) + Array(start.utf8) + packed
    let reading = try Reading(bytes: Sample.gzip(warc), name: "a.warc.gz")
    #expect(reading.rejections.isEmpty)
    #expect(reading.articles.map { text($0.content) } == [Self.story, Self.story])
  }

  @Test func `damage in a WARC file costs one record`() throws {
    let good = record("response", "http://e.org/1", response(page))
    let warc =
      good + "WARC/1.0\r\nno length here\r\n\r\nrubbish\r\n" + good
      + String(decoding: good.utf8.prefix(300), as: UTF8.self)
    let reading = try Reading(bytes: Array(warc.utf8), name: "a.warc")
    #expect(reading.articles.count == 2)
    #expect(reading.reasons == ["unreadable", "truncated"])
  }

  @Test func `a WARC record that is too large is put aside, the next one is read`() throws {
    let large = record(
      "response", "http://e.org/1", response(String(repeating: "س", count: 2 << 20)))
    let warc = large + record("response", "http://e.org/2", response(page))
    var limits = ReadingLimits()
    limits.record = 1 << 20
    let reading = try Reading(bytes: Array(warc.utf8), name: "a.warc", limits: limits)
    #expect(reading.reasons == ["too-large"])
    #expect(reading.articles.map(\.url) == ["http://e.org/2"])
  }

  /// A text in a set of single bytes.
  private func encoded(_ text: String, _ charset: String) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar -> [UInt8] in
      let letter = String(Character(scalar))
      return (0...255).lazy.map { UInt8($0) }.first { byte in
        var raw = [byte]
        var utf8: [UInt8] = []
        _ = CharsetConverter(charset)?.convert(&raw, into: &utf8, unit: 1)
        return utf8 == Array(letter.utf8)
      }.map { [$0] } ?? []
    }
  }
}
