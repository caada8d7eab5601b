internal import Synchronization

/// Reads raw records from files, folders, archives and standard input, in a fixed order, batch by
/// batch. Safe to pull from by several workers; a pull decompresses and cuts, parsing is left to
/// the workers (``RecordParser``).
///
/// What cannot be read is a record as well, one that ``RecordParser`` rejects: reading never fails
/// after it has begun.
///
///     let reader = try ArticleReader(inputs: ["week.zip", "-"])
///     var parser = try RecordParser()
///     while let batch = reader.nextBatch() {
///       for record in 0..<batch.count {
///         switch parser.parse(batch, record) {
///         case .success(let article): …
///         case .failure(let rejection): …
///         }
///       }
///     }
public final class ArticleReader: Sendable {
  private let stream: Mutex<InputStream>

  /// - Parameters:
  ///   - inputs: Paths of files and folders; `-` is standard input.
  ///   - limits: What is too large.
  ///   - encoding: A character set of two or four bytes a unit (`UTF-16LE`…) for inputs without a
  ///     byte-order mark; others are the parser's affair.
  ///   - position: Where to begin, from an earlier batch's ``RecordBatch/next``.
  /// - Throws: `noSuchInput` before anything is read; `unknownCharset`.
  public init(
    inputs: [String], limits: ReadingLimits = ReadingLimits(), encoding: String? = nil,
    from position: ReadPosition = ReadPosition()
  ) throws(ArchivesError) {
    let walk = try InputWalk(inputs)
    if let encoding, CharsetConverter(encoding) == nil {
      throw ArchivesError.unknownCharset(encoding)
    }
    stream = Mutex(
      InputStream(walk: walk, limits: limits, encoding: encoding, from: position))
  }

  /// The next records, or nil at the end of the last input.
  public func nextBatch() -> RecordBatch? { stream.withLock { $0.nextBatch() } }

  /// Bytes of the inputs read so far, compressed as they are: for a progress bar beside
  /// ``totalBytes(of:)``.
  public var bytesRead: Int { stream.withLock { $0.bytesRead } }

  /// Bytes of all files among the inputs; nil when one is a stream without a known length.
  public static func totalBytes(of inputs: [String]) throws(ArchivesError) -> Int? {
    var walk = try InputWalk(inputs)
    var total = 0
    while let step = walk.next() {
      guard case .file(let path) = step else { continue }
      guard !path.isStandardInput, let size = path.regularSize else { return nil }
      total += size
    }
    return total
  }
}
