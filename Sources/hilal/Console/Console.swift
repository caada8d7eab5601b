import Archives
import ArgumentParser
import Articles
import BatchRunner
import Foundation
import Glibc
import RulePacks
import Synchronization

/// When to colour.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto
  case always
  case never
}

/// Standard error and standard output as people see them: colours, and a progress line that other
/// lines do not disturb.
final class Console: Sendable {
  static let shared = Console()

  private let progressLine = Mutex(false)
  /// Standard error is a terminal.
  let isTerminal = isatty(STDERR_FILENO) == 1
  let outputIsTerminal = isatty(STDOUT_FILENO) == 1
  let inputIsTerminal = isatty(STDIN_FILENO) == 1

  /// Writes a line to standard error. It may hold what a script has said, so it comes without control characters.
  func say(_ line: String) {
    progressLine.withLock { isShown in
      if isShown { write("\r\u{1B}[K") }
      isShown = false
      write(Text.printable(line) + "\n")
    }
  }

  /// Shows or replaces the progress line; only on a terminal.
  func show(progress line: String) {
    progressLine.withLock { isShown in
      isShown = true
      write("\r\u{1B}[K" + line)
    }
  }

  func clearProgress() {
    progressLine.withLock { isShown in
      if isShown { write("\r\u{1B}[K") }
      isShown = false
    }
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      // SAFETY: the pointer is used within the closure, for the bytes that are left.
      let count = unsafe bytes[done...].withUnsafeBytes {
        unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count)
      }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return }
      done += count
    }
  }

  /// Whether to colour what goes to a stream.
  static func usesColor(_ choice: ColorChoice, terminal: Bool) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto: terminal && environment("NO_COLOR") == nil && environment("TERM") != "dumb"
    }
  }

  /// A variable of the environment; nil when unset or empty.
  static func environment(_ name: String) -> String? {
    // SAFETY: the C string is copied at once; nothing in this program changes the environment.
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }
}

extension Console {
  /// Articles whose ids are looked at for one that may have been meant.
  private static let looked = 20_000

  /// Says that no article has the id that was asked for, with one that may have been meant, and gives the status to end
  /// with.
  func noArticle(
    _ id: String, among inputs: [String], _ options: Runner.Options
  ) -> ExitCode {
    let ids = inputs.contains("-") ? [] : Self.ids(of: inputs, options)
    if ids.contains(id) {
      say("error: the article with the id \(id) is not among those that the other options choose")
      return ExitStatus.noInput
    }
    let sameLetters = ids.first { $0.lowercased() == id.lowercased() }
    let hint =
      (sameLetters ?? Suggestion.nearest(to: id, in: ids)).map { "; did you mean `\($0)`?" }
      ?? ids.first.map { "; ids are like `\($0)`" } ?? ""
    say("error: no article with the id \(id)\(Text.line(hint))")
    return ExitStatus.noInput
  }

  /// The ids of the first articles; none where they cannot be read again.
  private static func ids(of inputs: [String], _ options: Runner.Options) -> [String] {
    guard let reader = try? options.reader(of: inputs), var parser = try? options.recordParser()
    else { return [] }
    var ids: [String] = []
    while ids.count < looked, let batch = reader.nextBatch() {
      for record in 0..<batch.count {
        if let article = try? parser.parse(batch, record).get() { ids.append(article.id) }
      }
    }
    return ids
  }
}

extension Console {
  /// All of a file that a verb was given, be it a pipe or a device such as /dev/null.
  ///
  /// - Throws: the status to end with where it cannot be read, which has been told.
  func bytes(of path: String) throws -> Data {
    guard let file = FileHandle(forReadingAtPath: path) else {
      say("error: \(path): no such file")
      throw ExitStatus.noInput
    }
    do { return try file.readToEnd() ?? Data() } catch {
      say("error: \(path): cannot be read; name a file")
      throw ExitStatus.noInput
    }
  }
}

/// A wrong use of the command line that shows only when a verb runs: told in one line, with status 64.
struct UsageError: Error {
  let message: String

  init(_ message: String) { self.message = message }
}

extension ArchivesError {
  /// Says what happened and gives the status to end with.
  func exit() -> ExitCode {
    switch kind {
    case .closedPipe: return ExitStatus.closedPipe
    case .noSuchInput:
      Console.shared.say("error: \(description)")
      return ExitStatus.noInput
    case .unknownCharset, .overwrites:
      Console.shared.say("error: \(description)")
      return ExitStatus.usage
    case .resumeRefused:
      Console.shared.say("error: \(description)")
      return ExitStatus.badInput
    case .output, .system:
      Console.shared.say("error: \(description)")
      return ExitStatus.cannotWrite
    }
  }
}
