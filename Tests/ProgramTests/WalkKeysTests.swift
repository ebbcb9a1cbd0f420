import Testing

/// A walk through suggestions at a pseudo-terminal: a key is a step.
@Suite struct WalkKeysTests {
  @Test func oneKeyTakesRefusesAndBeginsAPosition() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(
      "wire.txt",
      """
      Talks at Port Selan

      “We will not leave the bank,” Mira Oslin said on Monday.

      “The gates are open,” Anton Reck said.

      “Nobody asked the fishers,” Ruta Hallin said.

      """)
    try program.write(
      "lines",
      "load wire.txt as wire\nissue bank \"Corda should leave the bank.\"\nsuggest wire walk\n")
    // Take with a position, completed by Tab; refuse; any other command; take; leave.
    try program.write("keys", "ib\t-2\rx:list parties\ry")
    let command = "stty rows 40 cols 80; '\(Program.path)' --color never talks.md"
    let result = program.line(
      """
      export TERM=xterm VERBATIM_CODER=hv HOME="$PWD"; unset PAGER
      { sleep 1; cat lines; sleep 1; cat keys; sleep 1; printf '\\004'; sleep 1; } \
        | timeout 20 script -qec "\(command)" /dev/null
      """)
    let notebook = program.read("talks.md")
    #expect(notebook.contains("on bank -2"), "\(result.out)")
    #expect(notebook.contains("> refuse wire"), "\(result.out)")
    #expect(notebook.contains("to \"Ruta Hallin\""), "\(result.out)")
    #expect(!notebook.contains("to \"Anton Reck\""), "\(result.out)")
    #expect(result.out.contains("y take · i POSITION"), "\(result.out)")
    #expect(result.out.contains("Mira Oslin, person"), "\(result.out)")
  }
}
