/// One thing that may stand at the cursor.
public struct Candidate: Equatable, Sendable {
  /// The text that is inserted.
  public var text: String
  /// A few words that explain it; may be empty.
  public var gloss: String
  /// Whether a blank follows when the candidate is taken.
  public var isComplete: Bool

  /// A candidate, complete unless said otherwise.
  public init(text: String, gloss: String = "", isComplete: Bool = true) {
    self.text = text
    self.gloss = gloss
    self.isComplete = isComplete
  }
}

/// What may stand at the cursor, and which part of the line it takes the place of.
public struct Completion: Sendable {
  /// The half-open range of UTF-8 bytes of the line that a candidate replaces.
  public var replacing: Range<Int>
  /// What may stand there.
  public var candidates: [Candidate]
  /// How many more there are, too many to be given.
  public var hidden: Int

  /// A completion of one range.
  public init(replacing: Range<Int>, candidates: [Candidate], hidden: Int = 0) {
    self.replacing = replacing
    self.candidates = candidates
    self.hidden = hidden
  }

  /// What all candidates begin with, in whole characters.
  var commonPrefix: String {
    guard var common = candidates.first?.text else { return "" }
    for candidate in candidates.dropFirst() {
      let pairs = zip(common, candidate.text).prefix { $0 == $1 }
      common = String(pairs.map(\.0))
    }
    return common
  }
}

/// Says what may stand at a place in a line.
public protocol Completer: AnyObject {
  /// The candidates at a UTF-8 byte offset of the line.
  func complete(_ line: String, at byteOffset: Int) -> Completion
}

/// How a line might go on.
public struct Hint: Equatable, Sendable {
  /// What is shown behind the line.
  public var shown: String
  /// What the right arrow inserts; empty where only the analyst knows it.
  public var taken: String

  /// A hint.
  public init(shown: String, taken: String) {
    self.shown = shown
    self.taken = taken
  }
}

/// Says how a line might go on.
public protocol Hinter: AnyObject {
  /// The hint to show after the line, or none. What the history knows comes first.
  func hint(for line: String) -> Hint?
}
