/// Why an input could not be opened or an output not be written: errors that end a run. What is
/// wrong with a single record is a ``Rejection`` and ends nothing.
public struct ArchivesError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What callers tell apart; the words are in `message`.
  public enum Kind: Sendable, Equatable {
    /// A named input does not exist. Nothing has been read.
    case noSuchInput
    /// The character set is unknown to the system's iconv.
    case unknownCharset
    /// An output would be written over an input or another output. Nothing has been written.
    case overwrites
    /// The output could not be opened, written or brought to the disk.
    case output
    /// The reader at the other end of the output has gone (`EPIPE`).
    case closedPipe
    /// A run cannot be resumed: something has changed since.
    case resumeRefused
    /// The system gave no memory or parser.
    case system
  }

  /// What to do about it depends on this alone.
  public var kind: Kind
  /// The path or name that the error is about.
  public var place: String
  /// What happened and what can be done.
  public var message: String

  /// `message` says what happened to `place`, without naming it again.
  public init(_ kind: Kind, place: String, message: String) {
    self.kind = kind
    self.place = place
    self.message = message
  }

  public var description: String { "\(place): \(message)" }
}
