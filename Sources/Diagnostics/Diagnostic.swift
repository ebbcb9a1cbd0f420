/// What went wrong, where, and what to do about it.
public struct Diagnostic: Error, Equatable, Sendable {
  /// How bad it is.
  public enum Severity: String, Sendable {
    /// Nothing was done.
    case error
    /// It was done, and should be looked at.
    case warning
  }

  /// A stretch of a line that somebody wrote.
  public struct Place: Equatable, Sendable {
    /// The file, as the user named it; empty for a line typed at the prompt.
    public var file: String
    /// The line's number, from 1; 0 where there is only one.
    public var line: Int
    /// The whole line, without its end.
    public var text: String
    /// The bytes meant, half-open, within `text`.
    public var span: Range<Int>

    /// A place.
    public init(file: String = "", line: Int = 0, text: String, span: Range<Int>) {
      self.file = file
      self.line = line
      self.text = text
      self.span = span
    }
  }

  /// How bad it is.
  public var severity: Severity
  /// The sentence and its id.
  public var message: Message
  /// Where, if it can be pointed at.
  public var place: Place?
  /// More about the cause, in whole sentences.
  public var explanation: String?
  /// What can be typed to mend it.
  public var hint: String?
  /// Further lines: rows to choose from, a second place.
  public var notes: [String]

  /// A diagnostic.
  public init(
    _ message: Message, at place: Place? = nil, severity: Severity = .error,
    explanation: String? = nil, hint: String? = nil, notes: [String] = []
  ) {
    self.severity = severity
    self.message = message
    self.place = place
    self.explanation = explanation
    self.hint = hint
    self.notes = notes
  }

  /// The same diagnostic with another file and line, for a line that came out of a file.
  public func moved(toFile file: String, line: Int) -> Diagnostic {
    var moved = self
    moved.place?.file = file
    moved.place?.line = line
    if moved.place == nil {
      moved.place = Place(file: file, line: line, text: "", span: 0..<0)
    }
    return moved
  }
}
