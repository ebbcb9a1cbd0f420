internal import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import Storage

/// `open`: another notebook in place of this one, which is saved first.
struct OpenCommand: Command {
  static let path = Slot(ValueKind<String>.path, "the notebook")

  static let declaration = Declaration(
    "open", .notebook, "opens another notebook; this one is saved", slots: [path.erased],
    examples: [Example("open notebooks/first-walk.md", gives: "first-walk.md")])

  let path: String
  let place: Diagnostic.Place

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    path = try arguments.next(Self.path, session)
    place = arguments.line.place(arguments.line.words[1].range)
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    let absolute = lastUnnamed(session) ?? Paths.absolute(path, in: world.folder)
    let isHere = session.file?.path == absolute
    if isHere, try !session.isBehind() { return Output(["it is open"]) }
    guard world.files.exists(absolute) else {
      throw Diagnostic(
        .noNotebook(path), at: place, hint: "verbatim \(path) begins a new notebook of that name")
    }
    if session.file == nil || session.isProvisional, session.document.first != nil {
      throw Diagnostic(.noNameYet, hint: "save NAME.md, then open the other")
    }
    let other = try Session.open(
      absolute, shown: path, commands: session.commands, in: world,
      journaling: session.journaling)
    // What another session changed meanwhile is taken up in place of this one, which has no changes.
    if !isHere { try session.save(in: world) }
    let wasProvisional = path == "last" && session.isProvisional
    let settings = session.settings
    session = other
    session.settings = settings
    session.isProvisional = wasProvisional
    return Output(StatusText.opening(session, world.page))
  }
}

extension OpenCommand {
  /// `open last` in a session without a name: the one before it.
  private func lastUnnamed(_ session: Session) -> String? {
    guard path == "last", session.isProvisional, let file = session.file else { return nil }
    return Session.provisionalPaths(in: Paths.parent(file.path)).last
  }
}

extension Message {
  static func noNotebook(_ path: String) -> Message {
    Message("no-notebook", "there is no notebook ‘\(path)’")
  }
  static let noNameYet = Message("no-name-yet", "this notebook has no name and would be lost")
}
