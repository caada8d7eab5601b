/// A function, method or field of the script's side, declared once: registration, the editor's stub
/// and the reference page are made from it.
public struct HostFunction: Sendable {
  /// An argument, in the place where scripts give it.
  public struct Parameter: Sendable {
    /// As the editor's stub and the reference show it; scripts give arguments by place.
    public let name: String
    /// A LuaCATS type.
    public let type: String
    /// What it stands for, in a sentence for the stub and the reference.
    public let summary: String
    /// Scripts may leave it out.
    public let isOptional: Bool
    /// Scripts may give more of it, one behind the other; it stands last.
    public let isRepeatable: Bool
    /// The strings that it takes; empty where any will do.
    public let choices: [String]

    init(
      _ name: String, _ type: String, _ summary: String, optional: Bool = false,
      repeatable: Bool = false, choices: [String] = []
    ) {
      self.name = name
      self.type = type
      self.summary = summary
      isOptional = optional
      isRepeatable = repeatable
      self.choices = choices
    }
  }

  /// `hilal.verb`
  public let name: String
  /// In order, without the object that a method is called on.
  public let parameters: [Parameter]
  /// A LuaCATS type.
  public let returns: String
  /// What it does, in a sentence or two for the stub and the reference.
  public let summary: String
  /// The host version that brought it.
  public let since: String

  init(
    _ name: String, _ parameters: [Parameter], returns: String, _ summary: String,
    since: String = "1.0"
  ) {
    self.name = name
    self.parameters = parameters
    self.returns = returns
    self.summary = summary
    self.since = since
  }

  /// The arguments as they are written: `(words)`, `(nouns, [plurals, …])`.
  public var arguments: String {
    let names = parameters.map { parameter in
      let name = parameter.name + (parameter.isRepeatable ? ", …" : "")
      return parameter.isOptional ? "[\(name)]" : name
    }
    return "(\(names.joined(separator: ", ")))"
  }

  /// What is wrong with so many arguments; nil where the function takes them.
  ///
  /// - Parameter object: whose method it is: `sentence:`.
  func refusal(ofArguments count: Int, object: String = "") -> String? {
    if count <= parameters.count || parameters.last?.isRepeatable == true { return nil }
    let name = object + name
    return
      "\(name) was given \(count) argument\(count == 1 ? "" : "s"); it is called as \(name)\(arguments)"
  }

  /// What to do about arguments that are too many; nil where nothing more is to be said.
  var listHint: String? {
    parameters.last { $0.type.contains("string[]") }
      .map { "several \($0.name) are one list: { \"…\", \"…\" }" }
  }
}

/// A field of an object that scripts read.
public struct HostField: Sendable {
  /// `title`, read as `article.title`.
  public let name: String
  /// A LuaCATS type; `string?` where it may be nil.
  public let type: String
  /// What it holds, in a sentence for the stub and the reference.
  public let summary: String
  /// The strings that it may hold; empty where any is possible.
  public let choices: [String]

  init(_ name: String, _ type: String, _ summary: String, choices: [String] = []) {
    self.name = name
    self.type = type
    self.summary = summary
    self.choices = choices
  }
}

/// A kind of object that scripts meet.
public struct HostObject: Sendable {
  /// As messages and the reference name it: `sentence`.
  public let name: String
  /// What it stands for, in a sentence for the reference.
  public let summary: String
  /// What scripts read without calling.
  public let fields: [HostField]
  /// What scripts call with a colon: `sentence:has(pattern)`.
  public let methods: [HostFunction]
}
