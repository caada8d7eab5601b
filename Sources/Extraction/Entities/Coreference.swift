internal import ArabicText
internal import Articles

/// Short names that the article has made known: a person's last name, a place read behind its class
/// noun, an organisation's own name; found where they stand alone.
struct AliasTable {
  struct Alias {
    var kind: Entity.Kind
    /// Hashes of the words behind the first.
    var rest: [UInt64]
    var isDoubtful: Bool
  }

  /// Names with one first word that are kept; keeps the work in proportion to the text.
  private static let namesakes = 32

  private var byFirst: [UInt64: [Alias]] = [:]
  /// Says no to nearly every other word: a bit for each hash.
  private var filter = [UInt64](repeating: 0, count: 64)

  init(_ fields: [EntityField]) {
    for field in fields {
      for mention in field.mentions where !mention.isReleased {
        if mention.isDiscovered { collect(mention, field) }
        if mention.kind == .organization, let own = field.nameBehindHead(mention) {
          insert(own.map { field.text.tokens[$0].hash }, .organization, isDoubtful: false)
        }
        if let own = mention.ownName, field.isPlainName(own) {
          insert(own.map { field.text.tokens[$0].hash }, mention.kind, isDoubtful: false)
        }
      }
    }
  }

  var isEmpty: Bool { byFirst.isEmpty }

  /// The place of a hash in the filter.
  @inline(__always)
  private func place(_ hash: UInt64) -> (word: Int, bit: UInt64) {
    (Int(truncatingIfNeeded: hash >> 58), 1 << (hash >> 52 & 63))
  }

  /// Whether a name may begin with a word.
  @inline(__always)
  func mayHold(_ hash: UInt64) -> Bool {
    let (word, bit) = place(hash)
    return filter[word] & bit != 0
  }

  func aliases(_ hash: UInt64) -> [Alias]? { mayHold(hash) ? byFirst[hash] : nil }

  private mutating func insert(_ words: [UInt64], _ kind: Entity.Kind, isDoubtful: Bool) {
    guard let first = words.first else { return }
    let alias = Alias(kind: kind, rest: Array(words.dropFirst()), isDoubtful: isDoubtful)
    let known = byFirst[first] ?? []
    if known.count >= Self.namesakes
      || known.contains(where: { $0.rest == alias.rest && $0.kind == kind })
    {
      return
    }
    byFirst[first, default: []].append(alias)
    byFirst[first]?.sort { $0.rest.count > $1.rest.count }
    let (word, bit) = place(first)
    filter[word] |= bit
  }

  private mutating func collect(_ mention: NameMention, _ field: EntityField) {
    let tokens = mention.tokens.filter { field.text.tokens[$0].kind == .word }
    guard let first = tokens.first, let last = tokens.last else { return }
    var hashes = tokens.map { field.text.tokens[$0].hash }
    if mention.bytes.start > field.text.tokens[first].originalStart {
      hashes[0] = field.hashBehindClitic(first)
    }
    guard mention.kind == .person else {
      // «قرية الأطفال» makes no place of the word alone.
      insert(
        hashes, mention.kind,
        isDoubtful: tokens.count == 1 && !field.classes(first).isDisjoint(with: .common))
      return
    }
    if tokens.count > 1 || !field.isDoubtful(first) || field.isNameOnly(first) {
      insert(hashes, .person, isDoubtful: false)
    }
    // «محمد السادس» is never called by the numeral alone.
    guard tokens.count > 1, field.nameWord(at: last) != .regnal else { return }
    let isCommon =
      !field.whole[last].isDisjoint(with: [.common, .nationality, .office, .country, .function])
      || !field.peeled[last].isDisjoint(with: [.function, .measure])
        && field.whole[last].isDisjoint(with: .names)
    // «آل ناجم», «بن علي», «أبو العيش» keep their connector.
    var from = tokens.count - 1
    if from > 0, let word = field.nameWord(at: tokens[from - 1], isWhole: false),
      [.clan, .patronymic, .kunya, .theophoric, .particle].contains(word)
    {
      from -= 1
    } else if from > 0, field.has(.divine, at: last) {
      from -= 1
    }
    insert(Array(hashes[from...]), .person, isDoubtful: isCommon && from == tokens.count - 1)
    if tokens.count > 2 {
      insert(Array(hashes[(tokens.count - 2)...]), .person, isDoubtful: false)
    }
    // «مها» of «مها أبو عوف», where the word is nothing but a given name.
    if field.isFirmName(first), field.whole[first].contains(.given), !field.isDoubtful(first),
      field.nameWord(at: tokens[1]) != .patronymic, field.nameWord(at: first, isWhole: false) == nil
    {
      insert([hashes[0]], .person, isDoubtful: false)
    }
  }
}

extension EntityField {
  /// «حماس» of «حركة حماس»: known from here on, though it is a common word too; «التعاون» of «مجلس التعاون» is none.
  func nameBehindHead(_ mention: NameMention) -> Range<Int>? {
    let first = mention.tokens.lowerBound
    guard mention.bareTokens.count == 2, classes(first).contains(.head), isWord(first + 1),
      whole[first + 1].contains(.organization), !whole[first + 1].contains(.place),
      has(.brand, at: first) || !whole[first + 1].contains([.definite, .common])
        || whole[first + 1].contains(.institution)
    else { return nil }
    return first + 1..<first + 2
  }

  /// Words that are nothing but a name, so that they can be looked for alone.
  func isPlainName(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { token in
      isWord(token) && whole[token].isDisjoint(with: WordClass.ending.union([.given, .surname]))
    }
  }

  /// A word that no lexicon knows but as a foreign or a family name: once it has been read as a name it is that name's
  /// wherever it stands.
  func isNameOnly(_ index: Int) -> Bool {
    classes(index).isDisjoint(with: WordClass.ending.union([.imperfect, .verb, .place]))
      && (classes(index).isDisjoint(with: .names) || isForeignName(index) || isFamilyOnly(index))
      && text.tokens[index].letters > 3 && isNameShaped(index)
  }

  /// A family name that is no other word: not «الراوي», which is the narrator too.
  private func isFamilyOnly(_ index: Int) -> Bool {
    whole[index].contains([.surname, .definite]) && !whole[index].contains(.given)
      && !terms(at: index).contains { match in
        Knowledge.lexicon(of: match.id) == .surnames
          && names.surnameIsAmbiguous[Knowledge.row(of: match.id)]
      }
  }

  func findAliases(_ table: inout AliasTable) {
    guard !table.isEmpty else { return }
    var index = 0
    while index < count {
      guard isWord(index),
        table.mayHold(text.tokens[index].hash) || whole[index].contains(.cliticLetter),
        let end = readAlias(at: index, table)
      else {
        index += 1
        continue
      }
      index = end
    }
  }

  private func readAlias(at index: Int, _ table: AliasTable) -> Int? {
    let token = text.tokens[index]
    if let end = addAlias(table.aliases(token.hash), at: index, from: token.originalStart) {
      return end
    }
    guard whole[index].contains(.cliticLetter), token.letters > 2, token.isArabic,
      whole[index].isDisjoint(with: [.function, .common]), peeled[index].isDisjoint(with: .common)
    else { return nil }
    return addAlias(
      table.aliases(hashBehindClitic(index)), at: index,
      from: text.originalOffset(ofLetter: 1, in: token))
  }

  private func addAlias(_ aliases: [AliasTable.Alias]?, at index: Int, from start: Int) -> Int? {
    guard let aliases, isOpen(index) else { return nil }
    for alias in aliases {
      let end = index + 1 + alias.rest.count
      guard end <= count, isFree(index..<end) || end == index + 1 else {
        continue
      }
      if let known = mention(at: index), mentions[known].kind == alias.kind { continue }
      var fits = true
      for (offset, hash) in alias.rest.enumerated()
      where text.tokens[index + 1 + offset].hash != hash {
        fits = false
      }
      guard fits, isBelievable(alias, index) else { continue }
      let (first, start) = beginning(of: alias, at: index, start)
      release(first..<end)
      add(
        NameMention(first..<end, ByteRange(start, text.tokens[end - 1].originalEnd), alias.kind))
      if alias.kind == .person, start == text.tokens[first].originalStart {
        giveTitle(to: first)
      }
      return end
    }
    return nil
  }

  /// «ناصر الزنيدي», «ابن كيران»: where a family name known from elsewhere stands, the given name or connector before it
  /// belongs to it, though it may be another word as well.
  private func beginning(
    of alias: AliasTable.Alias, at index: Int, _ start: Int
  ) -> (first: Int, start: Int) {
    guard alias.kind == .person, alias.rest.isEmpty, index > 0,
      start == text.tokens[index].originalStart, !isTaken(index - 1)
    else { return (index, start) }
    if let start = connectorStart(before: index, from: start) { return (index - 1, start) }
    let given = whole[index - 1]
    guard whole[index].contains(.definite), given.contains(.given),
      given.isDisjoint(with: [.definite, .verb, .speechVerb, .office, .honorific, .measure]),
      !given.contains(.function) || lastLetter(of: text.tokens[index - 1]) == Alphabet.ya
    else { return (index, start) }
    return (index - 1, text.tokens[index - 1].originalStart)
  }

  /// A surname that is also a word wants a verb of saying or a title before it.
  private func isBelievable(_ alias: AliasTable.Alias, _ index: Int) -> Bool {
    if whole[index].contains(.function) {
      // «فان كاستل»; «فإن» is no part of a name.
      return alias.kind == .person && !alias.rest.isEmpty && nameWord(at: index) == .particle
        && !text.hasHamzaBehindFirst(index)
    }
    guard alias.isDoubtful else { return true }
    return alias.kind == .person && index > 0 && classes(index - 1).contains(.speechVerb)
  }

  /// «الوزير الحلبوني»: the office before a name that the article has made known.
  private func giveTitle(to index: Int) {
    let position = partition(offices.count) { offices[$0].tokens.upperBound < index }
    guard position < offices.count, offices[position].tokens.upperBound == index,
      offices[position].holder == nil, !offices[position].isOpen
    else { return }
    offices[position].holder = index
    setRole(offices[position], of: index)
  }

  /// Free, or held by a place's name that is a person's in this article.
  private func isOpen(_ index: Int) -> Bool {
    mention(at: index).map { mayYield(mentions[$0], true) } ?? true
  }

  /// The hash of an Arabic word without its first letter.
  func hashBehindClitic(_ index: Int) -> UInt64 {
    let token = text.tokens[index]
    guard token.isArabic, token.letters > 1 else { return token.hash }
    return TermHash.withoutFirst(
      UInt64(firstLetter(index)), of: token.hash, letters: Int(token.letters))
  }
}
