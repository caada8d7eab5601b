import ArabicText
import Articles
import Extraction
import Foundation

/// The arabic pack's lexicons, read once from the repository.
enum EntityFixture {
  static let knowledge: Knowledge = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    folder.append(path: "plugins/arabic/lexicon")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let tables = files.sorted().filter { $0.hasSuffix(".tsv") }.compactMap { file in
      (try? Data(contentsOf: folder.appending(path: file))).flatMap {
        try? LexiconTable(name: String(file.dropLast(4)), tsv: Array($0))
      }
    }
    return Knowledge(tables: tables)
  }()

  static func analysis(_ content: String, title: String = "") -> Analysis {
    Analysis(
      Article(id: "1", title: Array(title.utf8), content: Array(content.utf8), date: "2024-03-05"),
      knowledge: knowledge)
  }
}

/// A sentence in which entities are marked as `{KIND name}`, with `|role` and `#code` where a case
/// asks for them: `{PER خلوصي أكار|وزير الدفاع التركي#TURMIL}`, `{GPE موسكو#}` for no code.
struct MarkedSentence {
  struct Mark {
    var kind: String
    var start: Int
    var text: String
    var role: String?
    var code: String?
  }

  var text = ""
  var marks: [Mark] = []

  init(_ marked: String) {
    var rest = Substring(marked)
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      let close = rest[open...].firstIndex(of: "}") ?? rest.endIndex
      let inside = rest[rest.index(after: open)..<close]
      add(inside)
      rest = close < rest.endIndex ? rest[rest.index(after: close)...] : ""
    }
    text += rest
  }

  private mutating func add(_ inside: Substring) {
    let parts = inside.split(separator: " ", maxSplits: 1)
    guard parts.count == 2 else { return }
    let coded = parts[1].split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let named = coded[0].split(separator: "|", maxSplits: 1)
    let name = String(named[0])
    // Letters, like code points: the fixtures hold no combining marks.
    marks.append(
      Mark(
        kind: String(parts[0]), start: text.unicodeScalars.count, text: name,
        role: named.count > 1 ? String(named[1]) : nil,
        code: coded.count > 1 ? String(coded[1]) : nil))
    text += name
  }
}
