/// Collects entries for a `TermIndex`.
public struct TermIndexBuilder: Sendable {
  private var entries: [TermEntry] = []

  /// Without entries.
  public init() {}

  /// Entries so far: a nominal that is entered as before a pronoun as well counts twice.
  public var count: Int { entries.count }

  /// Makes room for so many entries beyond those that are there: what grows by and by is copied again and again.
  public mutating func reserve(_ more: Int) { entries.reserveCapacity(entries.count + more) }

  /// Adds a word or phrase. `term` may be in any spelling; it is folded here.
  ///
  /// Nominals that end in ta marbuta or alif maqsura are also entered as they are written before an
  /// attached pronoun, where `allowed` admits one.
  public mutating func add(
    _ term: String, id: UInt32, allowed: Clitics, required: Clitics = []
  ) {
    var term = term
    // SAFETY: `TermWords` takes hashes of the bytes, no pointer, with it out of the closure.
    term.withUTF8 { bytes in
      unsafe add(TermWords(bytes), id: id, allowed: allowed, required: required)
    }
  }

  /// Adds a word or phrase given in UTF-8.
  public mutating func add(
    utf8 term: ArraySlice<UInt8>, id: UInt32, allowed: Clitics, required: Clitics = []
  ) {
    // SAFETY: as above.
    unsafe term.withUnsafeBufferPointer { bytes in
      unsafe add(TermWords(bytes), id: id, allowed: allowed, required: required)
    }
  }

  /// Adds a word or phrase that was folded before.
  public mutating func add(
    _ words: TermWords, id: UInt32, allowed: Clitics, required: Clitics = []
  ) {
    guard words.count > 0, words.count <= TermIndex.longestPhrase else { return }
    entries.append(
      TermEntry(
        id: id,
        allowed: words.count > 1
          ? allowed.subtracting([.pronoun, .rarePronoun, .feminine]) : allowed,
        required: required, words: UInt8(words.count), hash: words.first, tail: words.tail,
        second: words.second))
    if words.count == 1, allowed.contains(.pronoun), let hash = words.beforePronoun {
      entries.append(
        TermEntry(id: id, allowed: allowed, required: [.pronoun, .rarePronoun], hash: hash))
    }
  }

  /// Adds a single word by the hash of its folded letters.
  public mutating func add(hash: UInt64, id: UInt32, allowed: Clitics) {
    entries.append(TermEntry(id: id, allowed: allowed, hash: hash))
  }

  /// An index of what was added so far; the builder may go on.
  public func build() -> TermIndex { TermIndex(entries: entries) }
}
