internal import ArabicText

/// Nouns of things that news counts, found by the hash of any of their forms.
struct CountedNouns: Sendable {
  enum Form: UInt8, Sendable {
    case singular
    case plural
    /// Two of them, by its ending alone.
    case dual
    /// Two of them, or the oblique of a sound plural: مهندسين.
    case unclearDual
    /// No counted noun: what a number after it names (المادة 14) …
    case label
    /// … or a word after which a bare number counts people: مقتل 30.
    case cue
  }

  /// A form as it stands in a text.
  struct Match {
    var form: Form
    var clitics: Clitics
    /// The first letter behind conjunction and preposition.
    var from: Int
  }

  private var forms: [UInt64: Form] = [:]

  /// Reads the columns `noun`, `plurals` (parted by `|`) and `kind`: thing, own (one's own: أسرتي),
  /// sound (a person with a sound plural), label, cue.
  init(_ table: LexiconTable) {
    guard let noun = table.column("noun"), let plurals = table.column("plurals"),
      let kind = table.column("kind")
    else { return }
    forms.reserveCapacity(table.rows.count * 6)
    for row in table.rows.indices {
      let others = table.bytes(row, plurals).split(separator: 0x7C)
      for plural in others { add(plural, .plural) }
      let word = table.bytes(row, noun)
      switch table.cell(row, at: kind) {
      case "label": add(word, .label)
      case "cue": add(word, .cue)
      case let kind:
        let oblique = word + Self.oblique
        let isSound = others.contains { $0 == oblique } || kind == "sound"
        addForms(of: word, isSound: isSound, isOwn: kind == "own")
      }
    }
  }

  private static let oblique = Array("ين".utf8)

  /// Enters the first word of a term.
  private mutating func add(_ term: ArraySlice<UInt8>, _ form: Form) {
    var first: UInt64?
    _ = TermWords(utf8: term) { first = first ?? $0 }
    if let first { forms[first] = form }
  }

  /// Enters a singular, its accusative and its duals in ان and ين; those of feminines also before a genitive.
  private mutating func addForms(of noun: ArraySlice<UInt8>, isSound: Bool, isOwn: Bool) {
    let folded = String(decoding: noun, as: UTF8.self).folded
    var letters = folded.unicodeScalars.map(\.value)
    forms[hash(letters)] = .singular
    // أبين and عمان are no duals of أب and عم.
    if letters.count < 3 { return }
    let isFeminine = letters.last == Alphabet.ha
    if isFeminine {
      letters[letters.count - 1] = Alphabet.ta
    } else if forms[hash(letters + [Alphabet.alif])] == nil {
      // The accusative behind 11 to 99: نوعا.
      forms[hash(letters + [Alphabet.alif])] = .singular
    }
    addDual(letters + [Alphabet.alif, Alphabet.nun], .dual)
    addDual(letters + [Alphabet.ya, Alphabet.nun], isSound ? .unclearDual : .dual)
    // ابنتي is "my daughter" before it is "two daughters of".
    if isFeminine, !isOwn {
      addDual(letters + [Alphabet.alif], .dual)
      addDual(letters + [Alphabet.ya], .dual)
    }
  }

  /// A plural that looks like a dual stays a plural: بلدان.
  private mutating func addDual(_ letters: [UInt32], _ form: Form) {
    let hash = hash(letters)
    if forms[hash] == .plural && form == .dual { return }
    forms[hash] = form
  }

  private func hash(_ letters: [UInt32]) -> UInt64 {
    letters.reduce(0) { TermHash.append($0, $1) }
  }

  /// The noun that a word token is, under its clitics; the reading with the fewest of them.
  func match(_ token: Token, in text: TokenizedText) -> Match? {
    var found: Match?
    text.forEachSegmentation(of: token) { segmentation, stem in
      guard segmentation.clitics.isDisjoint(with: [.pronoun, .rarePronoun, .feminine, .future]),
        let form = forms[stem]
      else { return false }
      let article = segmentation.clitics.contains(.article) ? 2 : 0
      found = Match(
        form: form, clitics: segmentation.clitics, from: Int(segmentation.from) - article)
      return true
    }
    return found
  }
}

// MARK: Beside a number

extension CountedNouns {
  /// Whether a bare number behind the word counts: مقتل 30.
  func isCue(_ index: Int, in numbers: NumericField) -> Bool {
    guard numbers.isWord(index) else { return false }
    return match(numbers.tokens[index], in: numbers.field.text)?.form == .cue
  }

  /// «ارتفع عدد القتلى إلى 38»: the noun counted before إلى.
  func risesTo(_ index: Int, in numbers: NumericField) -> Bool {
    numbers.isWord(index - 1, .to)
      && (isCue(index - 2, in: numbers)
        || isCue(index - 3, in: numbers) && numbers.isDefinite(index - 2))
  }

  /// Whether a known noun has the number that grammar asks for behind digits: 2012 قتيلا, 2005 قتلى.
  func agrees(_ index: Int, with number: Int, in numbers: NumericField) -> Bool {
    guard numbers.isWord(index),
      let noun = match(numbers.tokens[index], in: numbers.field.text), noun.clitics.isEmpty
    else { return false }
    switch number % 100 {
    case 3...10: return noun.form == .plural || noun.form == .unclearDual
    case 11...99:
      let last = numbers.letter(-1, of: index)
      return noun.form == .singular && (last == Alphabet.alif || last == Alphabet.ha)
    default: return noun.form == .singular
    }
  }
}
