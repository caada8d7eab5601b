/// What scripts print, in lines, until it is taken; bounded, for a script may print without end.
struct PrintedLines {
  /// Bytes that are kept at most between two takings: what a rule may print on one article, as in a run.
  private static let limit = 64 << 10
  /// What a line counts for besides its bytes: no less than the shortest name that is put in front.
  private static let lineFee = 6

  private var lines: [String] = []
  private var bytes = 0
  /// What is printed is not shown any more.
  var isSilenced = false

  /// The lines printed since the last time.
  mutating func take() -> [String] {
    defer {
      lines.removeAll()
      bytes = 0
    }
    return lines
  }

  /// Adds what one call has printed: each line of it gets the rule's name in front, so that none can be taken for
  /// another's.
  mutating func add(_ text: Swift.Span<UInt8>) {
    guard !isSilenced, bytes < Self.limit else { return }
    var copy: [UInt8] = []
    copy.reserveCapacity(text.count)
    for index in text.indices { copy.append(text[index]) }
    var rest = copy[...]
    while bytes < Self.limit {
      let part = rest.prefix { $0 != 0x0A }
      bytes += part.count + Self.lineFee
      lines.append(String(decoding: part, as: UTF8.self))
      if part.endIndex == rest.endIndex { return }
      rest = rest[(part.endIndex + 1)...]
    }
  }
}
