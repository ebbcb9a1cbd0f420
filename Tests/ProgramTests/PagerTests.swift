import Testing

/// Answers taller than the screen, at a pseudo-terminal of ten rows.
@Suite struct PagerTests {
  /// Types lines at a prompt; `pager` is a shell script of that name in the folder.
  private func typed(
    _ program: Program, _ lines: [String], pager: String, named name: String, _ environment: String
  ) throws -> String {
    try program.write(name, "#!/bin/sh\n\(pager)\n")
    try program.write("typed", lines.map { $0 + "\n" }.joined())
    let command = "stty rows 10 cols 80; \(environment) '\(Program.path)' --color never"
    let result = program.line(
      """
      chmod +x \(name); export TERM=xterm VERBATIM_CODER=hv HOME="$PWD"; unset PAGER LESSSECURE
      { sleep 1; cat typed; sleep 1; } | timeout 20 script -qec "\(command)" /dev/null
      """)
    return result.out
  }

  @Test func aTallAnswerGoesThroughThePager() throws {
    let program = try Program()
    defer { program.remove() }
    let out = try typed(
      program, ["help", "party Alba kind state", "quit"],
      pager: "cat > paged; echo paged here; echo \"secure=$LESSSECURE\" > secure", named: "pager",
      "PAGER=./pager")
    #expect(program.read("paged").contains("suggest "), "\(out)")
    #expect(program.read("paged").split(separator: "\n").count > 10)
    #expect(out.contains("paged here") && !out.contains("coverage  "), "\(out)")
    #expect(!program.read("paged").contains("Alba"), "a short answer stands on the screen")
    #expect(out.contains("Alba, state"))
    #expect(program.read("secure") == "secure=\n", "who names a pager may run programs from it")
  }

  @Test func theUsualPagerRunsNoPrograms() throws {
    let program = try Program()
    defer { program.remove() }
    let out = try typed(
      program, ["help", "quit"], pager: "cat > paged; echo \"secure=$LESSSECURE\" > secure",
      named: "less", "PATH=.:$PATH")
    #expect(program.read("paged").contains("suggest "), "\(out)")
    #expect(program.read("secure") == "secure=1\n", "\(out)")
  }

  @Test func aPagerThatIsMissingOrLeavesEarlyLosesNothing() throws {
    let program = try Program()
    defer { program.remove() }
    let missing = try typed(
      program, ["help", "quit"], pager: "", named: "unused", "PAGER=./nowhere")
    #expect(missing.contains("suggest "), "\(missing)")
    let early = try typed(
      program, ["help", "party Alba kind state", "quit"], pager: "exit 0", named: "pager",
      "PAGER=./pager")
    #expect(early.contains("Alba, state"), "\(early)")
  }
}
