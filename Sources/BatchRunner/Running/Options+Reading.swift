public import Archives

/// Whoever reads articles opens them here, so that one set of options means the same to every verb.
extension Runner.Options {
  /// The batches of records of some inputs.
  ///
  /// - Parameters:
  ///   - cancellation: ends the reading from another thread.
  ///   - position: where an earlier run stopped.
  ///   - kept: records that were read before, or are kept for the next time.
  /// - Throws: `ArchivesError` for inputs that do not exist and for a character set that is not known.
  public func reader(
    of inputs: [String], _ cancellation: ReadCancellation = ReadCancellation(),
    from position: ReadPosition = ReadPosition(), keeping kept: KeptRecords? = nil
  ) throws(ArchivesError) -> ArticleReader {
    try ArticleReader(
      inputs: inputs, limits: limits, encoding: encoding, isLines: isLines, filter: filter,
      cancellation: cancellation, from: position, keeping: kept)
  }

  /// A parser of their records; each worker has its own.
  ///
  /// - Throws: `ArchivesError` for a character set that is not known and where there is no memory for one.
  public func recordParser() throws(ArchivesError) -> RecordParser {
    try RecordParser(names: fieldNames, encoding: encoding)
  }
}
