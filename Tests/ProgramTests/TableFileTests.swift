import Testing

/// Rows that an analyst adds to the tables, in `tables/` beside the config file.
@Suite struct TableFileTests {
  private static let text = """
    {"doc_id":1,"text":"Mira Oslin trumpetises that the harbour stays closed."}

    """

  private func statements(_ program: Program, _ options: String = "") -> String {
    program.line(
      "XDG_CONFIG_HOME='\(program.folder)/home' '\(Program.path)' statements --jsonl \(options) < in"
    ).out
  }

  @Test func anAddedCueIsUsedByEverythingThatSuggests() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("in", Self.text)
    #expect(statements(program).contains("\"attributions\":[]"))
    try program.write(
      "home/verbatim/tables/cues.en.tsv", "trumpetise\tv\tassert\t-\tthat\ttrumpetises\n")
    #expect(statements(program).contains("\"source_name\":\"Mira Oslin\""))
    #expect(statements(program, "--no-config").contains("\"attributions\":[]"))
  }

  @Test func whatDoesNotReadIsLocatedAtFirstUseAndByTheCheck() throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeNotebook()
    let home = "XDG_CONFIG_HOME='\(program.folder)/home'"
    let sound = program.line("\(home) '\(Program.path)' --check-tables")
    #expect(sound.exit == 0 && sound.out.contains("cues.en.tsv  "), "\(sound)")
    try program.write("home/verbatim/tables/cues.en.tsv", "# mine\nshout\tv\u{1B}[2J\n")
    try program.write("home/verbatim/tables/cues.xx.tsv", "")
    let broken = program.line("\(home) '\(Program.path)' --check-tables 2>&1")
    #expect(broken.exit == 4)
    #expect(broken.out.contains("tables/cues.en.tsv:2"), "\(broken.out)")
    #expect(broken.out.contains("six cells are needed") && broken.out.contains("[broken-table]"))
    #expect(broken.out.contains("cues.xx.tsv") && !broken.out.contains("\u{1B}"))
    let used = program.run("talks.md -c 'suggest wire'", environment: home)
    #expect(used.exit == 4 && (used.out + used.errors).contains("tables/cues.en.tsv:2"), "\(used)")
    #expect(program.run("talks.md -c 'next'", environment: home).exit == 0)
  }
}
