/// Gathers written forms, each once for its kind; what any of them may take is added up.
struct FormCollector {
  private(set) var table = FormTable()
  /// The keys of the forms of this kind, from `first` on: so few that going through them is quick.
  private var keys: [UInt128] = []
  private var first = 0
  /// A word is put together here, and its letters are written there.
  private var word: [Sound] = []
  private var letters = [Sound](repeating: 0, count: 32)
  /// The kind of the forms that follow.
  var kind: InflectedForm.Kind {
    didSet {
      if kind == oldValue { return }
      keys.removeAll(keepingCapacity: true)
      first = table.forms.count
    }
  }

  init(kind: InflectedForm.Kind) {
    self.kind = kind
    keys.reserveCapacity(64)
    word.reserveCapacity(32)
  }

  /// The forms with their text.
  var forms: [InflectedForm] { table.inflectedForms }

  /// Adds the spellings of a word.
  mutating func add(_ word: [Sound], _ clitics: InflectedForm.Clitics) {
    if letters.count < word.count { letters = Array(repeating: 0, count: word.count) }
    var variant = 0
    var variants = 1
    while variant < variants {
      let written = Spelling.write(word, variant: variant, into: &letters)
      variants = written.variants
      variant += 1
      addLetters(written.count, clitics)
    }
  }

  /// Adds the spellings of the word that `join` appends to nothing.
  mutating func add(_ clitics: InflectedForm.Clitics, _ join: (inout [Sound]) -> Void) {
    word.removeAll(keepingCapacity: true)
    join(&word)
    add(word, clitics)
  }

  private mutating func addLetters(_ count: Int, _ clitics: InflectedForm.Clitics) {
    let key = key(count)
    if key != Self.tooLong, let place = place(of: key) {
      table.add(clitics, toForm: first + place)
      return
    }
    keys.append(key)
    table.append(letters[..<count], kind, clitics)
  }

  private func place(of key: UInt128) -> Int? {
    let keys = keys.span
    for index in keys.indices where keys[index] == key { return index }
    return nil
  }

  /// The key of words too long for one: such a form may come twice.
  private static let tooLong = UInt128.max

  /// The letters in six bits each, quicker to compare than text, which Swift normalises.
  private func key(_ count: Int) -> UInt128 {
    guard count <= 21 else { return Self.tooLong }
    let letters = letters.span
    var key: UInt128 = 0
    for index in 0..<count { key = key << 6 | UInt128(letters[index] &- 0x620) & 0x3F }
    return key
  }
}
