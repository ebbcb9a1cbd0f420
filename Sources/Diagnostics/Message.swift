/// One thing that can be said of input that is wrong: a stable id and a sentence.
///
/// Messages stand at the foot of the file that emits them, as static functions in an extension.
/// Sentences are lower case, without a full stop, quote what was seen and never blame.
public struct Message: Equatable, Sendable {
  /// Stable, kebab-case, unique in the program: `unknown-party`.
  public let id: String
  /// One sentence.
  public let sentence: String
  /// What a program that ends with this message answers to its caller.
  public let exit: ExitCode

  /// A message; without `exit` a command failed.
  public init(_ id: String, _ sentence: String, exit: ExitCode = .commandFailed) {
    self.id = id
    self.sentence = sentence
    self.exit = exit
  }
}

/// What the process answers to its caller. The highest that applies is used.
public enum ExitCode: Int32, Comparable, Sendable {
  /// All is well.
  case ok = 0
  /// Outputs differ, or marks need a look.
  case differs = 1
  /// The command line of the program is wrong.
  case usage = 2
  /// Evidence is missing: neither source nor kept text, or orphaned marks.
  case evidenceMissing = 3
  /// The notebook does not parse, or is newer than this program.
  case unreadableNotebook = 4
  /// A command failed.
  case commandFailed = 5
  /// Input or output failed: disk full, locked, no permission.
  case inputOutput = 6

  /// By number.
  public static func < (a: ExitCode, b: ExitCode) -> Bool { a.rawValue < b.rawValue }
}

extension Message {
  /// Work that takes long was ended by whoever waited for it.
  public static let cancelled = Message("cancelled", "cancelled; nothing was changed by it")
}
