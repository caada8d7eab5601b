public import ArabicText
internal import Synchronization

/// The lexicons that extraction reads, by the name of their file. What they hold is data in packs;
/// which columns a layer reads is said in the layer and in `plugins/arabic/README.md`.
public enum Lexicon: UInt8, Sendable, CaseIterable {
  /// Names, aliases and former names of countries, with ISO 3166-1 codes.
  case countries
  /// Capitals, and what stands for a government, with actor codes.
  case capitals
  /// Adjectives of countries, peoples, religions and regions.
  case nationalities
  /// Towns, provinces, waters, mountains, streets, buildings.
  case places
  /// Bodies with a name of their own, with actor codes.
  case organizations
  /// Class nouns before a name: وزارة, مطار, مدينة.
  case orgHeads
  /// Portfolios behind وزارة, and bodies that become a name with a nationality.
  case institutions
  /// Offices, ranks, titles and professions.
  case offices
  /// Given names, and the particles that join names.
  case givenNames
  /// Family and tribal names.
  case surnames
  /// Public figures, with the form of later mentions.
  case prominentPeople
  /// Months of the Gregorian and the Hijri year in all namings.
  case months
  /// Days of the week by their ISO 8601 numbers.
  case weekdays
  /// Parts of the day with their TIMEX3 values.
  case dayparts
  /// Units of time in singular, dual and plural.
  case timeUnits
  /// Deictics, references, seasons, eras, what stands before a time.
  case timeWords
  /// Number words in every form, fractions, ordinals.
  case numbers
  /// What makes a quantity rough: نحو, أكثر من.
  case approximators
  /// Currencies with ISO 4217 codes.
  case currencies
  /// Measures in every written form, abbreviations included.
  case units
  /// Verbs of saying with the complements that they take.
  case speechVerbs
  /// Nouns of saying: تصريح, بيان.
  case speechNouns
  /// What names a source: بحسب, نقلا عن.
  case attributionPhrases
  /// Sources without a name, and "who refused to be named".
  case anonymousSources
  /// What points back to a source: المصدر ذاته.
  case sameSource
  /// What negates, and how far.
  case negation
  /// What opens a condition.
  case conditionals
  /// What makes a statement possible, planned, wished or alleged.
  case modality
  /// For cutting sentences: which dots end none.
  case abbreviations
  /// Closed-class words; a name stops before them.
  case functionWords
  /// Frequent words that are no names.
  case commonWords
  /// Forms of address before a name, blessings behind it.
  case honorifics
  /// Words that names are built of: kunya, patronymic, particles.
  case nameWords
  /// Words that tell a capital from its government.
  case placeContexts
  /// Nouns of what news counts, for duals and units.
  case countables
  /// The Umm al-Qura calendar: the first day of each year, and which of its months are long.
  case ummAlQura
  /// What carries its title in quotation marks behind it: فيلم «…».
  case titledThings
  /// Verbal nouns whose genitive acts: انسحاب القوات.
  case intransitiveNouns
  /// Closed-class words by what they do in a clause.
  case wordRoles

  /// The name of the lexicon file: `org_heads` for `orgHeads`.
  public var fileName: String { Self.fileNames[Int(rawValue)] }

  /// By `rawValue`, worked out once: asking a case for its name is dear.
  private static let fileNames = allCases.map { lexicon in
    String(describing: lexicon).reduce(into: "") { name, character in
      name += character.isUppercase ? "_" + character.lowercased() : String(character)
    }
  }
}

/// All that is known of the world and the language, ready for the layers: the lexicons of the
/// loaded packs and one index over all their terms, consulted once a token.
///
/// Immutable after loading, but for what is made when first asked for, and shared by all workers.
public final class Knowledge: Sendable {
  /// Rows of each lexicon, an empty table where no pack brings one; by `Lexicon.rawValue`.
  private let tables: [LexiconTable]
  /// Every term of every lexicon. A posting's id holds the lexicon in its upper eight bits and the
  /// row below (`lexicon(of:)`, `row(of:)`).
  public let index: TermIndex
  /// What the name lexicons say, decoded.
  let names: NameLexicon
  /// What each term is to each of the layers.
  let facts: TermFacts
  /// The lexicons of time, number and measure, decoded.
  let numeric: NumericLexicon
  let hijri: HijriCalendar
  /// Nouns of countable things in their forms.
  let countedNouns: CountedNouns
  /// Currencies and measures by their forms and spellings, made when somebody asks.
  var unitNames: UnitNames {
    madeUnitNames.withLock { made in
      let names =
        made ?? UnitNames(currencies: table(.currencies), units: table(.units))
      made = names
      return names
    }
  }
  private let madeUnitNames = Mutex<UnitNames?>(nil)
  /// Verbs and nouns of saying, attribution phrases, nameless sources.
  let reporting: ReportingLexicon
  /// Closed-class words, negations, conditions.
  let grammar: GrammarLexicon
  /// Closed-class words by what they do.
  let roles: WordRoles
  /// Cuts sentences with the abbreviations of the lexicon.
  public let splitter: SentenceSplitter

  /// Joins tables of the same name in the given order; names that no layer reads are ignored.
  public init(tables given: [LexiconTable]) {
    var tables = Lexicon.allCases.map { LexiconTable(name: $0.fileName, columns: [], rows: []) }
    let numbers = Dictionary(
      uniqueKeysWithValues: Lexicon.allCases.map { ($0.fileName, Int($0.rawValue)) })
    for table in given {
      guard let number = numbers[table.name] else { continue }
      if tables[number].columns.isEmpty {
        tables[number] = table
      } else {
        tables[number].append(table)
      }
    }
    var builder = TermIndexBuilder()
    // Most rows have one term or two, some with their form behind ل.
    builder.reserve(tables.reduce(0) { $0 + $1.rows.count } * 2)
    for lexicon in Lexicon.allCases {
      LexiconTerms.add(tables[Int(lexicon.rawValue)], lexicon, to: &builder)
    }
    reporting = ReportingLexicon({ tables[Int($0.rawValue)] }, into: &builder)
    grammar = GrammarLexicon { tables[Int($0.rawValue)] }
    roles = WordRoles(tables[Int(Lexicon.wordRoles.rawValue)])
    let abbreviations = tables[Int(Lexicon.abbreviations.rawValue)]
    splitter = SentenceSplitter(
      abbreviations: Self.abbreviations(abbreviations, ["title", "latin"]),
      letterNames: Self.abbreviations(abbreviations, ["letter"]),
      continuing: roles.words(.continuing))
    numeric = NumericLexicon(tables)
    countedNouns = CountedNouns(tables[Int(Lexicon.countables.rawValue)])
    hijri = HijriCalendar(tables[Int(Lexicon.ummAlQura.rawValue)])
    index = builder.build()
    names = NameLexicon { tables[Int($0.rawValue)] }
    facts = TermFacts(tables, names, grammar, reporting, numeric)
    self.tables = tables
  }

  /// Whether a lexicon is one that a layer reads, by its name.
  public static func reads(_ table: LexiconTable) -> Bool { names.contains(table.name) }

  private static let names = Set(Lexicon.allCases.map(\.fileName))

  /// The first row of a lexicon that could not be used, for its verb cannot be conjugated; nil where all can.
  public static func fault(in table: LexiconTable) -> (line: Int, message: String)? {
    guard table.name == Lexicon.speechVerbs.fileName else { return nil }
    for row in table.rows.indices {
      do throws(InflectionError) {
        _ = try Verb(citation: table.cell(row, "verb"))
      } catch {
        return (table.lines[row], error.description)
      }
    }
    return nil
  }

  /// Nothing known: what tests of single layers start from.
  public convenience init() { self.init(tables: []) }

  /// Titles and Latin abbreviations of one part, whose dot never ends a sentence. Those of several
  /// letters with dots between are initials; units and eras may well end one.
  private static func abbreviations(_ table: LexiconTable, _ kinds: [String]) -> [String] {
    table.rows.indices.compactMap { row in
      guard kinds.contains(table.cell(row, "kind")) else { return nil }
      let term = table.cell(row, "abbreviation").split(separator: ".")
      return term.count == 1 ? String(term[0]) : nil
    }
  }

  /// The rows of all packs' files of that name; an empty table where no pack brings one.
  public func table(_ lexicon: Lexicon) -> LexiconTable { tables[Int(lexicon.rawValue)] }

  /// The verb with a shadda that a citation of its bare letters is hardly ever other than meant for: دمّر for دمر.
  public func doubledVerb(of citation: String) -> String? {
    roles.words(.doubled).first { verb in
      verb.unicodeScalars.lazy.filter { $0 != "\u{651}" }.elementsEqual(citation.unicodeScalars)
    } ?? doubledHollow(citation)
  }

  /// عيّن for عين: without the shadda a weak letter in the middle is an alif (عان), but before another weak one (نوى).
  private func doubledHollow(_ citation: String) -> String? {
    var letters = Array(citation.unicodeScalars)
    let weak: [UnicodeScalar] = ["و", "ي", "ى", "ا", "ء"]
    let negations = table(.negation)
    guard letters.count == 3, weak[..<2].contains(letters[1]), !weak.contains(letters[2]),
      // ليس is a verb as it stands.
      !negations.rows.indices.contains(where: { negations.cell($0, "word") == citation })
    else { return nil }
    letters.insert("\u{651}", at: 2)
    return String(String.UnicodeScalarView(letters))
  }

  /// Which lexicon a match stands in.
  @inline(__always)
  public static func lexicon(of id: UInt32) -> Lexicon? { Lexicon(rawValue: UInt8(id >> 24)) }

  /// Which row of its lexicon.
  @inline(__always)
  public static func row(of id: UInt32) -> Int { Int(id & 0xFF_FFFF) }

  static func id(_ lexicon: Lexicon, row: Int) -> UInt32 {
    UInt32(lexicon.rawValue) << 24 | UInt32(row & 0xFF_FFFF)
  }
}
