/// What folding does to each character of the Arabic block (U+0600…U+06FF) and of the
/// presentation forms.
///
/// Letters are folded as newspapers vary them: the alif with any hamza or madda is alif, alif
/// maqsura is ya, ta marbuta is ha; Persian kaf and ya are the Arabic ones. The hamza on its other
/// seats (ء ؤ ئ) is kept: it tells words apart.
struct FoldTable: Sendable {
  enum Class: UInt8 {
    case letter
    case digit
    /// Tashkeel, tatweel, Quranic marks, bidi controls: left out without breaking the word.
    case dropped
    case mark
  }

  /// Indexed by scalar − 0x600: the folded scalar (an ASCII digit for digits).
  let folded: [UInt16]
  /// Indexed by scalar − 0x600: the raw value of `Class`.
  let classes: [UInt8]
  /// Indexed by scalar − 0x600, for runs of letters: the folded letter in the upper half, its two bytes of UTF-8 in the
  /// lower, in the order of the machine; 0 for what is no letter.
  let runs: [UInt32]
  /// Folded letters of the presentation forms, by scalar.
  let presentation: [UInt32: [UInt16]]

  static let shared = FoldTable()

  private init() {
    var folded = [UInt16](repeating: 0, count: 256)
    var classes = [UInt8](repeating: Class.mark.rawValue, count: 256)
    for i in 0..<256 {
      let scalar = UInt16(0x600 + i)
      folded[i] = FoldTable.foldedLetter(scalar)
      classes[i] = FoldTable.classOf(scalar).rawValue
    }
    self.folded = folded
    self.classes = classes
    runs = zip(folded, classes).map { letter, kind in
      if kind != Class.letter.rawValue { return 0 }
      let bytes = UInt16(littleEndian: 0x80C0 | letter >> 6 | (letter & 0x3F) << 8)
      return UInt32(letter) << 16 | UInt32(bytes)
    }
    presentation = FoldTable.presentationForms()
  }

  private static func classOf(_ scalar: UInt16) -> Class {
    switch scalar {
    case 0x660...0x669, 0x6F0...0x6F9: .digit
    case 0x610...0x61A, 0x61C, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E8,
      0x6EA...0x6ED:
      .dropped
    case 0x620...0x64A, 0x66E...0x66F, 0x671...0x6D3, 0x6D5, 0x6EE...0x6EF, 0x6FA...0x6FF: .letter
    default: .mark
    }
  }

  private static func foldedLetter(_ scalar: UInt16) -> UInt16 {
    switch scalar {
    case 0x622, 0x623, 0x625, 0x671, 0x672, 0x673, 0x675: 0x627  // alif with any hamza, madda
    case 0x649, 0x6CC, 0x6CD, 0x6D0, 0x6D2: 0x64A  // alif maqsura, Persian and Urdu ya
    case 0x629, 0x6C1, 0x6C3, 0x6D5, 0x6BE: 0x647  // ta marbuta and other forms of ha
    case 0x6A9, 0x6AA: 0x643  // Persian kaf
    case 0x660...0x669: scalar - 0x660 + 0x30
    case 0x6F0...0x6F9: scalar - 0x6F0 + 0x30
    default: scalar
    }
  }

  /// The presentation blocks list the forms of each letter in a row: isolated, final, then initial
  /// and medial for letters that join on both sides (Unicode, Arabic Presentation Forms-A and -B).
  private static func presentationForms() -> [UInt32: [UInt16]] {
    var forms: [UInt32: [UInt16]] = [:]
    let rows: [(first: UInt32, count: Int, letters: [UInt16])] = [
      (0xFE80, 1, [0x621]), (0xFE81, 2, [0x627]), (0xFE83, 2, [0x627]), (0xFE85, 2, [0x624]),
      (0xFE87, 2, [0x627]), (0xFE89, 4, [0x626]), (0xFE8D, 2, [0x627]), (0xFE8F, 4, [0x628]),
      (0xFE93, 2, [0x647]), (0xFE95, 4, [0x62A]), (0xFE99, 4, [0x62B]), (0xFE9D, 4, [0x62C]),
      (0xFEA1, 4, [0x62D]), (0xFEA5, 4, [0x62E]), (0xFEA9, 2, [0x62F]), (0xFEAB, 2, [0x630]),
      (0xFEAD, 2, [0x631]), (0xFEAF, 2, [0x632]), (0xFEB1, 4, [0x633]), (0xFEB5, 4, [0x634]),
      (0xFEB9, 4, [0x635]), (0xFEBD, 4, [0x636]), (0xFEC1, 4, [0x637]), (0xFEC5, 4, [0x638]),
      (0xFEC9, 4, [0x639]), (0xFECD, 4, [0x63A]), (0xFED1, 4, [0x641]), (0xFED5, 4, [0x642]),
      (0xFED9, 4, [0x643]), (0xFEDD, 4, [0x644]), (0xFEE1, 4, [0x645]), (0xFEE5, 4, [0x646]),
      (0xFEE9, 4, [0x647]), (0xFEED, 2, [0x648]), (0xFEEF, 2, [0x64A]), (0xFEF1, 4, [0x64A]),
      (0xFEF5, 8, [0x644, 0x627]),
      // Forms-A that modern text uses: Persian letters and the word ligatures.
      (0xFB50, 2, [0x627]), (0xFB56, 4, [0x67E]), (0xFB7A, 4, [0x686]), (0xFB8A, 2, [0x698]),
      (0xFB8E, 4, [0x643]), (0xFB92, 4, [0x6AF]), (0xFBFC, 4, [0x64A]), (0xFBA6, 4, [0x647]),
      (0xFBAA, 4, [0x647]), (0xFDF2, 1, [0x627, 0x644, 0x644, 0x647]),
      (0xFDFC, 1, [0x631, 0x64A, 0x627, 0x644]),
    ]
    for row in rows {
      for k in 0..<UInt32(row.count) { forms[row.first + k] = row.letters }
    }
    // Isolated and medial tashkeel and the byte-order mark are left out.
    for scalar in 0xFE70...0xFE7F as ClosedRange<UInt32> { forms[scalar] = [] }
    forms[0xFEFF] = []
    return forms
  }
}
