/// The lexicons of time, number and measure with their cells decoded, by the index's ids.
struct NumericLexicon: Sendable {
  /// The terms of all lexicons read here, one behind the other.
  private var terms: [NumericTerm?] = []
  /// Where a lexicon begins in `terms`, by its raw value; −1 for lexicons not read here.
  private var bases: [Int]
  /// Values of sets (P1D), by `NumericTerm.number`.
  private(set) var setValues: [String] = []

  init(_ tables: [LexiconTable]) {
    bases = [Int](repeating: -1, count: Lexicon.allCases.count)
    for lexicon in [
      Lexicon.months, .weekdays, .dayparts, .timeUnits, .timeWords, .numbers, .approximators,
      .currencies, .units, .functionWords,
      .speechVerbs,
    ] {
      add(tables[Int(lexicon.rawValue)], lexicon)
    }
  }

  /// The term of an index posting; nil for other lexicons and for rows that say nothing here.
  @inline(__always)
  subscript(id: UInt32) -> NumericTerm? {
    let base = bases[Int(id >> 24)]
    return base < 0 ? nil : terms[base + Int(id & 0xFF_FFFF)]
  }

  private mutating func add(_ table: LexiconTable, _ lexicon: Lexicon) {
    bases[Int(lexicon.rawValue)] = terms.count
    let row = RowReader(table)
    for cells in table.rows {
      terms.append(term(lexicon, row, cells))
    }
  }

  private mutating func term(
    _ lexicon: Lexicon, _ row: RowReader, _ cells: LexiconTable.Row
  ) -> NumericTerm? {
    var term: NumericTerm?
    switch lexicon {
    case .months:
      term = NumericTerm(kind: .month, number: Int(row["number", cells]) ?? 0)
      if row["calendar", cells] == "hijri" { term?.flags.insert(.hijri) }
    case .weekdays:
      term = NumericTerm(kind: .weekday, number: Int(row["number", cells]) ?? 1)
    case .dayparts:
      let code = PartCodes.day.firstIndex(of: row["value", cells])
      term = code.map { NumericTerm(kind: .daypart, number: $0) }
    case .timeUnits: term = timeUnit(row, cells)
    case .timeWords: term = timeWord(row["kind", cells], row["value", cells])
    case .numbers: term = numberWord(row, cells)
    case .approximators: term = approximator(row["kind", cells])
    case .currencies:
      let sign = row["form", cells] == "sign"
      term = NumericTerm(kind: .currency, flags: row["form", cells] == "dual" ? .dual : [])
      if sign { term?.number = 1 }
    case .units: term = measure(row, cells)
    case .functionWords, .speechVerbs: term = NumericTerm(kind: .function)
    default: return nil
    }
    switch row["ambiguous", cells] {
    case "1": term?.flags.insert(.ambiguous)
    case "adjective": term?.flags.insert(.adjective)
    case "head": term?.flags.insert(.head)
    default: break
    }
    return term
  }

  private func timeUnit(_ row: RowReader, _ cells: LexiconTable.Row) -> NumericTerm? {
    var letter = row["unit", cells]
    if letter == "M", row["kind", cells] == "time" { letter = "MI" }
    if letter == "Y", row["kind", cells] == "season" { letter = "SE" }
    guard let unit = TimeUnit(rawValue: letter),
      let number = TimeUnit.allCases.firstIndex(of: unit)
    else { return nil }
    let flags: NumericTerm.Flags =
      switch row["number", cells] {
      case "dual": .dual
      case "plural": .plural
      default: []
      }
    return NumericTerm(kind: .timeUnit, flags: flags, number: number)
  }

  private mutating func timeWord(_ kind: String, _ value: String) -> NumericTerm? {
    switch kind {
    case "day": return NumericTerm(kind: .day, number: Int(value) ?? 0)
    case "night": return NumericTerm(kind: .night, number: Int(value) ?? 0)
    case "ref":
      let values = ["PAST_REF": -1, "FUTURE_REF": 1, "none": NumericTerm.noTime]
      return NumericTerm(kind: .reference, number: values[value] ?? 0)
    case "deictic": return NumericTerm(kind: .deictic, number: Int(value) ?? 0)
    case "same": return NumericTerm(kind: .same)
    case "next_day": return NumericTerm(kind: .nextDay, number: 1)
    case "start", "mid", "end": return NumericTerm(kind: .edge)
    case "since": return NumericTerm(kind: .since)
    case "until": return NumericTerm(kind: .until)
    case "within": return NumericTerm(kind: .within)
    case "ago": return NumericTerm(kind: .ago)
    case "after": return NumericTerm(kind: .after)
    case "before": return NumericTerm(kind: .before)
    case "about_time": return NumericTerm(kind: .approximator)
    case "set":
      setValues.append(value)
      return NumericTerm(kind: .set, number: setValues.count - 1)
    case "amount": return NumericTerm(kind: .amount)
    case "announcement": return NumericTerm(kind: .announcement)
    case "event": return NumericTerm(kind: .event)
    case "not_today": return NumericTerm(kind: .dated, number: value == "weekday" ? 1 : 0)
    case "season":
      return PartCodes.seasons.firstIndex(of: value).map { NumericTerm(kind: .season, number: $0) }
    case "weekend": return NumericTerm(kind: .weekend)
    case "era":
      return NumericTerm(kind: .era, number: value == "hijri" ? 0 : value == "bc" ? 2 : 1)
    case "zone": return NumericTerm(kind: .zone)
    case "clock": return NumericTerm(kind: .clock, number: value == "am" ? 0 : 1)
    case "feast":
      return NumericTerm(
        kind: .feast, number: ["", "fitr", "adha", "eid"].firstIndex(of: value) ?? 0)
    default: return nil
    }
  }

  private func numberWord(_ row: RowReader, _ cells: LexiconTable.Row) -> NumericTerm? {
    let value = row["value", cells]
    let kind: NumericTerm.Kind
    switch row["kind", cells] {
    case "unit": kind = .unit
    case "teen": kind = .teen
    case "ten": kind = .ten
    case "decade": kind = .decade
    case "hundred": kind = .hundred
    case "scale": kind = .scale
    case "fraction": kind = .fraction
    case "ordinal": kind = .ordinal
    case "vague": kind = .vague
    case "collective": kind = .collective
    default: return nil
    }
    var number = Double(value) ?? 0
    if let slash = value.firstIndex(of: "/"), let above = Double(value[..<slash]),
      let below = Double(value[value.index(after: slash)...]), below > 0
    {
      number = above / below
    }
    var term = NumericTerm(kind: kind, number: number < 1e9 ? Int(number) : 0, value: number)
    let form = row["form", cells]
    if form == "plural" { term.flags.insert(.plural) }
    if form.hasPrefix("dual") { term.flags.insert(.dual) }
    if form == "bare" { term.flags.insert(.bare) }
    return term
  }

  private func approximator(_ kind: String) -> NumericTerm? {
    switch kind {
    case "exact": NumericTerm(kind: .exact)
    case "between": NumericTerm(kind: .between)
    case "exceeds": NumericTerm(kind: .approximator, flags: .verb)
    case "exceeds_on": NumericTerm(kind: .exceeding)
    default: NumericTerm(kind: .approximator)
    }
  }

  private func measure(_ row: RowReader, _ cells: LexiconTable.Row) -> NumericTerm {
    if row["code", cells] == "percent" { return NumericTerm(kind: .percent) }
    let word = row["word", cells]
    let isDual = !word.contains(" ") && (word.hasSuffix("ين") || word.hasSuffix("ان"))
    return NumericTerm(kind: .measure, flags: isDual ? .dual : [])
  }
}

/// Cells of a table by the name of their column, looked up once a table.
private struct RowReader {
  private let columns: [String: Int]

  init(_ table: LexiconTable) {
    columns = Dictionary(
      table.columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(_ name: String, _ cells: LexiconTable.Row) -> String {
    columns[name].map { cells[$0] } ?? ""
  }
}
