/// What the screen of a running program looks like: what `set` shows and changes. None of it changes
/// a result or what a notebook keeps, and none of it is recorded.
public struct Settings: Sendable {
  /// A setting that there is.
  public struct Known: Sendable {
    /// Its name.
    public let name: String
    /// What it may be; nil where any words may stand.
    public let choices: [String]?
    /// What it is where nobody says.
    public let usual: String
    /// What it does.
    public let summary: String
  }

  /// All settings, by name.
  public static let known: [Known] = [
    Known(
      name: "color", choices: ["auto", "always", "never"], usual: "auto",
      summary: "colours; auto: at a terminal that has them"),
    Known(
      name: "pager", choices: nil, usual: "less",
      summary: "what shows answers taller than the screen; cat for nothing"),
    Known(
      name: "plain", choices: ["on", "off"], usual: "off",
      summary: "words instead of symbols, no cursor movement"),
  ]

  private struct Value {
    var text: String
    var origin: String
  }

  private var values: [String: Value] = [:]

  /// Everything as usual.
  public init() {}

  /// The setting of that name.
  public static func named(_ name: String) -> Known? { known.first { $0.name == name } }

  /// What a setting is.
  public subscript(_ name: String) -> String {
    values[name]?.text ?? Settings.named(name)?.usual ?? ""
  }

  /// Where that comes from: `default`, `config file`, an option, a variable, or `set`.
  public func origin(of name: String) -> String { values[name]?.origin ?? "default" }

  /// Sets a value that is known to be one of the choices.
  public mutating func set(_ name: String, to text: String, by origin: String) {
    values[name] = Value(text: text, origin: origin)
  }

  /// Whether words stand instead of symbols.
  public var isPlain: Bool { self["plain"] == "on" }

  /// The same; nil where nobody says.
  var plain: Bool? { values["plain"].map { $0.text == "on" } }
}
