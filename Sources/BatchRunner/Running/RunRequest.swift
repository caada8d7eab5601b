internal import Archives

/// What a run reads and where its results go.
public struct RunRequest: Sendable {
  /// Where findings go.
  public enum Output: Sendable, Equatable {
    /// Text in ``Runner/Options/format``; such a run cannot be resumed.
    case standardOutput
    /// Text in ``Runner/Options/format``.
    case file(String)
    /// An SQLite database at the path; the format does not matter.
    case database(String)

    /// Where it is, for messages.
    var place: String {
      switch self {
      case .standardOutput: "standard output"
      case .file(let path), .database(let path): path
      }
    }
  }

  /// Paths of files and folders; `-` is standard input.
  public var inputs: [String]
  /// Replaced, unless the run is resumed.
  public var output = Output.standardOutput
  /// Where records go that could not be read.
  public var quarantine: String?
  /// The file of ids of articles that are skipped, and that the run's own are added to unless a pack could not be loaded.
  public var seen: String?
  /// Goes on where an earlier run of the same request stopped.
  public var resumes = false

  /// Findings of the inputs to standard output; the rest is set afterwards.
  public init(inputs: [String]) { self.inputs = inputs }

  /// What an earlier run has left.
  ///
  /// - Throws: `ArchivesError` of kind `resumeRefused` for what is there and cannot be read.
  func checkpoint() throws(ArchivesError) -> Checkpoint? {
    let bytes: [UInt8]?
    switch output {
    case .standardOutput: bytes = nil
    case .file(let path): bytes = ByteOutput.contents(of: Self.checkpointPath(path))
    case .database(let path): bytes = try DatabaseFindingSink.checkpoint(in: path)
    }
    guard let bytes else { return nil }
    return try Checkpoint(bytes, of: output.place)
  }

  /// Opens the output: a new one, or what `checkpoint` has left.
  func sink(
    _ format: FindingFormat, _ checkpoint: Checkpoint?
  ) throws(ArchivesError) -> sending any FindingSink {
    switch output {
    case .standardOutput: return try TextFindingSink(format, ByteOutput())
    case .file(let path):
      let marker = Self.checkpointPath(path)
      let bytes = try ByteOutput(path: path, keeping: checkpoint?.output ?? 0)
      return try TextFindingSink(format, bytes, checkpointPath: bytes.isFile ? marker : nil)
    case .database(let path):
      return try DatabaseFindingSink(path: path, resuming: checkpoint != nil)
    }
  }

  private static func checkpointPath(_ path: String) -> String { path + ".checkpoint" }
}
