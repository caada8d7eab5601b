import Extraction
import Testing

@Suite struct `lines of a lexicon` {
  private func rows(_ text: String) throws -> [[String]] {
    try LexiconTable(name: "x", tsv: Array(text.utf8)).rows.map { Array($0) }
  }

  @Test func `that are blank or comments are passed over, with their numbers kept`() throws {
    let text = "\u{FEFF}# of words\n\n \t\r\nword\tkind\r\n\t\nأ\tب\r\n# ج\tد\n #هـ\t\nو\t\n\r"
    let table = try LexiconTable(name: "x", tsv: Array(text.utf8))
    #expect(table.columns == ["word", "kind"])
    #expect(table.rows.map { Array($0) } == [["أ", "ب"], [" #هـ", ""], ["و", ""]])
    #expect(table.lines == [6, 8, 9])
  }

  @Test func `are cut as by the plainest means`() throws {
    let parts = ["", "\t", "\n", "\r", "#", " ", "أ", "ب\t", "\r\n", "\t\r"]
    for number in 0..<10_000 {
      let digits = [number % 10, number / 10 % 10, number / 100 % 10, number / 1000]
      let body = digits.map { parts[$0] }.joined()
      let lines = body.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        .map { String($0) }
      let expected = lines.compactMap { line -> [String]? in
        var scalars = line.unicodeScalars[...]
        if scalars.last == "\r" { scalars.removeLast() }
        if scalars.first == "#" || scalars.allSatisfy({ " \t\r".unicodeScalars.contains($0) }) {
          return nil
        }
        return scalars.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
      }
      let width = expected.first?.count ?? 1
      let text = ["a", "b", "c", "d", "e"].prefix(width).joined(separator: "\t") + "\n" + body
      if expected.contains(where: { $0.count != width }) {
        #expect(throws: LexiconTable.ParseError.self, "\(text.debugDescription)") { try rows(text) }
      } else {
        #expect(try rows(text) == expected, "\(text.debugDescription)")
      }
    }
  }
}
