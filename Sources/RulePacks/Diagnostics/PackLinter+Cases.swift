extension PackLinter {
  /// What is wrong with the pack's files of cases: those that cannot be read, and names in the others that the pack does
  /// not have.
  func cases() -> [Diagnostic] {
    let declared = book.declared(inPack: index)
    return caseFiles.mistakes
      + caseFiles.files.flatMap { file in
        file.cases.flatMap { testCase in
          CaseMistake.all(in: testCase, declared, of: source).map { diagnostic($0, testCase, file) }
        }
      }
  }

  /// At the name, which stands between the case and the next one.
  private func diagnostic(
    _ mistake: CaseMistake, _ testCase: TestCase, _ file: CaseReader.File
  ) -> Diagnostic {
    let start = testCase.line ?? 1
    let end =
      file.cases.compactMap(\.line).first { $0 > start } ?? file.source.lines.count + 1
    let place = file.source.place(of: [mistake.word], from: start, reach: end - start)
    return file.source.diagnostic(
      .casesField, line: place?.line ?? testCase.line, column: place?.column,
      width: place?.width ?? 1, "\(mistake.message), in the case `\(testCase.name)`",
      hint: mistake.hint)
  }
}
