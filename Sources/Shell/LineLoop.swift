internal import CommandKit
internal import Diagnostics
internal import LineEditing

/// Runs lines that nobody types: `-c`, a pipe, a script. No prompt, no banner, no question.
struct LineLoop {
  let out: OutputStream
  let errors: OutputStream
  /// Whether a line that fails stops the rest.
  let keepsGoing: Bool
  /// Whether every answer goes out at once.
  let flushesEach: Bool
  /// Who hears of signals.
  let watch: CommandWatch
  /// Colours of what goes to a descriptor.
  let paint: (_ descriptor: Int32, _ display: Settings) -> Paint

  /// Runs lines until there are no more, one fails, one asks to leave, or a signal comes; a command
  /// under way is then taken back, and what ran before stands.
  ///
  /// - Parameter next: the next line with its file and number; nil at the end.
  /// - Returns: what the process answers to its caller: an exit code, or 128 and the signal.
  func run(
    on session: inout Session, in world: World, next: () -> (text: String, file: String, line: Int)?
  ) -> Int32 {
    var worst = ExitCode.ok
    let readTo = session.readTo
    while watch.lately == nil, let line = next() {
      do throws(Diagnostic) {
        let output = try watch.during { () throws(Diagnostic) in
          try Interpreter.run(line.text, on: &session, in: world)
        }
        out.write(paint(1, session.settings).answer(output.text))
      } catch {
        out.flush()
        let located = line.file.isEmpty ? error : error.moved(toFile: line.file, line: line.line)
        errors.write(paint(2, session.settings).diagnostic(located.rendered()))
        errors.flush()
        worst = max(worst, error.message.exit)
        if !keepsGoing || watch.pending != nil { break }
      }
      if flushesEach { out.flush() }
      if session.isLeaving || out.isBroken { break }
    }
    if session.readTo != readTo { session.writePlace(in: world) }
    let code = max(worst, finish(&session, world)).rawValue
    return watch.pending.map { 128 + $0 } ?? code
  }

  /// Saves and goes.
  private func finish(_ session: inout Session, _ world: World) -> ExitCode {
    defer {
      out.flush()
      errors.flush()
    }
    // The save is not stopped by the signal that made it necessary.
    var world = world
    world.attention = .none
    do throws(Diagnostic) {
      for line in try session.saveChanges(in: world) { out.write(line + "\n") }
      try session.journal?.sync()
      return .ok
    } catch {
      errors.write(error.rendered())
      return error.message.exit
    }
  }
}

/// Lines of a text with their numbers, the line ends taken off.
struct TextLines {
  private var rest: Substring
  private let file: String
  private var number = 0

  init(_ text: String, file: String) {
    rest = text[...]
    self.file = file
  }

  mutating func next() -> (text: String, file: String, line: Int)? {
    if rest.isEmpty { return nil }
    number += 1
    let end = rest.utf8.firstIndex(of: 0x0A) ?? rest.endIndex
    var line = rest[..<end]
    rest = end == rest.endIndex ? "" : rest[rest.utf8.index(after: end)...]
    if line.utf8.last == 0x0D { line = line.dropLast() }
    return (String(line), file, number)
  }
}
