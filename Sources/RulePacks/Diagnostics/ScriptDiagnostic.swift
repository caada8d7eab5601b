internal import LuaSandbox

/// Diagnostics from errors of the sandbox.
enum ScriptDiagnostic {
  /// The diagnostic of an error that a script raised while the pack loaded.
  static func diagnostic(
    _ error: LuaError, _ script: PackSource.Script, _ host: ScriptHost
  ) -> Diagnostic {
    let (message, line) = place(error, script)
    if let mistake = host.declarationError, error.message.contains(mistake.message) {
      if let key = mistake.key {
        return script.source.diagnostic(
          mistake.code, atKey: key, after: max(0, (line ?? 1) - 1), mistake.message,
          hint: mistake.hint)
      }
      return script.source.diagnostic(
        mistake.code, line: line, column: 1, mistake.message, hint: mistake.hint)
    }
    let file = host.source.modules.values.first { $0.name == error.chunk }?.source ?? script.source
    return file.diagnostic(
      code(error), line: line ?? 1, column: column(line, in: file), width: width(line, in: file),
      message, hint: hint(error), traceback: error.traceback.dropFirst().map { "\($0)" })
  }

  /// The message without the place that Lua puts before it, and the line.
  private static func place(_ error: LuaError, _ script: PackSource.Script) -> (String, Int?) {
    (error.message, error.line)
  }

  private static func code(_ error: LuaError) -> Diagnostic.Code {
    switch error.kind {
    case .syntax: .scriptSyntax
    case .steps, .memory, .time, .stack: .scriptLimit
    default: .scriptError
    }
  }

  private static func hint(_ error: LuaError) -> String? {
    switch error.kind {
    case .steps: "a pack has \(PackState.loadSteps) steps to load; look for an endless loop"
    case .memory: "a pack has 16 MiB; its patterns and lexicons count"
    default: nil
    }
  }

  private static func column(_ line: Int?, in file: SourceFile) -> Int? {
    guard let line, let text = file.line(line) else { return nil }
    return text.prefix { $0 == " " || $0 == "\t" }.unicodeScalars.count + 1
  }

  private static func width(_ line: Int?, in file: SourceFile) -> Int {
    guard let line, let text = file.line(line) else { return 1 }
    return text.drop { $0 == " " || $0 == "\t" }.unicodeScalars.count
  }
}
