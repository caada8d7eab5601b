internal import ArabicText
internal import Articles

/// A lexicon term of time, number or measure at a token.
struct NumericHit {
  var term: NumericTerm
  var tokens: Range<Int>
  var clitics: Clitics

  var next: Int { tokens.upperBound }
  /// نصف، ثلث، ربع: parts that are no other number word (خمس is five too).
  var isHalfOrQuarter: Bool { term.kind == .fraction && term.value < 1 && term.value > 0.24 }
  func has(_ flag: NumericTerm.Flags) -> Bool { term.flags.contains(flag) }
  var isDefinite: Bool { clitics.contains(.article) }
}

/// A text field with the kinds of numeric terms that begin at each token.
final class NumericField {
  let field: FieldText
  let tokens: [Token]
  let folded: [UInt8]
  let lexicon: NumericLexicon
  /// By token.
  let kinds: [KindSet]

  init(_ field: FieldText, _ lexicon: NumericLexicon) {
    self.field = field
    self.lexicon = lexicon
    tokens = field.text.tokens
    folded = field.text.folded
    kinds = Self.kinds(of: field)
  }

  private static func kinds(of field: FieldText) -> [KindSet] {
    var all = [KindSet](repeating: [], count: field.text.tokens.count)
    var kinds = all.mutableSpan
    let tokens = field.text.tokens
    let facts = field.knowledge.facts
    for match in field.termTable.matches {
      let token = match.tokens.lowerBound
      if tokens[token].kind == .word,
        match.segmentation.clitics.isDisjoint(with: [.pronoun, .rarePronoun])
      {
        kinds[token].formUnion(facts[match.id].numeric)
      }
    }
    return all
  }

  @inline(__always)
  func has(_ set: KindSet, at index: Int) -> Bool {
    index >= 0 && index < kinds.count && !kinds[index].isDisjoint(with: set)
  }

  /// The longest term of some kinds at a token that satisfies `condition`; of equally long ones
  /// that with the fewest letters peeled off.
  func hit(
    _ set: KindSet, at index: Int, where condition: (NumericHit) -> Bool = { _ in true }
  ) -> NumericHit? {
    guard has(set, at: index) else { return nil }
    return longest(set, at: index) {
      $0.clitics.isDisjoint(with: [.pronoun, .rarePronoun]) && condition($0)
    }
  }

  /// A term with a pronoun right before a token, which `hit` passes over: the يومه of «يومه الثاني».
  func own(_ set: KindSet, before index: Int, where condition: (NumericHit) -> Bool)
    -> NumericHit?
  {
    guard isWord(index - 1) else { return nil }
    return longest(set, at: index - 1) {
      $0.clitics.contains(.pronoun) && $0.tokens.count == 1 && condition($0)
    }
  }

  /// Of equally long ones the first.
  @inline(__always)
  private func longest(
    _ set: KindSet, at index: Int, where condition: (NumericHit) -> Bool
  ) -> NumericHit? {
    var best: NumericHit?
    for match in field.terms(at: index) {
      guard let term = lexicon[match.id], set.rawValue & 1 << UInt64(term.kind.rawValue) != 0,
        match.tokens.count > best?.tokens.count ?? 0
      else { continue }
      let hit = NumericHit(
        term: term, tokens: match.tokens, clitics: match.segmentation.clitics)
      if condition(hit) { best = hit }
    }
    return best
  }

  /// The hash of a word behind a conjunction.
  func stem(_ index: Int) -> UInt64 {
    let token = tokens[index]
    guard token.isArabic, letter(0, of: index) == Alphabet.waw, token.letters > 1 else {
      return token.hash
    }
    return (1..<Int(token.letters)).reduce(0) { TermHash.append($0, letter($1, of: index)) }
  }

  // MARK: Places

  /// The byte at which a term begins behind conjunction and preposition. A preposition merged
  /// with the article (للعام) stays.
  func start(of hit: NumericHit) -> Int { start(hit.tokens.lowerBound, hit.clitics) }

  func start(_ token: Int, _ clitics: Clitics) -> Int {
    var letters = clitics.contains(.conjunction) ? 1 : 0
    if !clitics.isDisjoint(with: [.ba, .kaf])
      || clitics.contains(.lam) && !clitics.contains(.article)
    {
      letters += 1
    }
    return field.text.originalOffset(ofLetter: letters, in: tokens[token])
  }

  func end(before token: Int) -> Int { tokens[token - 1].originalEnd }

  /// Whether one of some marks stands at a token; 0 is none.
  @inline(__always)
  func isMark(
    _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0, _ d: UInt32 = 0, _ e: UInt32 = 0,
    _ f: UInt32 = 0, _ g: UInt32 = 0, _ h: UInt32 = 0, at index: Int
  ) -> Bool {
    guard index >= 0, index < tokens.count, tokens[index].kind == .mark else { return false }
    let mark = tokens[index].scalar
    return mark == a || mark == b || mark == c || mark == d || mark == e || mark == f || mark == g
      || mark == h
  }

  func isNumber(_ index: Int) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].kind == .number
  }

  func isWord(_ index: Int) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].kind == .word
  }

  /// Whether a token is a word with a role.
  func isWord(_ index: Int, _ role: WordRole) -> Bool { field.isWord(index, role) }

  /// «من».
  func isOf(_ index: Int) -> Bool { isWord(index, .of) }

  /// Whether nothing stands between two neighbouring tokens.
  func touches(_ index: Int, _ next: Int) -> Bool {
    index >= 0 && next < tokens.count && tokens[index].end == tokens[next].start
  }

  /// Whether the token begins its line.
  func beginsLine(_ index: Int) -> Bool { index == 0 || tokens[index - 1].kind == .newline }

  /// The folded letter of a word token, counted from its start or, when negative, its end.
  func letter(_ index: Int, of token: Int) -> UInt32 {
    guard isWord(token) else { return 0 }
    let word = tokens[token]
    guard word.isArabic, word.letters < 255 else { return 0 }
    let count = Int(word.letters)
    let place = index < 0 ? count + index : index
    guard place >= 0, place < count else { return 0 }
    let at = Int(word.foldedStart) + 2 * place
    return UInt32(folded[at] & 0x1F) << 6 | UInt32(folded[at + 1] & 0x3F)
  }

  /// Whether the word begins with the article itself.
  func hasArticle(_ token: Int) -> Bool {
    letter(0, of: token) == Alphabet.alif && letter(1, of: token) == Alphabet.lam
  }

  /// Whether the word begins with the article or a preposition merged with it.
  func isDefinite(_ token: Int) -> Bool {
    guard isWord(token), tokens[token].letters > 3 else { return false }
    var at = 0
    if letter(0, of: token) == Alphabet.waw { at = 1 }
    if letter(at, of: token) == Alphabet.lam, letter(at + 1, of: token) == Alphabet.lam {
      return true
    }
    if letter(at, of: token) == Alphabet.ba { at += 1 }
    return letter(at, of: token) == Alphabet.alif && letter(at + 1, of: token) == Alphabet.lam
  }

  /// The number that a number token writes.
  func numeral(_ token: Int) -> Numeral? {
    guard isNumber(token) else { return nil }
    let word = tokens[token]
    return Numeral(folded[Int(word.foldedStart)..<Int(word.foldedEnd)])
  }

  /// The groups of up to four digits that dots or commas part within a number token: 23.7.2015, 9.30.
  func groups(ofDigits token: Int) -> [(value: Int, digits: Int)] {
    guard isNumber(token) else { return [] }
    let word = tokens[token]
    let bytes = folded[Int(word.foldedStart)..<Int(word.foldedEnd)]
    let groups = bytes.split(omittingEmptySubsequences: false) { $0 == 0x2E || $0 == 0x2C }
    guard groups.allSatisfy({ (1...4).contains($0.count) }) else { return [] }
    return groups.map { ($0.reduce(0) { $0 * 10 + Int($1 - 0x30) }, $0.count) }
  }
}
