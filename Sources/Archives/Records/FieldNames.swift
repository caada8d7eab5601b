/// The names under which an article's fields are looked for in a record.
public struct FieldNames: Sendable, Equatable {
  /// An article's fields, as in `--field content=story`.
  public enum Field: String, Sendable, CaseIterable {
    /// Those of `Article`.
    case id, title, content, date, source, url, author, lang
  }

  /// Names and what they name, the strongest first: of several in a record the first counts whose
  /// value is not null.
  public private(set) var names: [(name: String, field: Field)]

  /// The field's own name, then the aliases that are known without asking.
  public init() {
    let aliases: [(Field, [String])] = [
      (.content, ["body", "text", "story"]),
      (.title, ["headline"]),
      (.date, ["date_extracted", "published", "pubdate", "published_at", "timestamp"]),
      (.url, ["link"]),
    ]
    names = Field.allCases.map { ($0.rawValue, $0) }
    for (field, others) in aliases { names += others.map { ($0, field) } }
  }

  /// Lets `name` stand for `field`, before all names known so far.
  public mutating func add(_ name: String, for field: Field) {
    names.removeAll { $0.name == name }
    names.insert((name, field), at: 0)
  }

  public static func == (a: FieldNames, b: FieldNames) -> Bool {
    a.names.elementsEqual(b.names) { $0.name == $1.name && $0.field == $1.field }
  }
}
