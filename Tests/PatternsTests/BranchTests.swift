import Patterns
import Testing

/// What is known of a pattern's parts: which a match went through, and which none can.
@Suite struct BranchTests {
  private func taken(_ pattern: Pattern, _ text: String) throws -> [Bool] {
    let matches = try Bench(text).matches(pattern)
    return try Program(pattern).branches.map { branch in matches.contains(where: branch.isTaken) }
  }

  @Test func `a match tells through which alternatives it went`() throws {
    let pattern = word("هدد") * (word("هجوم") + .capture("who", word("قوات")) + word("حرب"))
    let titles = try Program(pattern).branches.map(\.title)
    #expect(titles == ["هجوم", "قوات (who)", "حرب"])
    #expect(try taken(pattern, "هدد قوات ثم هدد حرب") == [false, true, true])
    #expect(try taken(pattern, "هدد") == [false, false, false])
  }

  @Test func `an optional part is a branch`() throws {
    let pattern = word("هجوم") * .repetition(word("بري"), min: 0, max: 1) * word("كبير")
    #expect(try taken(pattern, "هجوم كبير") == [false])
    #expect(try taken(pattern, "هجوم بري كبير") == [true])
  }

  @Test func `alternatives of a repeated part are counted once`() throws {
    let one = word("أ") + word("ب")
    for pattern in [
      Pattern.repetition(one, min: 2, max: 4), .repetition(one, min: 1, max: nil),
      .repetition(one, min: 2, max: 2) * (word("ج") + word("د")),
    ] {
      let count = try Program(pattern).branches.count
      let marks = try taken(pattern, "أ ب ج")
      #expect(marks == [true, true] + (count > 2 ? [true, false] : []))
    }
  }

  @Test func `what is only looked ahead for is no branch`() throws {
    let pattern = word("هجوم") * .not(word("لاذع") + word("بري")) * (word("كبير") + word("واسع"))
    #expect(try taken(pattern, "هجوم واسع") == [false, true])
  }

  @Test func `an alternative within an alternative is a part of it`() throws {
    let pattern = word("أ") * (word("ب") + word("ج")) + word("د")
    let branches = try Program(pattern).branches
    #expect(branches.map(\.title) == ["أ, ب or ج", "ب", "ج", "د"])
    #expect(branches.map { $0.isPart(of: branches[0]) } == [false, true, true, false])
  }

  @Test func `a capture of one atom knows it`() throws {
    let pattern =
      Pattern.capture("one", .atom(.number)) * .capture("two", word("قتيل") * word("مدني"))
    let matches = try Bench("سقط 7 قتيل مدني").matches(pattern)
    let captures = try #require(matches.first).captures
    #expect(captures.map(\.atom) == [.number, nil])
  }

  // MARK: What cannot be

  @Test(arguments: [
    (word("أ") + word("أ") * word("ب"), 1),
    (word("أ") * word("ب") + word("أ"), 0),
    // Within a sequence what follows may need the longer alternative.
    ((word("أ") + word("أ") * word("ب")) * word("ج"), 0),
    (word("أ") + word("ب") + word("أ"), 1),
    (.not(word("أ")) * word("أ"), 1),
    (.not(word("أ") + word("ب")) * .capture("x", word("ب")), 1),
    (.not(word("أ")) * (word("أ") + word("ب")), 0),
    (.not(word("أ")) * .gap(min: 1, max: 1) * word("أ"), 0),
    (word("أ") * .atom(.terms(TermSet(title: "lexicon x", groups: []))), 1),
    (word("أ") * word("؟"), 1),
  ])
  func `what can never match is found`(_ pattern: Pattern, _ count: Int) {
    #expect(pattern.impossibilities.count == count)
  }
}
