import Archives
import ArgumentParser
import Articles
import BatchRunner
import Foundation
import RulePacks

struct Eval: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Measures a rule or a pack against labelled texts.",
    discussion: """
      The gold file holds an object {id, text, label} a line; "yes" is positive, "ambiguous" and \
      "unsure" are left out, everything else is negative. A pack alone means any of its rules.
      """)

  @Flag(
    help: """
      List the texts that were judged wrongly: the findings of false ones, what came nearest to a \
      finding in missed ones.
      """)
  var errors = false

  @Flag(help: "The figures as JSON.")
  var json = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("End with status 1 below this F1.", valueName: "0…1"))
  var minF1: Double?

  @Argument(help: ArgumentHelp("A pack, by folder or name, or its rule.", valueName: "pack[/rule]"))
  var target: String

  @Argument(help: ArgumentHelp("Labelled texts, JSON Lines.", valueName: "gold.jsonl"))
  var gold: String

  func validate() throws {
    if let minF1, !(0...1).contains(minF1) {
      throw ValidationError("--min-f1 \(minF1): F1 lies between 0 and 1, as in 0.8")
    }
  }

  func run() throws {
    let (path, rule) = try RuleTarget.split(target)
    var options = PackOptions()
    options.packs = [path]
    let book = try options.load()
    guard let pack = book.packs.first(where: \.reports) else { throw ExitStatus.packError }
    let rules = try RuleTarget.rules(rule, in: book)
    if gold == "-" {
      throw UsageError("labelled texts are read from a file, not from standard input: name one")
    }
    let bytes = try Console.shared.bytes(of: gold)
    var evaluation = Evaluation()
    let worker = PackWorker(book)
    let wanted = Set(rules.map { book.rules[$0].id })
    do throws(EvaluationError) {
      let examples = try Evaluation.examples(Array(bytes))
      for line in GoldText(name: gold, examples: examples).warnings { Console.shared.say(line) }
      for example in examples {
        evaluation.add(example, worker) { finding in
          finding.pack == pack.manifest.name && wanted.contains(finding.rule)
        }
      }
    } catch {
      Console.shared.say("error: \(gold): \(error.message)")
      throw ExitStatus.badInput
    }
    if evaluation.isEmpty {
      let fault =
        evaluation.leftOut == 0
        ? "holds no labelled texts"
        : "nothing to measure: all its labels are unsure or ambiguous; label texts yes or no"
      Console.shared.say("error: \(gold): \(fault)")
      throw ExitStatus.badInput
    }
    if errors { list(evaluation, worker, rules) }
    report(evaluation)
    try FailureText.end(evaluation.failures)
    if let minF1, evaluation.f1 < minF1 { throw ExitStatus.failed }
  }

  private func report(_ evaluation: Evaluation) {
    if json {
      var json = JSONWriter()
      json.beginObject()
      for (name, value) in [
        ("precision", evaluation.precision), ("recall", evaluation.recall), ("f1", evaluation.f1),
      ] {
        json.field(name, (value * 10_000).rounded() / 10_000)
      }
      json.field("tp", evaluation.truePositives)
      json.field("fp", evaluation.falsePositives)
      json.field("fn", evaluation.falseNegatives)
      json.field("left_out", evaluation.leftOut)
      json.endObject()
      print(String(decoding: json.bytes, as: UTF8.self))
      return
    }
    let found = evaluation.truePositives + evaluation.falsePositives
    let positive = evaluation.truePositives + evaluation.falseNegatives
    print("precision \(share(evaluation.precision))  \(interval(evaluation.truePositives, found))")
    print("recall    \(share(evaluation.recall))  \(interval(evaluation.truePositives, positive))")
    let range = evaluation.f1Interval
    print(
      "F1        \(share(evaluation.f1))  (\(share(range.lowerBound))–\(share(range.upperBound)))")
    print(
      "\(evaluation.truePositives) right, \(evaluation.falsePositives) false, "
        + "\(evaluation.falseNegatives) missed, \(evaluation.leftOut) left out")
  }

  /// The texts that were judged wrongly; on standard error where the figures are for a machine.
  private func list(_ evaluation: Evaluation, _ worker: PackWorker, _ rules: [Int]) {
    for (example, found) in evaluation.errors {
      say("\(found.isEmpty ? "missed" : "false ") \(example.id)  \(example.text)")
      for finding in found { say("       \(finding.rule): \(finding.span.text)") }
      guard found.isEmpty else { continue }
      guard let near = worker.nearest(example.article, rules: rules) else {
        say("       no part of any pattern stands in it")
        continue
      }
      let lines = OutcomeText.lines(near.outcome)
      say("       nearest: \(near.rule) " + (lines.first ?? ""))
      for line in lines.dropFirst() { say("       \(line)") }
    }
  }

  private func say(_ line: String) {
    if json { Console.shared.say(line) } else { print(line) }
  }

  private func share(_ value: Double) -> String { String(format: "%.3f", value) }

  private func interval(_ count: Int, _ total: Int) -> String {
    let range = Evaluation.interval(count, of: total)
    return "(\(share(range.lowerBound))–\(share(range.upperBound)) of \(total))"
  }
}
