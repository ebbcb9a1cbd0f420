public import CommandKit
internal import Commands
public import Diagnostics
internal import NotebookFormat
public import Storage

/// A session on all commands, in a world of its own.
public struct TestSession {
  /// The session.
  public var session: Session
  /// Its world.
  public var world: TestWorld

  /// What a line was answered with.
  public enum Answer: Sendable {
    /// It was done.
    case output(Output)
    /// It was refused.
    case failure(Diagnostic)

    /// The answer as the analyst sees it.
    public var text: String {
      switch self {
      case .output(let output): output.text
      case .failure(let diagnostic): diagnostic.rendered()
      }
    }

    /// What was wrong, if anything.
    public var diagnostic: Diagnostic? {
      if case .failure(let diagnostic) = self { diagnostic } else { nil }
    }
  }

  /// A session without a name.
  public init() throws(FileError) {
    world = try TestWorld()
    session = Session(commands: AllCommands.list)
  }

  /// A session on a notebook in a world's folder; the notebook need not exist yet.
  public init(
    opening name: String, in world: TestWorld, journaling: Session.JournalUse = .none
  ) throws(Diagnostic) {
    self.world = world
    session = try Session.open(
      world.folder(name), shown: name, commands: AllCommands.list, in: world.world,
      journaling: journaling)
  }

  /// Runs one line.
  @discardableResult
  public mutating func run(_ line: String) -> Answer {
    do throws(Diagnostic) {
      return .output(try Interpreter.run(line, on: &session, in: world.world))
    } catch {
      return .failure(error)
    }
  }

  /// Runs several lines and gives all answers, one after the other.
  @discardableResult
  public mutating func run(_ lines: [String]) -> String {
    var out = ""
    for line in lines { out += run(line).text }
    return out
  }

  /// The bytes of the notebook as they would be written.
  public var bytes: [UInt8] { session.document.bytes }

  /// The notebook as text.
  public var notebook: String { String(decoding: bytes, as: UTF8.self) }

  /// Everything its records add up to, as sorted lines.
  public var dump: String { CasebookDump(session).text }
}
