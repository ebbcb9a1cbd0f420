public import Casebook
public import Diagnostics

/// One command: what it is, how its line is read, what it does. One file each.
public protocol Command: Sendable {
  /// Everything there is to know about it from outside.
  static var declaration: Declaration { get }
  /// Reads a line.
  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic)
  /// Does it. On an error the interpreter takes back whatever was done.
  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output
  /// The same as a command that a notebook records; nil where none does. A dynamic cast would search
  /// all conformances of the program, for each command at each start.
  static var recorded: (any RecordCommand.Type)? { get }
}

extension Command {
  /// No notebook records it.
  public static var recorded: (any RecordCommand.Type)? { nil }
}

/// A command that a notebook records.
public protocol RecordCommand: Command {
  /// The id of the mark that the record makes, where it names one.
  var recordID: RecordID? { get }
  /// When its record is applied; most have one phase.
  static var phases: [RecordPhase] { get }
  /// Adds what a record says to the casebook. It is called once for each phase.
  func apply(_ record: RecordContext, to session: inout Session) throws(Diagnostic)
  /// Takes out what a record had added; does nothing where it had added nothing.
  static func withdraw(_ line: CommandLine, item: RecordItem, from session: inout Session)
  /// What the command answered when the record was made.
  func answer(_ record: RecordContext, in session: Session, _ page: Page) -> Output
}

extension RecordCommand {
  /// Itself.
  public static var recorded: (any RecordCommand.Type)? { Self.self }

  /// None: what is no mark has a name.
  public var recordID: RecordID? { nil }
}

/// The record that is being applied.
public struct RecordContext: Sendable {
  /// Its item in the document.
  public let item: RecordItem
  /// The phase.
  public let phase: RecordPhase

  /// A record in a phase.
  public init(item: RecordItem, phase: RecordPhase) {
    self.item = item
    self.phase = phase
  }
}

/// A command that shows what is there and changes no record: `blind` hides other coders' marks from
/// it.
public protocol LookingCommand: Command {}

/// A command whose answer can be kept: a question that changes nothing.
public protocol QuestionCommand: LookingCommand {
  /// The question in normal form: full names, full words.
  func normalForm(in session: Session) -> String
  /// Answers from the whole notebook.
  func answer(from session: Session, page: Page) throws(Diagnostic) -> Output
}

extension QuestionCommand {
  /// Answers, and leaves everything as it was.
  public func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    try answer(from: session, page: world.page)
  }
}

/// The list of all commands, in the order of `help`.
public final class CommandList: Sendable {
  /// All of them.
  public let all: [any Command.Type]
  private let byName: [String: Int]
  /// Names as bytes, and the commands that a notebook records: asked for every record.
  private let verbs: [[UInt8]]
  private let records: [(any RecordCommand.Type)?]

  /// A list; names must differ.
  public init(_ all: [any Command.Type]) {
    self.all = all
    verbs = all.map { Array($0.declaration.name.utf8) }
    records = all.map { $0.recorded }
    byName = Dictionary(
      all.enumerated().map { ($1.declaration.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// All names, in the order of `help`.
  public var names: [String] { all.map { $0.declaration.name } }

  /// The command of that name.
  public subscript(name: String) -> (any Command.Type)? { byName[name].map { all[$0] } }

  /// The command whose name the first word of a line is, as a place in `all`.
  func place(ofVerbIn line: [UInt8], at start: Int = 0) -> Int? {
    let bytes = line.span
    var end = start
    while end < bytes.count, bytes[end] > 0x20 { end += 1 }
    place: for (place, verb) in verbs.enumerated() where verb.count == end - start {
      for i in verb.indices where verb[i] != bytes[start + i] { continue place }
      return place
    }
    return nil
  }

  /// The command in a place, where a notebook records it.
  func record(at place: Int) -> (any RecordCommand.Type)? { records[place] }

  /// The line that an unknown command probably means, by the words that commands are known by
  /// elsewhere.
  func line(meantBy word: String) -> String? {
    let word = word.lowercased()
    return all.lazy.compactMap { $0.declaration.otherWords[word] }.first
  }

  /// The commands whose names begin with some letters.
  public func beginning(with letters: String) -> [any Command.Type] {
    all.filter { $0.declaration.name.hasPrefix(letters) }
  }
}
