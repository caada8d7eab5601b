/// Gathers written forms, each once for its kind; what any of them may take is added up.
struct FormCollector {
  private(set) var forms: [InflectedForm] = []
  /// The keys of the forms of this kind, from `first` on: so few that going through them is quick.
  private var keys: [UInt128] = []
  private var first = 0
  private var letters: [Sound] = []
  private var bytes: [UInt8] = []
  /// The kind of the forms that follow.
  var kind: InflectedForm.Kind {
    didSet {
      if kind == oldValue { return }
      keys.removeAll(keepingCapacity: true)
      first = forms.count
    }
  }

  init(kind: InflectedForm.Kind) {
    self.kind = kind
    forms.reserveCapacity(160)
    keys.reserveCapacity(128)
    letters.reserveCapacity(32)
    bytes.reserveCapacity(64)
  }

  /// Adds the spellings of a word.
  mutating func add(_ word: [Sound], _ clitics: InflectedForm.Clitics) {
    var variant = 0
    var count = 1
    while variant < count {
      count = Spelling.write(word, variant: variant, into: &letters)
      variant += 1
      addLetters(clitics)
    }
  }

  /// Adds a cell of a verb's table.
  mutating func add(_ cell: VerbCell, _ clitics: InflectedForm.Clitics) {
    add(cell.word, clitics.union(.standsAlone))
    if let word = cell.otherWord { add(word, clitics.union(.standsAlone)) }
    if let word = cell.beforePronoun { add(word, clitics) }
  }

  private mutating func addLetters(_ clitics: InflectedForm.Clitics) {
    let key = key
    if key != Self.tooLong, let place = keys.firstIndex(of: key) {
      forms[first + place].clitics.formUnion(clitics)
      return
    }
    keys.append(key)
    forms.append(InflectedForm(letters: text, kind: kind, clitics: clitics))
  }

  /// The key of words too long for one: such a form may come twice.
  private static let tooLong = UInt128.max

  /// The letters in six bits each, quicker to compare than text, which Swift normalises.
  private var key: UInt128 {
    guard letters.count <= 21 else { return Self.tooLong }
    var key: UInt128 = 0
    for letter in letters { key = key << 6 | UInt128(letter &- 0x620) & 0x3F }
    return key
  }

  /// The letters as text.
  private var text: String {
    mutating get {
      bytes.removeAll(keepingCapacity: true)
      for letter in letters {
        bytes.append(UInt8(truncatingIfNeeded: 0xC0 | letter >> 6))
        bytes.append(UInt8(truncatingIfNeeded: 0x80 | letter & 0x3F))
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
