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

  /// - Parameters:
  ///   - word: an Arabic word of one letter at least.
  ///   - folded: the folded text that it is of.
  @inline(__always)
  init(_ word: Token, in folded: UnsafeBufferPointer<UInt8>) {
    count = Int(word.letters)
    first = unsafe word.letter(0, folded)
    second = count > 1 ? unsafe word.letter(1, folded) : 0
    third = count > 2 ? unsafe word.letter(2, folded) : 0
    lastButOne = count > 1 ? unsafe word.letter(count - 2, folded) : 0
    last = unsafe word.letter(count - 1, folded)
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
