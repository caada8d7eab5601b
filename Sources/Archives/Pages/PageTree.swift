internal import CGumbo

/// A page's elements and texts in the document's order, each before what lies within it.
// SAFETY: the page is made in init, freed in deinit and never leaves this file.
@safe final class PageTree {
  /// Bytes that a page's elements may take; a page of a newspaper takes about one million.
  private static let memoryLimit = 128 << 20

  private let page: OpaquePointer
  /// Nodes in all; the root is the first.
  let count: Int

  /// Parses a page in UTF-8; nil when its elements do not fit into the memory they may take.
  init?(_ html: [UInt8]) {
    // SAFETY: the parser reads within the bytes, for the duration of the call; what it keeps of
    // them are copies, and the places it keeps beside are never looked at.
    let page = unsafe html.withUnsafeBytes { bytes in
      unsafe hg_parse(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, Self.memoryLimit)
    }
    guard let page = unsafe page else { return nil }
    unsafe self.page = page
    count = unsafe hg_count(page)
  }

  deinit { unsafe hg_free(page) }

  // SAFETY (all below): a node's number is below `count`, as every caller's comes from a range
  // within it; texts and attributes are NUL-terminated and copied at once.

  /// The element's tag; nil for a text.
  func tag(_ node: Int) -> GumboTag? {
    precondition(node < count)
    let tag = unsafe hg_nodes(page)[node].tag
    return tag == GUMBO_TAG_LAST ? nil : tag
  }

  /// The node behind all that lies within this one.
  func end(_ node: Int) -> Int {
    precondition(node < count)
    return unsafe Int(hg_nodes(page)[node].end)
  }

  /// A text's bytes; nil for an element.
  func text(_ node: Int) -> [UInt8]? {
    precondition(node < count)
    guard let text = unsafe hg_nodes(page)[node].text else { return nil }
    return unsafe Array(String(cString: text).utf8)
  }

  /// An element's attribute without the space around it; nil where there is none or it is empty.
  func attribute(_ node: Int, _ name: String) -> String? {
    precondition(node < count)
    guard let value = unsafe hg_attribute(hg_nodes(page) + node, name) else { return nil }
    let text = unsafe collapsed(Array(String(cString: value).utf8))
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }

  /// All text within a node, its white space collapsed.
  func words(_ node: Int) -> [UInt8] {
    var words: [UInt8] = []
    for inner in node..<end(node) { words += text(inner) ?? [] }
    return collapsed(words)
  }
}

/// A text with one space for each run of white space, and none at its ends.
func collapsed(_ text: some Sequence<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  var previous: UInt8 = 0x20
  for byte in text {
    if byte == 0x20 || (0x09...0x0d).contains(byte) {
      if previous != 0x20 { result.append(0x20) }
      previous = 0x20
    } else if byte == 0xa0, previous == 0xc2 {
      // A space that does not break a line.
      result.removeLast()
      if result.last ?? 0x20 != 0x20 { result.append(0x20) }
      previous = 0x20
    } else {
      result.append(byte)
      previous = byte
    }
  }
  if result.last == 0x20 { result.removeLast() }
  return result
}
