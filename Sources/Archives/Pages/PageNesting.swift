/// How many elements of a page are open at once at most, as far as its tags say without being parsed.
func nesting(of html: [UInt8]) -> Int {
  var open = 0
  var most = 0
  var at = 0
  while let start = html[at...].firstIndex(of: UInt8(ascii: "<")) {
    at = start + 1
    guard at < html.count else { break }
    let isEnd = html[at] == UInt8(ascii: "/")
    if isEnd { at += 1 }
    let name = html[at...].prefix(10).prefix(while: isLetter).map { $0 | 0x20 }
    at += name.count
    if name.isEmpty || unnested.contains(name) { continue }
    open = isEnd ? max(0, open - 1) : open + 1
    most = max(most, open)
  }
  return most
}

private func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

/// Elements without content, and those that the next of their kind ends.
private let unnested = Set(
  [
    "area", "base", "br", "col", "dd", "dt", "embed", "h", "hr", "img", "input", "li", "link",
    "meta",
    "option", "p", "param", "source", "tbody", "td", "th", "tr", "track", "wbr",
  ].map { Array($0.utf8) })
