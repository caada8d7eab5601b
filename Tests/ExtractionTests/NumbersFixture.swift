import Articles
import Extraction
import Foundation

/// The arabic pack's lexicons, and articles of one sentence read with them.
enum NumbersFixture {
  static let knowledge: Knowledge = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appendingPathComponent("plugins/arabic/lexicon")
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
      ?? []
    let tables = files.filter { $0.pathExtension == "tsv" }.compactMap { file in
      (try? Data(contentsOf: file)).flatMap {
        try? LexiconTable(name: file.deletingPathExtension().lastPathComponent, tsv: Array($0))
      }
    }
    return Knowledge(tables: tables)
  }()

  /// An article of Wednesday, 9 March 2016 (29 Jumada I 1437).
  static func analysis(_ content: String, title: String = "", date: String? = "2016-03-09")
    -> Analysis
  {
    Analysis(
      Article(id: "a", title: Array(title.utf8), content: Array(content.utf8), date: date),
      knowledge: knowledge)
  }
}
