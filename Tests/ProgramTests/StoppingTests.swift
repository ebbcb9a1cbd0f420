import Glibc
import Storage
import Testing

/// However the program ends, what was answered stands and the notebook is whole.
@Suite(.serialized) struct StoppingTests {
  func withProgram(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try body(program)
  }

  /// `0.400` for 400 ms, times `SLOWER`: a sanitizer makes the program's start take longer.
  private static func seconds(_ milliseconds: Int) -> String {
    let slower = Environment.variable("SLOWER").flatMap { Int($0) } ?? 1
    let all = milliseconds * slower
    return "\(all / 1_000)." + String(1_000 + all % 1_000).dropFirst()
  }

  /// Starts the program on a shell line, sends it a signal after so many milliseconds.
  private func stopped(
    _ program: Program, _ arguments: String, by signal: String, after milliseconds: Int
  ) -> Program.Result {
    let seconds = Self.seconds(milliseconds)
    return program.line(
      """
      export VERBATIM_CODER=hv VERBATIM_NOW=2031-04-18T10:15:00Z
      '\(Program.path)' \(arguments) & pid=$!; sleep \(seconds); kill -\(signal) $pid 2>/dev/null
      wait $pid
      """)
  }

  @Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)] as [(String, Int32)])
  func aSignalStopsAScriptAfterAWholeCommand(_ signal: String, _ code: Int32) throws {
    try withProgram { program in
      let lines = (1...5_000).map { "party P\($0) kind state\n" }
      try program.write("s.verbatim", lines.joined())
      let result = stopped(program, "run --on talks.md s.verbatim", by: signal, after: 400)
      #expect(result.exit == code)
      let check = program.run("replay --check talks.md")
      #expect(check.exit == 0, "\(check.errors)")
      let parties = program.read("talks.md").ranges(of: "    > party ").count
      #expect(parties > 0 && parties < 5_000)
    }
  }

  @Test func aSignalStopsAProgramThatWaitsForLines() throws {
    try withProgram { program in
      let result = program.line(
        """
        mkfifo lines; { echo 'party Alba'; sleep \(Self.seconds(2_000)); } > lines &
        '\(Program.path)' talks.md < lines & pid=$!; sleep \(Self.seconds(400)); kill -TERM $pid; wait $pid
        """)
      #expect(result.exit == 143)
      #expect(program.read("talks.md").contains("> party Alba"))
    }
  }

  @Test func aLoadOfManyFilesIsStoppedBetweenThem() throws {
    try withProgram { program in
      let page = program.read("examples/articles/wire.txt")
      for number in 1...1_500 { try program.write("in/\(number).txt", page + "\(number)\n") }
      let result = stopped(program, "talks.md -c 'load in'", by: "INT", after: 400)
      #expect(result.exit == 130)
      #expect(result.errors.contains("[stopped-loading]"), "\(result.errors)")
      #expect(program.run("replay talks.md").exit == 0)
      let loads = program.read("talks.md").ranges(of: "    > load ").count
      #expect(loads < 1_500)
    }
  }

  /// A promise: an answered command survives `kill -9`. `KILLS` sets how often it is tried.
  @Test func whatWasAnsweredSurvivesAKill() throws {
    let kills = Environment.variable("KILLS").flatMap { Int($0) } ?? 50
    try withProgram { program in
      var answered: Set<String> = []
      var count = 0
      for kill in 1...kills {
        // A notebook that only grows would at last take longer to open than its session lives.
        let notebook = "talks\((kill - 1) / 50).md"
        if kill % 50 == 1 { answered = [] }
        try program.write("lines", (1...400).map { "party K\(kill)-\($0) kind state\n" }.joined())
        let result = stopped(
          program, "\(notebook) < lines", by: "KILL", after: 20 + kill * 37 % 160)
        let names = Self.names(result.out)
        answered.formUnion(names)
        count += names.count
        #expect(result.exit == 137 || result.exit == 0)
        if kill % 10 == 0 || kill == kills { try check(program, notebook, answered) }
      }
      #expect(count > kills)
    }
  }

  /// Opening recovers every answered party, and the notebook is whole.
  private func check(_ program: Program, _ notebook: String, _ answered: Set<String>) throws {
    let opened = program.run("\(notebook) -c 'list parties'")
    #expect(opened.exit == 0, "\(opened.errors)")
    _ = program.run("\(notebook) -c 'party Last'")
    let kept = Set(
      program.read(notebook).split(separator: "\n").filter { $0.hasPrefix("    > party ") }
        .compactMap { $0.split(separator: " ").dropFirst(2).first.map(String.init) })
    #expect(answered.subtracting(kept).sorted() == [])
    #expect(program.run("replay --check \(notebook)").exit == 0)
  }

  /// The parties of whole answers, each a line.
  private static func names(_ output: String) -> [String] {
    output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .compactMap { line in
        line.split(whereSeparator: { $0 == " " || $0 == ":" || $0 == "," })
          .first { $0.hasPrefix("K") }.map(String.init)
      }
  }
}
