import Synchronization
import Testing

@testable import BatchRunner
@testable import hilal

@Suite struct ProgressTests {
  /// The lines shown for three reports of progress, each `pause` after the one before.
  private func lines(
    total: Int? = nil, isQuiet: Bool = false, interval: Duration, pause: Duration = .zero
  ) async throws -> [String] {
    let shown = Lines()
    let display = ProgressDisplay(total: total, isQuiet: isQuiet, interval: interval) {
      shown.add($0)
    }
    for number in 1...3 {
      try await Task.sleep(for: pause)
      display.update(
        Runner.Progress(
          read: 1000 * number, findings: number, bytes: 1_000_000, inputBytes: 25 * number))
    }
    return shown.all
  }

  private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])
    func add(_ line: String) { lines.withLock { $0.append(line) } }
    var all: [String] { lines.withLock { $0 } }
  }

  @Test func `a line comes when the interval is over, not before`() async throws {
    #expect(try await lines(interval: .seconds(86_400)).isEmpty)
    let each = try await lines(interval: .milliseconds(1), pause: .milliseconds(5))
    #expect(each.count == 3)
    #expect(each.last?.hasPrefix("3,000 articles  ") == true)
    #expect(each.last?.hasSuffix(" MB/s  3 findings") == true)
  }

  @Test func `a known total gives the share that is done`() async throws {
    let lines = try await lines(total: 100, interval: .zero)
    #expect(
      lines.map { $0.prefix { $0 != "%" } } == [
        "█████░░░░░░░░░░░░░░░ 25 ", "██████████░░░░░░░░░░ 50 ", "███████████████░░░░░ 75 ",
      ])
    #expect(lines.allSatisfy { $0.contains(" s left  ") })
  }

  @Test func `quiet shows nothing`() async throws {
    #expect(try await lines(isQuiet: true, interval: .zero).isEmpty)
  }
}
