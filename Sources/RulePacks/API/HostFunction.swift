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
    /// The strings that it takes; empty where any will do.
    public let choices: [String]

    init(
      _ name: String, _ type: String, _ summary: String, optional: Bool = false,
      choices: [String] = []
    ) {
      self.name = name
      self.type = type
      self.summary = summary
      isOptional = optional
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
