import BatchRunner
import RulePacks

/// Failures of rules as people read them: one of each kind of each rule, with how many there were.
enum FailureText {
  /// Tells of failures; a verb whose work they spoilt ends with their status.
  ///
  /// - Throws: the status, where a rule has failed rather than had its findings cut.
  static func end(_ failures: [RuleFailure]) throws {
    for line in lines(failures) { Console.shared.say(line) }
    if failures.contains(where: { $0.kind != .bound }) { throw ExitStatus.packError }
  }

  static func lines(_ failures: [RuleFailure]) -> [String] {
    var told: [(first: RuleFailure, count: Int)] = []
    for failure in failures {
      let known = told.firstIndex {
        ($0.first.pack, $0.first.rule, $0.first.kind) == (failure.pack, failure.rule, failure.kind)
      }
      if let known { told[known].count += 1 } else { told.append((failure, 1)) }
    }
    return told.map { text($0.first, count: $0.count) }
  }

  /// A failure with the script's frames and the first article.
  static func text(_ failure: RuleFailure, count: Int) -> String {
    let level = failure.kind == .bound ? "warning" : "error"
    var lines = ["\(level): \(failure.pack)/\(failure.rule): \(indented(failure.message))"]
    lines += failure.traceback.map { "  at \($0)" }
    if let hint = failure.advice { lines.append("  help: \(hint)") }
    lines.append("  on \(Text.plural(count, "article")), the first \(failure.article)")
    return lines.joined(separator: "\n")
  }

  /// No line of a script's message can be taken for one of the program.
  private static func indented(_ message: String) -> String {
    message.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n    ")
  }
}
