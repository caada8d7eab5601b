internal import ArabicText

/// What the cells of the name lexicons say, decoded once for all articles.
final class NameLexicon: Sendable {
  /// A row of a gazetteer: countries, capitals, places, organizations, prominent people.
  struct Name: Sendable {
    enum Standing: String, Sendable {
      case country
      /// A capital or another seat: stands for its government where it acts.
      case seat
      /// A building or body that always stands for its government or branch.
      case metonym
      case other
    }

    /// The signs with which a row is written, where others have the same letters.
    struct Signs: OptionSet, Sendable {
      let rawValue: UInt8
      static let shadda = Signs(rawValue: 1)
      /// Vowels, and no shadda.
      static let vowels = Signs(rawValue: 2)

      init(rawValue: UInt8) { self.rawValue = rawValue }

      /// The signs among the letters of UTF-8 text.
      init(_ bytes: ArraySlice<UInt8>) {
        var hasVowels = false
        var hasShadda = false
        for index in bytes.indices.dropLast() where bytes[index] == 0xD9 {
          hasVowels = hasVowels || (0x8B...0x90).contains(bytes[index + 1])
          hasShadda = hasShadda || bytes[index + 1] == 0x91
        }
        self = hasShadda ? .shadda : hasVowels ? .vowels : []
      }
    }

    var kind: Entity.Kind
    var standing: Standing
    var signs: Signs = []
    /// ISO 3166-1 alpha-3; empty where it has none.
    var country: String
    /// The actor code of a body or person; for countries the ISO code.
    var code: String
    var isAmbiguous: Bool
    /// A place that is another word too, but hardly ever that one where it stands alone behind a preposition of place.
    var isRatherPlace: Bool
    /// A nationality behind it is no part of it: media, clubs, companies.
    var isBrand: Bool
    var isClub: Bool
    var isMedia: Bool
    /// An armed group or a party.
    var isMovement: Bool
    /// A body of a state.
    var isStateBody: Bool
    /// A province or region, so often named that its article tells it from a common noun.
    var isProvince: Bool
    /// Names of the same thing share it.
    var identity: UInt64
  }

  struct Office: Sendable {
    enum Kind: Sendable {
      case office
      case title
      case modifier
      case counterpart
    }

    var kind: Kind
    var suffix: String
    var isAmbiguous: Bool
    /// A form of address or rank, which needs no article before a name: «شيخ», «جنرال».
    var isAddress: Bool
    var masculine: String
    /// Hashes of the first words of the forms that name two or several holders.
    var several: [UInt64]
  }

  struct Nationality: Sendable {
    var masculine: String
    var feminine: String
    /// The ISO code for nationalities of countries, the actor code else.
    var code: String
    var isCountry: Bool
    /// Of a country, a people or a region, not of a belief or a movement.
    var isNation: Bool
    var isAmbiguous: Bool
    /// Hashes of the forms of two or several.
    var several: [UInt64]
  }

  struct Head: Sendable {
    enum Kind: Sendable {
      case organization
      case facility
      case place
      case location
      case person
      /// Makes no name: a word that belongs to names of its own only, or a set phrase («قاعدة البيانات»).
      case none
    }

    /// What a class noun with other senses wants behind it to make a name.
    enum Wanted: String, Sendable {
      case any = ""
      /// A proper name: «سوق عكاظ», not «سوق العمل».
      case name
      /// A noun with its article: «جهاز الاستخبارات», not «جهاز آيباد».
      case noun
    }

    var kind: Kind
    var wanted: Wanted
    var isAmbiguous: Bool
    var several: [UInt64]
  }

  struct Institution: Sendable {
    var suffix: String
    var isPortfolio: Bool
    var isGeneric: Bool
    /// A word that also names a portfolio: «الخارجية».
    var isGovernment: Bool
  }

  /// Kinds of `name_words` and `place_contexts`.
  enum Word: String, Sendable {
    case kunya, patronymic, clan, particle, theophoric, divine, regnal, placepart
    case adjective, village, district, local, brand, generic, agency, court, organ, verbal, purpose
    case national, possessor, follower, closed, aim, binder, letter, trade
    case club, feminine
    case state, boundary, road
    /// Words of sport; words before a club that other texts have too.
    case sport, rival
    case place, government, route
    case other
  }

  private let names: [[Name]]
  /// ISO codes of all countries.
  private let countries: Set<String>
  let offices: [Office]
  let honorificsBefore: [Bool]
  let nationalities: [Nationality]
  let heads: [Head]
  let institutions: [Institution]
  /// The sector of a class noun, by its hash: «شرطة» COP, from «الشرطة».
  let sectors: [UInt64: String]
  let nameWords: [Word]
  let contexts: [Word]
  /// What kind of word each common word is, as its class.
  let commonKinds: [WordClass]
  /// Hashes of the common words of one word: in the accusative («اجتماعا») they are no names.
  let commonWords: Set<UInt64>
  /// Those of them that are nouns.
  let commonNouns: Set<UInt64>
  /// Which words of time lexicon are words of time themselves, not only of its surroundings.
  let timeWordsAreTimes: [Bool]
  let givenIsAmbiguous: [Bool]
  /// Given names of other languages than Arabic, behind which a family name is in transcription.
  let givenIsTranscribed: [Bool]
  let surnameIsAmbiguous: [Bool]
  /// Names of languages whose bearers have no Arabic names.
  let givenIsForeign: [Bool]
  let surnameIsForeign: [Bool]

  init(_ table: (Lexicon) -> LexiconTable) {
    var names = [[Name]](repeating: [], count: Lexicon.allCases.count)
    for lexicon in [
      Lexicon.countries, .capitals, .places, .organizations, .prominentPeople,
    ] {
      names[Int(lexicon.rawValue)] = Self.decodeNames(table(lexicon), lexicon)
    }
    self.names = names
    countries = Set(names[Int(Lexicon.countries.rawValue)].map(\.country))
    offices = Self.decodeOffices(table(.offices))
    let honorifics = table(.honorifics)
    honorificsBefore = honorifics.rows.indices.map { honorifics.cell($0, "place") != "after" }
    nationalities = Self.decodeNationalities(table(.nationalities))
    heads = Self.decodeHeads(table(.orgHeads))
    let institutions = table(.institutions)
    self.institutions = institutions.rows.indices.map {
      Institution(
        suffix: institutions.cell($0, "suffix"),
        isPortfolio: institutions.cell($0, "kind") == "portfolio",
        isGeneric: institutions.cell($0, "generic") == "1",
        isGovernment: institutions.cell($0, "kind") == "government")
    }
    sectors = Self.sectors(institutions)
    nameWords = Self.decodeWords(table(.nameWords))
    contexts = Self.decodeWords(table(.placeContexts))
    let common = table(.commonWords)
    commonKinds = common.rows.indices.map { row in
      switch common.cell(row, "kind") {
      case "adjective": .adjective
      case "verb": .verb
      default: []
      }
    }
    let commonHashes = common.rows.indices.map { row -> UInt64? in
      let words = TermWords(utf8: common.bytes(row, 0))
      return words.count == 1 ? words.first : nil
    }
    commonWords = Set(commonHashes.compactMap { $0 })
    commonNouns = Set(
      zip(commonHashes, commonKinds).compactMap { hash, kind in kind.isEmpty ? hash : nil })
    let times = table(.timeWords)
    timeWordsAreTimes = times.rows.indices.map {
      !["not_today", "announcement", "amount"].contains(times.cell($0, "kind"))
    }
    let given = table(.givenNames)
    givenIsAmbiguous = Self.flags(given)
    givenIsTranscribed = given.rows.indices.map { row in
      !["", "ar"].contains(given.cell(row, "origin"))
    }
    surnameIsAmbiguous = Self.flags(table(.surnames))
    givenIsForeign = Self.areForeign(given)
    surnameIsForeign = Self.areForeign(table(.surnames))
  }

  /// The gazetteer row of a match; nil for other lexicons.
  @inline(__always)
  func name(_ id: UInt32) -> Name? {
    let rows = names[Int(id >> 24)]
    let row = Knowledge.row(of: id)
    return row < rows.count ? rows[row] : nil
  }

  /// The country of a name, of a body that of its code; nil where it belongs to none.
  func homeland(of name: Name) -> String? {
    if !name.country.isEmpty { return name.country }
    let country = String(name.code.prefix(3))
    return countries.contains(country) ? country : nil
  }

  private static func sectors(
    _ institutions: LexiconTable
  ) -> [UInt64: String] {
    var sectors: [UInt64: String] = [:]
    for row in institutions.rows.indices {
      let name = institutions.cell(row, "name")
      guard name.utf8.starts(with: "ال".utf8), !name.utf8.contains(0x20),
        institutions.cell(row, "kind") != "portfolio"
      else { continue }
      sectors[TermHash.hash(String(name.folded.unicodeScalars.dropFirst(2)))] =
        institutions.cell(row, "suffix")
    }
    return sectors
  }

  private static let foreignOrigins: Set<String> = [
    "en", "fr", "ru", "de", "es", "nordic", "he",
  ]

  private static func areForeign(_ table: LexiconTable) -> [Bool] {
    table.rows.indices.map { foreignOrigins.contains(table.cell($0, "origin")) }
  }

  private static func flags(_ table: LexiconTable) -> [Bool] {
    table.rows(where: "ambiguous", is: "1")
  }

  /// The hashes of the first words of terms, several in a cell parted by `|`.
  private static func hashes(_ cells: String...) -> [UInt64] { hashes(cells) }

  private static func hashes(_ cells: [String]) -> [UInt64] {
    var hashes: [UInt64] = []
    for cell in cells where !cell.isEmpty {
      for term in Array(cell.utf8).split(separator: 0x7C) {
        var first: UInt64?
        _ = TermWords(utf8: term) { first = first ?? $0 }
        if let first { hashes.append(first) }
      }
    }
    return hashes
  }

  private static let brands = ["media", "club", "company", "bank"]
  private static let nations = ["country", "people", "region"]
  private static let movements = ["armed", "party"]
  private static let provinces = ["province", "region"]

  private static func decodeNames(_ table: LexiconTable, _ lexicon: Lexicon) -> [Name] {
    let iso = table.column("iso3")
    let codes = table.column("code")
    let types = table.column("type")
    let kinds = table.column("kind")
    let ambiguous = table.column("ambiguous")
    return table.rows.indices.map { row in
      let country = table.cell(row, at: iso)
      var code = table.cell(row, at: codes)
      var standing = Name.Standing.other
      var kind = kind(table.cell(row, at: types), of: lexicon)
      let given = table.cell(row, at: kinds)
      switch lexicon {
      case .countries:
        standing = .country
        code = country
        kind = .geopolitical
      case .capitals:
        standing = given == "metonym" ? .metonym : .seat
      default: break
      }
      let own = UInt64(lexicon.rawValue) << 32 | UInt64(row)
      let identity: UInt64
      switch standing {
      case .country where !country.isEmpty: identity = TermHash.hash(country)
      case .seat, .metonym:
        // Spellings of one capital share country and kind.
        identity = TermHash.hash(country + code + standing.rawValue)
      default: identity = own
      }
      return Name(
        kind: kind, standing: standing,
        signs: standing == .other ? [] : Name.Signs(table.bytes(row, 0)),
        country: country, code: code,
        isAmbiguous: table.holds("1", row, at: ambiguous)
          || table.holds("2", row, at: ambiguous),
        isRatherPlace: table.holds("2", row, at: ambiguous),
        isBrand: brands.contains(given), isClub: given == "club", isMedia: given == "media",
        isMovement: movements.contains(given), isStateBody: given == "security",
        isProvince: provinces.contains(given), identity: identity)
    }
  }

  private static func kind(_ cell: String, of lexicon: Lexicon) -> Entity.Kind {
    if let kind = Entity.Kind(rawValue: cell) { return kind }
    switch lexicon {
    case .organizations: return .organization
    case .prominentPeople: return .person
    default: return .geopolitical
    }
  }

  private static func decodeOffices(_ table: LexiconTable) -> [Office] {
    table.rows.indices.map { row in
      let kind: Office.Kind
      switch table.cell(row, "kind") {
      case "title", "rank", "profession": kind = .title
      case "modifier": kind = .modifier
      case "counterpart": kind = .counterpart
      default: kind = .office
      }
      return Office(
        kind: kind, suffix: table.cell(row, "suffix"),
        isAmbiguous: table.cell(row, "ambiguous") == "1",
        isAddress: ["title", "rank"].contains(table.cell(row, "kind")),
        masculine: table.cell(row, "word"),
        several: hashes(
          [table.cell(row, "dual"), table.cell(row, "plural")]
            + LexiconTerms.regularPlurals(table.cell(row, "word"))))
    }
  }

  private static func decodeNationalities(_ table: LexiconTable) -> [Nationality] {
    table.rows.indices.map { row in
      let masculine = table.cell(row, "masculine")
      return Nationality(
        masculine: masculine, feminine: table.cell(row, "feminine"),
        code: table.cell(row, "code"), isCountry: table.cell(row, "kind") == "country",
        isNation: nations.contains(table.cell(row, "kind")),
        isAmbiguous: table.cell(row, "ambiguous") == "1",
        several: hashes(
          table.cell(row, "plural"), table.cell(row, "plural_oblique"), table.cell(row, "broken"),
          masculine + "ان", masculine + "ين"))
    }
  }

  private static func decodeHeads(_ table: LexiconTable) -> [Head] {
    table.rows.indices.map { row in
      let kind: Head.Kind
      switch table.cell(row, "type") {
      case "FAC": kind = .facility
      case "GPEcontext": kind = .place
      case "LOCcontext": kind = .location
      case "PERcontext": kind = .person
      case "none": kind = .none
      default: kind = .organization
      }
      return Head(
        kind: kind, wanted: Head.Wanted(rawValue: table.cell(row, "wants")) ?? .any,
        isAmbiguous: table.cell(row, "ambiguous") == "1",
        several: hashes(table.cell(row, "plural"), table.cell(row, "dual")))
    }
  }

  private static func decodeWords(_ table: LexiconTable) -> [Word] {
    table.rows.indices.map { Word(rawValue: table.cell($0, "kind")) ?? .other }
  }
}
