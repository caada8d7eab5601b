import Foundation
import Testing

@testable import ArabicText

/// The comparison with other conjugators; see `Tests/Oracles/conjugation.py`.
private let oraclePath = ProcessInfo.processInfo.environment["HILAL_CONJUGATION_ORACLE"]

@Suite(.enabled(if: oraclePath != nil)) struct `conjugation oracle` {
  /// One cell of an oracle's table.
  private struct Cell {
    var verbClass: String
    var form: String
    var citation: String
    var plain: String
    var oracle: String
    var slot: String
    var spellings: [String]

    init?(_ line: Substring) {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 7 else { return nil }
      (verbClass, form, citation, plain) = (fields[0], fields[1], fields[2], fields[3])
      (oracle, slot) = (fields[4], fields[5])
      spellings = fields[6].split(separator: "|").map(String.init)
    }
  }

  private struct Tally {
    var agreed = 0
    var total = 0
    mutating func count(_ agrees: Bool) {
      agreed += agrees ? 1 : 0
      total += 1
    }
    var share: Double { total == 0 ? 1 : Double(agreed) / Double(total) }
    var text: String { String(format: "%6d of %6d  %.2f %%", agreed, total, share * 100) }
  }

  @Test func `agrees with the oracles in at least 97 of 100 cells`() throws {
    let path = try #require(oraclePath)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let cells = text.split(separator: "\n").compactMap(Cell.init)
    var tables: [String: [String: Set<String>]] = [:]
    var tallies: [String: Tally] = [:]
    var disagreements: [String] = []
    for cell in cells {
      let table = tables[cell.citation] ?? Table.of(cell.citation)
      tables[cell.citation] = table
      let ours = table[cell.slot] ?? []
      let agrees = cell.spellings.contains { ours.contains($0) }
      for key in ["all", cell.oracle, "\(cell.oracle) \(cell.verbClass)"] {
        tallies[key, default: Tally()].count(agrees)
      }
      if !agrees {
        let fields = [
          cell.verbClass, cell.form, cell.citation, cell.oracle, cell.slot,
          cell.spellings.joined(separator: "|"), ours.sorted().joined(separator: "|"),
        ]
        disagreements.append(fields.joined(separator: "\t"))
      }
    }
    for (key, tally) in tallies.sorted(by: { $0.key < $1.key }) {
      print(key.padding(toLength: 28, withPad: " ", startingAt: 0), tally.text)
    }
    print("spellings a cell:", Table.spread(tables.values))
    try disagreements.joined(separator: "\n").write(
      toFile: path + ".disagreements", atomically: true, encoding: .utf8)
    #expect(tallies["qutrub"]?.share ?? 0 >= 0.97)
    #expect(tallies["mazini"]?.share ?? 0 >= 0.97)
  }

  @Test func `finds the oracle's words without vowel signs and hints`() throws {
    let path = try #require(oraclePath)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var forms: [String: Set<String>] = [:]
    var tally = Tally()
    for cell in text.split(separator: "\n").compactMap(Cell.init) where cell.slot != "vn" {
      let ours =
        forms[cell.plain]
        ?? Set(((try? Verb(citation: cell.plain))?.forms() ?? []).map(\.letters))
      forms[cell.plain] = ours
      tally.count(cell.spellings.contains { ours.contains($0) })
    }
    print("without hints".padding(toLength: 28, withPad: " ", startingAt: 0), tally.text)
    #expect(tally.share >= 0.95)
  }
}

/// Lists forms for other judges; see `Tests/Oracles/acceptance.py`.
private let listPath = ProcessInfo.processInfo.environment["HILAL_CITATIONS"]

@Suite(.enabled(if: listPath != nil)) struct `forms for a spell checker` {
  @Test func `are written beside the list of citations`() throws {
    let path = try #require(listPath)
    let citations = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    var lines: [String] = []
    for citation in citations.map(String.init) {
      for form in (try? Verb(citation: citation))?.forms() ?? [] where !form.onlyBeforePronoun {
        lines.append("\(citation)\t\(form.kind)\t\(form.letters)")
      }
    }
    try lines.joined(separator: "\n").write(
      toFile: path + ".forms", atomically: true, encoding: .utf8)
    #expect(!lines.isEmpty)
  }
}

/// A verb's table by the oracles' slots.
private enum Table {
  private static let persons: [Person: String] = [
    .he: "3ms", .she: "3fs", .theyTwo: "3md", .theyTwoFeminine: "3fd", .they: "3mp",
    .theyFeminine: "3fp", .you: "2ms", .youFeminine: "2fs", .youTwo: "2d", .youAll: "2mp",
    .youAllFeminine: "2fp", .i: "1s", .we: "1p",
  ]
  private static let moods: [(Mood, String)] = [
    (.indicative, "ind"), (.subjunctive, "sub"), (.jussive, "juss"),
  ]

  static func of(_ citation: String) -> [String: Set<String>] {
    guard let verb = try? Verb(citation: citation) else { return [:] }
    var table: [String: Set<String>] = [:]
    for shape in verb.shapes {
      for (person, code) in persons {
        for isPassive in [false, true] {
          let suffix = isPassive ? "_pass_\(code)" : "_\(code)"
          let perfect = shape.stem(isPassive ? .perfectPassive : .perfect)
          let imperfect = shape.stem(isPassive ? .imperfectPassive : .imperfect)
          table["past" + suffix, default: []].formUnion(
            spellings { shape.addPerfect(perfect, person, isPassive: isPassive, [], to: &$0) })
          for (mood, name) in moods {
            table[name + suffix, default: []].formUnion(
              spellings {
                shape.addImperfect(imperfect, person, mood, isPassive: isPassive, [], to: &$0)
              })
          }
        }
        if Person.commanded.contains(person) {
          table["imp_\(code)", default: []].formUnion(
            spellings { shape.addImperative(shape.stem(.imperfect), person, [], to: &$0) })
        }
      }
      for (slot, noun) in [
        ("ap", shape.activeParticiple), ("pp", shape.passiveParticiple), ("vn", shape.verbalNoun),
      ] {
        guard let noun else { continue }
        var forms = FormCollector(kind: .noun)
        noun.addSingular(to: &forms)
        table[slot, default: []].formUnion(forms.forms.map(\.letters))
      }
    }
    return table
  }

  /// The words of a cell that stand alone.
  private static func spellings(_ add: (inout FormCollector) -> Void) -> [String] {
    var forms = FormCollector(kind: .perfect)
    add(&forms)
    return forms.forms.filter { !$0.onlyBeforePronoun }.map(\.letters)
  }

  /// The mean number of spellings of a cell: that agreement is not bought with variants.
  static func spread(_ tables: some Collection<[String: Set<String>]>) -> Double {
    let counts = tables.flatMap { $0.values.map(\.count) }
    return Double(counts.reduce(0, +)) / Double(max(1, counts.count))
  }
}
