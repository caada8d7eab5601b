/// Why a chunk did not load or a call did not come to its end.
public struct LuaError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of end it was.
  public enum Kind: String, Sendable {
    /// The source cannot be compiled.
    case syntax
    /// The script raised an error.
    case runtime
    /// The steps were used up: the same in every run.
    case steps
    /// The memory was used up: the same in every run.
    case memory
    /// The processor time was used up: depends on the machine.
    case time
    /// Calls were nested too deep.
    case stack
    /// The host raised an error, or was called in a wrong way.
    case host
  }

  /// A function of a script that was running, innermost first.
  public struct Frame: Hashable, Sendable {
    /// The chunk's name, cut at 59 bytes.
    public var chunk: String
    /// Counted from 1.
    public var line: Int
    /// The function's name as its caller knows it, or "main chunk".
    public var function: String
  }

  /// What kind of end it was.
  public var kind: Kind
  /// The message without its place, cut at 2 KiB.
  public var message: String
  /// The chunk the error belongs to, or empty.
  public var chunk: String
  /// The line in it, counted from 1, or 0.
  public var line: Int
  /// The innermost 16 functions of scripts at the point of the error.
  public var traceback: [Frame]

  /// `chunk:line: message`
  public var description: String {
    chunk.isEmpty ? message : "\(chunk):\(line): \(message)"
  }

  /// The description, and a line for each frame.
  public var report: String {
    traceback.reduce(description) { $0 + "\n  \($1.chunk):\($1.line): in \($1.function)" }
  }

  init(kind: Kind, message: String, traceback: [Frame] = []) {
    self.kind = kind
    self.message = message
    self.traceback = traceback
    chunk = traceback.first?.chunk ?? ""
    line = traceback.first?.line ?? 0
    takePlaceFromMessage()
  }

  /// A message that begins with a place ("rules/a.lua:3: …") says it better than the innermost frame.
  private mutating func takePlaceFromMessage() {
    let bytes = Array(message.utf8)
    for start in bytes.indices where bytes[start] == UInt8(ascii: ":") {
      var end = start + 1
      var number = 0
      while end < bytes.count, let digit = bytes[end].decimal, number < 100_000_000 {
        number = number * 10 + digit
        end += 1
      }
      guard end > start + 1, end + 1 < bytes.count, bytes[end] == UInt8(ascii: ":"),
        bytes[end + 1] == UInt8(ascii: " ")
      else { continue }
      let name = String(decoding: bytes[..<start], as: UTF8.self)
      guard kind == .syntax || traceback.contains(where: { $0.chunk == name }) else { return }
      chunk = name
      line = number
      message = String(decoding: bytes[(end + 2)...], as: UTF8.self)
      return
    }
  }
}

extension UInt8 {
  fileprivate var decimal: Int? {
    self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") ? Int(self - UInt8(ascii: "0")) : nil
  }
}
