/// The character set that a page names for itself in its first bytes, in lower case: the value of
/// `charset=` in a `meta` element or of `encoding=` in an XML declaration.
func declaredCharset(of page: some Collection<UInt8>) -> String? {
  let head = page.prefix(4096).map(lowercased)
  for name in ["charset", "encoding"] {
    let key = Array(name.utf8)
    var at = 0
    while let start = head[at...].firstIndex(of: key[0]) {
      at = start + 1
      guard head[start...].starts(with: key), speaksOfPage(head, start) else { continue }
      if let value = charsetValue(head[(start + key.count)...]) { return value }
    }
  }
  return nil
}

/// Whether a place lies in a `meta` element or an XML declaration; a script names its own set.
private func speaksOfPage(_ head: [UInt8], _ place: Int) -> Bool {
  guard let open = head[..<place].lastIndex(of: UInt8(ascii: "<")) else { return false }
  let tag = head[(open + 1)...]
  return tag.starts(with: "meta".utf8) || tag.starts(with: "?xml".utf8)
}

/// The character set in an HTTP header's `text/html; charset=windows-1256`.
func declaredCharset(inHeader value: String) -> String? {
  let lower = value.lowercased()
  guard let range = lower.firstRange(of: "charset") else { return nil }
  return charsetValue(Array(lower[range.upperBound...].utf8)[...])
}

private func charsetValue(_ bytes: ArraySlice<UInt8>) -> String? {
  var rest = bytes.drop { $0 == 0x20 }
  guard rest.popFirst() == UInt8(ascii: "=") else { return nil }
  rest = rest.drop { $0 == 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
  let value = rest.prefix { byte in
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
  }
  return value.isEmpty ? nil : systemCharset(String(decoding: value, as: UTF8.self))
}

/// What browsers take a page's label for (WHATWG Encoding), as iconv names it: a page that can be
/// read so far is not in UTF-16, and Latin labels mean the Windows set.
private func systemCharset(_ label: String) -> String {
  switch label {
  case "utf8", "unicode-1-1-utf-8", "utf-16", "utf-16le", "utf-16be", "unicode": "utf-8"
  case "iso-8859-1", "latin1", "us-ascii", "ascii", "iso8859-1": "windows-1252"
  case "iso-8859-6-e", "iso-8859-6-i", "arabic", "asmo-708": "iso-8859-6"
  case "x-cp1256", "cp1256": "windows-1256"
  default: label
  }
}

private func lowercased(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}
