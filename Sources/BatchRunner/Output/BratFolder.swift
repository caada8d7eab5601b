internal import Archives
internal import Articles
internal import FoundationEssentials
internal import RulePacks

/// A folder of brat documents: `ID.txt` and `ID.ann` for each article, and `annotation.conf`.
struct BratFolder {
  private let path: String
  private let configuration: [UInt8]
  /// How often each name has been used.
  private var names: [String: Int] = [:]

  init(path: String, _ book: RuleBook) throws(ArchivesError) {
    self.path = path
    configuration = Self.configuration(book)
    // Told of before the work is done; the folder is made with the first document.
    if let file = FolderPath.fileInTheWay(of: path) {
      throw ArchivesError(
        .output, place: path,
        message: "brat's documents want a folder, and \(file) is a file; name another with --output"
      )
    }
  }

  /// Writes a document, with the first the types that all use.
  mutating func write(_ document: BratDocument) throws(ArchivesError) {
    if names.isEmpty {
      try makeFolder()
      try write("annotation.conf", configuration)
    }
    let name = Self.fileName(document.id)
    let count = names[name, default: 0] + 1
    names[name] = count
    let full = count == 1 ? name : "\(name)+\(count)"
    try write(full + ".txt", document.text)
    try write(full + ".ann", document.annotations)
  }

  private func makeFolder() throws(ArchivesError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw ArchivesError(
        .output, place: path,
        message: "cannot be made a folder: check that the one it is to lie in may be written")
    }
  }

  /// What is there already may be the work of a hand, in brat: it stays unless it says the same.
  private func write(_ name: String, _ bytes: [UInt8]) throws(ArchivesError) {
    let file = path + "/" + name
    if let there = ByteOutput.contents(of: file) {
      if there == bytes { return }
      throw ArchivesError(
        .output, place: file,
        message:
          "is there and says something else, perhaps by hand; name another folder or remove this one"
      )
    }
    let output = try ByteOutput(path: file)
    try output.write(bytes)
    try output.close()
  }

  /// An id as a file's name: what is no ASCII letter, digit, `.`, `_` or `-` becomes `=` and the byte in
  /// hexadecimal, as does a first dot, so that no id leads out of the folder.
  private static func fileName(_ id: String) -> String {
    var name: [UInt8] = []
    for (place, byte) in id.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
        name.append(byte)
      case UInt8(ascii: ".") where place > 0: name.append(byte)
      default:
        let digits = String(byte, radix: 16)
        name += ("=" + (digits.count < 2 ? "0" : "") + digits).utf8
      }
    }
    let text = String(decoding: name.prefix(150), as: UTF8.self)
    return name.count <= 150 ? text : text + "+" + StableHash(of: id.utf8).hexadecimal
  }

  /// The types that documents use, as brat wants to be told.
  private static func configuration(_ book: RuleBook) -> [UInt8] {
    let layers = book.layerNames.map(BratDocument.name)
    let fields = Set(book.rules.filter { $0.provides != nil }.flatMap(\.fields)).sorted()
      .map(BratDocument.name)
    let core = [
      "PER", "ORG", "GPE", "LOC", "FAC", "DATE", "TIME", "DURATION", "SET", "Quantity", "Quote",
      "Speaker", "Attribution", "Source", "Argument",
    ]
    var lines = ["[entities]"] + core + layers
    lines += ["", "[relations]", "speaker\tArg1:Quote, Arg2:Speaker"]
    lines += ["source\tArg1:Attribution, Arg2:Source"]
    lines += fields.map { field in
      "\(field)\tArg1:\(layers.isEmpty ? "<ENTITY>" : layers.joined(separator: "|")), Arg2:Argument"
    }
    lines += ["", "[events]", "", "[attributes]", ""]
    return Array(lines.joined(separator: "\n").utf8)
  }
}
