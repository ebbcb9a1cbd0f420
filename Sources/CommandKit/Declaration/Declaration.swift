internal import LineEditing

/// The groups of `help`, in order.
public enum CommandGroup: String, CaseIterable, Sendable {
  case sources, codebook, marking, comparing, notebook, shell

  /// The heading of the group.
  public var title: String { rawValue }
}

/// When a record is applied: all records of an earlier phase first, whatever the order of the file.
public enum RecordPhase: Int, CaseIterable, Comparable, Sendable {
  case parties, memberships, issues, tags, loads, restoredLines, annotations, statements, settled
  case claims
  case links, notes, hypotheses, evidence, refusals, keptResults

  /// By the order in which they are applied.
  public static func < (a: RecordPhase, b: RecordPhase) -> Bool { a.rawValue < b.rawValue }
}

/// An example that help shows and a test runs.
public struct Example: Sendable {
  /// Lines typed before it, which help does not show.
  public var before: [String]
  /// The line.
  public var line: String
  /// A text that the answer must contain.
  public var answer: String

  /// An example.
  public init(_ line: String, gives answer: String, after before: [String] = []) {
    self.line = line
    self.answer = answer
    self.before = before
  }
}

/// Everything there is to know about a command from outside. Parsing, usage, help, completion and
/// "expected" errors are made from it, and from nothing else. It never changes; an object, so that
/// handing it to the parser of every record copies nothing.
public final class Declaration: Sendable {
  /// The verb.
  public let name: String
  /// Its place in `help`.
  public let group: CommandGroup
  /// One sentence of at most 60 characters.
  public let summary: String
  /// Paragraphs for `help NAME`.
  public let discussion: String
  /// What stands directly behind the verb, in order.
  public let slots: [AnyParameter]
  /// What may follow in any order, each once unless it repeats.
  public let keywords: [AnyParameter]
  /// Whether `#tag` words are taken.
  public let takesTags: Bool
  /// Whether ` -- ` begins a note.
  public let takesNote: Bool
  /// The kinds of record ids it takes behind `as`, in records only.
  public let takesID: Bool
  /// Examples.
  public let examples: [Example]
  /// Words that others use for it, which are no commands, and the line that is meant: an unknown
  /// command that is one of them is answered with that line.
  public let otherWords: [String: String]
  let keywordBytes: [[UInt8]]
  let keywordKeys: [KeywordKey]

  /// A declaration.
  public init(
    _ name: String, _ group: CommandGroup, _ summary: String, slots: [AnyParameter] = [],
    keywords: [AnyParameter] = [], takesTags: Bool = false, takesNote: Bool = false,
    takesID: Bool = false, discussion: String = "", examples: [Example] = [],
    otherWords: [String: String] = [:]
  ) {
    self.name = name
    self.group = group
    self.summary = summary
    self.slots = slots
    self.keywords = keywords
    self.takesTags = takesTags
    self.takesNote = takesNote
    self.takesID = takesID
    self.discussion = discussion
    self.examples = examples
    self.otherWords = otherWords
    let words = keywords.map(\.name) + (takesID ? ["as"] : [])
    keywordBytes = words.map { Array($0.utf8) }
    keywordKeys = words.map { KeywordKey($0) }
  }

  /// Which keyword stands in some bytes of a line; `as`, where it takes an id, comes last.
  func place(ofKeyword line: [UInt8], _ range: Range<Int>) -> Int? {
    let bytes = line.span
    place: for (place, keyword) in keywordBytes.enumerated() where keyword.count == range.count {
      for i in keyword.indices where keyword[i] != bytes[range.lowerBound + i] { continue place }
      return place
    }
    return nil
  }

  /// How it is used: `grade NAME A-F`.
  public var usage: String {
    var parts = [name] + slots.map(\.usage)
    parts += keywords.map(\.usage)
    if takesTags { parts.append("[#tag …]") }
    if takesNote { parts.append("[-- note]") }
    return parts.joined(separator: " ")
  }
}

/// A parameter without the type of its value: what usage, help and completion need.
public struct AnyParameter: Sendable {
  /// The keyword, or the placeholder of a slot.
  public let name: String
  /// What stands for the value in usage; empty for a keyword without value.
  public let placeholder: String
  /// Whether it is a keyword.
  public let isKeyword: Bool
  /// Whether it may be left out.
  public let isOptional: Bool
  /// Whether it may come more than once.
  public let repeats: Bool
  /// What it is, in a few words.
  public let summary: String
  /// What stands for the value in a hint: `<party>`.
  let sketch: String
  /// Whether hints name it: it must be given, or mostly is.
  let isUsual: Bool
  /// What may stand there.
  let candidates: @Sendable (CompletionContext) -> CandidateList
  /// Whether notebooks may have the word as a name: where a value stands (behind a keyword or a
  /// comma) it is a keyword only before text in quotation marks, or `none`.
  var isLate = false
  /// Whether a keyword behind it is its value, where nothing follows that could be the value of that
  /// one: `cue said on truce -1`.
  var takesAnyWord = false

  /// Whether several words may stand there one after the other.
  var takesSeveralWords: Bool {
    repeats || placeholder.contains(" ") || placeholder.contains("…")
  }

  /// As usage shows it.
  public var usage: String {
    let dots = repeats ? " …" : ""
    let text: String
    if isKeyword {
      text = placeholder.isEmpty ? name : "\(name) \(placeholder)"
    } else {
      text = placeholder
    }
    return isOptional ? "[\(text)\(dots)]" : text + dots
  }
}
