import Glibc

/// Answers, a key each: from the terminal as they are pressed, else from standard input as it comes.
struct Keys {
  enum Answer: String, CaseIterable {
    case yes
    case no
    case skip
    case undo
    case quit

    /// The Latin letter, and what the same key writes on an Arabic keyboard.
    var letters: [Unicode.Scalar] {
      switch self {
      case .yes: ["y", "غ"]
      case .no: ["n", "ى"]
      case .skip: ["s", "س"]
      case .undo: ["u", "ع"]
      case .quit: ["q", "ض"]
      }
    }
  }

  let isTerminal = Console.shared.inputIsTerminal

  /// The next answer, other keys passed over; nil at the end of the input.
  func next() -> Answer? {
    while let scalar = isTerminal ? pressed() : read() {
      // Ctrl-C and Ctrl-D, which the terminal hands on like any other key.
      if scalar.value == 3 || scalar.value == 4 { return .quit }
      let small = Unicode.Scalar(scalar.properties.lowercaseMapping) ?? scalar
      if let answer = Answer.allCases.first(where: { $0.letters.contains(small) }) { return answer }
    }
    return nil
  }

  /// A key, taken without waiting for the end of the line and not shown.
  private func pressed() -> Unicode.Scalar? {
    var saved = termios()
    // SAFETY: the calls read and write the two structures while they run.
    guard unsafe tcgetattr(STDIN_FILENO, &saved) == 0 else { return read() }
    var raw = saved
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    unsafe tcsetattr(STDIN_FILENO, TCSANOW, &raw)
    defer { unsafe tcsetattr(STDIN_FILENO, TCSANOW, &saved) }
    return read()
  }

  /// One character of UTF-8; a broken one is U+FFFD.
  private func read() -> Unicode.Scalar? {
    guard let first = readByte() else { return nil }
    var bytes = [first]
    let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    while bytes.count < count, let byte = readByte() { bytes.append(byte) }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first
  }

  private func readByte() -> UInt8? {
    var byte: UInt8 = 0
    while true {
      // SAFETY: one byte is written to `byte` while the call runs.
      let count = unsafe Glibc.read(STDIN_FILENO, &byte, 1)
      if count == 1 { return byte }
      if count < 0, errno == EINTR { continue }
      return nil
    }
  }
}
