/// A word of a Lua file: a name, a string, a number or a mark. Comments are passed over.
struct LuaToken: Equatable {
  enum Kind {
    case name
    /// `text` is what stands between the quotes, escapes as they are written.
    case string
    case number
    case mark
  }

  var kind: Kind
  var text: String
  /// 1-based.
  var line: Int
  /// 1-based, in code points.
  var column: Int
  /// Code points that it takes on its first line, quotes included.
  var width: Int

  func isMark(_ text: String) -> Bool { kind == .mark && self.text == text }
  func isName(_ text: String) -> Bool { kind == .name && self.text == text }
}

/// Cuts a Lua file into its words, as far as looking over scripts needs it: files that do not parse
/// have been told of before.
struct LuaLexer {
  private static let marks: Set<String> = [
    "==", "~=", "<=", ">=", "::", "..", "//", "<<", ">>",
  ]

  private let scalars: [Unicode.Scalar]
  private var at = 0
  private var line = 1
  private var lineStart = 0
  private var tokens: [LuaToken] = []

  static func tokens(of text: String) -> [LuaToken] {
    var lexer = LuaLexer(text)
    while lexer.next() {}
    return lexer.tokens
  }

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
    at + offset < scalars.count ? scalars[at + offset] : nil
  }

  private mutating func advance() {
    if scalars[at] == "\n" {
      line += 1
      lineStart = at + 1
    }
    at += 1
  }

  /// Reads a word or passes over what is none; false at the end.
  private mutating func next() -> Bool {
    guard let first = peek() else { return false }
    let isComment = first == "-" && peek(1) == "-"
    if isComment {
      skipComment()
    } else if first.properties.isWhitespace {
      advance()
    } else {
      read(first)
    }
    return true
  }

  private mutating func skipComment() {
    at += 2
    if peek() == "[", let level = longBracket() { return skipLong(level) }
    while let scalar = peek(), scalar != "\n" {
      _ = scalar
      advance()
    }
  }

  private mutating func read(_ first: Unicode.Scalar) {
    let start = at
    let place = (line: line, column: at - lineStart + 1)
    var kind = LuaToken.Kind.mark
    var text: String?
    if Self.isNameStart(first) {
      kind = .name
      while let scalar = peek(), Self.isNamePart(scalar) { advance() }
    } else if Self.isDigit(first) {
      kind = .number
      while let scalar = peek(), Self.isNamePart(scalar) || scalar == "." { advance() }
    } else if first == "\"" || first == "'" {
      kind = .string
      skipString(first)
      text = String(String.UnicodeScalarView(scalars[start + 1..<max(start + 1, at - 1)]))
    } else if first == "[", let level = longBracket() {
      kind = .string
      skipLong(level)
      let inner = start + level + 2..<max(start + level + 2, at - level - 2)
      text = String(String.UnicodeScalarView(scalars[inner]))
    } else {
      let two = [first] + (peek(1).map { [$0] } ?? [])
      let mark = String(String.UnicodeScalarView(two))
      advance()
      if Self.marks.contains(mark) { advance() }
    }
    let word = text ?? String(String.UnicodeScalarView(scalars[start..<at]))
    tokens.append(
      LuaToken(kind: kind, text: word, line: place.line, column: place.column, width: at - start))
  }

  private mutating func skipString(_ quote: Unicode.Scalar) {
    advance()
    while let scalar = peek(), scalar != quote, scalar != "\n" {
      if scalar == "\\", at + 1 < scalars.count { advance() }
      advance()
    }
    if peek() == quote { advance() }
  }

  /// The number of `=` of a long bracket that opens here; nil when none does.
  private func longBracket() -> Int? {
    var level = 0
    while peek(level + 1) == "=" { level += 1 }
    return peek(level + 1) == "[" ? level : nil
  }

  private mutating func skipLong(_ level: Int) {
    for _ in 0..<level + 2 { advance() }
    while at < scalars.count {
      if scalars[at] == "]", peek(level + 1) == "]",
        (0..<level).allSatisfy({ peek($0 + 1) == "=" })
      {
        at += level + 2
        return
      }
      advance()
    }
  }

  private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    isNameStart(scalar) || isDigit(scalar)
  }
}
