/// Tables as they are written.
extension ScriptOutline {
  /// A key that is written as a name, and the places of its value's tokens.
  typealias Entry = (key: LuaToken, value: Range<Int>)

  /// The entries of the tables that a function itself returns as they stand: `return { … }`, or each of a list of
  /// tables.
  func tables(returnedBy function: Function) -> [[Entry]] {
    var tables: [[Entry]] = []
    for place in returns(of: function) {
      guard let items = wholeTable(at: place) else { continue }
      let inner = items.compactMap {
        tokens[$0.lowerBound].isMark("{") ? self.items(at: $0.lowerBound) : nil
      }
      tables +=
        items.isEmpty || inner.count < items.count
        ? [entries(items)] : inner.map { entries($0.items) }
    }
    return tables
  }

  /// What a function itself returns as it stands and is no table: a string, a number or a field, as in `return m.cue`.
  func values(returnedBy function: Function) -> [Range<Int>] {
    returns(of: function).compactMap { place in
      let rest = tokens[place...]
      let isField =
        rest.count > 2 && rest[place].kind == .name && rest[place + 1].isMark(".")
        && rest[place + 2].kind == .name
      let end = place + (isField ? 3 : 1)
      guard tokens.indices.contains(end), endsReturn(tokens[end]),
        isField || rest[place].kind == .string || rest[place].kind == .number
      else { return nil }
      return place..<end
    }
  }

  /// The places behind each `return` of a function.
  private func returns(of function: Function) -> [Int] {
    var places: [Int] = []
    var at = function.body.lowerBound
    while at < function.body.upperBound {
      // What a function within it returns is another's.
      if tokens[at].isName("function"), let inner = self.function(at: at) {
        at = inner.body.upperBound
      } else if tokens[at].isName("return") {
        places.append(at + 1)
      }
      at += 1
    }
    return places
  }

  private func endsReturn(_ token: LuaToken) -> Bool {
    token.isMark(";") || ["end", "else", "elseif", "until"].contains { token.isName($0) }
  }

  /// The items of a table that is all of what a `return` gives.
  private func wholeTable(at open: Int) -> [Range<Int>]? {
    guard tokens.indices.contains(open), tokens[open].isMark("{"), let table = items(at: open),
      tokens.indices.contains(table.end)
    else { return nil }
    return endsReturn(tokens[table.end]) ? table.items : nil
  }

  private func entries(_ items: [Range<Int>]) -> [Entry] {
    items.compactMap { item in
      let (key, value) = (
        tokens[item.lowerBound], item.lowerBound + 2..<max(item.lowerBound + 2, item.upperBound)
      )
      guard key.kind == .name, !value.isEmpty, tokens[item.lowerBound + 1].isMark("=") else {
        return nil
      }
      return (key, value)
    }
  }

  /// The items of the table that opens at a place, and the place behind it.
  private func items(at open: Int) -> (items: [Range<Int>], end: Int)? {
    var items: [Range<Int>] = []
    var (depth, start, at) = (0, open + 1, open)
    while at < tokens.count {
      if tokens[at].isName("function") {
        guard let inner = function(at: at) else { return nil }
        at = inner.body.upperBound
      } else if tokens[at].kind == .mark {
        if ["{", "(", "["].contains(tokens[at].text) { depth += 1 }
        if ["}", ")", "]"].contains(tokens[at].text) { depth -= 1 }
        let isParted = depth == 1 && (tokens[at].isMark(",") || tokens[at].isMark(";"))
        if depth == 0 || isParted {
          if start < at { items.append(start..<at) }
          if depth == 0 { return (items, at + 1) }
          start = at + 1
        }
      }
      at += 1
    }
    return nil
  }
}
