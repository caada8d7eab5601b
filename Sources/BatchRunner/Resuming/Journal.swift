internal import Archives

/// Saves checkpoints of a run as it goes on.
struct Journal {
  /// Time between two checkpoints: as much work as a killed run may lose.
  static let interval = Duration.milliseconds(500)

  let identity: RunIdentity
  private var last = ContinuousClock.now

  init(_ identity: RunIdentity) { self.identity = identity }

  /// Whether it is time for the next checkpoint.
  mutating func isDue() -> Bool {
    let now = ContinuousClock.now
    guard now - last >= Self.interval else { return false }
    last = now
    return true
  }
}
