import ArabicText
import Archives
import Articles
import Dispatch
import Foundation
import Synchronization

// The least that any run must do, by stage: unpack the archive, parse the records, fold and tokenise
// them, ask one hash table about each token. No rules. What a run takes beyond it is the rules' own.
//
// usage: floor STAGE JOBS TERMS INPUT…      STAGE: unpack, parse, probe

/// Words by the hash of their folded letters, one probe a token.
struct WordSet: Sendable {
  private var slots = [UInt64](repeating: 0, count: 1 << 12)

  init(_ words: [Substring]) {
    for word in words {
      for token in TokenizedText(String(word)).tokens where token.isWord {
        slots[Int(token.hash >> 52)] = token.hash
      }
    }
  }

  @inline(__always)
  func contains(_ hash: UInt64) -> Bool { slots[Int(hash >> 52)] == hash }
}

func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data("\(message)\n".utf8))
  exit(64)
}

let arguments = CommandLine.arguments
guard arguments.count > 4, let jobs = Int(arguments[2]), jobs > 0,
  ["unpack", "parse", "probe"].contains(arguments[1])
else { fail("usage: floor unpack|parse|probe JOBS TERMS INPUT…") }
let stage = arguments[1]
let list = (try? String(contentsOfFile: arguments[3], encoding: .utf8)) ?? ""
let words = WordSet(list.split(separator: "\n"))
let reader: ArticleReader
do {
  reader = try ArticleReader(inputs: Array(arguments[4...]))
} catch {
  fail("\(error)")
}
let totals = Mutex((bytes: 0, articles: 0, tokens: 0, hits: 0))
let start = ContinuousClock.now
DispatchQueue.concurrentPerform(iterations: jobs) { _ in
  guard var parser = try? RecordParser() else { return }
  var text = TokenizedText()
  while let batch = reader.nextBatch() {
    var (articles, tokens, hits) = (0, 0, 0)
    for record in 0..<(stage == "unpack" ? 0 : batch.count) {
      guard case .success(let article) = parser.parse(batch, record) else { continue }
      articles += 1
      for field in stage == "probe" ? [article.title, article.content] : [] {
        text.scan(field)
        tokens += text.tokens.count
        for token in text.tokens where words.contains(token.hash) { hits += 1 }
      }
    }
    totals.withLock {
      $0 = (
        $0.bytes + batch.byteCount, $0.articles + articles, $0.tokens + tokens, $0.hits + hits
      )
    }
  }
}
let seconds = Double((ContinuousClock.now - start) / .microseconds(1)) / 1e6
let sum = totals.withLock { $0 }
print(
  "\(stage) \(seconds) s \(sum.bytes) bytes \(sum.articles) articles \(sum.tokens) tokens "
    + "\(sum.hits) hits")
