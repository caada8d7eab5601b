/// A function, method or field of the script's side, declared once: registration, the editor's stub
/// and the reference page are made from it.
public struct HostFunction: Sendable {
  public struct Parameter: Sendable {
    public let name: String
    /// A LuaCATS type.
    public let type: String
    public let summary: String
    public let isOptional: Bool

    init(_ name: String, _ type: String, _ summary: String, optional: Bool = false) {
      self.name = name
      self.type = type
      self.summary = summary
      isOptional = optional
    }
  }

  /// `hilal.verb`
  public let name: String
  public let parameters: [Parameter]
  /// A LuaCATS type.
  public let returns: String
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
  public let name: String
  public let type: String
  public let summary: String

  init(_ name: String, _ type: String, _ summary: String) {
    self.name = name
    self.type = type
    self.summary = summary
  }
}

/// A kind of object that scripts meet.
public struct HostObject: Sendable {
  public let name: String
  public let summary: String
  public let fields: [HostField]
  public let methods: [HostFunction]
}
