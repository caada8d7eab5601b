internal import CGumbo

/// Finds a page's article among its menus, and writes it as paragraphs, one a line.
struct MainText {
  private let page: PageTree

  init(_ page: PageTree) { self.page = page }

  /// The paragraphs of the article, without those at its start that repeat the title.
  func paragraphs(title: [UInt8]) -> [[UInt8]] {
    var lines = lines(of: root)
    if lines.isEmpty { lines = self.lines(of: 0) }
    return Array(lines.drop { $0 == title })
  }

  // MARK: Where the article is

  /// The element that holds the article: what the page says, else where most of its text stands.
  private var root: Int {
    let marked = [
      elements { page.attribute($0, "itemprop") == "articleBody" },
      elements { page.tag($0) == GUMBO_TAG_ARTICLE },
      elements { page.tag($0) == GUMBO_TAG_MAIN || page.attribute($0, "role") == "main" },
    ]
    for nodes in marked {
      let sized = nodes.map { (node: $0, size: lines(of: $0).map(\.count).reduce(0, +)) }
      if let best = sized.max(by: { $0.size < $1.size }), best.size > 0 { return best.node }
    }
    return densest ?? 0
  }

  private func elements(_ isWanted: (Int) -> Bool) -> [Int] {
    var found: [Int] = []
    var node = 0
    while node < page.count {
      if page.tag(node) != nil, isWanted(node) {
        found.append(node)
        node = page.end(node)
      } else {
        node += 1
      }
    }
    return found
  }

  /// The element with the most text in paragraphs of its own: a paragraph counts for its parent, and
  /// half for the parent's parent.
  private var densest: Int? {
    var scores: [Int: Int] = [:]
    var open: [Int] = []
    var node = 0
    while node < page.count {
      while let last = open.last, node >= page.end(last) { open.removeLast() }
      if isLeftOut(node) {
        node = page.end(node)
        continue
      }
      if let tag = page.tag(node) {
        if tag == GUMBO_TAG_P { score(node, open, &scores) }
        open.append(node)
      }
      node += 1
    }
    return scores.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// Counts a paragraph for the elements around it.
  private func score(_ paragraph: Int, _ open: [Int], _ scores: inout [Int: Int]) {
    let size = page.words(paragraph).count - linked(paragraph)
    guard size > Self.leastParagraph else { return }
    if let parent = open.last { scores[parent, default: 0] += size }
    if let above = open.dropLast().last { scores[above, default: 0] += size / 2 }
  }

  /// Bytes of a paragraph that are too few to speak for an article.
  private static let leastParagraph = 40

  /// Bytes of text within links.
  private func linked(_ node: Int) -> Int {
    (node..<page.end(node)).filter { page.tag($0) == GUMBO_TAG_A }
      .map { page.words($0).count }.reduce(0, +)
  }

  // MARK: Its lines

  /// The text within an element: a line for each block, without blocks that are links alone.
  private func lines(of root: Int) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var line = Line()
    /// Where the blocks that are open end.
    var blockEnds: [Int] = []
    var linkEnd = 0
    func close() {
      if let text = line.finish() { lines.append(text) }
    }
    var node = root
    while node < page.end(root) {
      while let end = blockEnds.last, node >= end {
        close()
        blockEnds.removeLast()
      }
      if let text = page.text(node) {
        line.add(text, isLink: node < linkEnd)
      } else if node != root, isLeftOut(node) {
        node = page.end(node)
        continue
      } else if let tag = page.tag(node) {
        if tag == GUMBO_TAG_BR { close() }
        if tag == GUMBO_TAG_A { linkEnd = max(linkEnd, page.end(node)) }
        if !Self.inline.contains(tag.rawValue) {
          close()
          blockEnds.append(page.end(node))
        }
      }
      node += 1
    }
    close()
    return lines
  }

  private struct Line {
    private var text: [UInt8] = []
    private var hasOwnWords = false

    mutating func add(_ more: [UInt8], isLink: Bool) {
      text += more
      if !isLink, !collapsed(more).isEmpty { hasOwnWords = true }
    }

    /// The line, unless it is empty or all of it is a link.
    mutating func finish() -> [UInt8]? {
      defer { self = Line() }
      let words = collapsed(text)
      return words.isEmpty || !hasOwnWords ? nil : words
    }
  }

  /// Scripts, menus, forms and what is hidden: nothing that is read as the article.
  private func isLeftOut(_ node: Int) -> Bool {
    guard let tag = page.tag(node) else { return false }
    if Self.leftOut.contains(tag.rawValue) { return true }
    if tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_HTML { return false }
    let style = page.attribute(node, "style")?.lowercased().filter { $0 != " " } ?? ""
    return style.contains("display:none") || page.attribute(node, "aria-hidden") == "true"
  }

  private static let leftOut = Set(
    [
      GUMBO_TAG_HEAD, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,
      GUMBO_TAG_NAV, GUMBO_TAG_ASIDE, GUMBO_TAG_FOOTER, GUMBO_TAG_FORM, GUMBO_TAG_BUTTON,
      GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_IFRAME, GUMBO_TAG_SVG, GUMBO_TAG_OBJECT,
      GUMBO_TAG_FIGCAPTION,
    ].map(\.rawValue))

  /// Elements within a line; all others begin and end one.
  private static let inline = Set(
    [
      GUMBO_TAG_A, GUMBO_TAG_ABBR, GUMBO_TAG_ACRONYM, GUMBO_TAG_B, GUMBO_TAG_BDI, GUMBO_TAG_BDO,
      GUMBO_TAG_BIG, GUMBO_TAG_CITE, GUMBO_TAG_CODE, GUMBO_TAG_DATA, GUMBO_TAG_DEL, GUMBO_TAG_DFN,
      GUMBO_TAG_EM, GUMBO_TAG_FONT, GUMBO_TAG_I, GUMBO_TAG_IMG, GUMBO_TAG_INS, GUMBO_TAG_KBD,
      GUMBO_TAG_MARK, GUMBO_TAG_Q, GUMBO_TAG_S, GUMBO_TAG_SAMP, GUMBO_TAG_SMALL, GUMBO_TAG_SPAN,
      GUMBO_TAG_STRIKE, GUMBO_TAG_STRONG, GUMBO_TAG_SUB, GUMBO_TAG_SUP, GUMBO_TAG_TIME,
      GUMBO_TAG_TT, GUMBO_TAG_U, GUMBO_TAG_VAR, GUMBO_TAG_WBR,
    ].map(\.rawValue))
}
