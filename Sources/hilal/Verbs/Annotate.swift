import Archives
import ArgumentParser
import Articles
import BatchRunner
import Extraction
import Foundation

/// Development reader of JSON Lines; the archives room replaces it.
struct Annotate: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Writes every layer of each article.")

  @Argument var inputs: [String]

  func run() throws {
    var tables: [LexiconTable] = []
    let folder = "plugins/arabic/lexicon"
    for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where file.hasSuffix(".tsv") {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file))
      tables.append(try LexiconTable(name: String(file.dropLast(4)), tsv: Array(bytes)))
    }
    let knowledge = Knowledge(tables: tables)
    for input in inputs {
      for line in try String(contentsOfFile: input, encoding: .utf8).split(separator: "\n") {
        guard let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        else { continue }
        let article = Article(
          id: record["id"] as? String ?? "", title: Array((record["title"] as? String ?? "").utf8),
          content: Array((record["content"] as? String ?? "").utf8),
          date: record["date"] as? String,
          source: record["source"] as? String)
        var json = JSONWriter()
        AnalysisWriter.write(Analysis(article, knowledge: knowledge), to: &json)
        FileHandle.standardOutput.write(Data(json.bytes))
      }
    }
  }
}
