internal import ArabicText
internal import Articles

/// Finds the entities of an article: gazetteer names, names built from class nouns, people by
/// their offices and given names; then the mentions that the article itself has made known, their
/// clusters, offices and codes.
struct EntityExtractor {
  private let fields: [EntityField]
  /// So many words of sport make an article one of sport.
  private static let sport = 3

  init(_ analysis: Analysis) {
    fields = [analysis.title, analysis.content].map { EntityField($0, analysis.knowledge) }
  }

  func entities() -> [Entity] {
    let isSport = fields.reduce(0) { $0 + $1.sportWords } >= Self.sport
    for field in fields where !field.isEmpty {
      if isSport { field.findClubs() }
      field.findNames()
      field.findBodies()
      field.findPeople()
      field.findWeakNames()
    }
    var aliases = AliasTable(fields)
    for field in fields { field.findAliases(&aliases) }
    for field in fields { field.sortMentions() }
    var namesakes = Namesakes(fields)
    namesakes.resolve()
    var clustering = Clustering(fields)
    clustering.number()
    let known = KnownOffices(fields)
    for field in fields {
      field.resolveCounterparts(known)
      field.readMetonymy()
    }
    var codes = ActorCodes(fields)
    codes.complete()
    return fields.flatMap { field in field.mentions.map { $0.entity(in: field.source.field) } }
  }
}

/// A mention on its way to an `Entity`.
struct NameMention {
  var tokens: Range<Int>
  var bytes: ByteRange
  var kind: Entity.Kind
  var code: String?
  /// ISO code of the country it belongs to.
  var country: String?
  var role: Role?
  var cluster = 0
  /// What it is, where a gazetteer knows: names of the same thing share it.
  var identity: UInt64?
  /// The name without its class noun, under which it is known from here on: «نادي ليفربول».
  var ownName: Range<Int>?
  /// The nationality at its end, without which the name stands as well: «شركة سيمنس الألمانية».
  var nationality: Range<Int>?
  /// A capital that may stand for its government.
  var isSeat = false
  /// Taken back for a longer name.
  var isReleased = false
  /// Words read without a lexicon's help; makes its name known for the rest of the article.
  var isDiscovered = false

  init(_ tokens: Range<Int>, _ bytes: ByteRange, _ kind: Entity.Kind) {
    self.tokens = tokens
    self.bytes = bytes
    self.kind = kind
  }

  /// The name without a nationality that it may do without.
  var bareTokens: Range<Int> {
    nationality.map { tokens.lowerBound..<$0.lowerBound } ?? tokens
  }

  func entity(in field: TextField) -> Entity {
    Entity(
      span: Span(field, bytes), tokens: tokens, kind: kind, code: code, role: role,
      cluster: cluster)
  }
}
