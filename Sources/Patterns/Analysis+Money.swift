internal import ArabicText
internal import Articles
public import Extraction

extension Analysis {
  /// What `hilal.quantity` and a quantity's `kind` call sums of money.
  public static let money = "money"

  /// Whether a quantity is a sum of money, also one in a ريال or دينار of which nothing tells the country.
  public func isMoney(_ quantity: Quantity) -> Bool {
    if currency(of: quantity) != nil { return true }
    if quantity.unit.isEmpty { return false }
    let field = text(quantity.span.field)
    let place = quantity.span.bytes
    let tokens = field.text.tokens[field.text.tokenIndex(at: place.start)...].prefix {
      $0.originalStart < place.end
    }
    return tokens.indices.contains { at in
      field.terms(at: at).contains { Knowledge.lexicon(of: $0.id) == .currencies }
        && field.text.string(from: tokens[at].originalStart, to: tokens[at].originalEnd)
          .hasSuffix(quantity.unit)
    }
  }

  /// Whether a quantity is of a unit that a script names: `money`, or what `isQuantity` knows.
  func isQuantity(_ quantity: Quantity, named unit: String) -> Bool {
    unit == Self.money ? isMoney(quantity) : isQuantity(quantity, of: unit)
  }
}
