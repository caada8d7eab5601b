internal import ArabicText
internal import Articles

/// One text field as the entity layer reads it: what each word may be, and the mentions found.
final class EntityField {
  let source: FieldText
  let text: TokenizedText
  let names: NameLexicon
  /// Hashes of the citation forms of common verbs.
  let verbs: Set<UInt64>
  /// What each token may be as it stands (an article of its own counts as standing). Some empty
  /// places behind the last token save asking for the end.
  let whole: [WordClass]
  /// What each token may be once clitics are peeled off.
  let peeled: [WordClass]
  /// How many words speak of sport.
  let sportWords: Int
  /// Hashes of all words as they stand.
  private(set) lazy var wordHashes: Set<UInt64> = {
    var hashes = Set<UInt64>(minimumCapacity: count)
    for token in text.tokens where token.isWord { hashes.insert(token.hash) }
    return hashes
  }()
  /// The mention that each token belongs to; -1 for none.
  private var owner: [Int32]
  /// Tokens.
  let count: Int
  var mentions: [NameMention] = []
  /// Offices in the order of the text, with or without a holder named.
  var offices: [OfficePhrase] = []
  var counterparts: [Counterpart] = []

  /// Lexicon terms by their first token.
  private let terms: TermTable

  init(_ source: FieldText, _ knowledge: Knowledge) {
    self.source = source
    text = source.text
    names = knowledge.names
    verbs = knowledge.grammar.commonVerbs
    terms = source.termTable
    let classes = NameClasses(source)
    whole = classes.whole
    peeled = classes.peeled
    sportWords = classes.sportWords
    count = source.text.tokens.count
    owner = [Int32](repeating: -1, count: count)
  }

  var isEmpty: Bool { count == 0 }

  /// Lexicon terms whose first word is the token.
  @inline(__always)
  func terms(at index: Int) -> ArraySlice<TermMatch> { terms[index] }

  /// The last letter as written, before folding; 0 where it is no Arabic letter.
  func lastLetter(of token: Token) -> UInt32 {
    let end = token.originalEnd
    guard end >= 2, text.bytes[end - 2] & 0xFC == 0xD8 else { return 0 }
    return UInt32(text.bytes[end - 2] & 0x1F) << 6 | UInt32(text.bytes[end - 1] & 0x3F)
  }

  // MARK: Tokens

  func isWord(_ index: Int) -> Bool { index < count && text.tokens[index].kind == .word }

  func isWord(_ index: Int, _ role: WordRole) -> Bool { source.isWord(index, role) }

  /// The scalar of a mark; 0 past the end and for words.
  func mark(_ index: Int) -> UInt32 {
    index >= 0 && index < count && text.tokens[index].kind == .mark ? text.tokens[index].scalar : 0
  }

  func isComma(_ index: Int) -> Bool {
    let scalar = mark(index)
    return scalar == 0x60C || scalar == 0x2C
  }

  func isOpening(_ index: Int) -> Bool {
    switch mark(index) {
    case 0xAB, 0x201C, 0x22, 0x28, 0x201D, 0x27, 0x2018: true
    default: false
    }
  }

  /// Whether `closing` may close what `opening` opened; newspapers mix “ and ”.
  func closes(_ closing: Int, _ opening: Int) -> Bool {
    switch mark(opening) {
    case 0xAB: mark(closing) == 0xBB
    case 0x28: mark(closing) == 0x29
    case 0x201C, 0x201D, 0x22: [0x201C, 0x201D, 0x22].contains(mark(closing))
    case 0x27, 0x2018: [0x27, 0x2019].contains(mark(closing))
    default: false
    }
  }

  /// Both readings of a word.
  func classes(_ index: Int) -> WordClass { whole[index].union(peeled[index]) }

  func isNationality(_ index: Int) -> Bool {
    index < count && whole[index].contains([.nationality, .definite])
  }

  // MARK: Terms

  /// The longest term of a lexicon at a token, then the one with the fewest clitics.
  func longest(
    at index: Int, where accepts: (TermMatch, Lexicon) -> Bool
  ) -> TermMatch? {
    var best: TermMatch?
    for match in terms(at: index) {
      guard let lexicon = Knowledge.lexicon(of: match.id), accepts(match, lexicon) else { continue }
      if let known = best {
        if match.tokens.count < known.tokens.count { continue }
        if match.tokens.count == known.tokens.count,
          match.segmentation.from >= known.segmentation.from
        {
          continue
        }
      }
      best = match
    }
    return best
  }

  func nameWord(at index: Int, isWhole: Bool = true) -> NameLexicon.Word? {
    guard index < count, classes(index).contains(.nameWord) else { return nil }
    for match in terms(at: index)
    where match.id >> 24 == UInt32(Lexicon.nameWords.rawValue) {
      if isWhole, !match.segmentation.clitics.isEmpty { continue }
      return names.nameWords[Knowledge.row(of: match.id)]
    }
    return nil
  }

  func has(_ word: NameLexicon.Word, at index: Int) -> Bool {
    guard index < count, classes(index).contains(.nameWord) else { return false }
    for match in terms(at: index)
    where match.id >> 24 == UInt32(Lexicon.nameWords.rawValue)
      && names.nameWords[Knowledge.row(of: match.id)] == word
    {
      return true
    }
    return false
  }

  /// Where a term's own letters begin: behind the clitics, the article kept; where ل and the
  /// article have merged, at the ل.
  func start(of match: TermMatch) -> Int {
    let token = text.tokens[match.tokens.lowerBound]
    var letter = Int(match.segmentation.from)
    if match.segmentation.clitics.contains(.article) { letter = max(0, letter - 2) }
    return text.originalOffset(ofLetter: letter, in: token)
  }

  // MARK: Mentions

  @discardableResult
  func add(_ mention: NameMention) -> Int {
    for token in mention.tokens { owner[token] = Int32(mentions.count) }
    mentions.append(mention)
    return mentions.count - 1
  }

  func isTaken(_ token: Int) -> Bool { token >= 0 && token < count && owner[token] >= 0 }

  func isFree(_ tokens: Range<Int>) -> Bool {
    for token in tokens where owner[token] >= 0 { return false }
    return true
  }

  /// The mention that a token belongs to.
  func mention(at token: Int) -> Int? {
    token < count && owner[token] >= 0 ? Int(owner[token]) : nil
  }

  /// Takes back the mentions at some tokens, which a longer name will cover.
  func release(_ tokens: Range<Int>) {
    for token in tokens {
      guard let index = mention(at: token) else { continue }
      for other in mentions[index].tokens { owner[other] = -1 }
      mentions[index].isReleased = true
    }
  }

  /// Brings the mentions into the order of the text, without those taken back.
  func sortMentions() {
    // On a copy: a property that no call ever holds open for writing needs no watch over who reads it meanwhile.
    var sorted = mentions.filter { !$0.isReleased }
    sorted.sort { $0.bytes < $1.bytes }
    mentions = sorted
    for token in owner.indices { owner[token] = -1 }
    for (index, mention) in mentions.enumerated() {
      for token in mention.tokens { owner[token] = Int32(index) }
    }
  }
}
