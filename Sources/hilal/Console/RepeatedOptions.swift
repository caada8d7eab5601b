/// Options that name one file and are given twice: of the parser's own, the last would be taken and nothing said.
enum RepeatedOptions {
  private static let names = [
    "--output": "--output", "-o": "--output", "--quarantine": "--quarantine",
    "--summary": "--summary",
    "--seen": "--seen", "--files-from": "--files-from", "--labels": "--labels",
  ]

  /// - Throws: a `UsageError` for the first of them that is given again.
  static func refuse(_ arguments: [String]) throws {
    var given: [String: String] = [:]
    let options = arguments.prefix { $0 != "--" }
    for (index, argument) in options.enumerated() {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = names[String(parts[0])] else { continue }
      let next = index + 1 < arguments.count ? arguments[index + 1] : ""
      let file = parts.count > 1 ? String(parts[1]) : next
      guard let first = given.updateValue(file, forKey: name) else { continue }
      throw UsageError(
        "\(name) names one file, and \(first) and \(file) were named; give it once")
    }
  }
}
