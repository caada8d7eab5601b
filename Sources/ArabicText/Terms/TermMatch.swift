/// A place where an entry stands in a text. Texts have several for each word, so it is kept small.
public struct TermMatch: Sendable, Equatable {
  /// The entry's number.
  public let id: UInt32
  /// What was peeled off its first word (and, for single words, off the word's end).
  public let segmentation: Segmentation
  @usableFromInline let first: UInt32
  @usableFromInline let count: UInt16

  /// Tokens that a match may cover; the marks between its words can be many.
  static let longest = Int(UInt16.max)

  /// - Parameters:
  ///   - id: the entry's number.
  ///   - tokens: at most `longest`.
  @inline(__always)
  init(id: UInt32, tokens: Range<Int>, segmentation: Segmentation) {
    self.id = id
    self.segmentation = segmentation
    first = UInt32(truncatingIfNeeded: tokens.lowerBound)
    count = UInt16(truncatingIfNeeded: tokens.count)
  }

  /// The tokens it covers.
  @inlinable public var tokens: Range<Int> { Int(first)..<Int(first) + Int(count) }
}
