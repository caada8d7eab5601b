internal import ArabicText
internal import Articles
internal import Extraction
internal import LuaSandbox
internal import Patterns

/// The kinds of objects that scripts hold. What a script has of them is a number; the values live in
/// the host, and those of an article end with it.
enum ObjectKind: UInt32, CaseIterable {
  case pattern
  case rule
  case article
  case sentence
  case span
  case match

  /// Patterns and rules live as long as the state; the others as long as a call.
  var isPermanent: Bool { self == .pattern || self == .rule }

  /// Declared fields; a field's number is its place here.
  var fields: [String] {
    switch self {
    case .pattern, .match: []
    case .rule: ["id"]
    case .article: ArticleField.allCases.map(\.rawValue)
    case .sentence: SentenceField.allCases.map(\.rawValue)
    case .span: SpanField.allCases.map(\.rawValue)
    }
  }

  /// The kind as the sandbox knows it.
  var declaration: LuaKind {
    LuaKind(
      "\(self)", isPermanent: isPermanent,
      staleMessage: "this \(self) belongs to an earlier call; keep its text or numbers instead",
      operators: operators,
      fields: ObjectKind.numbered(fields, from: 0),
      methods: ObjectKind.numbered(methods, from: ScriptHost.methodBase))
  }

  /// Objects with words show these where they are printed.
  private var operators: Set<LuaOperator> {
    switch self {
    case .pattern: [.multiply, .add, .power, .negate, .subtract]
    case .sentence, .span, .match: [.text]
    case .rule, .article: []
    }
  }

  private static func numbered(_ names: [String], from: Int32) -> [String: Int32] {
    Dictionary(uniqueKeysWithValues: zip(names, from...))
  }

  /// What the methods take; made once, for they are called often.
  private static let sentenceMethods = SentenceMethod.allCases.map(\.declaration)

  /// Holds the arguments of a method against what it takes: more would be dropped in silence.
  ///
  /// - Parameter arguments: behind the object itself.
  /// - Throws: `ScriptError`.
  func check(_ arguments: borrowing LuaArguments, ofMethod number: Int) throws {
    let method = self == .pattern ? ScriptAPI.patternAs : Self.sentenceMethods[number]
    let wanted = method.parameters.count
    var count = arguments.count - 1
    while count > wanted, arguments[count].isNil { count -= 1 }
    guard let refusal = method.refusal(ofArguments: count, object: "\(self):") else { return }
    throw ScriptError(refusal)
  }

  var methods: [String] {
    switch self {
    case .pattern: ["as"]
    case .sentence: SentenceMethod.allCases.map(\.rawValue)
    case .rule, .article, .span, .match: []
    }
  }

  var members: [String] { fields + methods }
}

enum ArticleField: String, CaseIterable {
  case id
  case title
  case content
  case date
  case source
  case url
  case author
  case lang
  case duplicateOf = "duplicate_of"
  case sentences
  case entities
  case times
  case quantities
  case quotes
  case duplicates
  case attributions
}

enum SentenceField: String, CaseIterable {
  case text
  case index
  case field
  case article
  case span
  case words
  case entities
  case times
  case quantities
  case quotes
  case duplicates
  case attributions
}

enum SentenceMethod: String, CaseIterable {
  case subjectOf = "subject_of"
  case targetOf = "target_of"
  case placeNear = "place_near"
  case timeNear = "time_near"
  case has
  case find
  case before
  case after
  case within
  case partiesFrom = "parties_from"
}

enum SpanField: String, CaseIterable {
  case text
  case field
  case start
  case stop
  case type
  case code
  case role
  case office
  case value
  case unit
  case approx
  case kind
  case speaker
  case cue
  case polarity
  case modality
  case source
  case first
  case anonymous
  case cluster
}

/// A stretch of an article that a script holds, with what is known of it.
struct SpanObject {
  enum Payload {
    case words
    case entity(Int)
    case time(Int)
    case quantity(Int)
    case quote(Int)
    case duplicate(Int)
    case attribution(Int)
    /// The item of a layer that packs provide.
    case item(layer: LayerID, Int)
  }

  var span: Span
  var form = WordForm.other
  var payload = Payload.words
  /// The code that its finder gave it, where it is no entity.
  var code: String?
  /// The value that it had in a layer's item, where it is no time or quantity.
  var value: String?
}

/// A match that a script holds: the spans of its captures by name.
struct MatchObject {
  /// Number of the span of the whole match.
  var span: Int
  var captures: [(name: String, span: Int)]
}

/// A sentence, paragraph, quote or field as a unit that rules are called for.
struct UnitObject {
  var field: TextField
  var tokens: Range<Int>
  var bytes: ByteRange
  /// 1-based among the sentences of its field; 0 for other units.
  var index: Int
  /// The unit that it was cut from, itself cut from none.
  var whole: Int?
}
