import Articles
import Testing

@testable import Archives

/// Globs, quarantine read back, and files among the inputs.
@Suite struct FilterTests {
  private func desk() throws -> Scratch {
    let scratch = Scratch()
    try scratch.write(Array(Sample.lines(1, from: 1).utf8), "d/a.jsonl")
    try scratch.write(Array(Sample.lines(1, from: 2).utf8), "d/b.json")
    try scratch.write(
      Sample.zip([
        ("in/c.jsonl", Array(Sample.lines(1, from: 3).utf8)),
        ("in/d.json", Array(Sample.lines(1, from: 4).utf8)),
      ]), "d/z.zip")
    return scratch
  }

  private func ids(_ inputs: [String], include: [String] = [], exclude: [String] = []) throws
    -> [String]
  {
    let reader = try ArticleReader(
      inputs: inputs, filter: InputFilter(include: include, exclude: exclude))
    var parser = try RecordParser()
    var ids: [String] = []
    while let batch = reader.nextBatch() {
      for record in 0..<batch.count { ids.append(try parser.parse(batch, record).get().id) }
    }
    return ids
  }

  @Test(arguments: [
    ([], [], ["r1", "r2", "r3", "r4"]),
    (["*.jsonl"], [], ["r1", "r3"]),
    (["*.zip"], [], ["r3", "r4"]),
    ([], ["*.json"], ["r1", "r3"]),
    ([], ["*.zip", "b.*"], ["r1"]),
    (["in/*.json"], [], ["r4"]),
    (["*.jsonl"], ["a*"], ["r3"]),
  ])
  func `globs choose files of folders and members of archives`(
    _ include: [String], _ exclude: [String], _ wanted: [String]
  ) throws {
    let scratch = try desk()
    #expect(try ids([scratch.path + "/d"], include: include, exclude: exclude) == wanted)
  }

  @Test func `what is named itself is read whatever the globs`() throws {
    let scratch = try desk()
    #expect(try ids([scratch.path + "/d/b.json"], include: ["*.jsonl"]) == ["r2"])
    #expect(try ids([scratch.path + "/d/z.zip"], include: ["*.jsonl"]) == ["r3"])
  }

  @Test func `a quarantine is read back, repaired or not`() throws {
    let scratch = Scratch()
    let bad =
      Array("{\"id\":\"x\",\"title\":\"بلا نص\"}\n{\"id\":\"b\",\"content\":\"".utf8)
      + [0xe3, 0xd1] + Array("\"}\n".utf8)
    let first = try Reading([try scratch.write(bad, "bad.jsonl")])
    #expect(first.reasons == ["missing-content", "bad-utf8"])
    let output = try ByteOutput(path: scratch.path + "/q.jsonl")
    let writer = QuarantineWriter(output)
    for rejection in first.rejections { try writer.write(rejection) }
    try writer.finish()

    let again = try Reading([scratch.path + "/q.jsonl"])
    #expect(again.rejections == first.rejections)
    let named = try Reading([scratch.path + "/q.jsonl"], encoding: "windows-1256")
    #expect(named.ids == ["b"])
    let text = String(decoding: try scratch.read("q.jsonl"), as: UTF8.self)
    let repaired = text.replacing("بلا نص\\\"", with: "بلا نص\\\",\\\"content\\\":\\\"نص\\\"")
    try scratch.write(Array(repaired.utf8), "q2.jsonl")
    #expect(try Reading([scratch.path + "/q2.jsonl"]).ids == ["x"])
  }

  @Test func `a file that could not be opened stays in quarantine`() throws {
    let lost = Rejection(
      place: RecordPlace(file: "lost.zip", offset: 0, line: 1), reason: .unreadable,
      message: "no such file", raw: [], byteCount: 0, hash: StableHash())
    var json = JSONWriter()
    json.rejection(lost)
    #expect(try Reading(bytes: json.bytes, name: "q.jsonl").rejections == [lost])
  }
}
