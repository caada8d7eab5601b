import Foundation
import Testing

/// What verbs say of arguments that cannot be meant as they stand, before anything is done.
@Suite struct ArgumentTests {
  @Test(arguments: [
    (["run", "in.jsonl", "-o", ""], "--output names no file: the argument is empty"),
    (["run", "in.jsonl", "--summary", ""], "--summary names no file: the argument is empty"),
    (["run", "in.jsonl", "--quarantine", ""], "--quarantine names no file: the argument is empty"),
    (["run", "in.jsonl", "--seen", ""], "--seen names no file: the argument is empty"),
    (["run", "--files-from", ""], "--files-from names no file: the argument is empty"),
    (["annotate", "in.jsonl", "-o", ""], "--output names no file: the argument is empty"),
    (["new", "pack", "x", "--into", ""], "--into names no folder: the argument is empty"),
    (["serve", "in.jsonl", "--labels", ""], "--labels names no file: the argument is empty"),
    (["run", "in.jsonl", "-p", ""], "no pack is named: the argument is empty"),
    (["test", ""], "no pack is named: the argument is empty"),
    (["show", "in.jsonl", "--id", ""], "--id names no article: the argument is empty"),
    (["run", "in.jsonl", "--rule", ""], "--rule names no rule: the argument is empty"),
    (["run", "in.jsonl", "--source", ""], "--source names no source: the argument is empty"),
    (
      ["run", "in.jsonl", "--encoding", ""],
      "--encoding names no character set: the argument is empty"
    ),
    (["run", ""], "no input is named: the argument is empty"),
  ])
  func `an empty argument is told of as that`(_ arguments: [String], _ text: String) throws {
    let outcome = try talksDesk().hilal(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.err.hasPrefix("error: \(text)\n"), "\(outcome.err)")
  }

  @Test(arguments: ["0", "-1"])
  func `watch runs at least once`(_ runs: String) throws {
    let outcome = try talksDesk().hilal("watch", "-p", "talks", "in.jsonl", "--runs", runs)
    #expect(outcome.status == 64)
    #expect(outcome.err.hasPrefix("error: --runs must be at least 1\n"), "\(outcome.err)")
  }

  @Test(arguments: ["run", "annotate", "show"])
  func `an id in other letters than the article's is told of with that`(_ verb: String) throws {
    let desk = try talksDesk([
      "ids.jsonl": "{\"id\":\"story-001\",\"content\":\"خبر.\"}\n"
    ])
    let outcome = try desk.hilal(verb, "-p", "talks", "ids.jsonl", "--id", "STORY-001")
    #expect(outcome.status == 66)
    #expect(
      outcome.err.contains("no article with the id STORY-001; did you mean `story-001`?\n"))
  }

  @Test func `a list of packs that are not there says nothing of a run`() throws {
    let outcome = try talksDesk().hilal("list", "rules", "-p", "nothere")
    #expect(outcome.status == 70)
    #expect(outcome.err.hasSuffix("error: no pack is left to list\n"))
  }

  @Test func `an input that is named twice is told of`() throws {
    let desk = try talksDesk()
    let twice = try desk.hilal("run", "-p", "talks", "in.jsonl", "./in.jsonl")
    #expect(twice.lines.count == 2)
    #expect(
      twice.err.hasPrefix("warning: ./in.jsonl is named twice; its articles are read twice\n"))
    #expect(try !desk.hilal("run", "-p", "talks", "in.jsonl").err.contains("twice"))
  }

  @Test(arguments: ["run", "annotate", "show"])
  func `lines that are none are told of where most records fail`(_ verb: String) throws {
    let desk = try talksDesk([
      "array.json": "[\n  {\"id\":\"a\",\n   \"content\":\"عقد لقاء.\"}\n]\n"
    ])
    let outcome = try desk.hilal(verb, "-p", "talks", "--lines", "array.json")
    #expect(outcome.err.contains("note: --lines takes each line for a record; leave it out for"))
    for arguments in [["array.json"], ["--lines", "in.jsonl"]] {
      let good = try desk.hilal([verb, "-p", "talks"] + arguments)
      #expect(!good.err.contains("note: --lines"))
    }
  }

  @Test func `a pack that is not there leaves nothing to test, and nothing is said of a run`()
    throws
  {
    let outcome = try talksDesk().hilal("test", "nothere")
    #expect(outcome.status == 70)
    #expect(outcome.err.hasSuffix("error: no rule is left to test\n"), "\(outcome.err)")
  }

  @Test(arguments: ["out.jsonl", "out.sqlite"])
  func `a run that was complete already says so`(_ output: String) throws {
    let desk = try talksDesk()
    let command = ["run", "-p", "talks", "in.jsonl", "-o", output]
    #expect(try !desk.hilal(command + ["--resume"]).err.contains("nothing is left to do"))
    let again = try desk.hilal(command + ["--resume"])
    #expect(again.status == 0)
    #expect(
      again.err.hasPrefix(
        "nothing is left to do: the run was complete already, with these numbers\n2 articles read"))
  }

  @Test func `a pack that cannot be written is told of with the reason`() throws {
    let desk = try talksDesk()
    for path in ["in.jsonl", "in.jsonl/deep"] {
      let outcome = try desk.hilal("new", "pack", "x", "--into", path)
      #expect(outcome.status == 74)
      #expect(
        outcome.err
          == "error: \(path)/x/pack.toml cannot be written: in.jsonl is a file; name a folder with --into\n"
      )
    }
    let system = try desk.hilal("new", "pack", "x", "--into", "/proc/none")
    #expect(system.status == 74)
    #expect(
      system.err.hasSuffix(
        "cannot be written: No such file or directory; name another folder with --into\n"))
    #expect(try desk.hilal("new", "pack", "talks").status == 64)
  }

  @Test(.timeLimit(.minutes(1)))
  func `judgements that could not be kept are told of before the page opens`() throws {
    let desk = try talksDesk()
    let outcome = try desk.hilal(
      "serve", "-p", "talks", "--no-open", "in.jsonl", "--labels", "none/l.jsonl")
    #expect(outcome.status == 74)
    #expect(
      outcome.err.contains(
        "error: none/l.jsonl: cannot be opened for writing: there is no folder none"))
  }
}
