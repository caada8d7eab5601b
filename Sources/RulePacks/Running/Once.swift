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
  ///
  /// - Parameter cost: what an element is likely to cost: the dearest are begun first, so that none is left to one core
  ///   at the end.
  func concurrentMap<Result: Sendable>(
    cost: (Element) -> Int = { _ in 0 }, _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let costs = map(cost)
    let order = indices.sorted { (costs[$1], $0) < (costs[$0], $1) }
    let results = Mutex<[Result?]>([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { place in
      let index = order[place]
      let result = transform(self[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}
