/// What stands in a script and is not Lua's: a mark of another language, of Arabic or of a word processor, or a word
/// without quotes.
struct ForeignMark {
  let text: String
  /// What is said of it and what Lua wants.
  let hint: String

  private static let all =
    [
      ForeignMark(text: "،", hint: "`،` is an Arabic mark; Lua wants `,`"),
      ForeignMark(text: "؛", hint: "`؛` is an Arabic mark; Lua wants `;`"),
      ForeignMark(text: "!=", hint: "unequal is `~=` in Lua, not `!=`"),
      ForeignMark(text: "!", hint: "Lua has no `!`; write `not`"),
      ForeignMark(text: "&&", hint: "Lua has no `&&`; write `and`"),
      ForeignMark(text: "||", hint: "Lua has no `||`; write `or`"),
    ] + curly

  /// Quotes that a word processor or chat has put for straight ones.
  private static let curly = ["“", "”", "„", "‘", "’"].map { quote in
    ForeignMark(
      text: quote, hint: "`\(quote)` is a curly quote; Lua wants the straight `\"` or `'`")
  }

  /// The mark that a line does not parse for, with its column in code points.
  ///
  /// - Parameter message: what Lua says: it names the first byte of the mark, or a string that has no end.
  static func found(in line: String, _ message: String) -> (mark: ForeignMark, column: Int)? {
    if message.hasPrefix("unfinished string") {
      return first(in: line, quoted: true) { rest in
        curly.first { rest.starts(with: $0.text.unicodeScalars) }
      }
    }
    if message == "unexpected symbol near '{'" { return body(in: line) }
    let marks = all.filter { message.hasSuffix("near '\($0.lead)'") }
    let isForeign = message.contains("near '<\\")
    return first(in: line, quoted: false) { rest in
      marks.first { rest.starts(with: $0.text.unicodeScalars) }
        ?? (isForeign ? word(at: rest, isName: message.hasPrefix("<name> expected")) : nil)
    }
  }

  /// A word of letters that Lua's names have not, or another character that no script has outside of strings.
  private static func word(
    at rest: ArraySlice<Unicode.Scalar>, isName: Bool
  ) -> ForeignMark? {
    guard let first = rest.first, !first.isASCII else { return nil }
    let letters = rest.prefix {
      !$0.isASCII && ($0.properties.isAlphabetic || $0.properties.isDiacritic)
    }
    if letters.isEmpty {
      let code = String(first.value, radix: 16, uppercase: true)
      return ForeignMark(
        text: String(first), hint: "U+\(code) is no character of Lua's: remove it, or type a space")
    }
    let text = String(String.UnicodeScalarView(letters))
    let isSet = rest[letters.endIndex...].first { $0 != " " } == "="
    return ForeignMark(
      text: text,
      hint: isName || isSet
        ? "names are of Latin letters, digits and `_`; as a key of a table write [\"\(text)\"]"
        : "words stand in quotes: \"\(text)\"")
  }

  /// The brace that opens a function's body, as in other languages: behind `function`, its name and its parameters.
  private static func body(in line: String) -> (mark: ForeignMark, column: Int)? {
    let hint = "a function has no braces in Lua; write `function(…) … end`"
    var column = 1
    for part in line.split(separator: "{", omittingEmptySubsequences: false).dropLast() {
      column += part.unicodeScalars.count
      if let word = part.ranges(of: "function").last,
        part.last(where: { $0 != " " && $0 != "\t" }) == ")",
        part[word.upperBound...].count(where: { "()".contains($0) }) == 2
      {
        return (ForeignMark(text: "{", hint: hint), column)
      }
      column += 1
    }
    return nil
  }

  /// The first byte as Lua's messages show it.
  private var lead: String {
    guard let byte = text.utf8.first else { return "" }
    return byte < 0x80 ? String(Unicode.Scalar(byte)) : "<\\\(byte)>"
  }

  /// The first mark on a line, outside of Lua's quotation marks or within them.
  ///
  /// - Parameter mark: what the rest of the line begins with.
  private static func first(
    in line: String, quoted: Bool, _ mark: (ArraySlice<Unicode.Scalar>) -> ForeignMark?
  ) -> (mark: ForeignMark, column: Int)? {
    let scalars = Array(line.unicodeScalars)
    var quote: Unicode.Scalar?
    for (at, scalar) in scalars.enumerated() {
      if (quote != nil) == quoted, let mark = mark(scalars[at...]) { return (mark, at + 1) }
      if quote == scalar {
        quote = nil
      } else if quote == nil, scalar == "\"" || scalar == "'" {
        quote = scalar
      }
    }
    return nil
  }
}
