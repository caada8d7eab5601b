import ArgumentParser
import Articles
import BatchRunner
import RulePacks

/// Which rules' findings are wanted.
struct RuleOption: ParsableArguments {
  @Option(
    name: .customLong("rule"),
    help: ArgumentHelp(
      "Only findings of rules like this: explicit, 'my-pack/*'; repeatable.", valueName: "glob"))
  var globs: [String] = []

  func validate() throws {
    try EmptyArgument.refuse(["--rule": globs.first(where: \.isEmpty)], "rule")
  }

  /// What is wrong with the first glob that matches none of some rules, by `pack/rule`; nil where each matches one.
  func mistake(among names: [String]) -> String? {
    guard let glob = globs.first(where: { !names.contains(where: RuleFilter([$0]).accepts) }) else {
      return nil
    }
    let known =
      glob.contains("/") ? names : names.map { String($0.split(separator: "/").last ?? "") }
    return "--rule \(glob): no such rule; \(Suggestion.hint(for: glob, in: known))"
  }
}

/// Which articles a verb looks at.
struct SelectionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only articles of this day or later.", valueName: "yyyy-mm-dd"))
  var since: String?

  @Option(help: ArgumentHelp("Only articles of this day or earlier.", valueName: "yyyy-mm-dd"))
  var until: String?

  @Option(help: ArgumentHelp("Only articles of this source; repeatable.", valueName: "name"))
  var source: [String] = []

  func validate() throws {
    try EmptyArgument.refuse(["--source": source.first(where: \.isEmpty)], "source")
    for (name, date) in [("since", since), ("until", until)] {
      guard let date else { continue }
      if ArticleDay.read(date) != date {
        throw ValidationError("--\(name) \(date): write the day as in 2024-05-31")
      }
    }
    if let since, let until, since > until {
      throw ValidationError(
        "--since \(since) is later than --until \(until): no article could be of such a day")
    }
  }

  /// The options that choose days, as they were given; nil without one.
  var days: String? {
    let given = [since.map { "--since \($0)" }, until.map { "--until \($0)" }].compactMap(\.self)
    return given.isEmpty ? nil : given.joined(separator: " ")
  }

  /// What these options choose.
  ///
  /// - Parameter id: the one article that is asked for.
  func selection(id: String? = nil) -> Selection {
    var selection = Selection()
    selection.since = since
    selection.until = until
    selection.sources = source
    selection.id = id
    return selection
  }
}
