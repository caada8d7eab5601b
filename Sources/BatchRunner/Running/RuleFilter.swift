internal import Archives

/// Which rules are asked for, by globs: one with a slash is meant for the whole name `pack/rule`, one
/// without for the rule alone. All are where there is no glob.
public struct RuleFilter: Sendable {
  private let globs: [String]

  /// Globs as in `--rule`; every rule is asked for when there are none.
  public init(_ globs: [String]) { self.globs = globs }

  /// - Parameter name: `pack/rule`.
  public func accepts(_ name: String) -> Bool {
    let rule = name.split(separator: "/").last.map(String.init) ?? name
    return globs.isEmpty || globs.contains { glob($0, $0.contains("/") ? name : rule) }
  }
}
