import Glibc
import Testing

/// The program as a process: what it prints and what it answers to its caller.
@Suite struct ProgramTests {
  func withProgram(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try body(program)
  }

  @Test func helpFitsOneScreen() throws {
    try withProgram { program in
      let help = program.run("--help")
      #expect(help.exit == 0)
      #expect(help.out.split(separator: "\n", omittingEmptySubsequences: false).count <= 24)
      #expect(help.out.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
  }

  @Test func aWrongCommandLineIsExitTwo() throws {
    try withProgram { program in
      #expect(program.run("--frobnicate").exit == 2)
      #expect(program.run("replay").exit == 2)
      #expect(program.run("replay --check --update x.md").exit == 2)
    }
  }

  @Test func aNotebookReplaysToTheSameBytes() throws {
    try withProgram { program in
      try program.makeNotebook()
      let before = program.read("talks.md")
      #expect(before.contains("    > keep compare on truce\n    = 1 party, 1 statement; inputs "))
      let check = program.run("replay --check talks.md")
      #expect(check.exit == 0, "\(check.out)\(check.errors)")
      #expect(program.run("talks.md -c save").out.contains("nothing changed"))
      #expect(program.read("talks.md") == before)
    }
  }

  @Test func aCommandThatFailsIsExitFiveAndChangesNothing() throws {
    try withProgram { program in
      try program.makeNotebook()
      let before = program.read("talks.md")
      let result = program.run("talks.md -c 'annotate wire \"nowhere to be found\"'")
      #expect(result.exit == 5)
      #expect(result.errors.contains("[quote-not-found]"))
      #expect(program.read("talks.md") == before)
    }
  }

  @Test func aScriptStopsAtItsFirstFaultUnlessItKeepsGoing() throws {
    try withProgram { program in
      try program.write("s.verbatim", "party Alba\nfrobnicate\nparty Corda\n")
      let stopped = program.run("run --on a.md s.verbatim")
      #expect(stopped.exit == 5)
      #expect(stopped.errors.contains("s.verbatim:2:1: error: no command ‘frobnicate’"))
      #expect(program.read("a.md").contains("party Alba"))
      #expect(!program.read("a.md").contains("party Corda"))
      #expect(program.run("run --on b.md s.verbatim --keep-going").exit == 5)
      #expect(program.read("b.md").contains("party Corda"))
    }
  }

  @Test func whatIsNoNotebookIsExitFour() throws {
    try withProgram { program in
      try program.write("x.md", "# Shopping\n")
      let result = program.run("replay x.md")
      #expect(result.exit == 4)
      #expect(result.errors.hasPrefix("x.md:1:1: error: this is not a verbatim notebook"))
      #expect(program.run("x.md -c 'party Alba'").exit == 4)
      #expect(program.read("x.md") == "# Shopping\n")
    }
  }

  @Test func aNewerNotebookIsNeverRewritten() throws {
    try withProgram { program in
      let text = "<!-- verbatim notebook 2 -->\n# Later\n"
      try program.write("x.md", text)
      #expect(program.run("x.md -c 'party Alba'").exit == 4)
      #expect(program.read("x.md") == text)
    }
  }

  @Test func aBrokenRecordIsReportedWithItsLineAndTheRestStands() throws {
    try withProgram { program in
      try program.makeNotebook()
      try program.replace(
        "    > issue truce", with: "    > issue 7 \"x\"\n    > frobnicate\n    > issue truce",
        in: "talks.md")
      let result = program.run("replay talks.md")
      #expect(result.exit == 4)
      #expect(result.errors.contains("[bad-name]"))
      #expect(
        result.errors.contains(
          "talks.md:8:1: error: ‘frobnicate’ is no command of this version [unknown-record]"))
      #expect(result.out.contains("opposes"))
      // Records of a later version make the notebook read-only.
      #expect(program.run("talks.md -c 'party Corda'").errors.contains("[later-records]"))
    }
  }

  @Test func referencesThatLeadNowhereAreReported() throws {
    try withProgram { program in
      try program.makeNotebook()
      try program.replace(
        "    > party \"Mira Oslin\"", with: "    > party \"Mira O.\"", in: "talks.md")
      let result = program.run("replay talks.md")
      #expect(result.errors.contains("[unknown-party]"))
      #expect(result.exit == 4)
    }
  }

  @Test func conflictMarkersAreFoundAndNothingIsTouched() throws {
    try withProgram { program in
      try program.makeNotebook()
      try program.replace("    > issue", with: "<<<<<<< ours\n    > issue", in: "talks.md")
      let before = program.read("talks.md")
      #expect(program.run("talks.md -c 'party Corda'").exit == 4)
      #expect(program.read("talks.md") == before)
    }
  }

  @Test func aRecordThatRecordsNothingIsReported() throws {
    try withProgram { program in
      try program.makeNotebook()
      try program.replace(
        "    > issue truce",
        with: """
              > list
              > attribute wire:15.1 for Alba on truce -1
              > issue truce "Twice."
              > annotate wire "no truce without guarantees" as x12
              > define #red "One."
              > define #red "Two."
              > issue truce
          """, in: "talks.md")
      let errors = program.run("replay talks.md").errors
      for id in ["not-a-record", "needs-id", "defined-twice", "bad-id"] {
        #expect(errors.contains("[\(id)]"), "\(id)")
      }
      #expect(errors.contains("‘#red’"))
    }
  }

  @Test func twoRecordsOfOneIDAreReported() throws {
    try withProgram { program in
      try program.makeNotebook()
      let line = program.read("talks.md").split(separator: "\n").first { $0.contains("> annotate") }
      let text = String(line ?? "")
      try program.replace(text, with: "\(text)\n\(text)", in: "talks.md")
      let result = program.run("replay talks.md")
      #expect(result.errors.contains("[same-id]"))
      #expect(result.exit == 4)
    }
  }
}
