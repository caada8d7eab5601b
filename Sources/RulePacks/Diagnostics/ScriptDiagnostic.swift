internal import LuaSandbox

/// Diagnostics from errors of the sandbox.
enum ScriptDiagnostic {
  /// Lines behind a call on which its arguments may stand.
  private static let reach = 30

  /// The diagnostic of an error that a script raised while the pack loaded.
  static func diagnostic(
    _ error: LuaError, _ script: PackSource.Script, _ host: ScriptHost
  ) -> Diagnostic {
    let file = host.source.module(ofChunk: error.chunk)?.source ?? script.source
    let traceback = error.traceback.dropFirst().map(\.place)
    if let mistake = host.mistake, error.message.contains(mistake.message) {
      if let entry = mistake.entry, let found = host.place(of: entry) {
        return found.file.diagnostic(
          mistake.code, line: found.line, mistake.message, hint: mistake.hint,
          traceback: error.traceback.map(\.place))
      }
      return diagnostic(mistake, error, file, traceback)
    }
    let line = max(1, error.line)
    if error.kind == .syntax { return syntaxDiagnostic(error, file, line, traceback) }
    let words = words(in: error.message)
    let place = file.place(of: words, from: line)
    return file.diagnostic(
      code(error), line: line, column: place?.column ?? file.indent(line),
      width: place?.width ?? file.width(line), error.message, hint: hint(error, words, host),
      traceback: traceback)
  }

  /// The diagnostic of a script that is not valid Lua: the caret goes under the word near which Lua stopped.
  private static func syntaxDiagnostic(
    _ error: LuaError, _ file: SourceFile, _ line: Int, _ traceback: [String]
  ) -> Diagnostic {
    if let (mark, column) = file.line(line).flatMap({ ForeignMark.found(in: $0, error.message) }) {
      return file.diagnostic(
        code(error), line: line, column: column, width: mark.text.unicodeScalars.count,
        error.message, hint: mark.hint, traceback: traceback)
    }
    let mistake = SyntaxMistake(error.message, file, line: line)
    let word = mistake.place
    let place = file.place(of: words(in: error.message).reversed(), from: line)
    return file.diagnostic(
      code(error), line: line, column: word?.column ?? place?.column ?? file.indent(line),
      width: word?.width ?? place?.width ?? file.width(line), error.message, hint: mistake.hint,
      traceback: traceback)
  }

  /// The diagnostic of a mistake in a call of `hilal`: the caret goes under the key or the word
  /// that is meant, and under the whole line where neither is found.
  private static func diagnostic(
    _ mistake: DeclarationError, _ error: LuaError, _ file: SourceFile, _ traceback: [String]
  ) -> Diagnostic {
    let line = max(1, error.line)
    if let key = mistake.key {
      let found = file.diagnostic(
        mistake.code, atKey: key, after: line - 1, mistake.message, hint: mistake.hint)
      if found.line != nil { return found }
    }
    let place = file.place(of: words(in: mistake.message), from: line, reach: reach)
    return file.diagnostic(
      mistake.code, line: place?.line ?? line, column: place?.column ?? file.indent(line),
      width: place?.width ?? file.width(line), mistake.message, hint: mistake.hint,
      traceback: traceback)
  }

  private static func code(_ error: LuaError) -> Diagnostic.Code {
    switch error.kind {
    case .syntax: .scriptSyntax
    case .steps, .memory, .time, .stack: .scriptLimit
    default: isMissingModule(error) ? .moduleMissing : .scriptError
    }
  }

  private static func isMissingModule(_ error: LuaError) -> Bool {
    error.message.hasPrefix("there is no module")
  }

  private static func hint(_ error: LuaError, _ words: [String], _ host: ScriptHost) -> String? {
    switch error.kind {
    case .steps: return "a pack has \(PackState.loadSteps) steps to load; look for an endless loop"
    case .memory: return "a pack has 16 MiB; its patterns and lexicons count"
    default: break
    }
    if error.message.hasSuffix("is not available to rules") {
      return "rules compute and do nothing else; all they know is what they are called with"
    }
    if error.message.hasPrefix("global '") {
      return "write `local` before its first use; what files share belongs into lib/"
    }
    if let hint = patternHint(error.message, words) { return hint }
    if error.message.contains("a nil value"), words.first.map({ !$0.contains("hilal") }) ?? true {
      let functions = Builtin.allCases.map { "\($0)" }
      if words.first.flatMap({ Suggestion.nearest(to: $0, in: functions) }) == nil {
        return "there is no value here: look where it should have come from"
      }
    }
    guard let word = words.first else { return nil }
    if isMissingModule(error) {
      if host.source.modules.isEmpty, let hint = host.source.hint(forMisnamed: .lib) { return hint }
      let known = host.source.moduleNames
      return known.isEmpty
        ? "the pack has no lib/; modules are its lib/*.lua" : Suggestion.hint(for: word, in: known)
    }
    let functions = Builtin.allCases.map { "\($0)" }
    guard error.message.hasPrefix("attempt to call a nil value (field '") else { return nil }
    return Suggestion.nearest(to: word, in: functions).map { "did you mean `hilal.\($0)`?" }
  }

  /// What to do about a pattern that is put together as no pattern is.
  private static func patternHint(_ message: String, _ words: [String]) -> String? {
    let operators = "a * b is a then b, a + b is a or b; see also p ^ n, -p and a - b"
    let isOperation = ["attempt to concatenate", "attempt to perform", "attempt to compare"]
      .contains(where: message.hasPrefix)
    if isOperation, message.contains("pattern value") {
      return "patterns are combined otherwise: \(operators)"
    }
    if isOperation, message.contains("on a string value") {
      return "in a pattern, one of the two must be one already: hilal.word \"…\" + \"…\""
    }
    guard let word = words.first, Builtin.allCases.contains(where: { "\($0)" == word }) else {
      return nil
    }
    if message.hasPrefix("attempt to index a function value (field '") {
      return "hilal.\(word) makes a pattern where it is called, as in hilal.\(word)(…)"
    }
    return message.hasPrefix("attempt to call a nil value (global '") ? "write hilal.\(word)" : nil
  }

  /// The words that a message quotes, and the dotted name that it begins with.
  private static func words(in message: String) -> [String] {
    let parts = message.split(omittingEmptySubsequences: false) { "`'\"".contains($0) }
    let quoted = parts.indices.filter { $0 % 2 == 1 }.map { String(parts[$0]) }
    let first = message.prefix { $0 != " " && $0 != ":" }
    return quoted.filter { !$0.isEmpty } + (first.contains(".") ? [String(first)] : [])
  }
}

extension LuaError.Frame {
  /// `rules/explicit.lua:12 in check`
  var place: String { "\(chunk):\(line) in \(function)" }
}
