import Glibc
import TerminalKit
import Testing

/// What the analyst sees at a terminal of 80 × 24.
@Suite(.serialized) struct ScreenTests {
  private func withNotebook(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeNotebook()
    try body(program)
  }

  @Test func aFirstStartSaysHowToBegin() throws {
    let program = try Program()
    defer { program.remove() }
    let terminal = program.terminal(["talks.md", "--color", "never"])
    try Screens.expect("first-start", terminal)
    #expect(terminal.screen.unknown == [])
  }

  @Test func tabListsWhatMayStandThere() throws {
    try withNotebook { program in
      let terminal = program.terminal(["talks.md", "--color", "never"])
      #expect(terminal.waitForPrompt())
      terminal.type("attribute 15a to \t\t")
      try Screens.expect("completion", terminal)
      terminal.type("\u{3}")
      #expect(terminal.enter("quit") || terminal.end() == 0)
    }
  }

  @Test func whatMayFollowIsShownDimBehindTheCursor() throws {
    try withNotebook { program in
      let terminal = program.terminal(["talks.md", "--color", "always"])
      #expect(terminal.waitForPrompt())
      terminal.type("attribute 15a ")
      try Screens.expect("ghost", terminal)
      let line = terminal.screen.rows.last ?? ""
      let typed = "talks> attribute 15a "
      #expect(line.hasPrefix(typed) && terminal.screen.column == typed.count, "\(line)")
      #expect(terminal.screen.dimText.hasSuffix(line.dropFirst(typed.count)), "\(line)")
    }
  }

  @Test func ctrlRFindsWhatWasTypedBefore() throws {
    try withNotebook { program in
      let terminal = program.terminal(["talks.md", "--color", "never"])
      #expect(terminal.enter("tag 15a #observers"))
      #expect(terminal.enter("list annotations #observers"))
      terminal.type("\u{12}OBSERV\u{12}")
      try Screens.expect("history-search", terminal)
      terminal.type("\u{7}")
      #expect(terminal.wait { $0.rows.last == "talks>" })
    }
  }

  @Test func afterACrashNothingIsLost() throws {
    try withNotebook { program in
      let saved = program.read("talks.md")
      let terminal = program.terminal(["talks.md", "--color", "never"])
      #expect(terminal.enter("tag 15a #recovered"))
      terminal.send(SIGKILL)
      #expect(terminal.end() == 128 + SIGKILL)
      #expect(program.read("talks.md") == saved)
      let next = program.terminal(["talks.md", "--color", "never"])
      try Screens.expect("recovery", next)
      #expect(next.enter("undo"))
      next.type("quit\r")
      #expect(next.end() == 0)
      #expect(program.read("talks.md") == saved)
    }
  }

  @Test func settingsHoldFromTheNextAnswerOn() throws {
    try withNotebook { program in
      let terminal = program.terminal(["talks.md"], ["NO_COLOR=1"])
      #expect(terminal.enter("set"))
      try Screens.expect("settings", terminal)
      #expect(terminal.enter("set color always"))
      let before = terminal.transcript.count
      #expect(terminal.enter("list statements"))
      #expect(terminal.transcript[before...].contains(Array("\u{1B}[31m-1".utf8)))
      #expect(terminal.enter("set plain on"))
      #expect(terminal.enter("status"))
      #expect(terminal.screen.rows.contains { $0.hasPrefix("--------") })
      // What is kept is the same with all settings.
      let kept = program.read("talks.md")
      #expect(terminal.enter("keep list statements"))
      terminal.type("quit\r")
      #expect(terminal.end() == 0)
      #expect(program.read("talks.md") != kept && !program.read("talks.md").contains("\u{1B}"))
      #expect(program.run("replay --check talks.md").exit == 0)
    }
  }
}
