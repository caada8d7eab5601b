public import Articles
internal import FoundationEssentials

/// A rule or a pack measured against labelled texts: precision, recall, F1.
public struct Evaluation: Sendable {
  /// A line of a gold file.
  public struct Example: Sendable, Codable {
    /// Names the text in the list of errors.
    public var id: String
    /// The content of an article without a title.
    public var text: String
    /// `yes` is positive, `ambiguous` and `unsure` are left out, all else is negative; in gold files in letters of
    /// either case.
    public var label: String

    /// Its line in the gold file, from 1.
    public internal(set) var line = 0

    private enum CodingKeys: String, CodingKey { case id, text, label }

    /// Something should be found in it.
    public var isPositive: Bool { label == "yes" }
    /// It counts for nothing: its label is `ambiguous` or `unsure`.
    public var isLeftOut: Bool { label == "ambiguous" || label == "unsure" }

    /// Labels that say what they mean; any other is a negative one, and may be a slip.
    public static let labels = ["yes", "no", "unsure", "ambiguous"]

    /// The text as the content of an article.
    public var article: Article { Article(id: id, content: Array(text.utf8)) }
  }

  /// Texts labelled `yes` in which something was found.
  public private(set) var truePositives = 0
  /// Texts with another label in which something was found.
  public private(set) var falsePositives = 0
  /// Texts labelled `yes` in which nothing was found.
  public private(set) var falseNegatives = 0
  /// Texts with another label in which nothing was found.
  public private(set) var trueNegatives = 0
  /// Texts labelled `ambiguous` or `unsure`, which count for nothing.
  public private(set) var leftOut = 0
  /// Texts that were judged wrongly, with what was found in them.
  public private(set) var errors: [(example: Example, found: [Finding])] = []
  /// What failed in rules: the figures are then not theirs.
  public private(set) var failures: [RuleFailure] = []

  /// Nothing counted yet.
  public init() {}

  /// No text was counted: there were none, or all were left out.
  public var isEmpty: Bool {
    truePositives + falsePositives + falseNegatives + trueNegatives == 0
  }

  /// TP / (TP + FP), 0…1; 0 where nothing was found.
  public var precision: Double { ratio(truePositives, truePositives + falsePositives) }
  /// TP / (TP + FN), 0…1; 0 where no text is labelled `yes`.
  public var recall: Double { ratio(truePositives, truePositives + falseNegatives) }
  /// 2 TP / (2 TP + FP + FN), the harmonic mean of precision and recall; 0 where all three are 0.
  public var f1: Double {
    ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives)
  }

  /// A 95 % interval of F1: it is a function of TP / (TP + FP + FN), a proportion, that only grows.
  public var f1Interval: ClosedRange<Double> {
    let share = Self.interval(
      truePositives, of: truePositives + falsePositives + falseNegatives)
    let f1 = { (share: Double) in 2 * share / (1 + share) }
    return f1(share.lowerBound)...f1(share.upperBound)
  }

  private func ratio(_ a: Int, _ b: Int) -> Double { b == 0 ? 0 : Double(a) / Double(b) }

  /// Reads a gold file: one JSON object a line.
  ///
  /// - Throws: a message that names the line.
  public static func examples(_ bytes: [UInt8]) throws(EvaluationError) -> [Example] {
    var examples: [Example] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) {
      do {
        var example = try JSONDecoder().decode(Example.self, from: Data(line))
        let label = example.label.lowercased()
        if Example.labels.contains(label) { example.label = label }
        example.line = index + 1
        examples.append(example)
      } catch {
        throw EvaluationError(
          message: "line \(index + 1): \(fault(error)); a line is "
            + #"{"id": "1", "text": "…", "label": "yes"}"#)
      }
    }
    return examples
  }

  /// What a line of a gold file lacks.
  private static func fault(_ error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, _)?: "no `\(key.stringValue)`"
    case .typeMismatch(_, let context)?, .valueNotFound(_, let context)?:
      context.codingPath.last.map { "`\($0.stringValue)` is no string" } ?? "no object"
    default: "no JSON"
    }
  }

  /// Runs the rules over one text and counts. `yes` is positive; `ambiguous` and `unsure` are left
  /// out; every other label is negative. What extractors make counts as found.
  public mutating func add(_ example: Example, _ worker: PackWorker, isWanted: (Finding) -> Bool) {
    if example.isLeftOut {
      leftOut += 1
      return
    }
    worker.beginBatch()
    let (_, layers, result) = worker.annotate(example.article)
    let items = layers.flatMap(\.items).filter { !worker.book.reports($0) }
    let found = (result.findings + items).filter(isWanted)
    failures += result.failures.map(\.failure)
    switch (example.isPositive, !found.isEmpty) {
    case (true, true): truePositives += 1
    case (false, false): trueNegatives += 1
    case (true, false):
      falseNegatives += 1
      errors.append((example, found))
    case (false, true):
      falsePositives += 1
      errors.append((example, found))
    }
  }

  /// Wilson's 95 % interval of a proportion.
  public static func interval(_ count: Int, of total: Int) -> ClosedRange<Double> {
    guard total > 0 else { return 0...1 }
    let z = 1.96
    let n = Double(total)
    let p = Double(count) / n
    let center = (p + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    return max(0, center - half)...min(1, center + half)
  }
}

/// A gold file that cannot be read.
public struct EvaluationError: Error, Sendable {
  /// Names the line, from 1, and what should stand there.
  public var message: String
}
