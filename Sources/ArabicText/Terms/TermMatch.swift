/// A place where an entry stands in a text. Texts have several for each word, so it is kept small.
public struct TermMatch: Sendable, Equatable {
  /// The entry's number.
  public let id: UInt32
  @usableFromInline let first: UInt32
  @usableFromInline let stem: UInt64
  @usableFromInline let clitics: Clitics
  @usableFromInline let from: UInt8
  @usableFromInline let to: UInt8
  @usableFromInline let count: UInt16

  /// Tokens that a match may cover; the marks between its words can be many.
  static let longest = Int(UInt16.max)

  /// - Parameters:
  ///   - id: the entry's number.
  ///   - tokens: at most `longest`.
  @inline(__always)
  init(id: UInt32, tokens: Range<Int>, segmentation: Segmentation) {
    self.id = id
    first = UInt32(truncatingIfNeeded: tokens.lowerBound)
    count = UInt16(truncatingIfNeeded: tokens.count)
    stem = segmentation.hash
    clitics = segmentation.clitics
    from = segmentation.from
    to = segmentation.to
  }

  /// The tokens it covers.
  @inlinable public var tokens: Range<Int> { Int(first)..<Int(first) + Int(count) }
  /// What was peeled off its first word (and, for single words, off the word's end).
  @inlinable public var segmentation: Segmentation {
    Segmentation(clitics: clitics, from: from, to: to, hash: stem)
  }
}
