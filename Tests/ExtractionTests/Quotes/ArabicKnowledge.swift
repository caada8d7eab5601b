import ArabicText
import Articles
import Extraction
import Foundation

/// The knowledge of the arabic pack, read once from the repository.
let arabicKnowledge: Knowledge = {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "plugins/arabic/lexicon")
  let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
  let tables = files.sorted().filter { $0.hasSuffix(".tsv") }.compactMap { file in
    (try? Data(contentsOf: folder.appending(path: file))).flatMap {
      try? LexiconTable(name: String(file.dropLast(4)), tsv: Array($0))
    }
  }
  return Knowledge(tables: tables)
}()

/// An article with the given content, analysed.
func analysis(_ content: String, title: String = "") -> Analysis {
  Analysis(
    Article(id: "test", title: Array(title.utf8), content: Array(content.utf8)),
    knowledge: arabicKnowledge)
}
