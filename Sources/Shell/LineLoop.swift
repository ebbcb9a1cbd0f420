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

  /// Runs lines until there are no more, one fails, or one asks to leave.
  ///
  /// - Parameter next: the next line with its file and number; nil at the end.
  func run(
    on session: inout Session, in world: World, next: () -> (text: String, file: String, line: Int)?
  ) -> ExitCode {
    var worst = ExitCode.ok
    let readTo = session.readTo
    while let line = next() {
      do throws(Diagnostic) {
        let output = try Interpreter.run(line.text, on: &session, in: world)
        out.write(output.text)
      } catch {
        out.flush()
        let located = line.file.isEmpty ? error : error.moved(toFile: line.file, line: line.line)
        errors.write(located.rendered())
        errors.flush()
        worst = max(worst, error.message.exit)
        if !keepsGoing { break }
      }
      if flushesEach { out.flush() }
      if session.isLeaving || out.isBroken { break }
    }
    if session.readTo != readTo { session.writePlace(in: world) }
    return max(worst, finish(&session, world))
  }

  /// Saves and goes.
  private func finish(_ session: inout Session, _ world: World) -> ExitCode {
    defer {
      out.flush()
      errors.flush()
    }
    do throws(Diagnostic) {
      for line in try session.save(in: world) { out.write(line + "\n") }
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
