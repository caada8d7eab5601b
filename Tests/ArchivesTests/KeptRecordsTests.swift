import Testing

@testable import Archives

/// Records that are read once and given again.
@Suite struct KeptRecordsTests {
  private func batches(_ path: String, _ kept: KeptRecords) throws -> [RecordBatch] {
    let reader = try ArticleReader(inputs: [path], keeping: kept)
    var batches: [RecordBatch] = []
    while let batch = reader.nextBatch() { batches.append(batch) }
    return batches
  }

  private func isSame(_ a: [RecordBatch], _ b: [RecordBatch]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { $0 === $1 }
  }

  @Test func `files that have not changed are not read again`() throws {
    let scratch = Scratch()
    try scratch.write(Array(Sample.lines(200).utf8), "a.jsonl")
    let kept = KeptRecords()
    let first = try batches(scratch.path + "/a.jsonl", kept)
    #expect(first.count == 4)
    #expect(isSame(try batches(scratch.path + "/a.jsonl", kept), first))
  }

  @Test func `files that have changed are`() throws {
    let scratch = Scratch()
    let kept = KeptRecords()
    for count in [10, 100, 20] {
      try scratch.write(Array(Sample.lines(count).utf8), "a.jsonl")
      let read = try batches(scratch.path + "/a.jsonl", kept)
      #expect(read.reduce(0) { $0 + $1.count } == count)
    }
    try scratch.write(Array(Sample.lines(3).utf8), "b.jsonl")
    #expect(try batches(scratch.path + "/b.jsonl", kept).first?.count == 3)
  }

  @Test func `what is over the limit is read every time, and whole`() throws {
    let scratch = Scratch()
    try scratch.write(Array(Sample.lines(200).utf8), "a.jsonl")
    let kept = KeptRecords(limit: 10_000)
    let first = try batches(scratch.path + "/a.jsonl", kept)
    let second = try batches(scratch.path + "/a.jsonl", kept)
    #expect(!isSame(first, second))
    #expect(first.map(\.count) == second.map(\.count))
  }

  @Test func `a reading that was not finished is not kept`() throws {
    let scratch = Scratch()
    try scratch.write(Array(Sample.lines(200).utf8), "a.jsonl")
    let kept = KeptRecords()
    #expect(
      try ArticleReader(inputs: [scratch.path + "/a.jsonl"], keeping: kept).nextBatch() != nil)
    #expect(try batches(scratch.path + "/a.jsonl", kept).count == 4)
  }
}
