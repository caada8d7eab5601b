/// What a rule may use on an article. Programs run with the standard limits; others are for tests and benchmarks of this
/// package.
package struct ScriptLimits: Sendable {
  /// Steps that a rule has for an article, before its size is added.
  package var steps = RuleCall.baseSteps
  /// Processor seconds of one call.
  package var seconds = 2.0
  /// Neither steps nor time are looked at: what measures the cost of limits is compared with.
  package var isUnwatched = false

  package init() {}

  /// Whether a state has the limits of those in which packs load.
  var areStandard: Bool { seconds == Self().seconds && isUnwatched == Self().isUnwatched }
}
