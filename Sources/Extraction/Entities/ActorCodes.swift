internal import ArabicText
internal import Articles

extension EntityField {
  /// Gives capitals their country's code where they stand for the government.
  func readMetonymy() {
    for index in mentions.indices where mentions[index].isSeat {
      if standsForGovernment(index) { mentions[index].code = mentions[index].country }
    }
  }

  private func standsForGovernment(_ index: Int) -> Bool {
    let mention = mentions[index]
    let first = mention.tokens.lowerBound
    let token = text.tokens[first]
    let isPeeled = mention.bytes.start > token.originalStart
    if isPeeled, token.isArabic {
      switch firstLetter(first) {
      case 0x628: return false  // ب
      case 0x648: return isPartner(index)  // و
      default: break
      }
    }
    guard first > 0, isWord(first - 1) else { return actsBehind(index) }
    if let context = context(before: first) {
      switch context {
      case .place: return false
      case .government: return !isRoute(before: first)
      default: break
      }
    }
    if isFeminineVerb(first - 1) { return true }
    return actsBehind(index)
  }

  /// «بين أنقرة ودمشق»: what is joined to a government is one.
  private func isPartner(_ index: Int) -> Bool {
    guard index > 0, mentions[index - 1].tokens.upperBound == mentions[index].tokens.lowerBound
    else { return actsBehind(index) }
    return mentions[index - 1].code != nil && mentions[index - 1].isSeat
  }

  private func isRoute(before first: Int) -> Bool {
    for index in max(0, first - 4)..<first where classes(index).contains(.context) {
      for match in terms(at: index)
      where match.id >> 24 == UInt32(Lexicon.placeContexts.rawValue)
        && names.contexts[Knowledge.row(of: match.id)] == .route
      {
        return true
      }
    }
    return false
  }

  /// A verb whose subject is a feminine singular: its form ends in ت or begins with ت, perhaps with
  /// an object's pronoun.
  private func isFeminineVerb(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.isArabic, token.letters > 2 else { return false }
    if classes(index).contains(.speechVerb) { return true }
    guard
      whole[index].isDisjoint(with: [
        .definite, .given, .surname, .nationality, .office, .head, .function, .country,
      ])
    else { return false }
    let start = Int(token.foldedStart)
    let end = Int(token.foldedEnd)
    func letter(_ at: Int) -> UInt32 {
      UInt32(text.folded[at] & 0x1F) << 6 | UInt32(text.folded[at + 1] & 0x3F)
    }
    if letter(end - 2) == 0x62A, lastLetter(of: token) == 0x62A { return letter(end - 4) != 0x627 }
    var first = letter(start)
    if first == 0x648 || first == 0x633, token.letters > 4 { first = letter(start + 2) }
    return first == 0x62A
  }

  /// A verb of saying behind the name: «موسكو تقول», «وأنقرة تنفي».
  private func actsBehind(_ index: Int) -> Bool {
    let next = mentions[index].tokens.upperBound
    return isWord(next) && classes(next).contains(.speechVerb)
      && classes(next).isDisjoint(with: [.function, .measure, .given])
  }
}

/// Completes codes across an article: an office without a country takes it from the person's other
/// mentions, one of a body called by its class noun alone («الناطق باسم الكتائب») that of the body.
struct ActorCodes {
  private let fields: [EntityField]
  /// The codes of the article's bodies by the class nouns that open their names; few articles ask for them.
  private lazy var bodies = codesByNoun()

  init(_ fields: [EntityField]) { self.fields = fields }

  mutating func complete() {
    var countries: [Int: String] = [:]
    for field in fields {
      for mention in field.mentions where mention.kind == .person {
        if let country = mention.country, countries[mention.cluster] == nil {
          countries[mention.cluster] = country
        }
      }
    }
    let known = codesByPerson()
    for field in fields {
      for office in field.offices {
        guard let token = office.holder, let index = field.mention(at: token),
          let role = field.mentions[index].role, role.code == nil
        else { continue }
        let person = field.mentions[index].cluster
        let code = code(of: office, in: field, countries[person], known[person])
        field.mentions[index].role?.code = code
      }
    }
  }

  /// The code of an office that tells none by itself. `known` are the codes of the holder's other offices.
  private mutating func code(
    of office: OfficePhrase, in field: EntityField, _ country: String?, _ known: [String]?
  ) -> String? {
    if !office.suffix.isEmpty { return country.map { $0 + office.suffix } }
    let noun = field.classNoun(of: office)
    // Of two bodies that the noun may mean it means neither for sure.
    if let noun, let codes = bodies[noun] { return codes.count == 1 ? codes[0] : nil }
    // «المتحدث العسكري» is the spokesman of the body that he has spoken for; «الملك» says by itself what he is.
    if !office.isTitle, let known, known.count == 1 { return known[0] }
    guard let noun else { return country.map { $0 + "GOV" } }
    return field.names.sectors[noun].flatMap { sector in country.map { $0 + sector } }
  }

  /// The codes of each person's offices.
  private func codesByPerson() -> [Int: [String]] {
    var codes: [Int: [String]] = [:]
    for field in fields {
      for mention in field.mentions where mention.kind == .person {
        guard let code = mention.role?.code else { continue }
        if codes[mention.cluster]?.contains(code) != true {
          codes[mention.cluster, default: []].append(code)
        }
      }
    }
    return codes
  }

  /// كتائب القسام under «كتائب».
  private func codesByNoun() -> [UInt64: [String]] {
    var codes: [UInt64: [String]] = [:]
    for field in fields {
      for mention in field.mentions where mention.kind == .organization {
        guard let code = mention.code, mention.tokens.count > 1,
          let head = field.headMatch(at: mention.tokens.lowerBound)
        else { continue }
        let noun = field.text.stemHash(of: head)
        if codes[noun]?.contains(code) != true { codes[noun, default: []].append(code) }
      }
    }
    return codes
  }
}

extension EntityField {
  /// The class noun with its article that an office governs: «الكتائب» of «الناطق باسم الكتائب», «الحزب» of «رئيس الحزب».
  fileprivate func classNoun(of office: OfficePhrase) -> UInt64? {
    for token in office.tokens.dropFirst() {
      // A body with a name, or «القيادي المنشق عن الجماعة».
      if isTaken(token) || isWord(token - 1, .from) { return nil }
      // «اللواء» is a brigade too.
      if classes(token).contains(.office) { continue }
      if let match = headMatch(at: token), match.tokens.count == 1, isDefiniteHead(match),
        head(match).kind == .organization
      {
        return text.stemHash(of: match)
      }
    }
    return nil
  }
}
