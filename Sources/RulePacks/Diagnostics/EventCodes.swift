/// The coding schemes that findings name, as far as codes can be checked.
enum EventCodes {
  /// PLOVER's event types (PLOVER manual, 2021).
  private static let plover: Set<String> = [
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
  ]

  /// CAMEO's verb codes (CAMEO codebook 1.1b3): for each root the highest last digit of its
  /// three-digit codes, which begin with 0 (10 and on begin with the root's own 0), and for those
  /// that are divided further the highest fourth digit, from 1.
  private static let cameo: [(last: Int, parts: [Int: Int])] = [
    (9, [:]),
    (8, [1: 4, 3: 4, 4: 4, 5: 6]),
    (9, [1: 4, 3: 4, 4: 4, 5: 6]),
    (6, [:]),
    (7, [:]),
    (4, [:]),
    (5, [:]),
    (7, [1: 4, 3: 4, 4: 2, 6: 3, 7: 4]),
    (4, [:]),
    (8, [1: 4, 3: 4, 4: 4, 5: 6]),
    (6, [2: 5]),
    (9, [1: 4, 2: 4, 3: 4, 4: 6]),
    (9, [1: 3, 2: 4, 8: 5]),
    (5, [1: 4, 2: 4, 3: 4, 4: 4, 5: 4]),
    (5, [:]),
    (6, [2: 3, 6: 3]),
    (6, [1: 2, 2: 4]),
    (6, [2: 3, 3: 4]),
    (6, [5: 2]),
    (4, [4: 2]),
  ]

  /// What is wrong with a code; nil when nothing is, or the scheme is unknown and like none that is
  /// known.
  static func problem(scheme: String, code: String) -> (message: String, hint: String)? {
    switch scheme {
    case "plover":
      if plover.contains(code) { return nil }
      return (
        "`\(code)` is no PLOVER event type",
        Suggestion.hint(for: code.uppercased(), in: plover.sorted())
      )
    case "cameo":
      if isCAMEO(code) { return nil }
      if isCAMEO("0" + code) {
        return ("`\(code)` is no CAMEO code", "CAMEO codes keep their zero: \"0\(code)\"")
      }
      let root = String(code.prefix(2))
      return (
        "`\(code)` is no CAMEO code",
        isCAMEO(root)
          ? "the codes of root \(root) are \(codes(ofRoot: root))"
          : "write two to four digits as a string, the root 01 to 20 first: \"138\""
      )
    default:
      guard let near = Suggestion.nearest(to: scheme, in: ["cameo", "plover"]) else { return nil }
      return ("`\(scheme)` is no coding scheme that is known", "did you mean `\(near)`?")
    }
  }

  private static func isCAMEO(_ code: String) -> Bool {
    let digits = code.utf8.map { Int($0) - 0x30 }
    guard (2...4).contains(digits.count), digits.allSatisfy({ (0...9).contains($0) }) else {
      return false
    }
    let root = digits[0] * 10 + digits[1]
    guard cameo.indices.contains(root - 1) else { return false }
    if digits.count == 2 { return true }
    let known = cameo[root - 1]
    if digits.count == 3 { return digits[2] <= known.last }
    return digits[3] >= 1 && digits[3] <= known.parts[digits[2]] ?? 0
  }

  /// `130 to 139, 1311 to 1313, …`
  private static func codes(ofRoot root: String) -> String {
    guard let number = Int(root) else { return "" }
    let known = cameo[number - 1]
    let parts = known.parts.sorted { $0.key < $1.key }.map {
      "\(root)\($0.key)1 to \(root)\($0.key)\($0.value)"
    }
    return (["\(root)0 to \(root)\(known.last)"] + parts).joined(separator: ", ")
  }
}
