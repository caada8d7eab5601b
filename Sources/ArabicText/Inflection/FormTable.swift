/// The written forms of one verb or noun as letters, not as text: thousands of verbs are conjugated at the start, and
/// an index wants the hashes of their forms alone.
public struct FormTable: Sendable, Equatable {
  /// One form. Its letters are in the table.
  public struct Form: Sendable, Equatable {
    /// What it is grammatically.
    public let kind: InflectedForm.Kind
    /// All that may stand around it; a form without `standsAlone` needs a pronoun.
    public internal(set) var clitics: InflectedForm.Clitics
    fileprivate let start: Int
    fileprivate let end: Int
  }

  /// Kinds in the order of `InflectedForm.Kind`, within one as they were made.
  public private(set) var forms: [Form] = []
  private var codes: [UInt16] = []

  init() {
    forms.reserveCapacity(64)
    codes.reserveCapacity(512)
  }

  mutating func append(
    _ letters: ArraySlice<UInt16>, _ kind: InflectedForm.Kind, _ clitics: InflectedForm.Clitics
  ) {
    let start = codes.count
    codes += letters
    forms.append(Form(kind: kind, clitics: clitics, start: start, end: codes.count))
  }

  mutating func add(_ clitics: InflectedForm.Clitics, toForm index: Int) {
    forms[index].clitics.formUnion(clitics)
  }

  /// The codes of a form's letters, all in the Arabic block.
  public func letters(of form: Form) -> ArraySlice<UInt16> { codes[form.start..<form.end] }

  /// The bytes of a form's text.
  public func byteCount(of form: Form) -> Int { 2 * (form.end - form.start) }

  /// A form's letters as text.
  public func text(of form: Form) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(byteCount(of: form))
    for letter in letters(of: form) {
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | letter >> 6))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | letter & 0x3F))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A form as an index knows it: what `TermWords` makes of its text.
  public func words(of form: Form) -> TermWords {
    TermWords(letters: letters(of: form)) ?? TermWords(text(of: form))
  }

  /// The forms of which `isWanted` is true.
  public func filter(_ isWanted: (Form) -> Bool) -> FormTable {
    var table = self
    table.forms.removeAll { !isWanted($0) }
    return table
  }

  /// The forms with their text.
  var inflectedForms: [InflectedForm] {
    forms.map { InflectedForm(letters: text(of: $0), kind: $0.kind, clitics: $0.clitics) }
  }
}
