/// Gathers written forms, each once for its kind; what any of them may take is added up.
struct FormCollector {
  private(set) var forms: [InflectedForm] = []
  private var places: [String: Int] = [:]
  private var letters: [UInt8] = []
  /// The kind of the forms that follow.
  var kind: InflectedForm.Kind {
    didSet { if kind != oldValue { places.removeAll(keepingCapacity: true) } }
  }

  init(kind: InflectedForm.Kind) {
    self.kind = kind
    forms.reserveCapacity(160)
    places.reserveCapacity(64)
    letters.reserveCapacity(64)
  }

  /// Adds the spellings of a word.
  mutating func add(_ word: [Sound], _ clitics: InflectedForm.Clitics) {
    var variant = 0
    var count = 1
    while variant < count {
      count = Spelling.write(word, variant: variant, into: &letters)
      variant += 1
      let text = String(decoding: letters, as: UTF8.self)
      if let place = places[text] {
        forms[place].clitics.formUnion(clitics)
      } else {
        places[text] = forms.count
        forms.append(InflectedForm(letters: text, kind: kind, clitics: clitics))
      }
    }
  }

  /// Adds a cell of a verb's table.
  mutating func add(_ cell: VerbCell, _ clitics: InflectedForm.Clitics) {
    for word in cell.words { add(word, clitics.union(.standsAlone)) }
    if let word = cell.beforePronoun { add(word, clitics) }
  }
}
