import BatchRunner

/// What is said of records that could not be read, the same for every verb that reads articles.
struct UnreadText {
  let unread: UnreadRecords
  /// Records of the inputs, those that could not be read among them.
  let read: Int
  /// Each line was read as a record (`--lines`).
  var isLines = false

  /// There were records, and none was an article.
  var isAll: Bool { read > 0 && unread.count == read }

  /// - Parameter keeper: where the records are kept, or how they would be; nil where they cannot be.
  func say(keeper: String? = nil) {
    let console = Console.shared
    if read == 0 {
      console.say(
        "warning: there are no articles in the input: it is empty, or what --include and --exclude leave of it is"
      )
    }
    guard let first = unread.first else { return }
    if let lost = unread.firstLost, lost != first { console.say("lost: \(Text.line(lost))") }
    let end = Text.line(first) + (keeper.map { " (\($0))" } ?? "")
    switch (isAll, unread.count) {
    case (true, 1): console.say("warning: nothing could be read: \(end)")
    case (true, let count):
      console.say(
        "warning: nothing could be read: none of \(Text.plural(count, "record")) is an article, "
          + "the first: \(end)")
    case (false, 1): console.say("warning: 1 record could not be read: \(end)")
    case (false, let count):
      console.say("warning: \(Text.grouped(count)) records could not be read, the first: \(end)")
    }
    if isLines, unread.count * 2 > read {
      console.say(
        "note: --lines takes each line for a record; leave it out for JSON arrays, for objects of several lines and for texts"
      )
    }
  }
}
