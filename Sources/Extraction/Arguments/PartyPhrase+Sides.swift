internal import ArabicText
internal import Articles

/// An office of several that nationalities share out: «وزراء الخارجية المصري والأردني والعراقي».
extension PartyPhraseReader {
  /// A phrase and the holders told by the nationalities that و joins to its own, each with its code; the
  /// phrase alone where there are none.
  func sides(of phrase: PartyPhrase) -> [PartyPhrase] {
    let last = phrase.tokens.upperBound - 1
    guard !phrase.isName, let office = window.sharedOffice(phrase.tokens.lowerBound),
      let country = window.country(at: last), window.isJoinedNationality(last + 1)
    else { return [phrase] }
    var sides = [phrase]
    sides[0].code = country + office
    while case let at = last + sides.count, window.isJoinedNationality(at) {
      var side = phrase
      side.tokens = at..<at + 1
      side.bytes = ByteRange(forms.bareStart(of: at), window.text.tokens[at].originalEnd)
      side.entity = nil
      side.code = window.country(at: at).map { $0 + office }
      sides.append(side)
    }
    return sides
  }

  /// One past «والصناعة» of «وزير التجارة والصناعة»: a portfolio that و joins to the one of the same office.
  func endOfSecondPortfolio(_ at: Int, of head: Int) -> Int? {
    let last = window[at - 1]
    guard window[head].contains(.office), window[at].contains([.article, .coordinated]),
      last.contains(.article), last.isDisjoint(with: [.nationality, .entity])
    else { return nil }
    let names = window.analysis.knowledge.names
    return window.field.terms(at: at).lazy.filter { match in
      Knowledge.lexicon(of: match.id) == .institutions
        && match.segmentation.clitics.contains(.conjunction)
        && names.institutions[Knowledge.row(of: match.id)].isPortfolio
    }.map(\.tokens.upperBound).max()
  }
}

extension ArgumentWindow {
  /// Whether the nationality at a token is the first of those that share the office at another: its number is
  /// the holder's, not the office's.
  func sharesOffice(_ office: Int, at token: Int) -> Bool {
    isJoinedNationality(token + 1) && country(at: token) != nil && sharedOffice(office) != nil
  }

  /// «والروسي»: of one, behind و.
  func isJoinedNationality(_ token: Int) -> Bool {
    self[token].contains([.nationality, .article, .coordinated]) && country(at: token) != nil
  }

  /// The country of a nationality of one holder.
  func country(at token: Int) -> String? {
    guard self[token].contains([.nationality, .article]) else { return nil }
    let names = analysis.knowledge.names
    for match in field.terms(at: token)
    where Knowledge.lexicon(of: match.id) == .nationalities && match.tokens.count == 1 {
      let found = names.nationalities[Knowledge.row(of: match.id)]
      if found.isCountry, !found.several.contains(text.stemHash(of: match)) { return found.code }
    }
    return nil
  }

  /// The role of the holders of an office of several, or of somebody's counterparts.
  func sharedOffice(_ token: Int) -> String? {
    guard self[token].contains(.office) else { return nil }
    let names = analysis.knowledge.names
    for match in field.terms(at: token) where Knowledge.lexicon(of: match.id) == .offices {
      let office = names.offices[Knowledge.row(of: match.id)]
      if office.kind == .counterpart || office.several.contains(text.stemHash(of: match)) {
        return office.suffix.isEmpty ? "GOV" : office.suffix
      }
    }
    return nil
  }
}
