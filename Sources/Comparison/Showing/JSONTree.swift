internal import SourceText

/// A JSON value (RFC 8259) whose members stay in the order in which they were given.
public indirect enum JSONTree {
  /// Nothing.
  case null
  /// True or false.
  case flag(Bool)
  /// A whole number.
  case number(Int)
  /// A number to six places at most; null for what is no number.
  case real(Double)
  /// A string.
  case text(String)
  /// An array.
  case list([JSONTree])
  /// An object: names and values, in that order.
  case object([(String, JSONTree)])

  /// The text, or null.
  public static func optional(_ text: String?) -> JSONTree { text.map { .text($0) } ?? .null }

  /// The number, or null.
  public static func optional(_ number: Int?) -> JSONTree { number.map { .number($0) } ?? .null }

  /// Some texts.
  public static func texts(_ texts: [String]) -> JSONTree { .list(texts.map { .text($0) }) }

  /// Lines, indented by two blanks a level; what is short and flat stands on one.
  public var lines: [String] { lines(indent: "") }

  private func lines(indent: String) -> [String] {
    if isFlat { return [indent + compact] }
    let inner = indent + "  "
    switch self {
    case .list(let items):
      let parts = items.map { $0.lines(indent: inner) }
      return [indent + "["] + JSONTree.joined(parts) + [indent + "]"]
    case .object(let members):
      let parts = members.map { name, value -> [String] in
        var lines = value.lines(indent: inner)
        lines[0] = inner + JSONTree.quote(name) + ": " + lines[0].dropFirst(inner.count)
        return lines
      }
      return [indent + "{"] + JSONTree.joined(parts) + [indent + "}"]
    default: return [indent + compact]
    }
  }

  /// Each part's last line with a comma, but the last part's.
  private static func joined(_ parts: [[String]]) -> [String] {
    parts.enumerated().flatMap { i, lines in
      i + 1 == parts.count ? lines : lines.dropLast() + [lines[lines.count - 1] + ","]
    }
  }

  private var isFlat: Bool {
    switch self {
    case .list(let items): items.allSatisfy(\.isScalar)
    case .object(let members): members.isEmpty
    default: true
    }
  }

  private var isScalar: Bool {
    switch self {
    case .list, .object: false
    default: true
    }
  }

  private var compact: String {
    switch self {
    case .null: "null"
    case .flag(let value): value ? "true" : "false"
    case .number(let value): "\(value)"
    case .real(let value): value.isFinite ? Decimal.short(value, places: 6) : "null"
    case .text(let value): JSONTree.quote(value)
    case .list(let items): "[" + items.map(\.compact).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { JSONTree.quote($0) + ": " + $1.compact }.joined(separator: ", ") + "}"
    }
  }

  /// A string that reaches no terminal as a control.
  static func quote(_ text: String) -> String { JSONString.quoteToShow(text) }
}
