import Glibc
import TerminalKit
import Testing

/// What the shell finds or is given that it can make nothing of.
@Suite(.serialized) struct BadInputTests {
  private func withProgram(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try body(program)
  }

  private func leave(_ terminal: ProgramTerminal) {
    terminal.type("quit\r")
    #expect(terminal.end() == 0)
  }

  @Test(arguments: [
    "mkdir -p home/.local/state/verbatim/history",
    "mkdir -p home/.local/state/verbatim; mkfifo home/.local/state/verbatim/history",
    "mkdir -p home; touch home/.local",
  ])
  func aHistoryThatCannotBeKeptIsSaidAndStopsNothing(_ damage: String) throws {
    try withProgram { program in
      _ = program.line(damage)
      let terminal = program.terminal(["talks.md", "--color", "never"])
      #expect(terminal.enter("party Alba kind state"), "\(terminal.screen.rows)")
      let isSaid = terminal.screen.rows.contains { $0.contains("typed lines are not kept") }
      #expect(isSaid || damage.contains("touch"), "\(terminal.screen.rows)")
      leave(terminal)
      #expect(program.read("talks.md").contains("> party Alba"))
    }
  }

  @Test func aHistoryOfAnyBytesIsReadForWhatItHas() throws {
    try withProgram { program in
      _ = program.line(
        """
        mkdir -p home/.local/state/verbatim; cd home/.local/state/verbatim
        head -c 3000000 /dev/urandom > history
        printf '\\nlist parties\\n\\033]0;title\\007\\n\\377\\376\\nlist issues' >> history
        """)
      let terminal = program.terminal(["talks.md", "--color", "never"])
      #expect(terminal.waitForPrompt())
      terminal.type("\u{1B}[A")
      #expect(terminal.wait { $0.rows.last == "talks> list issues" }, "\(terminal.screen.rows)")
      terminal.type("\u{15}")
      leave(terminal)
      #expect(terminal.screen.unknown == [])
      #expect(!String(decoding: terminal.transcript, as: UTF8.self).contains("\u{1B}]0"))
    }
  }

  @Test(arguments: [
    "mkdir -p home/.config/verbatim/config", "head -c 100000 /dev/urandom > home/config",
    "printf 'version 7\\ncolor mauve\\n\\033]0;x\\007 1\\n' > home/config",
    "ln -s config home/config",
  ])
  func aConfigFileThatIsNoneIsSaidAndStopsNothing(_ damage: String) throws {
    try withProgram { program in
      _ = program.line(
        """
        mkdir -p home/.config/verbatim; \(damage)
        [ -d home/.config/verbatim/config ] || mv home/config home/.config/verbatim/config
        """)
      let terminal = program.terminal(["talks.md", "--color", "never"], rows: 200)
      #expect(terminal.enter("party Alba kind state"), "\(terminal.screen.rows)")
      #expect(terminal.screen.rows.contains { $0.contains("config") }, "\(terminal.screen.rows)")
      leave(terminal)
      #expect(terminal.screen.unknown == [])
    }
  }

  @Test(arguments: [(1, 1), (2, 1), (1, 24), (3, 2), (500, 1)] as [(Int32, Int32)])
  func aWindowOfAnySizeServes(_ columns: Int32, _ rows: Int32) throws {
    try withProgram { program in
      let terminal = program.terminal(
        ["talks.md", "--color", "never"], columns: columns, rows: rows, ["PAGER=cat"])
      #expect(terminal.enter("party Alba kind state"))
      #expect(terminal.enter("help party"))
      terminal.type("show \t\t中文\u{12}A\u{12}\u{7}\u{3}")
      terminal.resize(columns: rows, rows: columns)
      terminal.send(SIGWINCH)
      leave(terminal)
      #expect(program.read("talks.md").contains("> party Alba"))
    }
  }

  @Test func aMegabyteWithoutALineEndIsNoLine() throws {
    try withProgram { program in
      let terminal = program.terminal(["talks.md", "--color", "never"])
      #expect(terminal.waitForPrompt())
      let words = Array(String(repeating: "truce ", count: 175_000).utf8)
      terminal.type(Array("\u{1B}[200~".utf8) + words + Array("\u{1B}[201~".utf8))
      #expect(
        terminal.wait { $0.rows.contains { $0.contains("1 line pasted and not run") } },
        "\(terminal.screen.rows)")
      #expect(terminal.enter("load paste1 as p"))
      // The same typed: what the line cannot hold is left out, and the line goes with Ctrl-C.
      let count = terminal.screen.promptCount
      terminal.type(words.prefix(10_000) + Array("\u{3}".utf8))
      #expect(terminal.wait(seconds: 60) { $0.promptCount > count })
      #expect(terminal.enter("party Alba kind state"))
      leave(terminal)
      #expect(program.read("talks.md").contains("> party Alba"))
    }
  }

  @Test func tenThousandCandidatesAreCounted() throws {
    try withProgram { program in
      let parties = (1...10_000).map { "    > party \"Person \($0)\" kind person\n" }
      try program.write("talks.md", "<!-- verbatim notebook 1 -->\n\n" + parties.joined())
      let terminal = program.terminal(["talks.md", "--color", "never"])
      #expect(terminal.waitForPrompt())
      terminal.type("show Per\t\t")
      #expect(
        terminal.wait { $0.rows.contains { $0.contains("more") } }, "\(terminal.screen.rows)")
      #expect(terminal.screen.rows.count <= 24)
      terminal.type("\u{3}")
      leave(terminal)
    }
  }
}

extension Array where Element: Equatable {
  /// Whether the elements stand anywhere in these.
  func contains(_ sought: [Element]) -> Bool { firstRange(of: sought) != nil }
}

extension ArraySlice where Element: Equatable {
  /// Whether the elements stand anywhere in these.
  func contains(_ sought: [Element]) -> Bool { firstRange(of: sought) != nil }
}
