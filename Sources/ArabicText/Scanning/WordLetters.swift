/// The letters of an Arabic word that tell what it may be, folded; 0 past its end.
public struct WordLetters: Sendable {
  /// How many letters it has, at most 255.
  public let count: Int
  /// From its start.
  public let first, second, third: UInt32
  /// From its end.
  public let lastButOne, last: UInt32
  /// Whether the last letter is written ة, which folds to the letter of the pronoun ه.
  public let endsInTaMarbuta: Bool

  /// ال behind the first letter.
  public var hasArticleBehindFirst: Bool { second == Alphabet.alif && third == Alphabet.lam }

  /// - Parameter folded: the folded text that the word is of.
  @inline(__always)
  init(_ word: Token, in folded: UnsafeBufferPointer<UInt8>) {
    let start = Int(word.foldedStart)
    let count = Int(word.letters)
    // SAFETY: an Arabic token spans two bytes a letter within the folded text.
    let letter = { (index: Int) -> UInt32 in
      let at = start + 2 * index
      return unsafe UInt32(folded[at] & 0x1F) << 6 | UInt32(folded[at + 1] & 0x3F)
    }
    self.count = count
    first = letter(0)
    second = count > 1 ? letter(1) : 0
    third = count > 2 ? letter(2) : 0
    lastButOne = count > 1 ? letter(count - 2) : 0
    last = letter(count - 1)
    endsInTaMarbuta = word.endsInTaMarbuta
  }
}

extension TokenizedText {
  /// Calls `body` with the index and the letters of every Arabic word.
  @inline(__always)
  public func forEachArabicWord(_ body: (_ token: Int, _ letters: WordLetters) -> Void) {
    // SAFETY: the pointer lives only within the closure.
    unsafe folded.withUnsafeBufferPointer { folded in
      for (index, token) in tokens.enumerated()
      where token.kind == .word && token.isArabic && token.letters > 0 {
        unsafe body(index, WordLetters(token, in: folded))
      }
    }
  }
}
