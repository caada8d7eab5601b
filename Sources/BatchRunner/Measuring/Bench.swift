public import Archives
internal import Articles
public import RulePacks

/// Measures where the time of a run goes: by stage, by layer and by rule. One thread, so that the
/// parts add up.
public struct Bench {
  /// A stage or a rule with what it took.
  public struct Report: Sendable {
    /// A part of the work, or a layer.
    public struct Stage: Sendable {
      /// `read and unpack`, `entities` …
      public var name: String
      /// Over all articles.
      public var seconds: Double
    }

    /// What one rule has cost.
    public struct Rule: Sendable {
      /// `pack/rule`
      public var name: String
      /// Counts of articles, units, calls and findings.
      public var cost: RuleMeter.Cost
      /// The cost's `time`.
      public var seconds: Double
    }

    /// Words that bring rules to look into an article.
    public struct Trigger: Sendable {
      /// The part of a pattern, as its author wrote it.
      public var title: String
      /// `pack/rule` of those that it is a required part of.
      public var rules: [String]
      /// How often one of its words stood in a text.
      public var hits: Int
    }

    /// Records, with those that could not be read.
    public var read = 0
    /// Articles read and parsed; rejected records are not among them.
    public var articles = 0
    /// Records that are no articles.
    public var unread = UnreadRecords()
    /// What failed in rules.
    public var failures: [RuleFailure] = []
    /// Articles that some rule looks into.
    public var touched = 0
    /// Bytes of the records, decompressed.
    public var bytes = 0
    /// In the order of the work.
    public var stages: [Stage] = []
    /// Each layer computed whole for every article that some rule looks into.
    public var layers: [Stage] = []
    /// The dearest first.
    public var rules: [Rule] = []
    /// The commonest first.
    public var triggers: [Trigger] = []
  }

  private let book: RuleBook
  private let options: Runner.Options

  /// Of the options only limits, character set, lines and field names count.
  public init(_ book: RuleBook, _ options: Runner.Options) {
    self.book = book
    self.options = options
  }

  /// - Throws: `ArchivesError` for inputs that do not exist.
  public func run(inputs: [String]) throws(ArchivesError) -> Report {
    // Made before the clock runs.
    _ = book.knowledge
    let reader = try options.reader(of: inputs)
    var parser = try options.recordParser()
    let worker = PackWorker(book)
    let meter = RuleMeter(book)
    let clock = ContinuousClock()
    var report = Report()
    var reading = Duration.zero
    var parsing = Duration.zero
    while true {
      let start = clock.now
      guard let batch = reader.nextBatch() else { break }
      reading += clock.now - start
      worker.beginBatch()
      report.read += batch.count
      report.bytes += batch.byteCount
      for record in 0..<batch.count {
        let start = clock.now
        let parsed = parser.parse(batch, record)
        parsing += clock.now - start
        guard let article = report.unread.article(parsed) else { continue }
        report.articles += 1
        report.failures += worker.process(article, measuring: meter)
      }
    }
    return finished(report, meter, reading: reading, parsing: parsing)
  }

  private func finished(
    _ report: Report, _ meter: RuleMeter, reading: Duration, parsing: Duration
  ) -> Report {
    var report = report
    report.touched = meter.articles
    report.rules = book.rules.indices.map { rule in
      Report.Rule(
        name: book.name(ofRule: rule), cost: meter.rules[rule],
        seconds: Self.seconds(meter.rules[rule].time))
    }.filter { $0.cost.articles > 0 }.sorted {
      $0.seconds != $1.seconds ? $0.seconds > $1.seconds : $0.name < $1.name
    }
    report.triggers = meter.triggers.map { number, hits in
      let (title, rules) = book.trigger(number)
      return Report.Trigger(title: title, rules: rules, hits: hits)
    }.sorted { $0.hits != $1.hits ? $0.hits > $1.hits : $0.title < $1.title }
    report.stages = [
      Report.Stage(name: "read and unpack", seconds: Self.seconds(reading)),
      Report.Stage(name: "parse records", seconds: Self.seconds(parsing)),
      Report.Stage(name: "fold, tokens, triggers", seconds: Self.seconds(meter.scanning)),
      Report.Stage(
        name: "rules and their layers", seconds: report.rules.reduce(0) { $0 + $1.seconds }),
    ]
    report.layers = meter.layers.map {
      Report.Stage(name: $0.name, seconds: Self.seconds($0.time))
    }
    return report
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration / .microseconds(1)) / 1e6
  }
}
