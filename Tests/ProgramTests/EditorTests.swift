import TerminalKit
import Testing

/// `editor`, with a script for an editor.
@Suite(.serialized) struct EditorTests {
  /// Runs a line at a terminal whose editor is a shell script, and leaves; gives the screen.
  private func edit(
    _ program: Program, _ lines: [String], by script: String, _ variable: String = "VISUAL"
  ) throws -> [String] {
    try program.write("ed", "#!/bin/sh\n\(script)\n")
    _ = program.line("chmod +x ed")
    let terminal = program.terminal(
      ["talks.md", "--color", "never"], rows: 60, ["\(variable)=./ed"])
    for line in lines { #expect(terminal.enter(line), "\(line): \(terminal.screen.rows)") }
    terminal.type("quit\r")
    #expect(terminal.end() == 0)
    return terminal.screen.rows
  }

  private func withNotebook(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeNotebook()
    try body(program)
  }

  @Test func whatWasEditedIsOneChangeThatUndoTakesBack() throws {
    try withNotebook { program in
      let before = program.read("talks.md")
      let script = "sed -i 's/on truce -1/on truce -2/; s/^# talks/# Talks, edited/' \"$1\""
      let rows = try edit(program, ["editor"], by: script)
      #expect(rows.contains("2 changes taken over"), "\(rows)")
      let after = program.read("talks.md")
      #expect(after.contains("on truce -2") && after.contains("# Talks, edited"))
      #expect(program.run("replay --check talks.md").exit == 0)
      #expect(program.run("talks.md -c 'list statements'").out.contains("-2"))
      #expect(program.run("talks.md -c undo").out.contains("undone: editor"))
      #expect(program.read("talks.md") == before)
      #expect(program.line("ls -A").out.contains(".edit") == false)
    }
  }

  @Test func anEditThatDoesNotFitChangesNothingAndGoesOn() throws {
    try withNotebook { program in
      let before = program.read("talks.md")
      let script = """
        if grep -q 'on nowhere' "$1"; then sed -i 's/on nowhere/on truce/; s/-1/-2/' "$1"
        else sed -i 's/on truce -1/on nowhere -1/' "$1"; fi
        """
      let rows = try edit(program, ["editor", "list statements", "editor"], by: script)
      #expect(rows.contains { $0.contains("[unfit-edit]") }, "\(rows)")
      #expect(rows.contains { $0.contains("-1") && $0.contains("truce") }, "\(rows)")
      #expect(program.read("talks.md").contains("on truce -2"), "\(rows)")
      let refused = try edit(program, ["editor"], by: "printf x > \"$1\"")
      #expect(refused.contains { $0.contains("[not-a-notebook]") }, "\(refused)")
      #expect(program.read(".talks.edit.md") == "x")
      #expect(program.run("talks.md -c 'undo'").exit == 0)
      #expect(program.read("talks.md") == before)
    }
  }

  @Test func aNoteIsEditedAndTakenAway() throws {
    try withNotebook { program in
      let script = "cat \"$1\" >> seen; printf 'Said before.\\n\\n  And after.  \\n\\n' > \"$1\""
      _ = try edit(program, ["editor 15a"], by: script, "EDITOR")
      #expect(program.read("talks.md").contains("Said before.\n    +\n    +   And after.\n"))
      _ = try edit(program, ["editor 15a"], by: "cat \"$1\" >> seen; : > \"$1\"")
      #expect(program.read("seen").hasSuffix("Said before.\n\n  And after.\n"))
      #expect(!program.read("talks.md").contains("> note"))
      #expect(program.run("replay --check talks.md").exit == 0)
    }
  }

  @Test func anEditorThatFailsChangesNothing() throws {
    try withNotebook { program in
      let before = program.read("talks.md")
      let rows = try edit(program, ["editor"], by: "echo x >> \"$1\"; exit 3")
      #expect(rows.contains { $0.contains("[editor-failed]") }, "\(rows)")
      #expect(program.read("talks.md") == before)
      let terminal = program.terminal(["talks.md", "--color", "never"])
      #expect(terminal.enter("editor"))
      #expect(terminal.screen.rows.contains { $0.contains("neither VISUAL nor EDITOR") })
    }
  }

  @Test func nobodyElseOpensAnEditor() throws {
    try withNotebook { program in
      let result = program.run("talks.md -c editor", environment: "VISUAL='touch opened'")
      #expect(result.exit == 5 && result.errors.contains("[needs-terminal]"), "\(result.errors)")
      try program.write("s.verbatim", "editor\n")
      #expect(program.run("run s.verbatim", environment: "VISUAL='touch opened'").exit == 5)
      try program.replace("## Facts", with: "    > editor\n\n## Facts", in: "talks.md")
      _ = program.run("replay talks.md", environment: "VISUAL='touch opened'")
      #expect(!program.line("ls").out.contains("opened"))
    }
  }
}
