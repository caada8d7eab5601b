internal import ArabicText
internal import Articles

/// Numbers the mentions so that those of one thing share a number.
struct Clustering {
  private let fields: [EntityField]
  private var next = 0
  private var byKey: [UInt64: Int] = [:]
  private var people: [(skeletons: [UInt64], cluster: Int)] = []
  /// People by the first and by the last word of their names.
  private var byWord: [UInt64: [Int]] = [:]

  /// People of one name that are looked at; keeps the work in proportion to the text.
  private static let namesakes = 32

  init(_ fields: [EntityField]) { self.fields = fields }

  mutating func number() {
    // Full names first, so that short ones find them wherever they stand.
    var order: [(words: Int, field: Int, mention: Int)] = []
    for (number, field) in fields.enumerated() {
      for index in field.mentions.indices {
        order.append((field.mentions[index].tokens.count, number, index))
      }
    }
    order.sort { a, b in
      if a.words != b.words { return a.words > b.words }
      return a.field != b.field ? a.field < b.field : a.mention < b.mention
    }
    for (_, number, index) in order {
      let field = fields[number]
      let cluster =
        field.mentions[index].kind == .person
        ? person(field.skeletons(field.mentions[index]))
        : thing(field.mentions[index].identity ?? field.nameKey(field.mentions[index]))
      field.mentions[index].cluster = cluster
    }
  }

  private mutating func thing(_ key: UInt64) -> Int {
    if let known = byKey[key] { return known }
    byKey[key] = next
    next += 1
    return next - 1
  }

  private mutating func person(_ skeletons: [UInt64]) -> Int {
    guard let first = skeletons.first, let last = skeletons.last else { return thing(0) }
    let known = [known(skeletons, by: last), known(skeletons, by: first)].compactMap(\.self).min()
    if let known { return people[known].cluster }
    people.append((skeletons, next))
    byWord[first, default: []].append(people.count - 1)
    if last != first { byWord[last, default: []].append(people.count - 1) }
    next += 1
    return next - 1
  }

  /// The first of the people with a word in their names, so many of them, who may bear this name.
  private func known(_ skeletons: [UInt64], by word: UInt64) -> Int? {
    byWord[word]?.prefix(Self.namesakes).first { isShort(skeletons, of: people[$0].skeletons) }
  }

  /// Whether one name is the beginning or the end of another.
  private func isShort(_ short: [UInt64], of long: [UInt64]) -> Bool {
    guard short.count <= long.count else { return false }
    return long.suffix(short.count).elementsEqual(short)
      || long.prefix(short.count).elementsEqual(short)
      || short.count > 1 && short.first == long.first && short.last == long.last
  }
}

extension EntityField {
  /// A key of a name that no gazetteer knows: its words without class noun, marks and a nationality that it may do without.
  func nameKey(_ mention: NameMention) -> UInt64 {
    var words = mention.bareTokens.filter { text.tokens[$0].kind == .word }
    if words.count > 1, classes(words[0]).contains(.head) { words.removeFirst() }
    return words.reduce(UInt64(mention.kind == .person ? 1 : 2)) {
      TermHash.join($0, text.tokens[$1].hash)
    }
  }

  /// The name's words as their consonants, so that spellings of foreign names meet: شويغو, شويجو.
  func skeletons(_ mention: NameMention) -> [UInt64] {
    mention.tokens.compactMap { index in
      guard isWord(index) else { return nil }
      let token = text.tokens[index]
      let skip = index == mention.tokens.lowerBound ? mention.bytes.start - token.originalStart : 0
      return skeleton(token, skipping: skip / 2)
    }
  }

  private func skeleton(_ token: Token, skipping skipped: Int) -> UInt64 {
    var hash: UInt64 = 0
    var at = Int(token.foldedStart) + 2 * skipped
    var isFirst = true
    while at + 1 < Int(token.foldedEnd) {
      let letter = UInt32(text.folded[at] & 0x1F) << 6 | UInt32(text.folded[at + 1] & 0x3F)
      at += 2
      let folded = Self.consonant(letter)
      if folded == 0, !isFirst { continue }
      hash = TermHash.append(hash, folded == 0 ? letter : folded)
      isFirst = false
    }
    return hash
  }

  /// Letters that spell one foreign sound are one; long vowels inside a word are none.
  private static func consonant(_ letter: UInt32) -> UInt32 {
    switch letter {
    case 0x627, 0x648, 0x64A, 0x621, 0x624, 0x626: 0
    case 0x63A, 0x62C, 0x6AF, 0x642: 0x643  // غ ج گ ق → ك
    case 0x637: 0x62A  // ط → ت
    case 0x635: 0x633  // ص → س
    case 0x6A4: 0x641  // ڤ → ف
    case 0x67E: 0x628  // پ → ب
    default: letter
    }
  }
}
