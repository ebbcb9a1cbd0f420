import Storage
import TerminalKit
import Testing

extension Program {
  /// Starts the program at a terminal, in the folder, with nothing of the environment of the tests.
  func terminal(
    _ words: [String] = [], columns: Int32 = 80, rows: Int32 = 24, _ environment: [String] = []
  ) -> ProgramTerminal {
    ProgramTerminal(
      [Program.path] + words, in: folder,
      environment: [
        "TERM=xterm-256color", "HOME=\(folder)/home", "PATH=/usr/bin:/bin", "VERBATIM_CODER=hv",
        "VERBATIM_NOW=2031-04-18T10:15:00Z",
      ] + environment, columns: columns, rows: rows)
  }
}

/// Screens as they were looked at once: `Tests/Screens/NAME.txt`. With `RECORD` set they are written
/// anew, and such a run fails.
enum Screens {
  private static let folder = Paths.join(Program.root, "Tests/Screens")

  /// Waits until the screen of a terminal is as recorded.
  static func expect(
    _ name: String, _ terminal: ProgramTerminal, at location: SourceLocation = #_sourceLocation
  ) throws {
    let path = Paths.join(folder, "\(name).txt")
    let files = FileStore()
    if Environment.variable("RECORD") != nil {
      _ = terminal.wait(seconds: 1) { _ in false }
      try files.writeAtomically(
        Array(text(terminal.screen).utf8), to: path, makingFolders: true)
      Issue.record(
        "\(name) was recorded; look at it, then run without RECORD", sourceLocation: location)
      return
    }
    let wanted = String(decoding: try files.read(path), as: UTF8.self)
    if terminal.wait(seconds: 10, until: { text($0) == wanted }) { return }
    Issue.record(
      "\(name) is not the screen that was recorded:\n\(text(terminal.screen))",
      sourceLocation: location)
  }

  private static func text(_ screen: Screen) -> String {
    screen.rows.map { $0 + "\n" }.joined()
  }
}
