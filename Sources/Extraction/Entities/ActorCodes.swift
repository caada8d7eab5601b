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
/// mentions.
struct ActorCodes {
  private let fields: [EntityField]

  init(_ fields: [EntityField]) { self.fields = fields }

  func complete() {
    var countries: [Int: String] = [:]
    for field in fields {
      for mention in field.mentions where mention.kind == .person {
        if let country = mention.country, countries[mention.cluster] == nil {
          countries[mention.cluster] = country
        }
      }
    }
    for field in fields {
      for office in field.offices {
        guard let token = office.holder, let index = field.mention(at: token),
          let role = field.mentions[index].role, role.code == nil,
          let country = countries[field.mentions[index].cluster]
        else { continue }
        field.mentions[index].role?.code =
          country + (office.suffix.isEmpty ? "GOV" : office.suffix)
      }
    }
  }
}
