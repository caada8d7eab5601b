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
    parts.append(Text.plural(progress.findings, "finding"))
    return parts.joined(separator: "  ")
  }
}
