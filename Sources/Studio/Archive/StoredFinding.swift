internal import Foundation

/// A finding read back from its `hilal.finding/1`, as far as the studio needs it.
struct StoredFinding: Decodable, Sendable {
  struct Source: Decodable, Sendable {
    var id: String
    var date: String?
    var source: String?
    var title: String
  }

  struct Words: Decodable, Sendable {
    var field: String
    var start: Int
    var end: Int
    var text: String
  }

  struct Field: Decodable, Sendable { var text: String }

  var article: Source
  var pack: String
  var rule: String
  var span: Words
  var sentence: Words
  var fields: [String: Field]
}

extension ArchiveStore.Item {
  /// The finding's parts; nil for JSON that is none.
  var finding: StoredFinding? {
    try? JSONDecoder().decode(StoredFinding.self, from: Data(json.utf8))
  }
}
