import Foundation
import GRDB
import Testing

/// Files that runs write: what they replace, what they leave alone, what their names mean.
@Suite struct OutputTests {
  /// A pack that finds لقاء, and an input with two such articles.
  private func desk(_ more: [String: String] = [:]) throws -> Desk {
    let desk = try Desk(["p/rules/a.lua": wordRule("لقاء")].merging(more) { $1 })
    try desk.write("in.jsonl", articles("عقد لقاء.", "خبر.", "انتهى لقاء آخر."))
    return desk
  }

  @Test(arguments: [
    "p/pack.toml", "p/rules/word.lua", "p/lexicon/words.txt", "link.lua", "p/README.md",
    "p/rules/new.jsonl", "p/new/deep/new.jsonl", "needed/notes.md", "needed/new.sqlite",
  ])
  func `nothing is written into a pack that runs or is needed`(_ output: String) throws {
    let desk = try Desk([
      "p/pack.toml": "name = \"p\"\nversion = \"1.0.0\"\nneeds = [\"needed\"]\n",
      "p/rules/word.lua": wordRule("لقاء"), "p/lexicon/words.txt": "لقاء\n",
      "p/README.md": "# p\n", "needed/rules/word.lua": wordRule("خبر"),
      "needed/notes.md": "# needed\n",
    ])
    try desk.write("in.jsonl", "{\"content\":\"لقاء.\"}\n")
    try FileManager.default.createSymbolicLink(
      atPath: desk.path + "/link.lua", withDestinationPath: "p/rules/word.lua")
    let before = desk.read(output)
    let wasThere = desk.exists(output)
    for options in [
      ["run", "-o"], ["run", "--summary"], ["run", "--quarantine"], ["run", "--seen"],
      ["annotate", "-o"], ["annotate", "--quarantine"], ["annotate", "--format", "brat", "-o"],
    ] {
      // A name of a database is refused for analyses before that.
      if options[0] == "annotate", output.hasSuffix(".sqlite") { continue }
      let command = [options[0], "-q", "-p", "p", "in.jsonl"] + options.dropFirst() + [output]
      let outcome = try desk.hilal(command)
      #expect(outcome.status == 64, "\(command): \(outcome.err)")
      #expect(outcome.err.contains("lies in the folder of the pack"))
      #expect(desk.read(output) == before)
      #expect(desk.exists(output) == wasThere)
    }
    #expect(try desk.hilal("run", "-q", "-p", "p", "in.jsonl", "-o", "pout.jsonl").status == 0)
  }

  @Test(arguments: ["q/pack.toml", "q/rules/a.lua", "q/new.jsonl", "q/new/deep.jsonl", "link.toml"])
  func `nothing is written into a pack that does not run`(_ output: String) throws {
    let desk = try desk(["q/pack.toml": "name = ", "q/rules/a.lua": "return"])
    try FileManager.default.createSymbolicLink(
      atPath: desk.path + "/link.toml", withDestinationPath: "q/pack.toml")
    let before = desk.read(output)
    for options in [
      ["run", "-o"], ["run", "--summary"], ["annotate", "-o"],
      ["annotate", "--format", "brat", "-o"],
    ] {
      let outcome = try desk.hilal(
        [options[0], "-q", "-p", "p", "in.jsonl"] + options.dropFirst() + [output])
      #expect(outcome.status == 64)
      #expect(outcome.err.contains("lies in the folder of the pack q, where a run writes nothing"))
      #expect(desk.read(output) == before)
    }
    let folder = try desk.hilal("annotate", "-p", "p", "in.jsonl", "--format", "brat", "-o", "q")
    #expect(folder.status == 64)
    #expect(!desk.exists("q/annotation.conf"))
  }

  @Test func `a pack.toml alone makes no pack of the folders below it`() throws {
    let desk = try desk(["pack.toml": "name = \"home\"\nversion = \"1.0.0\"\n"])
    try FileManager.default.createDirectory(
      atPath: desk.path + "/out", withIntermediateDirectories: false)
    for output in ["out.jsonl", "out/new.jsonl"] {
      let outcome = try desk.hilal("run", "-q", "-p", "p", "in.jsonl", "-o", output)
      #expect(outcome.status == 0, "\(outcome.err)")
      #expect(desk.exists(output))
    }
  }

  @Test(arguments: [
    ["run", "--format", "jsonl", "-o"], ["run", "--format", "csv", "-o"], ["run", "-o"],
    ["run", "--summary"], ["run", "--quarantine"], ["annotate", "-o"],
    ["annotate", "--quarantine"],
  ])
  func `another program's database is replaced in no format`(_ options: [String]) throws {
    let desk = try desk()
    // The ending of a database would be refused for analyses before that.
    try DatabaseQueue(path: desk.path + "/diary").write {
      try $0.execute(sql: "CREATE TABLE diary (day TEXT)")
    }
    let before = try Data(contentsOf: URL(fileURLWithPath: desk.path + "/diary"))
    let outcome = try desk.hilal(
      [options[0], "-q", "-p", "p", "in.jsonl"] + options.dropFirst() + ["diary"])
    #expect(outcome.status == 74)
    #expect(
      outcome.err
        == "error: diary: is a database that does not hold findings; name another file\n")
    #expect(try Data(contentsOf: URL(fileURLWithPath: desk.path + "/diary")) == before)
  }

  @Test func `a database of findings is replaced by findings in another format`() throws {
    let desk = try desk()
    let command = ["run", "-q", "-p", "p", "in.jsonl", "-o", "found.db"]
    #expect(try desk.hilal(command).status == 0)
    #expect(try desk.hilal(command + ["--format", "jsonl"]).status == 0)
    #expect(desk.read("found.db").hasPrefix("{"))
  }

  @Test func `an id that no article has leaves neither a folder nor numbers`() throws {
    let desk = try desk(["old.json": "{}\n"])
    let documents = try desk.hilal(
      "annotate", "-p", "p", "in.jsonl", "--format", "brat", "-o", "docs/deep", "--id", "nope")
    #expect(documents.status == 66)
    #expect(!desk.exists("docs"))
    for numbers in ["new.json", "old.json"] {
      let run = try desk.hilal("run", "-p", "p", "in.jsonl", "--id", "nope", "--summary", numbers)
      #expect(run.status == 66)
    }
    #expect(!desk.exists("new.json"))
    #expect(desk.read("old.json") == "{}\n")
  }

  @Test func `an id that no article has leaves outputs as they are`() throws {
    let desk = try desk()
    for (verb, output) in [
      ("run", "found.jsonl"), ("run", "found.csv"), ("run", "found.sqlite"),
      ("annotate", "all.jsonl"),
    ] {
      let command = [verb, "-q", "-p", "p", "in.jsonl", "-o", output]
      #expect(try desk.hilal(command).status == 0)
      try? FileManager.default.removeItem(atPath: desk.path + "/\(output).checkpoint")
      let before = try Data(contentsOf: URL(fileURLWithPath: "\(desk.path)/\(output)"))
      #expect(try desk.hilal(command + ["--id", "nope"]).status == 66)
      #expect(try Data(contentsOf: URL(fileURLWithPath: "\(desk.path)/\(output)")) == before)
      #expect(
        try desk.hilal([verb, "-p", "p", "in.jsonl", "-o", "new", "--id", "nope"]).status == 66)
      #expect(!desk.exists("new") && !desk.exists("\(output).checkpoint"))
      #expect(try desk.hilal(command + ["--id", "n0"]).status == 0)
      #expect(try Data(contentsOf: URL(fileURLWithPath: "\(desk.path)/\(output)")) != before)
    }
  }

  @Test func `an id that no article has leaves brat's documents as they are`() throws {
    let desk = try desk()
    let command = ["annotate", "-q", "-p", "p", "in.jsonl", "--format", "brat", "-o", "docs"]
    #expect(try desk.hilal(command).status == 0)
    try desk.write("docs/annotation.conf", "mine\n")
    #expect(try desk.hilal(command + ["--id", "nope"]).status == 66)
    #expect(desk.read("docs/annotation.conf") == "mine\n")
  }

  @Test func `a run that is refused leaves the file of its numbers as it is`() throws {
    let desk = try desk(["run.json": "{}\n"])
    let outcome = try desk.hilal(
      "run", "-p", "p", "in.jsonl", "-o", "none/out.jsonl", "--summary", "run.json")
    #expect(outcome.status == 74)
    #expect(desk.read("run.json") == "{}\n")
  }

  @Test(arguments: [
    ("found.gz", "-o - | gzip > found.gz"), ("found.xz", "-o - | xz > found.xz"),
    ("found.ZIP", "write found.jsonl, then: zip found.ZIP found.jsonl"),
  ])
  func `an output that is named as if packed is told of with the command that packs it`(
    _ output: String, _ packing: String
  ) throws {
    let note = "note: \(output) takes JSON Lines that are not packed; to pack them: \(packing)\n"
    let outcome = try desk().hilal("run", "-p", "p", "in.jsonl", "-o", output)
    #expect(outcome.status == 0)
    #expect(outcome.err.contains(note))
    // What reads the file next would fail: --quiet does not hide that.
    #expect(try desk().hilal("run", "-q", "-p", "p", "in.jsonl", "-o", output).err == note)
    #expect(try desk().hilal("run", "-q", "-p", "p", "in.jsonl", "-o", "found.text").err.isEmpty)
  }

  @Test func `an input that is named as the output is told of before its ending is`() throws {
    let outcome = try desk(["in.zip": articles("لقاء.")]).hilal(
      "run", "-p", "p", "in.zip", "-o", "in.zip")
    #expect(outcome.status == 64)
    #expect(!outcome.err.contains("note:"))
  }

  @Test func `the ending of an output means the same in capital letters`() throws {
    let desk = try desk()
    #expect(try desk.hilal("run", "-p", "p", "in.jsonl", "-o", "found.CSV").status == 0)
    #expect(desk.read("found.CSV").hasPrefix("article_id,"))
    #expect(try desk.hilal("run", "-p", "p", "in.jsonl", "-o", "found.Sqlite").status == 0)
    #expect(desk.read("found.Sqlite").hasPrefix("SQLite format 3"))
    let analyses = try desk.hilal("annotate", "-p", "p", "in.jsonl", "-o", "found.DB")
    #expect(analyses.status == 64)
  }
}
