/// A half-open range of UTF-8 byte offsets within one text field.
public struct ByteRange: Sendable, Hashable, Comparable {
  /// Offset of the first byte.
  public var start: Int
  /// One past the last byte.
  public var end: Int

  /// The bytes `start..<end`; an end before the start makes an empty range.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// Bytes; negative when `end` lies before `start`.
  public var count: Int { end - start }
  /// No byte lies in it, or `end` lies before `start`.
  public var isEmpty: Bool { end <= start }

  /// Whether the two ranges share a byte.
  public func overlaps(_ other: ByteRange) -> Bool { start < other.end && other.start < end }

  /// Whether `other` lies wholly inside.
  public func contains(_ other: ByteRange) -> Bool { start <= other.start && other.end <= end }

  public static func < (a: ByteRange, b: ByteRange) -> Bool {
    a.start != b.start ? a.start < b.start : a.end < b.end
  }
}

/// A place in an article: a field and a byte range within it. Inside the core all places are
/// bytes; they become code points only in output (`TextSpan`).
public struct Span: Sendable, Hashable, Comparable {
  /// The field that `bytes` counts in.
  public var field: TextField
  /// UTF-8 bytes of the original text, not of the folded one.
  public var bytes: ByteRange

  /// A place in a field, in bytes of its original text.
  public init(_ field: TextField, _ bytes: ByteRange) {
    self.field = field
    self.bytes = bytes
  }

  public static func < (a: Span, b: Span) -> Bool {
    a.field != b.field ? a.field < b.field : a.bytes < b.bytes
  }
}

/// A place as outputs give it: Unicode code points of the field, end exclusive, with the words.
public struct TextSpan: Sendable, Hashable {
  /// The field that the code points are counted in.
  public var field: TextField
  /// First code point.
  public var start: Int
  /// One past the last code point.
  public var end: Int
  /// Exactly the slice `start..<end` of the field, unless cut.
  public var text: String
  /// The text was shortened to a bound and is not the whole slice.
  public var isCut: Bool

  /// `start` and `end` in code points, end exclusive; `text` is taken as it is.
  public init(field: TextField, start: Int, end: Int, text: String, isCut: Bool = false) {
    self.field = field
    self.start = start
    self.end = end
    self.text = text
    self.isCut = isCut
  }
}

extension Array {
  /// Indices of the elements of a list, ordered by their places, that begin within a span. Costs the logarithm of its length and
  /// the elements found.
  ///
  /// - Parameter place: where an element stands.
  @inlinable
  public func indices(within span: Span, _ place: (Element) -> Span) -> Range<Int> {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let found = place(self[middle])
      let isBefore =
        found.field != span.field
        ? found.field < span.field : found.bytes.start < span.bytes.start
      if isBefore { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < count {
      let found = place(self[end])
      guard found.field == span.field, found.bytes.start < span.bytes.end else { break }
      end += 1
    }
    return low..<end
  }
}
