internal import Casebook
internal import SourceText

/// A line in normal form: what a record says, in the order of its command's declaration, with full
/// names and full ids.
public struct NormalForm: Sendable {
  private var parts: [String]
  private var note: String?

  /// Begins with a verb.
  public init(_ verb: String) { parts = [verb] }

  /// The line.
  public var text: String {
    parts.joined(separator: " ") + (note.map { " -- \($0)" } ?? "")
  }

  /// Adds words as they are.
  public mutating func add(_ word: String?) {
    if let word { parts.append(word) }
  }

  /// Adds a name, in quotation marks where it needs them.
  public mutating func add(name: String?) {
    if let name { parts.append(Self.name(name)) }
  }

  /// Adds a keyword and its word, where there is one.
  public mutating func add(_ keyword: String, _ word: String?) {
    if let word { parts += [keyword, word] }
  }

  /// Adds a keyword and a name, where there is one.
  public mutating func add(_ keyword: String, name: String?) {
    if let name { parts += [keyword, Self.name(name)] }
  }

  /// Adds a keyword and a text in quotation marks, where there is one.
  public mutating func add(_ keyword: String, quoting text: String?) {
    if let text { parts += [keyword, JSONString.quote(text)] }
  }

  /// Adds a text in quotation marks.
  public mutating func add(quoting text: String) { parts.append(JSONString.quote(text)) }

  /// Adds tags.
  public mutating func add(tags: [String]) { parts += tags.map { "#" + $0 } }

  /// Adds the note, on one line.
  public mutating func add(note: String?) {
    if let note, !note.isEmpty {
      self.note = note.split(separator: "\n").joined(separator: " ")
    }
  }

  /// A name as records write it: bare where it is one word of letters, digits, `-`, `_`, `.` that
  /// could not be taken for anything else.
  public static func name(_ name: String) -> String {
    let plain = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" || $0 == "_"
        || $0 == "."
    }
    let isNumber = name.utf8.allSatisfy { (0x2B...0x39).contains($0) }
    let isID = RecordID(prefix: Array(name.utf8)) != nil
    let isKeyword = reserved.contains(name)
    return plain && !isNumber && !isID && !isKeyword && !name.isEmpty && name != "--"
      ? name : JSONString.quote(name)
  }

  /// Words that the grammar of records uses.
  private static let reserved: Set<String> = [
    "as", "to", "for", "cue", "via", "addressing", "channel", "on", "if", "act", "voice", "said",
    "hedge",
    "kind", "short", "of", "from", "also", "country", "parent", "include", "exclude", "it", "none",
    "status", "credibility", "likelihood", "confidence", "title", "published", "publisher",
    "author",
    "language", "grade", "version-of", "unkept", "item", "keep", "under", "coder", "stance",
  ]
}
