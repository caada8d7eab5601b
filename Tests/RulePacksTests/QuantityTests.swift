import Articles
import RulePacks
import Testing

/// Quantities by their unit, and the currencies of sums.
@Suite struct QuantityTests {
  private static let text =
    "دفع 15 دولارا، ثم 5 دولارات، ثم دولارين. ودفع 7 دولارات كندية و$9. ودفع 20 ريالا، ثم 30 ريالا قطريا. وسار 12 كلم. ودفع دولارين كنديين."

  private func found(_ match: String) throws -> [String] {
    let packs = try Packs([
      "p/pack.toml": "name = \"p\"\nversion = \"1.0.0\"\nneeds = [\"arabic\"]\n",
      "p/rules/a.lua": """
      return hilal.rule { id = "sums", match = \(match):as "sum", fields = { "sum" },
        check = function(sentence, m) return { span = m.sum, sum = m.sum.code or "none" } end }
      """,
    ])
    #expect(packs.book.diagnostics.isEmpty)
    return packs.run(Self.text).findings.map {
      "\($0.span.text) \($0.fields.map(\.text).joined())"
    }
  }

  @Test func `a currency is found in all its forms, with its code`() throws {
    #expect(
      try found("hilal.quantity \"دولار\"") == [
        "15 دولارا USD", "5 دولارات USD", "دولارين USD", "7 دولارات CAD", "$9 USD",
        "دولارين CAD",
      ])
    #expect(
      try found("hilal.quantity \"ريال\"") == ["20 ريالا none", "30 ريالا QAR"])
  }

  @Test func `a code finds the sums of that currency only`() throws {
    #expect(
      try found("hilal.quantity \"USD\"") == [
        "15 دولارا USD", "5 دولارات USD", "دولارين USD", "$9 USD",
      ])
    #expect(try found("hilal.quantity \"CAD\"") == ["7 دولارات CAD", "دولارين CAD"])
  }

  @Test func `money is asked for whatever its currency`() throws {
    let sums = [
      "15 دولارا USD", "5 دولارات USD", "دولارين USD", "7 دولارات CAD", "$9 USD", "20 ريالا none",
      "30 ريالا QAR", "دولارين CAD",
    ]
    #expect(try found("hilal.quantity \"money\"") == sums)
    let packs = try Packs([
      "p/pack.toml": "name = \"p\"\nversion = \"1.0.0\"\nneeds = [\"arabic\"]\n",
      "p/rules/a.lua": """
      return hilal.rule { id = "sums", on = "article", check = function(article)
        local found = {}
        for _, quantity in ipairs(article.quantities) do
          if quantity.kind == "money" then found[#found + 1] = { span = quantity } end
        end
        return found
      end }
      """,
    ])
    #expect(
      packs.run(Self.text).findings.map(\.span.text)
        == sums.map { String($0.prefix(upTo: $0.lastIndex(of: " ") ?? $0.endIndex)) })
  }

  @Test func `a measure is found in all its spellings`() throws {
    #expect(try found("hilal.quantity \"كيلومتر\"") == ["12 كلم none"])
  }
}
