internal import ArabicText
internal import Articles

/// Tells names that more than one country has from each other by what else the article names: عمان the state or
/// Jordan's capital, الأهلي of Egypt or of Saudi Arabia.
struct Namesakes {
  private let fields: [EntityField]
  private var evidence = Evidence()

  init(_ fields: [EntityField]) { self.fields = fields }

  mutating func resolve() {
    var open: [(field: EntityField, mention: Int, readings: [Reading])] = []
    var clubs: Set<UInt64> = []
    for field in fields {
      for (index, mention) in field.mentions.enumerated() {
        let readings = field.readings(of: mention)
        if readings.count > 1 { open.append((field, index, readings)) }
        note(mention, readings.isEmpty ? field.clubs(in: mention) : readings, &clubs)
      }
    }
    guard !open.isEmpty else { return }
    for field in fields { field.countNationalities(in: &evidence.words) }
    for (field, index, readings) in open { field.settle(index, among: readings, evidence) }
  }

  /// Counts what a mention says of the article's countries: a club once, twice as much where it can be but one.
  private mutating func note(
    _ mention: NameMention, _ readings: [Reading], _ clubs: inout Set<UInt64>
  ) {
    if let first = readings.first, first.name.isClub {
      guard clubs.insert(first.name.identity).inserted else { return }
      evidence.clubs[first.country, default: 0] += readings.count == 1 ? 2 : 1
    } else if readings.count < 2,
      let country = mention.country ?? mention.code.map({ String($0.prefix(3)) })
    {
      evidence.words[country, default: 0] += 1
    }
  }
}

/// How often an article names each country, by its ISO code.
private struct Evidence {
  /// By clubs, of which those that play each other are mostly of one country.
  var clubs: [String: Int] = [:]
  /// By names and nationalities.
  var words: [String: Int] = [:]

  func isMore(_ reading: Reading, _ other: Reading) -> Bool {
    let by = { (counts: [String: Int]) in
      (counts[reading.country] ?? 0) - (counts[other.country] ?? 0)
    }
    let clubs = reading.name.isClub ? by(clubs) : 0
    return clubs != 0 ? clubs > 0 : by(words) > 0
  }
}

/// A thing that bears a name, and its country.
private struct Reading {
  var country: String
  var name: NameLexicon.Name
  /// Those of all the spellings of it that the gazetteers have.
  var signs: NameLexicon.Name.Signs
}

extension EntityField {
  /// What the gazetteers know under a mention's name, of different countries, the one taken first; one or none where
  /// there is nothing to choose.
  fileprivate func readings(of mention: NameMention) -> [Reading] {
    let isPlace = mention.kind == .geopolitical
    guard mention.tokens.count == 1, isPlace || mention.kind == .organization else { return [] }
    let found = readings(at: mention.tokens.lowerBound, mention.bytes.start, arePlaces: isPlace)
    guard let identity = mention.identity else { return found }
    // «الأهلي المصري» is known under its longer name.
    guard let own = found.firstIndex(where: { $0.name.identity == identity }) else { return [] }
    var ordered = found
    ordered.swapAt(0, own)
    return ordered
  }

  /// «نادي الزمالك»: the clubs that may be meant behind a class noun.
  fileprivate func clubs(in mention: NameMention) -> [Reading] {
    guard let own = mention.ownName, own.count == 1 else { return [] }
    let start = text.tokens[own.lowerBound].originalStart
    return readings(at: own.lowerBound, start, arePlaces: false)
  }

  private func readings(at token: Int, _ byte: Int, arePlaces: Bool) -> [Reading] {
    var found: [Reading] = []
    for match in terms(at: token) where match.tokens.count == 1 {
      guard let name = names.name(match.id), start(of: match) == byte,
        arePlaces ? name.standing == .country || name.standing == .seat : name.isClub,
        let country = names.homeland(of: name)
      else { continue }
      if let known = found.firstIndex(where: { $0.country == country }) {
        found[known].signs.formUnion(name.signs)
      } else {
        found.append(Reading(country: country, name: name, signs: name.signs))
      }
    }
    return found
  }

  /// Counts the adjectives of nationality, each for its country.
  fileprivate func countNationalities(in evidence: inout [String: Int]) {
    for index in 0..<count where classes(index).contains(.nationality) && !isTaken(index) {
      guard let nationality = nationality(at: index), nationality.isCountry else { continue }
      evidence[nationality.code, default: 0] += 1
    }
  }

  /// Gives a mention the reading that its vowel signs or the words beside it speak for, else the one whose country the
  /// article names most.
  fileprivate func settle(
    _ index: Int, among readings: [Reading], _ evidence: Evidence
  ) {
    var best = readings[0]
    let adjective = nationality(at: mentions[index].tokens.upperBound)?.code
    if let own = readings.first(where: { $0.country == adjective && $0.name.isClub }) {
      // «الأهلي الإماراتي»
      best = own
    } else if let vowelled = vowelled(mentions[index], among: readings) {
      best = vowelled
    } else if let standing = standing(of: index),
      let reading = readings.first(where: { $0.name.standing == standing })
    {
      best = reading
    } else {
      for reading in readings where evidence.isMore(reading, best) { best = reading }
    }
    let name = best.name
    mentions[index].country = name.country.isEmpty ? nil : name.country
    mentions[index].isSeat = name.standing == .seat
    mentions[index].code = name.standing == .seat ? nil : name.code
    mentions[index].identity = name.identity
  }

  /// «عمّان», «عُمان»: of names with the same letters the one that the gazetteer writes with these signs.
  private func vowelled(_ mention: NameMention, among readings: [Reading]) -> Reading? {
    let signs = NameLexicon.Name.Signs(text.bytes[mention.bytes.start..<mention.bytes.end])
    return signs.isEmpty ? nil : readings.first { $0.signs.contains(signs) }
  }

  /// What the words beside a name say that it is: a capital behind «العاصمة», with or without an adjective, and what
  /// و joins it to, a capital or a country: «عمان والدوحة», «السعودية وعمان».
  private func standing(of index: Int) -> NameLexicon.Name.Standing? {
    let tokens = mentions[index].tokens
    let first = tokens.lowerBound
    if first > 0, isWord(isNationality(first - 1) ? first - 2 : first - 1, .capital) {
      return .seat
    }
    if index + 1 < mentions.count, mentions[index + 1].tokens.lowerBound == tokens.upperBound,
      isJoined(mentions[index + 1])
    {
      return standing(mentions[index + 1])
    }
    guard index > 0, mentions[index - 1].tokens.upperBound == first, isJoined(mentions[index])
    else { return nil }
    return standing(mentions[index - 1])
  }

  private func isJoined(_ mention: NameMention) -> Bool {
    let first = mention.tokens.lowerBound
    return mention.bytes.start > text.tokens[first].originalStart
      && firstLetter(first) == Alphabet.waw
  }

  private func standing(_ mention: NameMention) -> NameLexicon.Name.Standing? {
    guard mention.kind == .geopolitical, let country = mention.country else { return nil }
    return mention.isSeat ? .seat : mention.code == country ? .country : nil
  }
}

// MARK: Bodies of another nation

extension EntityField {
  /// «حزب المستقبل», «الديوان الملكي» of another country than the one that is known; a body of the state keeps its
  /// sector.
  func addOfOtherNation(
    _ mention: NameMention, _ name: NameLexicon.Name, _ country: String?
  ) {
    var mention = mention
    mention.identity = nil
    mention.country = country
    if let country, name.isStateBody { mention.code = country + String(name.code.dropFirst(3)) }
    add(mention)
  }

  /// Whether the adjective behind a body's name is another nation's.
  func isOfOtherNation(_ index: Int, _ name: NameLexicon.Name) -> Bool {
    guard !name.isBrand, isNationality(index), !isTaken(index), !isShared(index),
      let nation = nationality(at: index), nation.isCountry,
      let homeland = names.homeland(of: name)
    else { return false }
    return nation.code != homeland
  }
}
