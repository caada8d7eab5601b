import ArabicText

/// Folds as the project does, by the plainest means.
func plainFold(_ text: String) -> String {
  var folded = ""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x622, 0x623, 0x625, 0x671: folded.unicodeScalars.append("ا")
    case 0x649: folded.unicodeScalars.append("ي")
    case 0x629: folded.unicodeScalars.append("ه")
    case 0x640, 0x64B...0x652, 0x670: break
    default: folded.unicodeScalars.append(scalar)
    }
  }
  return folded
}

/// The words of a line, folded.
func folded(_ line: String) -> [String] { line.split(separator: " ").map { plainFold(String($0)) } }

/// The letters of a verb's forms.
func letters(_ citation: String, masdars: [String] = []) throws -> Set<String> {
  Set(try Verb(citation: citation, masdars: masdars).forms().map(\.letters))
}
