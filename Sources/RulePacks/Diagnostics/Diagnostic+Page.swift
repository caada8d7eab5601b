extension Diagnostic {
  /// The page of all codes, for the documentation.
  public static var markdown: String {
    var lines = [
      "# Diagnostics", "",
      "What `hilal check` and the loading of packs say, by code. Made by `hilal list codes --format "
        + "markdown`; do not edit.", "",
      "Every diagnostic names its file, line and column, shows the line with a caret, and says what to "
        + "do. Errors keep a pack from running, the others run. Warnings are what works but is probably "
        + "not meant; a comment `-- allow: H103` on the line or before it silences that code there.",
      "", "    error[H014]: unknown field `tittle` in the rule",
      "      --> my-pack/rules/explicit.lua:3:3", "      |",
      "    3 |   tittle = \"An actor threatens armed force\",", "      |   ^^^^^^",
      "      = help: did you mean `title`?", "",
    ]
    for isWarning in [false, true] {
      lines += [isWarning ? "## Warnings" : "## Errors", ""]
      if isWarning { lines += [limits, ""] }
      for code in Code.allCases where code.isWarning == isWarning {
        lines += ["### \(code.rawValue)", "", code.summary, "", "What to do: \(code.advice).", ""]
      }
    }
    return lines.joined(separator: "\n")
  }

  /// What the warnings about scripts do not follow.
  private static let limits =
    "Scripts are read for these, not run. H115, and H112 of a list whose items were meant, see what is read on the spot "
    + "(`entity.kind == \"persn\"`, `sentence.quotes.text`), H112 through one local too; H116 sees what `check` itself "
    + "reads of its match, H119 the tables, captures, strings and numbers that stand behind its `return`. What goes through other locals, tables or functions is not followed and not warned of."
}
