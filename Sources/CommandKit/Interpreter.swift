internal import Casebook
public import Diagnostics

/// Runs lines. The shell, a pipe, `-c`, scripts, replays and every test call this one function.
public enum Interpreter {
  /// Runs one line on a session. A command happens as a whole or not at all: after an error the
  /// session's notebook is as before. Who stops it takes back what is not committed yet; a command
  /// that has committed or written for itself is answered.
  ///
  /// - Parameters:
  ///   - typed: the line, without its end.
  ///   - facts: what a record says about its making, in place of clock and coder.
  /// - Throws: what is wrong with the line, or why it could not be done.
  @discardableResult
  public static func run(
    _ typed: String, facts: RecordedFacts? = nil, on session: inout Session, in world: World
  ) throws(Diagnostic) -> Output {
    let text = session.walk == nil ? typed : Walk.line(typed)
    var world = world
    if let isPlain = session.settings.plain { world.page.isPlain = isPlain }
    if let facts {
      world.coder = facts.coder
      world.clock = { facts.time }
    }
    do throws(Diagnostic) {
      guard let command = try read(text, session, world) else { return Output() }
      session.openKind = .change
      let before = session.history.nextNumber
      let output =
        session.isBlind && command is any LookingCommand
        ? try look(text, &session, world) : try command.run(on: &session, in: world).shown
      try finish(command, text, since: before, &session, world)
      if let rows = output.rows { session.listing = rows }
      if let question = command as? any QuestionCommand {
        session.lastQuestion = question.normalForm(in: session)
      }
      session.lastHint = output.next.first
      return output
    } catch {
      session.takeBack()
      session.lastHint = error.hint
      throw placed(error, in: text).shortened(from: text, to: typed)
    }
  }

  /// Commits what a command has done, unless it is stopped. What it committed or wrote by itself
  /// stands, and its answer with it.
  private static func finish(
    _ command: any Command, _ text: String, since number: Int, _ session: inout Session,
    _ world: World
  ) throws(Diagnostic) {
    let isOpen = command is any QuestionCommand || !session.openEdits.isEmpty
    if isOpen, session.history.nextNumber == number { try world.attention.check() }
    try session.commit(line: text)
  }

  /// Runs a line that only looks on what the coder alone has made.
  private static func look(_ text: String, _ session: inout Session, _ world: World)
    throws(Diagnostic) -> Output
  {
    let whole = session.book
    session.book = session.seen(by: world.coder).book
    defer { session.book = whole }
    guard let command = try read(text, session, world) else { return Output() }
    return try command.run(on: &session, in: world).shown
  }

  /// An error that points nowhere in particular points at the whole line.
  private static func placed(_ error: Diagnostic, in text: String) -> Diagnostic {
    var error = error
    if error.place == nil, error.message.exit == .commandFailed {
      error.place = .init(text: text, span: 0..<text.utf8.count)
    }
    return error
  }

  /// Reads a line without running it; nil for a blank line and a comment. `isRecord` where it comes
  /// from a notebook.
  public static func read(
    _ text: String, _ session: Session, _ world: World, isRecord: Bool = false
  ) throws(Diagnostic) -> (any Command)? {
    let scan = CommandLine(text, takesNote: false)
    guard let verb = scan.words.first, scan.bytes[verb.range.lowerBound] != 0x23 else { return nil }
    let type = try type(of: verb, in: scan, session, world)
    let line = CommandLine(
      Array(text.utf8), takesNote: type.declaration.takesNote, isRecord: isRecord)
    var arguments = try Arguments.of(line, type.declaration, mayShorten: world.mayShorten)
    let command = try type.init(&arguments, session)
    try arguments.end()
    return command
  }

  private static func type(
    of verb: Word, in line: CommandLine, _ session: Session, _ world: World
  ) throws(Diagnostic) -> any Command.Type {
    let name = line.text(verb)
    if verb.form == .plain, let exact = session.commands[name] { return exact }
    let beginning = session.commands.beginning(with: name)
    if world.mayShorten, beginning.count == 1 { return beginning[0] }
    if world.mayShorten, beginning.count > 1 {
      throw Diagnostic(
        .ambiguousCommand(name), at: line.place(verb.range), hint: "type more of it",
        notes: beginning.map { "\($0.declaration.name)  \($0.declaration.summary)" })
    }
    throw Diagnostic(
      .unknownCommand(name), at: line.place(verb.range),
      hint: session.commands.line(meantBy: name)
        ?? Nearness.question(name, in: session.commands.names) ?? "help lists the commands")
  }
}

extension Diagnostic {
  /// The same for a line that was typed without its first words.
  fileprivate func shortened(from text: String, to typed: String) -> Diagnostic {
    guard text != typed, var place, place.text == text else { return self }
    let more = text.utf8.count - typed.utf8.count
    place.text = typed
    place.span = max(0, place.span.lowerBound - more)..<max(0, place.span.upperBound - more)
    var shortened = self
    shortened.place = place
    return shortened
  }
}

extension Message {
  static func unknownCommand(_ name: String) -> Message {
    Message("unknown-command", "no command ‘\(name)’")
  }
  static func ambiguousCommand(_ name: String) -> Message {
    Message("ambiguous-command", "‘\(name)’ may be several commands")
  }
}
