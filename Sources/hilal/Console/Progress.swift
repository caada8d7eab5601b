import BatchRunner
import Synchronization

/// The progress of a run: a bar on a terminal, a line every ten seconds elsewhere.
final class ProgressDisplay: Sendable {
  private let total: Int?
  private let isQuiet: Bool
  private let interval: Duration
  private let show: @Sendable (String) -> Void
  private let start = ContinuousClock.now
  private let last: Mutex<ContinuousClock.Instant>

  /// - Parameters:
  ///   - total: bytes of all inputs, where it is known.
  ///   - interval: the least time between two lines.
  ///   - show: takes each line.
  init(
    total: Int?, isQuiet: Bool, interval: Duration = ProgressDisplay.interval,
    show: @escaping @Sendable (String) -> Void = ProgressDisplay.show
  ) {
    self.total = total
    self.isQuiet = isQuiet
    self.interval = interval
    self.show = show
    last = Mutex(start)
  }

  static let interval: Duration = Console.shared.isTerminal ? .milliseconds(100) : .seconds(10)

  /// Replaces the line before on a terminal, stands below it elsewhere.
  @Sendable static func show(_ line: String) {
    let console = Console.shared
    if console.isTerminal { console.show(progress: line) } else { console.say(line) }
  }

  func update(_ progress: Runner.Progress) {
    if isQuiet { return }
    let now = ContinuousClock.now
    let isDue = last.withLock { last in
      if now - last < interval { return false }
      last = now
      return true
    }
    guard isDue else { return }
    show(line(progress, seconds: Double((now - start) / .milliseconds(1)) / 1000))
  }

  private func line(_ progress: Runner.Progress, seconds: Double) -> String {
    var parts: [String] = []
    if let total, total > 0 {
      let share = min(1, Double(progress.inputBytes) / Double(total))
      let filled = Int(share * 20)
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
      parts.append("\(bar) \(Int(share * 100)) %")
      if share > 0.01, share < 1 {
        parts.append("\(Int(seconds / share * (1 - share)) + 1) s left")
      }
    }
    parts.append("\(Text.grouped(progress.read)) articles")
    parts.append("\(Text.decimal(Double(progress.bytes) / 1e6 / max(seconds, 0.001))) MB/s")
    parts.append("\(Text.grouped(progress.findings)) findings")
    return parts.joined(separator: "  ")
  }
}

/// Numbers as people read them.
enum Text {
  /// 12824 → 12,824
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(abs(number)))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// One decimal below 100, none above.
  static func decimal(_ number: Double) -> String {
    if number >= 100 { return String(Int(number.rounded())) }
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// A text of an article on one line: breaks become blanks, control characters never reach the
  /// terminal.
  static func line(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        line.append(" ")
      } else if scalar.value >= 0x20, !(0x7F...0x9F).contains(scalar.value) {
        line.append(scalar)
      }
    }
    return String(line)
  }

  /// The text with control characters made visible (␛) and those that turn the direction of a line replaced: what a
  /// script or an archive says moves no cursor, sets no title and hides nothing. Tabs and line ends stay.
  static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let picture = scalar.value < 0x20 ? Unicode.Scalar(0x2400 + scalar.value) : "\u{FFFD}"
      shown.append(isControl(scalar) ? picture ?? "\u{FFFD}" : scalar)
    }
    return String(shown)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case ..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  static func plural(_ count: Int, _ noun: String, _ ending: String = "s") -> String {
    "\(grouped(count)) \(noun)\(count == 1 ? "" : ending)"
  }
}
