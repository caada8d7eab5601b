internal import Articles
internal import Extraction
internal import Patterns

/// What a book holds, as tables for `hilal list`.
public enum Listing {
  /// Lexicons that extraction reads by name: `countries`, `offices` …
  static let knowledgeLexicons = Set(Lexicon.allCases.map(\.fileName))

  /// Layers that are there without any pack.
  public static let coreLayers = [
    "sentences", "entities", "quotes", "times", "quantities", "attributions", "duplicates",
  ]

  /// Each row has a cell for every column.
  public typealias Table = (columns: [String], rows: [[String]])

  /// Columns of numbers; a cell that is none stands for none.
  public static let counts: Set<String> = ["rules", "forms"]

  /// One row a pack, in loading order, needed packs included.
  public static func packs(_ book: RuleBook) -> Table {
    (
      ["name", "version", "rules", "path", "title"],
      book.packs.enumerated().map { index, pack in
        let count = book.rules.count { $0.pack == index }
        return [
          pack.manifest.name, pack.manifest.version, String(count), pack.source.path,
          pack.manifest.title,
        ]
      }
    )
  }

  /// One row a rule or extractor, in running order; `-` where it provides no layer.
  public static func rules(_ book: RuleBook) -> Table {
    (
      ["rule", "severity", "on", "provides", "place", "title"],
      book.rules.indices.map { index in
        let rule = book.rules[index]
        let place = rule.file + (rule.line.map { ":\($0)" } ?? "")
        return [
          book.name(ofRule: index), rule.severity.rawValue, rule.unit.rawValue,
          rule.provides ?? "-", place, rule.title,
        ]
      }
    )
  }

  /// One row a layer: the host's own first, then those of packs with the rule that makes them.
  public static func layers(_ book: RuleBook) -> Table {
    let provided = book.rules.indices.compactMap { index in
      book.rules[index].provides.map { [$0, book.name(ofRule: index)] }
    }
    return (["layer", "from"], coreLayers.map { [$0, "core"] } + provided)
  }

  /// One row a rule: the words of which an article must hold one for the rule to look into it.
  public static func triggers(_ book: RuleBook) -> Table {
    (
      ["rule", "forms", "required words"],
      book.rules.indices.map { index in
        guard let triggers = book.rules[index].triggers else {
          let layers = book.rules[index].layers.map(\.name).sorted()
          if !layers.isEmpty {
            let names = layers.map { "`\($0)`" }.joined(separator: " or ")
            return [book.name(ofRule: index), "-", "an item of the layer \(names)"]
          }
          return [book.name(ofRule: index), "-", "none: runs on every article"]
        }
        let sets = triggers.map { book.vocabulary.sets[Int($0)] }
        let forms = sets.reduce(0) { $0 + $1.termCount }
        return [
          book.name(ofRule: index), String(forms), sets.map(\.title).joined(separator: "; "),
        ]
      }
    )
  }

  /// All codes of diagnostics.
  public static var codes: Table {
    (
      ["code", "level", "meaning", "what to do"],
      Diagnostic.Code.allCases.map { code in
        [code.rawValue, code.isWarning ? "warning" : "error", code.summary, code.advice]
      }
    )
  }
}
