public import Articles
public import Patterns

/// A rule or extractor as its script declares it.
public struct Rule: Sendable {
  /// What `check` is called for.
  public enum Unit: String, Sendable, CaseIterable {
    /// Called once an article; a pattern is tried on the title and on the content.
    case article
    /// What stands between two line breaks, of title and content.
    case paragraph
    /// Of title and content.
    case sentence
    /// The words of direct and indirect speech, without marks.
    case quote
  }

  /// The index of its pack in the rule book.
  public let pack: Int
  /// Within its pack: small Latin letters, digits and hyphens.
  public let id: String
  /// The label of its findings, unless `check` gives another.
  public let title: String
  /// That of its findings, unless `check` gives another.
  public let severity: Finding.Severity
  /// Sorted by scheme.
  public let codes: [(scheme: String, code: String)]
  /// What the pattern is tried on and `check` gets.
  public let unit: Unit
  /// Declared fields, in order.
  public let fields: [String]
  /// Layers that it reads and that must be computed first.
  public let needs: [String]
  /// The layer that its results make up.
  public let provides: String?
  /// An extractor makes a layer and reports no findings.
  public let reports: Bool
  /// Nil where `check` is called for every unit.
  public let match: Pattern?
  /// A function decides on each match; without one every match is a finding.
  let hasCheck: Bool
  /// The script, within the pack, and the line of the declaration.
  public let file: String
  /// From 1; nil where it could not be told.
  public let line: Int?
  /// The declaration's number among those of its pack, in file order.
  let ordinal: Int
  var program: Program?
  /// Classes of the vocabulary of which one must be present; nil where no word is required.
  var triggers: [UInt32]?
  /// What else must be present in a unit, by number in the book.
  var conditions: [Int] = []
  /// Layers of which an item must be present, where no word is required.
  var layers: [LayerID] = []

  /// Whether both are called for the same places, and what they find there differs by their functions alone.
  func declaresTheSame(as other: Rule) -> Bool {
    pack == other.pack && id == other.id && title == other.title && severity == other.severity
      && codes.elementsEqual(other.codes, by: ==) && unit == other.unit && fields == other.fields
      && needs == other.needs && provides == other.provides && reports == other.reports
      && layers == other.layers && hasCheck == other.hasCheck && match == other.match
  }

  /// Nothing is required: it runs on every article.
  var runsEverywhere: Bool { triggers == nil && layers.isEmpty }
}

/// What a call of `check` (or a bare match) reports, before it is written out: places are bytes.
struct RawFinding {
  enum Value {
    case span(Span, code: String?, value: String?)
    case text(String)
    case list([Value])
  }

  var rule: Int
  var span: Span
  var label: String?
  var severity: Finding.Severity?
  var score: Double?
  var codes: [(scheme: String, code: String)]?
  /// By declared field.
  var fields: [(name: String, value: Value)] = []
  var evidence: [(name: String, span: Span)] = []

  init(rule: Int, span: Span) {
    self.rule = rule
    self.span = span
  }
}
