internal import Glibc
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
  private let cancellation: ReadCancellation
  private let kept: KeptRecords?
  /// Batches of an earlier reading, the next one first; nil where this one reads.
  private let replayed: Mutex<ArraySlice<RecordBatch>?>

  /// - Parameters:
  ///   - inputs: Paths of files and folders; `-` is standard input.
  ///   - limits: What is too large.
  ///   - encoding: A character set of two or four bytes a unit (`UTF-16LE`…) for inputs without a
  ///     byte-order mark; others are the parser's affair.
  ///   - isLines: Every line of a text is a record, whatever its beginning looks like.
  ///   - filter: Which files of folders and members of archives are read.
  ///   - cancellation: Ends waiting for input that does not come.
  ///   - position: Where to begin, from an earlier batch's ``RecordBatch/next``.
  ///   - kept: Gives the records of files that have not changed since an earlier reading, and keeps
  ///     those of this one; only for readings from the beginning.
  /// - Throws: `noSuchInput` before anything is read; `unknownCharset`.
  public init(
    inputs: [String], limits: ReadingLimits = ReadingLimits(), encoding: String? = nil,
    isLines: Bool = false, filter: InputFilter = InputFilter(),
    cancellation: ReadCancellation = ReadCancellation(),
    from position: ReadPosition = ReadPosition(), keeping kept: KeptRecords? = nil
  ) throws(ArchivesError) {
    let walk = try InputWalk(inputs, filter)
    self.cancellation = cancellation
    self.kept = kept
    var known: [RecordBatch]?
    if let kept {
      // Noted before anything is read: a file that changes meanwhile is read again next time.
      let files = try InputFile.all(of: inputs, filter: filter)
      known = kept.batches(of: files)
      if known == nil { kept.begin(files) }
    }
    replayed = Mutex(known.map { $0[...] })
    if let encoding, CharsetConverter(encoding) == nil {
      throw ArchivesError.unknownCharset(encoding)
    }
    stream = Mutex(
      InputStream(
        walk: walk, limits: limits, encoding: encoding, isLines: isLines, filter: filter,
        cancellation: cancellation, from: position))
  }

  /// The next records, or nil at the end of the last input.
  public func nextBatch() -> RecordBatch? {
    let (isKnown, batch) = replayed.withLock { ($0 != nil, $0?.popFirst()) }
    if isKnown { return batch }
    return stream.withLock { stream in
      let batch = stream.nextBatch()
      if batch != nil || !cancellation.isCancelled { kept?.add(batch) }
      return batch
    }
  }

  /// Bytes of the inputs read so far, compressed as they are: for a progress bar beside
  /// ``totalBytes(of:)``.
  public var bytesRead: Int { stream.withLock { $0.bytesRead } }

  /// Bytes of all files among the inputs; nil when one is a stream without a known length.
  /// - Throws: `noSuchInput` for a named input that does not exist.
  public static func totalBytes(
    of inputs: [String], filter: InputFilter = InputFilter()
  ) throws(ArchivesError) -> Int? {
    var total = 0
    for file in try InputFile.all(of: inputs, filter: filter) {
      guard let size = file.size else { return nil }
      total += size
    }
    return total
  }
}

/// A file among the inputs as it lies on the disk, to see later whether it is still the same.
public struct InputFile: Sendable, Hashable {
  /// As it was given or walked to; `-` for standard input.
  public var path: String
  /// Bytes; nil for a pipe, a device and standard input.
  public var size: Int?
  /// When it was last changed, in nanoseconds since 1970; nil where there is no size.
  public var changed: Int?

  /// All files among the inputs, in the order in which they are read.
  /// - Throws: `noSuchInput` for a named input that does not exist.
  public static func all(
    of inputs: [String], filter: InputFilter = InputFilter()
  ) throws(ArchivesError) -> [InputFile] {
    var walk = try InputWalk(inputs, filter)
    var files: [InputFile] = []
    while let step = walk.next() {
      switch step {
      case .unreadable(let path, _): files.append(InputFile(path: path.name))
      case .file(let path, _):
        let status = path.isStandardInput ? nil : path.status
        guard let status, status.st_mode & S_IFMT == S_IFREG else {
          files.append(InputFile(path: path.name))
          continue
        }
        let changed = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
        files.append(InputFile(path: path.name, size: Int(status.st_size), changed: changed))
      }
    }
    return files
  }

  /// Bytes of a regular file; nil where there is none.
  public static func size(of path: String) -> Int? { InputPath(path).regularSize }

  /// Without size and time: an input that cannot be compared with an earlier state.
  public init(path: String, size: Int? = nil, changed: Int? = nil) {
    self.path = path
    self.size = size
    self.changed = changed
  }
}
