/// The coding schemes that findings name, as far as a code can be checked without its book.
enum EventCodes {
  /// PLOVER's event types (PLOVER manual, 2021).
  private static let plover: Set<String> = [
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
  ]

  /// What is wrong with a code; nil when nothing is, or the scheme is unknown.
  static func problem(scheme: String, code: String) -> (message: String, hint: String)? {
    switch scheme {
    case "plover":
      if plover.contains(code) { return nil }
      return (
        "`\(code)` is no PLOVER event type",
        Suggestion.hint(for: code.uppercased(), in: plover.sorted())
      )
    case "cameo":
      // CAMEO 1.1b3: root codes 01…20, then one or two more digits.
      let digits = code.utf8.map { Int($0) - 0x30 }
      let isNumber = (2...4).contains(digits.count) && digits.allSatisfy { (0...9).contains($0) }
      if isNumber, (1...20).contains(digits[0] * 10 + digits[1]) { return nil }
      return (
        "`\(code)` is no CAMEO code",
        "write two to four digits as a string, the root 01 to 20 first: \"138\""
      )
    default: return nil
    }
  }
}
