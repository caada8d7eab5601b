internal import ArabicText
internal import Articles

/// Offices as the roles of people: their words, resolved where the text shares or shortens them.
extension EntityField {
  /// Gives a person an office. `shared` is the last office of a group whose dual or plural
  /// adjective belongs to all.
  func setRole(_ office: OfficePhrase, of token: Int, sharedBy shared: OfficePhrase? = nil) {
    guard let index = mention(at: token) else { return }
    mentions[index].role = Role(
      text: roleText(office, isShared: shared?.isShared ?? office.isShared),
      span: Span(source.field, ByteRange(office.start, roleEnd(office))),
      code: office.code)
    if let country = office.country { mentions[index].country = country }
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
    let adjective = office.nationality.flatMap { singular($0, isFeminine: office.isFeminine) }
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
      if whole[token].contains(.nationality), isNationality(token), isShareable(token, office) {
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

  /// A nationality adjective for one man or woman, with its article.
  func singular(_ token: Int, isFeminine: Bool) -> String? {
    guard let nationality = nationality(at: token) else { return nil }
    return "ال" + (isFeminine ? nationality.feminine : nationality.masculine)
  }

  // MARK: Counterparts

  /// Gives those called somebody's counterpart that person's office with their own nationality.
  func resolveCounterparts(among fields: [EntityField]) {
    for counterpart in counterparts {
      guard let holder = mention(at: counterpart.holder),
        let (field, office) = antecedent(of: counterpart, among: fields)
      else { continue }
      let adjective = counterpart.nationality.flatMap {
        singular($0, isFeminine: office.isFeminine)
      }
      let country = counterpart.nationality.flatMap { nationality(at: $0)?.code }
      var own = office
      own.country = country
      own.body = nil
      let tokens = counterpart.token..<(counterpart.nationality ?? counterpart.token) + 1
      mentions[holder].role = Role(
        text: field.roleText(office, adjective: adjective),
        span: Span(source.field, source.bytes(ofTokens: tokens)),
        code: country.map { $0 + (office.suffix.isEmpty ? "GOV" : office.suffix) })
      if let country { mentions[holder].country = country }
    }
  }

  /// The office meant: the nearest before in the sentence whose country is known and another one,
  /// be it named there or borne by a person mentioned there.
  private func antecedent(
    of counterpart: Counterpart, among fields: [EntityField]
  ) -> (EntityField, OfficePhrase)? {
    let own = counterpart.nationality.flatMap { nationality(at: $0)?.code }
    let sentence = source.sentence(ofToken: counterpart.token).map { source.sentences[$0].tokens }
    let from = sentence?.lowerBound ?? 0
    var best: (EntityField, OfficePhrase)?
    var bestToken = -1
    for office in offices
    where !office.isTitle || office.country != nil {
      let token = office.tokens.lowerBound
      guard token >= from, token < counterpart.token, token > bestToken,
        office.country != nil, office.country != own
      else { continue }
      best = (self, office)
      bestToken = token
    }
    if best != nil { return best }
    // A person of the sentence whose office was told elsewhere.
    for mention in mentions
    where mention.kind == .person && mention.tokens.lowerBound >= from
      && mention.tokens.lowerBound < counterpart.token
    {
      for field in fields {
        for office in field.offices {
          guard let token = office.holder, let other = field.mention(at: token),
            field.mentions[other].cluster == mention.cluster, office.country != nil,
            office.country != own, !office.isTitle
          else { continue }
          best = (field, office)
        }
      }
    }
    return best ?? lastOffice(from: from, before: counterpart.token).map { (self, $0) }
  }

  private func lastOffice(from: Int, before: Int) -> OfficePhrase? {
    offices.last { $0.tokens.lowerBound >= from && $0.tokens.lowerBound < before && !$0.isTitle }
  }
}
