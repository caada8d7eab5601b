internal import ArabicText
internal import Extraction

/// The analysis of an article that rules were called on, kept for when they run on it again: the layers that they read
/// do not hang on the rules.
///
/// SAFETY: an analysis makes its layers when they are first read. It passes from worker to worker, and whoever keeps
/// it gives it to one at a time.
public struct KeptAnalysis: @unchecked Sendable {
  let analysis: Analysis
  /// What rules made of their packs' own layers, by the rules' names: those that have not changed need not run again for
  /// the rules that read them.
  var provided: [String: Provided] = [:]

  /// What a rule gave to a layer.
  struct Provided {
    let items: [RawFinding]
    /// Steps that it took of its pack's.
    let steps: Int

    /// The items, where the rule has another number since.
    func items(of rule: Int) -> [RawFinding] {
      items.map { item in
        var item = item
        item.rule = rule
        return item
      }
    }
  }

  /// Bytes of memory, roughly: what a token costs in the text, in the terms and in the layers was measured over a week
  /// of news.
  public var byteCount: Int {
    let texts = [analysis.title.text, analysis.content.text].reduce(1024) {
      $0 + $1.bytes.count + $1.folded.count + Self.bytesPerToken * $1.tokens.count
    }
    return provided.values.reduce(texts) { $0 + Self.bytesPerItem * $1.items.count }
  }

  private static let bytesPerItem = 1024

  private static let bytesPerToken = 200
}
