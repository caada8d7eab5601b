import Foundation
import Testing

/// `hilal annotate --format brat`.
@Suite struct BratTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  @Test func `every annotation names the words of its text`() throws {
    let desk = try Desk()
    let outcome = try desk.hilal(
      "annotate", "-q", "-p", Self.root + "/plugins/military-threats", "--format", "brat",
      Self.root + "/examples/news.zip", "-o", "brat")
    #expect(outcome.status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.path + "/brat")
    let documents = names.filter { $0.hasSuffix(".ann") }
    #expect(documents.count == 84)
    #expect(names.count == 2 * 84 + 1)
    var count = 0
    for name in documents {
      let text = Array(desk.read("brat/\(name.dropLast(4)).txt").unicodeScalars)
      for line in desk.read("brat/\(name)").split(separator: "\n") where line.hasPrefix("T") {
        let parts = line.split(separator: "\t", maxSplits: 2)
        let places = parts[1].split(separator: " ", maxSplits: 1)[1].split(separator: ";")
        let pieces = places.map { place in
          let ends = place.split(separator: " ").compactMap { Int($0) }
          return String(String.UnicodeScalarView(text[ends[0]..<ends[1]]))
        }
        let words = parts[2].split(separator: " ").joined(separator: " ")
        let found = pieces.joined(separator: " ").split(separator: " ").joined(separator: " ")
        #expect(words == found, "\(name): \(line)")
        count += 1
      }
    }
    #expect(count > 500)
    let configuration = desk.read("brat/annotation.conf")
    #expect(configuration.contains("[entities]\nPER\nORG"))
  }

  @Test(arguments: ["in.jsonl", "in.jsonl/deep"])
  func `a file in the way of the folder is told of as that`(_ output: String) throws {
    let desk = try Desk(["p/rules/a.lua": wordRule("لقاء"), "in.jsonl": articles("عقد لقاء.")])
    let outcome = try desk.hilal(
      "annotate", "-q", "-p", "p", "--format", "brat", "in.jsonl", "-o", output)
    #expect(outcome.status == 74)
    #expect(
      outcome.err == """
        error: \(output): brat's documents want a folder, and in.jsonl is a file; name another with --output

        """)
  }

  @Test func `no id leads out of the folder, and none is written over`() throws {
    let desk = try Desk(["p/rules/a.lua": wordRule("لقاء")])
    let lines = ["../evil", "a/b", "هلال", "x", "x", ".."].map {
      "{\"id\":\"\($0)\",\"content\":\"لقاء.\"}\n"
    }
    try desk.write("in.jsonl", lines.joined())
    let outcome = try desk.hilal(
      "annotate", "-q", "-p", "p", "--format", "brat", "in.jsonl", "-o", "brat")
    #expect(outcome.status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.path + "/brat")
    #expect(names.filter { $0.hasSuffix(".txt") }.count == 6)
    #expect(names.contains("x.txt") && names.contains("x+2.txt") && names.contains("a=2fb.txt"))
    #expect(try desk.hilal("annotate", "-p", "p", "--format", "brat", "in.jsonl").status == 64)
  }

  @Test(arguments: ["n0.ann", "n1.txt", "annotation.conf"])
  func `what a hand has changed is not written over`(_ name: String) throws {
    let desk = try Desk([
      "p/rules/a.lua": wordRule("لقاء"), "in.jsonl": articles("عقد لقاء.", "خبر."),
    ])
    let command = ["annotate", "-q", "-p", "p", "--format", "brat", "in.jsonl", "-o", "brat"]
    #expect(try desk.hilal(command).status == 0)
    // The same again changes nothing.
    #expect(try desk.hilal(command).status == 0)
    try desk.write("brat/" + name, "by hand\n")
    let outcome = try desk.hilal(command)
    #expect(outcome.status == 74)
    #expect(
      outcome.err.hasPrefix(
        "error: brat/\(name): is there and says something else, perhaps by hand; name another folder or remove"
      ))
    #expect(desk.read("brat/" + name) == "by hand\n")
  }
}
