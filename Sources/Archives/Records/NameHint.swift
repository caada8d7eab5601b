/// What the name of a file says about its content.
enum NameHint: Sendable {
  case none
  case lines
  case json
  case text
  case page
  /// Rows and columns.
  case table

  init(name: String) {
    var rest = Substring(name.lowercased())
    for ending in [".gz", ".bz2", ".xz", ".zst"] where rest.hasSuffix(ending) {
      rest = rest.dropLast(ending.utf8.count)
    }
    if [".jsonl", ".ndjson", ".jsonlines"].contains(where: rest.hasSuffix) {
      self = .lines
    } else if rest.hasSuffix(".json") {
      self = .json
    } else if [".txt", ".text", ".md"].contains(where: rest.hasSuffix) {
      self = .text
    } else if [".html", ".htm", ".xhtml"].contains(where: rest.hasSuffix) {
      self = .page
    } else if [".csv", ".tsv"].contains(where: rest.hasSuffix) {
      self = .table
    } else {
      self = .none
    }
  }
}
