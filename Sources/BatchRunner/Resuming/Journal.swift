internal import Archives

/// Saves checkpoints of a run as it goes on.
struct Journal {
  let identity: RunIdentity
  private let interval: Duration
  private var last = ContinuousClock.now

  init(_ identity: RunIdentity, interval: Duration) {
    self.identity = identity
    self.interval = interval
  }

  /// Whether it is time for the next checkpoint.
  mutating func isDue() -> Bool {
    let now = ContinuousClock.now
    guard now - last >= interval else { return false }
    last = now
    return true
  }
}
