internal import Dispatch
internal import Synchronization

/// A value made once, by whoever needs it first or by a thread of the system before that.
final class Once<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// Waits where another thread is making it.
  func callAsFunction() -> Value {
    value.withLock { value in
      if let value { return value }
      let made = make()
      value = made
      return made
    }
  }

  /// Begins to make it beside the caller.
  func begin() { DispatchQueue.global().async { _ = self() } }
}

extension Array where Element: Sendable {
  /// `map` on all cores, for work that is dear enough.
  func concurrentMap<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
    let results = Mutex<[Result?]>([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = transform(self[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}
