import Testing

/// The config file changes what the screen looks like and who is coding, and no result.
@Suite struct ConfigTests {
  @Test func settingsHoldUnlessTheCommandLineSaysOtherwise() throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeNotebook()
    try program.write(
      "home/verbatim/config", "# mine\ncolor always\ncoder mo  \r\nmauve 7\nplain x\n")
    let home = "XDG_CONFIG_HOME='\(program.folder)/home'"
    func list(_ options: String) -> String {
      program.run("talks.md \(options) -c 'list statements'", environment: home).out
    }
    #expect(list("").contains("\u{1B}[31m-1\u{1B}[0m"))
    #expect(!list("--color never").contains("\u{1B}"))
    #expect(!list("--no-config").contains("\u{1B}"))
    let tag = program.line("\(home) '\(Program.path)' talks.md -c 'tag 15a #by-config'")
    #expect(tag.exit == 0)
  }

  @Test(arguments: [
    "chmod 0 home/verbatim/config", "printf '\\377\\0\\033' > home/verbatim/config",
  ])
  func aConfigFileThatCannotBeUsedStopsNothing(_ damage: String) throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("home/verbatim/config", "color always\n")
    _ = program.line(damage)
    let home = "XDG_CONFIG_HOME='\(program.folder)/home'"
    let result = program.run("-c 'party Alba' -c 'list parties'", environment: home)
    #expect(result.exit == 0)
    #expect(result.out.contains("Alba"))
  }
}
