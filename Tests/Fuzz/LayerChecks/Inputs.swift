public import Archives
public import Articles
public import Extraction
internal import Foundation

/// The repository's lexicons and articles, for tests and the fuzzer.
public enum Inputs {
  /// The repository, found from this file.
  public static var repository: String {
    var folder = URL(filePath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder.path(percentEncoded: false)
  }

  /// What the arabic pack knows.
  public static let knowledge: Knowledge = {
    let folder = repository + "/plugins/arabic/lexicon"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return Knowledge(
      tables: files.sorted().filter { $0.hasSuffix(".tsv") }.compactMap { file in
        (FileManager.default.contents(atPath: "\(folder)/\(file)")).flatMap {
          try? LexiconTable(name: String(file.dropLast(4)), tsv: Array($0))
        }
      })
  }()

  /// The articles of some inputs; what is no article is passed over.
  public static func articles(in paths: [String]) throws(ArchivesError) -> [Article] {
    let reader = try ArticleReader(inputs: paths)
    var parser = try RecordParser()
    var articles: [Article] = []
    while let batch = reader.nextBatch() {
      for record in 0..<batch.count {
        if case .success(let article) = parser.parse(batch, record) { articles.append(article) }
      }
    }
    return articles
  }

  /// The articles of the example archive.
  public static func examples() throws(ArchivesError) -> [Article] {
    try articles(in: [repository + "/examples/news.zip"])
  }
}
