import Articles
import Extraction
import LayerChecks

/// Seconds for one long article, by its length: twice the length should take twice the time.
struct GrowthTable {
  private static let sizes = [1, 2, 4, 8]
  private let articles: [Article]

  init(_ articles: [Article]) { self.articles = articles }

  func print() {
    for (name, text) in shapes {
      Swift.print("\none article, \(name): ms at \(Self.sizes) MB")
      let shares = Self.sizes.map { size in
        var shares = Shares()
        shares.add(Article(id: "long", content: Self.fill(size << 20, text), date: "2024-03-05"))
        return shares
      }
      row("scan", shares.map(\.scan))
      for (index, layer) in Layer.allCases.enumerated() {
        row("\(layer)", shares.map { $0.layers[index] })
      }
      row("all", shares.map(\.all))
    }
  }

  private func row(_ name: String, _ seconds: [Double]) {
    Swift.print(name.padded(14), seconds.map { ($0 * 1000).column(0) }.joined(separator: " "))
  }

  /// Texts that are repeated to the length wanted.
  private var shapes: [(String, [UInt8])] {
    var all: [UInt8] = []
    for article in articles where all.count < 8 << 20 {
      all += article.content
      all.append(UInt8(ascii: "\n"))
    }
    let one = articles.max { $0.content.count < $1.content.count }?.content ?? []
    let unmarked = all.map { byte in
      byte == UInt8(ascii: "\n") || byte == UInt8(ascii: ".") ? UInt8(ascii: " ") : byte
    }
    return [
      ("articles in a row", all), ("one article repeated", one + [UInt8(ascii: "\n")]),
      ("no line ends and no full stops", unmarked),
      ("open quotes", Array("وقال الوزير «إن الأمر ".utf8)),
      ("names and offices", Array("وزير الدفاع التركي خلوصي أكار ونظيره السوري علي عباس، ".utf8)),
      ("numbers", Array("ألف ومئة وخمسة وعشرون 3 ملايين ونصف أمس الأول ".utf8)),
      ("one word", Array("قال ".utf8)), ("one letter", Array("ب".utf8)),
      ("line ends", Array("\n".utf8)), ("marks", Array("«(\"".utf8)),
    ]
  }

  private static func fill(_ count: Int, _ text: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count, !text.isEmpty { bytes += text }
    var end = min(count, bytes.count)
    while end > 0, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return Array(bytes[..<end])
  }
}
