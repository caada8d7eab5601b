internal import Extraction

/// What is looked over in the words of a pack: its lexicons, and the words that its scripts have inflected.
extension PackLinter {
  /// So many terms of a lexicon are told of: who parts all of them by commas reads it once.
  private static let told = 5

  /// Terms that hold a mark which one would put between terms, or before a comment.
  func termMarks() -> [Diagnostic] {
    wordLexicons.flatMap { name, table -> [Diagnostic] in
      let marks = table.rows.indices.lazy.compactMap { row in
        Self.mark(in: String(decoding: table.bytes(row, 0), as: UTF8.self)).map { (row, $0) }
      }
      return lines(marks.prefix(Self.told), of: name, table) { file, line, mark in
        let (message, hint) =
          switch mark {
          case "#":
            (
              "the term holds `#`, and all that stands behind it",
              "a comment has a line of its own that begins with #"
            )
          case ",", "،":
            ("the line is one term: `\(mark)` parts no terms", "write one term a line")
          default:
            (
              "the term holds `\(mark)`, which has no meaning here: no text has it so",
              "write each word that is meant on a line of its own"
            )
          }
        return file.diagnostic(.termMark, line: line, message, hint: hint)
      }
    }
  }

  private static func mark(in term: String) -> Character? {
    // Behind `=` a bar parts plurals and masdars.
    term.first { $0 == "#" || $0 == "," || $0 == "،" }
      ?? term.prefix { $0 != "=" }.first { $0 == "|" || $0 == "*" }
  }

  /// Words of scripts that no text can have: empty ones, and patterns of other tools. What is to be inflected is refused
  /// where it is no word.
  func strangeWords() -> [Diagnostic] {
    scripts.flatMap { script, outline in
      outline.words(of: ["word"]).compactMap { word -> Diagnostic? in
        if word.text.allSatisfy(\.isWhitespace) {
          return warning(
            .neverMatches, script, at: word, "an empty word never matches", hint: "remove it")
        }
        guard let mark = word.text.first(where: { "|*?[]\\".contains($0) }) else { return nil }
        return warning(
          .neverMatches, script, at: word,
          "`\(mark)` has no meaning within a word: no text has `\(word.text)`",
          hint: "list all words, each in quotes; hilal.noun and hilal.verb find the forms of one")
      }
    }
  }

  /// Words that are to be inflected and are cited with the article.
  func articles() -> [Diagnostic] {
    citations(of: ["noun", "verb"], .articleInCitation) { entry in
      Self.hasArticle(entry) ? ("`\(entry)` is cited with the article", nil) : nil
    }
  }

  /// Verbs that are cited by the letters of a rare one for want of a shadda.
  func missingShaddas() -> [Diagnostic] {
    citations(of: ["verb"], .missingShadda) { [knowledge = book.knowledge] entry in
      // A masdar behind `=` says which verb is meant.
      knowledge.doubledVerb(of: entry).map { doubled in
        (
          "`\(entry)` is conjugated as a verb without shadda",
          "write \(doubled) or, where that is not meant, \(entry):I"
        )
      }
    }
  }

  /// What is wrong with words that functions of `hilal` inflect, in scripts and in the lexicons that these name.
  private func citations(
    of functions: Set<String>, _ code: Diagnostic.Code,
    _ mistake: (String) -> (message: String, hint: String?)?
  ) -> [Diagnostic] {
    let inScripts = scripts.flatMap { script, outline in
      outline.words(of: functions).compactMap { word in
        mistake(word.text).map {
          warning(code, script, at: word, $0.message, hint: $0.hint ?? code.advice)
        }
      }
    }
    let inflected = Set(scripts.flatMap { $0.outline.words(of: functions).map(\.text) })
    let inLexicons = wordLexicons.flatMap { name, table -> [Diagnostic] in
      let rows = table.rows.indices.compactMap { row in
        let entry = String(decoding: table.bytes(row, 0), as: UTF8.self)
        let isInflected =
          inflected.contains(name) || functions.contains("noun") && entry.contains("=")
        // A row that says it is a noun is none that verbs are taken from.
        let isOther =
          !functions.contains("noun") && table.columns.contains { table.cell(row, $0) == "noun" }
        return isInflected && !isOther ? mistake(entry).map { (row, $0) } : nil
      }
      return lines(rows.prefix(Self.told), of: name, table) { file, line, mistake in
        file.diagnostic(code, line: line, mistake.message, hint: mistake.hint)
      }
    }
    return inScripts + inLexicons
  }

  /// Whether a citation begins with ال and more than the letters of a verb or masdar whose own they are: التزم، التزام.
  private static func hasArticle(_ entry: String) -> Bool {
    let word = Array(entry.prefix { $0 != "=" && $0 != ":" && $0 != " " }.unicodeScalars)
      .filter { !$0.properties.isDiacritic }
    guard word.count > 4, word[0] == "ا", word[1] == "ل" else { return false }
    return !(word[2] == "ت" && (word.count == 5 || word.count == 6 && word[4] == "ا"))
  }

  /// The pack's lexicons whose terms are words of rules: lists, and the tables that scripts name.
  private var wordLexicons: [(name: String, table: LexiconTable)] {
    source.lexicons.sorted { $0.key < $1.key }.filter { name, _ in
      !Listing.knowledgeLexicons.contains(name)
        && (source.lexiconFile(name).hasSuffix(".txt")
          || scripts.contains { $0.outline.count(ofString: name) > 0 })
    }.map { ($0.key, $0.value) }
  }

  /// Diagnostics at rows of a lexicon; its file is read only where there are any.
  private func lines<Value>(
    _ rows: some Sequence<(Int, Value)>, of name: String, _ table: LexiconTable,
    _ make: (SourceFile, Int, Value) -> Diagnostic
  ) -> [Diagnostic] {
    let rows = Array(rows)
    let path = source.lexiconFile(name)
    guard !rows.isEmpty,
      let bytes = try? source.folder.bytes(
        String(path.dropFirst(source.path.count + 1)), code: .fileUnreadable)
    else { return [] }
    let file = SourceFile(name: path, text: String(decoding: bytes, as: UTF8.self))
    return rows.map { make(file, table.lines[$0.0], $0.1) }
  }
}

extension ScriptOutline {
  /// The strings that some functions of `hilal` are called with, names of lexicons among them; the forms that are asked of
  /// a verb too, which no word is like.
  fileprivate func words(of functions: Set<String>) -> [LuaToken] {
    tokens.indices.dropFirst(2).flatMap { place -> [LuaToken] in
      guard tokens[place].kind == .name, functions.contains(tokens[place].text),
        tokens[place - 1].isMark("."), tokens[place - 2].isName("hilal"),
        let arguments = arguments(ofCallAt: place)
      else { return [] }
      return arguments.flatMap { tokens[$0].filter { $0.kind == .string } }
    }
  }
}
