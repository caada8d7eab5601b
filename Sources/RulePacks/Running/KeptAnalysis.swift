internal import ArabicText
internal import Extraction

/// The analysis of an article that rules were called on, kept for when they run on it again: the layers that they read
/// do not hang on the rules.
///
/// SAFETY: an analysis makes its layers when they are first read. It passes from worker to worker, and whoever keeps
/// it gives it to one at a time.
public struct KeptAnalysis: @unchecked Sendable {
  let analysis: Analysis

  /// Bytes of memory, roughly: what a token costs in the text, in the terms and in the layers was measured over a week
  /// of news.
  public var byteCount: Int {
    [analysis.title.text, analysis.content.text].reduce(1024) {
      $0 + $1.bytes.count + $1.folded.count + Self.bytesPerToken * $1.tokens.count
    }
  }

  private static let bytesPerToken = 200
}
