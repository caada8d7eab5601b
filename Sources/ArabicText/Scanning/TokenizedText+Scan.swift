extension TokenizedText {
  /// Folds and tokenises valid UTF-8 in one pass, replacing what was here before.
  ///
  /// Invalid UTF-8 is no memory error, but the tokens are then undefined.
  public mutating func scan(_ input: [UInt8]) {
    bytes = input
    tokens.removeAll(keepingCapacity: true)
    shifts.removeAll(keepingCapacity: true)
    // A word of news takes eleven bytes with its space; room that is not used costs no memory.
    tokens.reserveCapacity(input.count / 8)
    // A presentation form of three bytes folds to at most four letters of two bytes each.
    let capacity = input.count * 3 + 16
    // SAFETY: the pointers live only within these closures; the scanner reads below `input.count`
    // and writes at most `capacity` bytes (three for each byte read), one behind the other.
    folded = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
      count = unsafe input.withUnsafeBufferPointer { source in
        unsafe FoldTable.shared.folded.withUnsafeBufferPointer { letters in
          unsafe FoldTable.shared.classes.withUnsafeBufferPointer { classes in
            unsafe FoldTable.shared.runs.withUnsafeBufferPointer { runs in
              var scanner = unsafe Scanner(
                source: source, target: target, letters: letters, classes: classes, runs: runs)
              scanner.run(tokens: &tokens, shifts: &shifts)
              return scanner.written
            }
          }
        }
      }
    }
  }
}

/// The state of one scan: a cursor in the source, a cursor in the target and the open token.
///
/// SAFETY: every read is below `source.count`; every write is below `target.count`, which is three
/// times the source: no character folds to more than four letters of two bytes from three bytes read.
@safe private struct Scanner {
  let source: UnsafeBufferPointer<UInt8>
  let target: UnsafeMutableBufferPointer<UInt8>
  let letters: UnsafeBufferPointer<UInt16>
  let classes: UnsafeBufferPointer<UInt8>
  let runs: UnsafeBufferPointer<UInt32>
  /// Bytes read and bytes written.
  var read = 0
  var written = 0
  /// `read − written` at the last shift noted.
  var delta = 0
  /// The open token; no token is open while `open` is nil.
  var open: Token.Kind?
  var start = 0
  var foldedStart = 0
  var hash: UInt64 = 0
  var letterCount = 0
  var isArabic = true
  /// Whether the open token's last letter so far is written ة.
  var endsInTaMarbuta = false
  /// The end in the source of the open token's last character.
  var tokenEnd = 0

  init(
    source: UnsafeBufferPointer<UInt8>, target: UnsafeMutableBufferPointer<UInt8>,
    letters: UnsafeBufferPointer<UInt16>, classes: UnsafeBufferPointer<UInt8>,
    runs: UnsafeBufferPointer<UInt32>
  ) {
    unsafe self.source = unsafe source
    unsafe self.target = unsafe target
    unsafe self.letters = unsafe letters
    unsafe self.classes = unsafe classes
    unsafe self.runs = unsafe runs
  }

  mutating func run(tokens: inout [Token], shifts: inout [TokenizedText.Shift]) {
    let count = unsafe source.count
    while read < count {
      let byte = unsafe source[read]
      if byte & 0xFC == 0xD8, read + 1 < count {
        arabic(byte, &tokens, &shifts)
      } else if byte < 0x80 {
        ascii(byte, &tokens, &shifts)
      } else {
        let (scalar, width) = decode(byte)
        other(scalar, width: width, &tokens, &shifts)
      }
    }
    close(&tokens)
  }

  /// A scalar of U+0600…U+06FF: the way of nearly every byte.
  @inline(__always)
  private mutating func arabic(
    _ byte: UInt8, _ tokens: inout [Token], _ shifts: inout [TokenizedText.Shift]
  ) {
    let index = unsafe Int(byte & 3) << 6 | Int(source[read + 1] & 0x3F)
    let folded = unsafe letters[index]
    let kind = unsafe classes[index]
    if kind == FoldTable.Class.letter.rawValue {
      begin(.word, &tokens)
      note(&shifts)
      letterRun()
    } else if kind == FoldTable.Class.dropped.rawValue {
      read += 2
      if open != nil { tokenEnd = read }
    } else if kind == FoldTable.Class.digit.rawValue {
      digit(UInt8(truncatingIfNeeded: folded), width: 2, &tokens, &shifts)
    } else {
      mark(UInt32(0x600 + index), width: 2, &tokens, &shifts)
    }
  }

  /// A run of Arabic letters: read and written two bytes at a time, nothing to note between them.
  @inline(__always)
  private mutating func letterRun() {
    let limit = unsafe source.count - 1
    var from = read
    var to = written
    var hash = hash
    let bytes = unsafe UnsafeRawBufferPointer(source)
    let written = unsafe UnsafeMutableRawBufferPointer(target)
    while from < limit {
      let pair = unsafe UInt16(
        littleEndian: bytes.loadUnaligned(fromByteOffset: from, as: UInt16.self))
      if pair & 0xFC != 0xD8 { break }
      let letter = unsafe runs[Int(pair & 3) << 6 | Int(pair >> 8 & 0x3F)]
      if letter == 0 { break }
      unsafe written.storeBytes(
        of: UInt16(truncatingIfNeeded: letter), toByteOffset: to, as: UInt16.self)
      from &+= 2
      to &+= 2
      hash = TermHash.append(hash, letter >> 16)
    }
    if from > read { endsInTaMarbuta = unsafe source[from - 2] == 0xD8 && source[from - 1] == 0xA9 }
    letterCount += (from - read) / 2
    read = from
    self.written = to
    self.hash = hash
    tokenEnd = from
  }

  /// An ASCII character; `width` is that of the reference where one stands for it.
  @inline(__always)
  private mutating func ascii(
    _ byte: UInt8, width: Int = 1, _ tokens: inout [Token], _ shifts: inout [TokenizedText.Shift]
  ) {
    switch byte {
    case 0x20, 0x09, 0x0B, 0x0C:
      close(&tokens)
      copy(byte, width: width, &shifts)
    case 0x30...0x39:
      digit(byte, width: width, &tokens, &shifts)
    case 0x41...0x5A, 0x61...0x7A:
      begin(.word, &tokens)
      copy(byte | 0x20, width: width, &shifts)
      isArabic = false
      push(UInt32(byte | 0x20))
    case 0x0A, 0x0D:
      let isPair = width == 1 && byte == 0x0D && followedBy(0x0A)
      lineBreak(width: isPair ? 2 : width, &tokens, &shifts)
    case 0x00...0x1F, 0x7F:
      close(&tokens)
      copy(0x20, width: width, &shifts)
    case 0x26 where width == 1:
      ampersand(&tokens, &shifts)
    default:
      mark(UInt32(byte), width: width, &tokens, &shifts)
    }
  }

  /// `&`, or what the reference means that begins with it.
  @inline(never)
  private mutating func ampersand(
    _ tokens: inout [Token], _ shifts: inout [TokenizedText.Shift]
  ) {
    guard let (scalar, width) = unsafe CharacterReference.read(source, at: read) else {
      return mark(0x26, width: 1, &tokens, &shifts)
    }
    switch scalar {
    case ..<0x80: ascii(UInt8(scalar), width: width, &tokens, &shifts)
    case 0x600...0x6FF: arabicReference(scalar, width: width, &tokens, &shifts)
    default: other(scalar, width: width, &tokens, &shifts)
    }
  }

  /// A reference to a scalar of U+0600…U+06FF.
  private mutating func arabicReference(
    _ scalar: UInt32, width: Int, _ tokens: inout [Token], _ shifts: inout [TokenizedText.Shift]
  ) {
    let index = Int(scalar - 0x600)
    let folded = unsafe letters[index]
    switch unsafe FoldTable.Class(rawValue: classes[index]) {
    case .letter:
      begin(.word, &tokens)
      note(&shifts)
      emit(UInt32(folded))
      read += width
      push(UInt32(folded))
      endsInTaMarbuta = scalar == 0x629
    case .dropped:
      read += width
      if open != nil { tokenEnd = read }
    case .digit:
      digit(UInt8(truncatingIfNeeded: folded), width: width, &tokens, &shifts)
    default:
      mark(scalar, width: width, &tokens, &shifts)
    }
  }

  /// Scalars outside ASCII and the Arabic block.
  private mutating func other(
    _ scalar: UInt32, width: Int, _ tokens: inout [Token], _ shifts: inout [TokenizedText.Shift]
  ) {
    if let forms = FoldTable.shared.presentation[scalar] {
      for form in forms {
        begin(.word, &tokens)
        note(&shifts)
        emit(UInt32(form))
        push(UInt32(form))
      }
      endsInTaMarbuta = scalar == 0xFE93 || scalar == 0xFE94
      read += width
      if open != nil { tokenEnd = read }
      return
    }
    switch ScalarClass(scalar) {
    case .dropped:
      read += width
    case .space:
      close(&tokens)
      copy(0x20, width: width, &shifts)
    case .lineBreak:
      lineBreak(width: width, &tokens, &shifts)
    case .mark:
      mark(scalar, width: width, &tokens, &shifts)
    case .letter:
      begin(.word, &tokens)
      note(&shifts)
      let lower = scalar >= 0xC0 && scalar <= 0xDE && scalar != 0xD7 ? scalar + 0x20 : scalar
      emit(lower)
      read += width
      isArabic = isArabic && (0x700...0x77F).contains(scalar)
      push(lower)
    }
  }

  private func decode(_ byte: UInt8) -> (scalar: UInt32, width: Int) {
    let wanted = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
    let width = unsafe min(wanted, source.count - read)
    if width < 2 { return (0xFFFD, 1) }
    var scalar = UInt32(byte) & (0xFF >> UInt32(wanted + 1))
    for k in 1..<width { scalar = unsafe scalar << 6 | UInt32(source[read + k] & 0x3F) }
    return (scalar, width)
  }

  @inline(__always)
  private func followedBy(_ byte: UInt8) -> Bool {
    unsafe read + 1 < source.count && source[read + 1] == byte
  }

  // MARK: Tokens

  /// Opens a token of the kind unless one is open.
  @inline(__always)
  private mutating func begin(_ kind: Token.Kind, _ tokens: inout [Token]) {
    if open == kind { return }
    close(&tokens)
    open = kind
    start = read
    foldedStart = written
    hash = 0
    letterCount = 0
    endsInTaMarbuta = false
    isArabic = kind == .word
  }

  @inline(__always)
  private mutating func push(_ letter: UInt32) {
    hash = TermHash.append(hash, letter)
    letterCount += 1
    endsInTaMarbuta = false
    tokenEnd = read
  }

  @inline(__always)
  private mutating func close(_ tokens: inout [Token]) {
    guard let kind = open else { return }
    tokens.append(
      Token(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: tokenEnd),
        foldedStart: UInt32(truncatingIfNeeded: foldedStart),
        foldedEnd: UInt32(truncatingIfNeeded: written), hash: hash, kind: kind,
        isArabic: isArabic, letters: UInt8(truncatingIfNeeded: min(letterCount, 255)),
        endsInTaMarbuta: endsInTaMarbuta))
    open = nil
  }

  private mutating func digit(
    _ ascii: UInt8, width: Int, _ tokens: inout [Token], _ shifts: inout [TokenizedText.Shift]
  ) {
    // Digits go on a word of other letters (F16, G20) but end an Arabic one (يوليو2015).
    let goesOn = open == .word && !isArabic
    if !goesOn { begin(.number, &tokens) }
    copy(ascii, width: width, &shifts)
    push(UInt32(ascii))
  }

  private mutating func mark(
    _ scalar: UInt32, width: Int, _ tokens: inout [Token], _ shifts: inout [TokenizedText.Shift]
  ) {
    if open == .number, let separator = numberSeparator(scalar),
      digitFollows(at: read + width)
    {
      copy(separator, width: width, &shifts)
      push(UInt32(separator))
      return
    }
    close(&tokens)
    note(&shifts)
    let from = read
    let foldedFrom = written
    emit(scalar)
    read += width
    single(.mark, scalar, from, foldedFrom, &tokens)
  }

  private mutating func lineBreak(
    width: Int, _ tokens: inout [Token], _ shifts: inout [TokenizedText.Shift]
  ) {
    close(&tokens)
    let from = read
    let foldedFrom = written
    copy(0x0A, width: width, &shifts)
    single(.newline, 0x0A, from, foldedFrom, &tokens)
  }

  private mutating func single(
    _ kind: Token.Kind, _ scalar: UInt32, _ from: Int, _ foldedFrom: Int, _ tokens: inout [Token]
  ) {
    tokens.append(
      Token(
        start: UInt32(truncatingIfNeeded: from), end: UInt32(truncatingIfNeeded: read),
        foldedStart: UInt32(truncatingIfNeeded: foldedFrom),
        foldedEnd: UInt32(truncatingIfNeeded: written), hash: UInt64(scalar), kind: kind,
        isArabic: false, letters: 0, endsInTaMarbuta: false))
  }

  /// Decimal and thousands marks that stay inside a number when a digit follows.
  private func numberSeparator(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x2E, 0x66B: 0x2E
    case 0x2C, 0x66C: 0x2C
    default: nil
    }
  }

  private func digitFollows(at index: Int) -> Bool {
    guard unsafe index < source.count else { return false }
    let byte = unsafe source[index]
    if (0x30...0x39).contains(byte) { return true }
    guard unsafe index + 1 < source.count else { return false }
    let next = unsafe source[index + 1]
    return byte == 0xD9 && (0xA0...0xA9).contains(next)
      || byte == 0xDB && (0xB0...0xB9).contains(next)
  }

  // MARK: Writing

  /// Notes a break point where the distance between the cursors has changed.
  @inline(__always)
  private mutating func note(_ shifts: inout [TokenizedText.Shift]) {
    let distance = read - written
    if distance == delta { return }
    delta = distance
    shifts.append(
      TokenizedText.Shift(
        folded: UInt32(truncatingIfNeeded: written), original: UInt32(truncatingIfNeeded: read)))
  }

  /// Writes one folded byte for a character of `width` bytes.
  @inline(__always)
  private mutating func copy(_ byte: UInt8, width: Int, _ shifts: inout [TokenizedText.Shift]) {
    note(&shifts)
    unsafe target[written] = byte
    written += 1
    read += width
  }

  /// Writes a scalar as UTF-8.
  private mutating func emit(_ scalar: UInt32) {
    for byte in UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}")
      ?? UTF8.encodedReplacementCharacter
    {
      unsafe target[written] = byte
      written += 1
    }
  }
}
