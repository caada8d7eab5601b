import Archives
import ArgumentParser
import RulePacks

struct Review: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Walks findings one sentence at a time, and writes your judgements as a gold file.",
    discussion: """
      Shows each sentence with its findings marked; keys: y right, n wrong, s skip (written as \
      "unsure", which `hilal eval` leaves out), u undo, q quit. The same command goes on where it was \
      left. Without a terminal the keys are read from standard input.

      hilal run -p PACK ARCHIVE -o findings.jsonl
      hilal review findings.jsonl --sample 50 -o gold.jsonl
      hilal eval PACK gold.jsonl
      """)

  @Option(name: .shortAndLong, help: ArgumentHelp("The gold file.", valueName: "gold.jsonl"))
  var output: String

  @OptionGroup var rules: RuleOption

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Only so many sentences, drawn by a hash of their places: the same ones every time.",
      valueName: "n"))
  var sample: Int?

  @Option(help: "When to colour.")
  var color = ColorChoice.auto

  @Argument(help: ArgumentHelp("Findings as `hilal run` writes them.", valueName: "findings.jsonl"))
  var findings: String

  func validate() throws {
    try EmptyArgument.refuse(["--output": output], "file")
    if let sample, sample < 1 { throw ValidationError("--sample must be at least 1") }
  }

  func run() throws {
    let items = try self.items(of: rules.globs)
    if items.isEmpty {
      let names = Set(try self.items(of: []).flatMap(\.rules)).sorted()
      let mistake = names.isEmpty ? nil : rules.mistake(among: names)
      Console.shared.say(
        "error: \(findings): no findings to review" + (mistake.map { "; \($0)" } ?? ""))
      throw ExitStatus.noInput
    }
    let gold: GoldFile
    do throws(ArchivesError) {
      try InputFile.protect([findings], from: [output])
      gold = try GoldFile(path: output)
    } catch {
      throw error.exit()
    }
    var session = ReviewSession(
      items, gold, usesColor: Console.usesColor(color, terminal: Console.shared.outputIsTerminal))
    if !session.isDone, try !session.run() {
      throw UsageError(
        "standard input is no terminal and holds no answers; run `hilal review` in a terminal, or "
          + "give it keys (y n s u q) on standard input")
    }
    print(session.summary)
  }

  /// The sentences to review, in the order of the findings, of rules like some globs.
  private func items(of globs: [String]) throws -> [ReviewItem] {
    let bytes = try Console.shared.bytes(of: findings)
    do throws(ReviewError) {
      return try ReviewItem.items(Array(bytes), rules: globs, sample: sample)
    } catch {
      Console.shared.say("error: \(findings): \(error.message)")
      throw ExitStatus.badInput
    }
  }
}
