import Archives
import ArgumentParser

struct Query: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Searches the findings in a database that a run has written.",
    discussion: """
      Finds all the words in an article's title, a finding's sentence or its fields, whatever their \
      vowel signs and forms of alef, and whatever is attached to them: قصف finds بالقصف and وقصفهم, \
      behind those that have the very word. =قصف finds the word alone, قص* all that begin so. Status 1 \
      when nothing is found.
      """)

  @Option(parsing: .unconditional, help: ArgumentHelp("At most so many findings.", valueName: "n"))
  var limit = 20

  @Flag(help: "One JSON object a line.")
  var json = false

  @Argument(help: ArgumentHelp("A database of findings.", valueName: "file.sqlite"))
  var database: String

  @Argument(help: ArgumentHelp("Words that must all stand there.", valueName: "word"))
  var words: [String]

  func validate() throws {
    try Limit.check(limit, atLeast: 1)
    let hasWord = words.contains { $0.contains { $0.isLetter || $0.isNumber } }
    if !hasWord {
      throw ValidationError(
        "name a word to look for, as in: hilal query \(database) هدد الرئيس; "
          + "`SELECT * FROM findings` in sqlite3 shows all")
    }
  }

  func run() throws {
    let count: Int
    do throws(ArchivesError) {
      let hits = try FindingDatabase(path: database).search(words, limit: limit)
      count = hits.count
      let output = ByteOutput()
      for hit in hits { try output.write(json ? Self.line(hit) : Array(Self.text(hit).utf8)) }
      try output.flush()
    } catch {
      throw advised(error).exit()
    }
    if count == 0 {
      Console.shared.say(
        "nothing found"
          + (operatorNamed.map {
            """
            ; `\($0)` is looked for as a word too: there are no operators, and all words must stand there
            """
          } ?? ""))
      throw ExitStatus.failed
    }
  }

  /// A word by which other searches join words or name a field: `OR`, `actor:`.
  private var operatorNamed: String? {
    words.flatMap { $0.split(separator: " ").map(String.init) }.first { word in
      ["AND", "OR", "NOT", "NEAR"].contains(word)
        || word.contains(":") && word.prefix { $0 != ":" }.allSatisfy { $0.isASCII && $0.isLetter }
    }
  }

  /// What SQLite says of a damaged database says neither what was damaged nor what to do.
  private func advised(_ error: ArchivesError) -> ArchivesError {
    guard error.kind == .output, error.place == database else { return error }
    return ArchivesError(
      .output, place: database,
      message: "\(error.message); the database cannot be read: write it anew with "
        + "`hilal run … -o \(database)`")
  }

  private static func text(_ hit: FindingDatabase.Hit) -> String {
    let place = [hit.date, hit.source, hit.articleID].compactMap { $0 }.joined(separator: "  ")
    let fields = hit.fields.map { "\($0.name): \($0.text)" }.joined(separator: "  ")
    let lines = ["\(place)  \(hit.rule)", hit.title, hit.sentence, fields].filter { !$0.isEmpty }
    return lines.joined(separator: "\n  ") + "\n\n"
  }

  private static func line(_ hit: FindingDatabase.Hit) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("article", hit.articleID)
    json.field("date", hit.date)
    json.field("source", hit.source)
    json.field("title", hit.title)
    json.field("rule", hit.rule)
    json.field("label", hit.label)
    json.field("sentence", hit.sentence)
    json.field("fields") { json in
      for field in hit.fields { json.field(field.name, field.text) }
    }
    json.endObject()
    json.newline()
    return json.bytes
  }
}
