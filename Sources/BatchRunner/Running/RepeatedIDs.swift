internal import Articles

/// Articles of a run that have the id of an earlier one: whatever names an article by its id cannot tell them apart.
public struct RepeatedIDs: Sendable, Equatable {
  /// So many articles are looked back upon: as far as copies are looked for. It bounds the memory of long runs.
  public static let reach = 100_000

  /// Articles whose id stood there before.
  public private(set) var count = 0
  /// The id of the first of them.
  public private(set) var first: String?

  /// None.
  public init() {}

  fileprivate mutating func note(_ id: String) {
    count += 1
    first = first ?? id
  }
}

/// The ids of the last articles of a run, as hashes: some three megabytes.
struct RecentIDs {
  private var known: Set<UInt64> = []
  /// The hashes in the order in which they came; from `oldest` on where it is full.
  private var order: [UInt64] = []
  private var oldest = 0
  private(set) var repeated = RepeatedIDs()

  mutating func note(_ id: String) {
    let hash = StableHash(of: id.utf8).value
    guard known.insert(hash).inserted else { return repeated.note(id) }
    if order.count < RepeatedIDs.reach {
      order.append(hash)
    } else {
      known.remove(order[oldest])
      order[oldest] = hash
      oldest = (oldest + 1) % RepeatedIDs.reach
    }
  }
}
