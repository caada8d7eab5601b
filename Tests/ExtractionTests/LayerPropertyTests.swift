import Articles
import Extraction
import LayerChecks
import Testing

/// What holds of every layer of every article: items are slices on character boundaries, in order;
/// folding can be mapped back; no layer depends on which was asked for first.
@Suite struct `Layers of any text` {
  @Test(arguments: 0..<60)
  func `generated texts keep all properties`(_ seed: Int) {
    var maker = TextMaker(seed: UInt64(seed))
    for _ in 0..<10 {
      let article = maker.article()
      let orders = maker.random.orders(3)
      let checks = LayerChecks(article, knowledge: Inputs.knowledge, orders: orders)
      #expect(checks.problems == [], "\(String(decoding: article.content, as: UTF8.self))")
    }
  }

  @Test func `the example archive keeps all properties, in many orders`() throws {
    var random = FixedRandom(seed: 4)
    let articles = try Inputs.examples()
    #expect(articles.count > 20)
    for article in articles {
      let checks = LayerChecks(article, knowledge: Inputs.knowledge, orders: random.orders(12))
      #expect(checks.problems == [], "\(article.id)")
    }
  }

  @Test(arguments: 0..<20)
  func `damaged articles keep all properties`(_ seed: Int) throws {
    var maker = TextMaker(seed: 1000 + UInt64(seed))
    let articles = try Inputs.examples()
    for article in articles.shuffled(using: &maker.random).prefix(8) {
      let damaged = maker.damaged(article, beside: articles)
      #expect(String(validating: damaged.content, as: UTF8.self) != nil)
      let orders = maker.random.orders(2)
      let checks = LayerChecks(damaged, knowledge: Inputs.knowledge, orders: orders)
      #expect(checks.problems == [], "\(String(decoding: damaged.content, as: UTF8.self))")
    }
  }

  @Test func `layers without lexicons keep all properties`() {
    var maker = TextMaker(seed: 77)
    let nothing = Knowledge()
    for _ in 0..<100 {
      let article = maker.article()
      #expect(
        LayerChecks(article, knowledge: nothing, orders: maker.random.orders(2)).problems == [])
    }
  }

  @Test func `a text that is no UTF-8 breaks them`() {
    let article = Article(id: "broken", content: Array("قال الوزير".utf8) + [0xD9, 0x20, 0x82])
    let checks = LayerChecks(article, knowledge: Inputs.knowledge, orders: [])
    #expect(!checks.problems.isEmpty)
  }
}
