/// Gathers written forms, each once for its kind; what any of them may take is added up.
struct FormCollector {
  private(set) var forms: [InflectedForm] = []
  private var places: [UInt128: Int] = [:]
  private var letters: [Sound] = []
  private var bytes: [UInt8] = []
  /// The kind of the forms that follow.
  var kind: InflectedForm.Kind {
    didSet { if kind != oldValue { places.removeAll(keepingCapacity: true) } }
  }

  init(kind: InflectedForm.Kind) {
    self.kind = kind
    forms.reserveCapacity(160)
    places.reserveCapacity(64)
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
    if let key, let place = places[key] {
      forms[place].clitics.formUnion(clitics)
      return
    }
    if let key { places[key] = forms.count }
    forms.append(InflectedForm(letters: text, kind: kind, clitics: clitics))
  }

  /// The letters in six bits each, quicker to compare than text, which Swift normalises. Nothing
  /// for words too long for it: such a form may come twice.
  private var key: UInt128? {
    guard letters.count <= 21 else { return nil }
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
