import BatchRunner

/// What is said of articles that were left out, the same for every verb that chooses some.
struct SelectionText {
  let selecting: SelectionOptions
  /// The days of the articles, those that were left out included.
  let days: ArticleDays
  let taken: Int
  let skipped: Int

  init(selecting: SelectionOptions, days: ArticleDays, taken: Int, skipped: Int) {
    self.selecting = selecting
    self.days = days
    self.taken = taken
    self.skipped = skipped
  }

  init(selecting: SelectionOptions, _ count: SelectionCount) {
    self.init(
      selecting: selecting, days: count.days, taken: count.taken, skipped: count.skipped)
  }

  /// Says where no article is of a source that was wanted, how many have no day that is known, and where all are of other
  /// days.
  func say() {
    if !selecting.source.isEmpty, taken == 0, skipped > 0 {
      let names = selecting.source.map { "«\($0)»" }.joined(separator: ", ")
      Console.shared.say(
        "note: no article was taken; --source \(names) must be written as the articles' source is")
    }
    guard let options = selecting.days else { return }
    if days.leftOut > 0 {
      let count = Text.plural(days.leftOut, "article")
      let them = days.leftOut == 1 ? "its day is" : "their days are"
      Console.shared.say("note: \(options) left \(count) out because \(them) not known")
    }
    if taken == 0, let first = days.first, let last = days.last {
      Console.shared.say(
        "note: no article was taken; \(options) must be \(first == last ? "their day, \(first)" : "among their days, \(first) to \(last)")"
      )
    }
  }
}
