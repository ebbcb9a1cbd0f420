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

  /// A completion of one range.
  public init(replacing: Range<Int>, candidates: [Candidate]) {
    self.replacing = replacing
    self.candidates = candidates
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

/// Says how a line might go on.
public protocol Hinter: AnyObject {
  /// Text to show after the line, or none.
  func hint(for line: String) -> String?
}
