/// What reading a line gave.
public enum LineEvent: Equatable, Sendable {
  /// A line, without its end.
  case line(String)
  /// Ctrl-C: the line is dropped.
  case interrupted
  /// Several lines pasted at once, or one that is too long to edit. Each ends in LF, but perhaps
  /// the last. They are never executed; what stood on the line comes back with the next one.
  case paste(String)
  /// Ctrl-D on an empty line, or the end of the input.
  case end
  /// A signal that asks the program to leave, such as TERM or HUP. The terminal is restored; a
  /// terminal that was closed counts as HUP.
  case signal(Int32)
}

/// Where lines come from: a terminal, a pipe, a file.
public protocol LineReader: AnyObject {
  /// Reads one line. The prompt is shown only where somebody types.
  func readLine(prompt: String) -> LineEvent
}

/// What a key does on a line where nothing stands yet.
public enum Shortcut: Equatable, Sendable {
  /// It is a whole line.
  case line(String)
  /// It begins a line; what is typed then is text.
  case text(String)
}
