internal import Articles
internal import CGumbo

/// The article on a page: its main text, and what the page says about itself in its metadata
/// (Open Graph, Dublin Core, schema.org, the elements of HTML).
struct PageArticle {
  private let page: PageTree
  /// `meta` elements by name or property, in lower case; the first of a name counts.
  private var meta: [String: String] = [:]
  private var firstHeading: Int?
  private var titleElement: Int?
  private var canonical: String?
  private var publishedTime: String?
  private var scriptedDate: String?

  /// `nil` when the page takes too much memory.
  static func read(_ html: [UInt8]) -> Article? {
    PageTree(html).map { PageArticle($0).article }
  }

  private init(_ page: PageTree) {
    self.page = page
    for node in 0..<page.count {
      if let tag = page.tag(node) { note(node, tag) }
    }
  }

  private mutating func note(_ node: Int, _ tag: GumboTag) {
    switch tag {
    case GUMBO_TAG_META:
      guard let content = page.attribute(node, "content") else { return }
      for kind in ["property", "name", "itemprop"] {
        guard let name = page.attribute(node, kind)?.lowercased(), meta[name] == nil else {
          continue
        }
        meta[name] = content
      }
    case GUMBO_TAG_H1: if firstHeading == nil { firstHeading = node }
    case GUMBO_TAG_TITLE: if titleElement == nil { titleElement = node }
    case GUMBO_TAG_LINK:
      if page.attribute(node, "rel") == "canonical" { canonical = page.attribute(node, "href") }
    case GUMBO_TAG_TIME:
      if publishedTime == nil { publishedTime = page.attribute(node, "datetime") }
    case GUMBO_TAG_SCRIPT:
      if scriptedDate == nil, page.attribute(node, "type") == "application/ld+json" {
        scriptedDate = Self.value(of: "datePublished", in: page.words(node))
      }
    default: break
    }
  }

  private var article: Article {
    let title = self.title
    let content = MainText(page).paragraphs(title: title).joined(separator: [0x0a])
    return Article(
      id: "", title: title, content: Array(content), date: date, source: source,
      url: canonical ?? meta["og:url"],
      author: first(["author", "article:author", "dc.creator", "byl"]), lang: lang)
  }

  private func first(_ names: [String]) -> String? {
    names.lazy.compactMap { meta[$0] }.first
  }

  private var source: String? {
    first(["og:site_name", "application-name", "dc.publisher", "publisher"])
  }

  /// The title that the page gives to others; else its heading; else its title element, without the
  /// site's name behind a bar or dash.
  private var title: [UInt8] {
    if let title = first(["og:title", "twitter:title", "headline", "dc.title"]) {
      return Array(title.utf8)
    }
    let heading = firstHeading.map(page.words) ?? []
    if !heading.isEmpty { return heading }
    let title = titleElement.map(page.words) ?? []
    guard let source else { return title }
    for bar in [" | ", " - ", " – ", " — "] {
      let ending = Array((bar + source).utf8)
      if title.count > ending.count, title.suffix(ending.count).elementsEqual(ending) {
        return Array(title.dropLast(ending.count))
      }
    }
    return title
  }

  private var date: String? {
    first([
      "article:published_time", "datepublished", "dc.date.issued", "dc.date", "dcterms.created",
      "pubdate", "publishdate", "publish-date", "date", "sailthru.date",
    ]) ?? scriptedDate ?? publishedTime
  }

  /// A BCP 47 tag: of the page, else of its locale for Open Graph (ar_AR).
  private var lang: String? {
    page.attribute(0, "lang") ?? page.attribute(0, "xml:lang")
      ?? meta["og:locale"].map { String($0.map { $0 == "_" ? "-" : $0 }) }
      ?? first(["content-language", "language", "dc.language"])
  }

  /// The string behind a name in JSON, where it stands without escapes as dates do.
  private static func value(of name: String, in json: [UInt8]) -> String? {
    let key = Array("\"\(name)\"".utf8)
    guard let start = json.indices.first(where: { json[$0...].starts(with: key) }) else {
      return nil
    }
    var rest = json[(start + key.count)...].drop { $0 == 0x20 }
    guard rest.popFirst() == UInt8(ascii: ":") else { return nil }
    rest = rest.drop { $0 == 0x20 }
    guard rest.popFirst() == UInt8(ascii: "\"") else { return nil }
    let value = rest.prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
  }
}
