import Archives
import Articles
import Foundation
import Testing

/// What an encoder makes of a finding, beside the line that a run writes of it.
@Suite struct FindingCodableTests {
  private static let span = TextSpan(field: .content, start: 3, end: 7, text: "هدّد")
  private static let long = TextSpan(
    field: .title, start: 0, end: 90, text: "قرية", isCut: true)
  private static let full = Finding(
    article: .init(id: "7", date: "2024-05-01", source: nil, title: "عنوان", url: nil),
    pack: "p", version: "1.0.0", rule: "r", label: "تهديد", severity: .high, score: 0.9,
    codes: [("cameo", "138"), ("plover", "THREATEN")],
    attribution: .init(polarity: "asserted", modality: "fact", source: "الوزير"), span: span,
    sentence: long,
    fields: [
      .init(name: "actor", span: span, text: "هدّد", code: "TUR"),
      .init(name: "place", span: long, text: "قرية"),
      .init(
        name: "targets", span: nil, text: "هدّد؛ قرية",
        items: [
          .init(name: "targets", span: span, text: "هدّد"),
          .init(name: "targets", span: nil, text: "قرية", code: "X"),
        ]),
      .init(name: "time", span: nil, text: "غدا", value: "2024-05-02"),
    ], evidence: [.init(name: "cue", span: span), .init(name: "end", span: long)])
  private static let bare = Finding(
    article: .init(id: "8", date: nil, source: "المرفأ", title: "", url: "https://a/b"),
    pack: "p", version: "1.0.0", rule: "r", label: "l", severity: .low, score: 1, codes: [],
    attribution: .init(polarity: "denied", modality: "report", source: nil), span: span,
    sentence: span, fields: [], evidence: [])

  @Test(arguments: [full, bare])
  func `a finding is encoded as a run writes it, key by key`(_ finding: Finding) throws {
    var line: [UInt8] = []
    FindingFormat.jsonLines.encode(finding, into: &line)
    let written = try #require(
      try JSONSerialization.jsonObject(with: Data(line)) as? [String: NSObject])
    let encoded = try #require(
      try JSONSerialization.jsonObject(with: JSONEncoder().encode(finding)) as? [String: NSObject])
    #expect(encoded.keys.sorted() == written.keys.sorted())
    for (key, value) in written { #expect(encoded[key] == value, "\(key)") }
  }

  @Test(arguments: [full, bare])
  func `a line of a run is decoded as the finding that it was`(_ finding: Finding) throws {
    var line: [UInt8] = []
    FindingFormat.jsonLines.encode(finding, into: &line)
    #expect(try JSONDecoder().decode(Finding.self, from: Data(line)) == finding)
    let encoded = try JSONEncoder().encode(finding)
    #expect(try JSONDecoder().decode(Finding.self, from: encoded) == finding)
  }

  @Test func `a finding of another version is none`() throws {
    var line: [UInt8] = []
    FindingFormat.jsonLines.encode(Self.bare, into: &line)
    let other = String(decoding: line, as: UTF8.self).replacing("finding/1", with: "finding/9")
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Finding.self, from: Data(other.utf8))
    }
  }
}
