internal import Archives
internal import RulePacks

/// What one worker made of one batch: everything the ordered writer needs, findings already encoded.
struct ChunkResult: Sendable {
  /// In the order of articles, and within one in the order of output.
  enum Event: Sendable {
    /// A finding of a rule: a range of `encoded`. `article` counts within the batch.
    case finding(rule: Int, article: Int, bytes: Range<Int>)
    case failure(rule: Int, article: Int, RuleFailure)
    case printed(rule: Int, String)
  }

  var read = 0
  var processed = 0
  var skipped = 0
  var bytes = 0
  var rejections: [Rejection] = []
  var events: [Event] = []
  var encoded: [UInt8] = []
}
