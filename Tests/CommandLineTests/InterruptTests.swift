import Foundation
import Testing

/// Signals, and inputs that do not behave.
@Suite struct InterruptTests {
  private func desk() throws -> Desk { try Desk(["p/rules/a.lua": wordRule("لقاء")]) }

  @Test(arguments: ["INT", "TERM"])
  func `a run that waits for a pipe ends when it is told to, with what it has`(
    _ signal: String
  ) throws {
    let desk = try desk()
    try desk.write("in.jsonl", articles("عقد لقاء.", "انتهى لقاء آخر."))
    // More than a pipe holds: when all is written, its reader has the articles.
    try desk.write("blank", String(repeating: "\n", count: 1 << 17))
    let outcome = try desk.shell(
      """
      mkfifo f; (cat in.jsonl blank; echo >written; exec sleep 90) >f & w=$!
      "$HILAL" run -q -p p f -o out & p=$!
      await written; kill -\(signal) $p; wait $p; echo $?; kill $w; wc -l <out
      """)
    #expect(outcome.out.split(whereSeparator: \.isWhitespace) == ["130", "2"])
  }

  @Test func `an interrupted run is completed by --resume`() throws {
    let desk = try desk()
    try desk.write("big.jsonl", (0..<15_000).map { _ in articles("عقد لقاء.") }.joined())
    let outcome = try desk.shell(
      """
      "$HILAL" run -q -p p -o whole big.jsonl
      "$HILAL" run -q -p p -o out big.jsonl & p=$!; await out.checkpoint; kill -INT $p; wait $p; echo $?
      "$HILAL" run -q -p p -o out big.jsonl --resume; echo $?; cmp out whole && echo same
      """)
    let words = outcome.out.split(whereSeparator: \.isWhitespace)
    #expect(words.suffix(2) == ["0", "same"])
    #expect(["0", "130"].contains(words.first))
  }

  @Test func `an input that is gone when its turn comes is accounted for`() throws {
    let desk = try desk()
    try desk.write("d/a.jsonl", articles("عقد لقاء."))
    let outcome = try desk.shell(
      """
      mkfifo d/b; ln -s gone d/c.jsonl
      "$HILAL" run -q -p p d --summary s.json --quarantine q >out; echo $?; wc -l <out; wc -l <q
      """)
    #expect(outcome.out.split(whereSeparator: \.isWhitespace) == ["0", "1", "1"])
    #expect(desk.read("q").contains("\"reason\":\"unreadable\""))
  }
}
