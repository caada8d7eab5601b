internal import ArabicText
internal import Articles

/// Offices as the roles of people: their words, resolved where the text shares or shortens them.
extension EntityField {
  /// Gives a person an office. `shared` is the last office of a group whose dual or plural
  /// adjective belongs to all.
  func setRole(_ office: OfficePhrase, of token: Int, sharedBy shared: OfficePhrase? = nil) {
    guard let index = mention(at: token), !isPossessor(token, of: office) else { return }
    let office = takeOffice(setOffBefore: office, for: token) ?? office
    mentions[index].role = Role(
      text: roleText(office, isShared: shared?.isShared ?? office.isShared),
      span: Span(source.field, ByteRange(office.start, roleEnd(office))),
      code: office.code)
    if let country = office.country { mentions[index].country = country }
  }

  /// «جنود سالم»: a plural right before the name is in construct with it, and those are somebody else.
  private func isPossessor(_ token: Int, of office: OfficePhrase) -> Bool {
    let head = office.head
    guard office.namesSeveral, office.tokens == head, head.count == 1, head.upperBound == token,
      !whole[head.lowerBound].contains(.definite)
    else { return false }
    // With its nun it is in no construct: «وزيران».
    return lastLetter(of: text.tokens[head.lowerBound]) != Alphabet.nun
  }

  /// «رئيس الجهاز، اللواء فلان»: behind an office set off by a comma a rank or form of address is of the same
  /// man, whose role is the office.
  private func takeOffice(setOffBefore title: OfficePhrase, for token: Int) -> OfficePhrase? {
    let first = title.tokens.lowerBound
    guard title.isTitle, title.start == text.tokens[first].originalStart, isComma(first - 1),
      let last = offices.indices.last
    else { return nil }
    let office = offices[last]
    guard office.tokens.upperBound == first - 1, office.holder == nil, !office.isTitle,
      !office.isOpen, !office.namesSeveral
    else { return nil }
    offices[last].holder = token
    return offices[last]
  }

  private func roleEnd(_ office: OfficePhrase) -> Int {
    text.tokens[office.tokens.upperBound - 1].originalEnd
  }

  /// The office in full, for one holder.
  private func roleText(_ office: OfficePhrase, isShared: Bool) -> String {
    let end = roleEnd(office)
    guard office.namesSeveral || isShared || isOutside(office.nationality, office.tokens) else {
      return slice(from: office.start, to: end)
    }
    let adjective = office.nationality.map { singular($0, isFeminine: office.isFeminine) }
    return roleText(office, adjective: adjective)
  }

  /// Words of the text, the article restored where it has merged with ل: «للمصور».
  private func slice(from start: Int, to end: Int) -> String {
    let words = text.string(from: start, to: end)
    return words.utf8.starts(with: "لل".utf8) ? "ال" + words.dropFirst(2) : words
  }

  private func isOutside(_ token: Int?, _ tokens: Range<Int>) -> Bool {
    token.map { !tokens.contains($0) } ?? false
  }

  /// The office with another nationality, or with none.
  func roleText(_ office: OfficePhrase, adjective: String?) -> String {
    var parts: [String] = []
    let headEnd = text.tokens[office.head.upperBound - 1].originalEnd
    parts.append(
      office.singular ?? slice(from: headStart(office), to: headEnd))
    let tail = office.head.upperBound..<office.tokens.upperBound
    var adjective = adjective
    for token in tail {
      if token == office.unlisted || isNationality(token) && isShareable(token, office) {
        if let given = adjective { parts.append(given) }
        adjective = nil
      } else {
        parts.append(text.text(text.tokens[token]))
      }
    }
    if let adjective { parts.append(adjective) }
    return parts.joined(separator: " ")
  }

  private func isShareable(_ token: Int, _ office: OfficePhrase) -> Bool {
    office.nationality == token || nationality(at: token)?.isCountry == true
  }

  private func headStart(_ office: OfficePhrase) -> Int {
    if office.head.lowerBound == office.tokens.lowerBound { return office.start }
    return text.tokens[office.head.lowerBound].originalStart
  }

  /// A nationality adjective for one man or woman, with its article; one that no lexicon has as it is written, behind و.
  func singular(_ token: Int, isFeminine: Bool) -> String {
    guard let nationality = nationality(at: token) else {
      let word = text.tokens[token]
      let letter = whole[token].contains(.conjoinedDefinite) ? 1 : 0
      return text.string(
        from: text.originalOffset(ofLetter: letter, in: word), to: word.originalEnd)
    }
    return "ال" + (isFeminine ? nationality.feminine : nationality.masculine)
  }

  // MARK: Counterparts

  /// Gives those called somebody's counterpart that person's office with their own nationality.
  func resolveCounterparts(_ known: KnownOffices) {
    for counterpart in counterparts {
      guard let holder = mention(at: counterpart.holder),
        let (field, office) = antecedent(of: counterpart, known)
      else { continue }
      let adjective = counterpart.nationality.map {
        singular($0, isFeminine: office.isFeminine)
      }
      let country = counterpart.nationality.flatMap { nationality(at: $0)?.code }
      let tokens = counterpart.token..<(counterpart.nationality ?? counterpart.token) + 1
      mentions[holder].role = Role(
        text: field.roleText(office, adjective: adjective),
        span: Span(source.field, source.bytes(ofTokens: tokens)),
        code: country.map { $0 + (office.suffix.isEmpty ? "GOV" : office.suffix) })
      if let country { mentions[holder].country = country }
    }
  }

  /// The office meant: the nearest before in the sentence whose country is known and another one,
  /// be it named there or borne by a person mentioned there; else the nearest.
  private func antecedent(
    of counterpart: Counterpart, _ known: KnownOffices
  ) -> (EntityField, OfficePhrase)? {
    let own = counterpart.nationality.flatMap { nationality(at: $0)?.code }
    let from =
      source.sentence(ofToken: counterpart.token).map { source.sentences[$0].tokens.lowerBound }
      ?? 0
    var nearest: OfficePhrase?
    for office in officesBefore(counterpart.token) {
      if office.tokens.lowerBound < from { break }
      if office.isTitle { continue }
      if let country = office.country, country != own { return (self, office) }
      nearest = nearest ?? office
    }
    for mention in mentionsBefore(counterpart.token) {
      if mention.tokens.lowerBound < from { break }
      if mention.kind == .person,
        let (field, office) = known.office(of: mention.cluster, besides: own)
      {
        return (field, office)
      }
    }
    return nearest.map { (self, $0) }
  }

  /// The offices that begin before a token, the nearest first.
  private func officesBefore(_ token: Int) -> ReversedCollection<ArraySlice<OfficePhrase>> {
    offices[..<partition(offices.count) { offices[$0].tokens.lowerBound < token }].reversed()
  }

  private func mentionsBefore(_ token: Int) -> ReversedCollection<ArraySlice<NameMention>> {
    mentions[..<partition(mentions.count) { mentions[$0].tokens.lowerBound < token }].reversed()
  }

  /// The first index for which `isBefore` does not hold, by bisection.
  func partition(_ count: Int, _ isBefore: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The offices with a country that the article gives each person, the last told of each country.
struct KnownOffices {
  private var byCluster: [Int: [(EntityField, OfficePhrase)]] = [:]

  init(_ fields: [EntityField]) {
    for field in fields {
      for office in field.offices where office.country != nil && !office.isTitle {
        guard let token = office.holder, let holder = field.mention(at: token) else { continue }
        let cluster = field.mentions[holder].cluster
        byCluster[cluster, default: []].removeAll { $0.1.country == office.country }
        byCluster[cluster, default: []].append((field, office))
      }
    }
  }

  /// A person's office of another country.
  func office(of cluster: Int, besides country: String?) -> (EntityField, OfficePhrase)? {
    byCluster[cluster]?.last { $0.1.country != country }
  }
}
