import Testing

/// The ways in which a source is named: a file, several, a glob, a folder, standard input.
@Suite struct SourceWaysTests {
  private static let article = """
    Ferries run again

    The harbour ferries crossed the Merrow again on Monday, and forty passengers were on the first of
    them, who had waited at the quay since the evening before.

    """

  private func withSources(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    for name in ["in/a.txt", "in/b.txt", "in/deep/c.txt"] {
      try program.write(name, Self.article.replacing("forty", with: "the \(name.count) of \(name)"))
    }
    _ = program.line("gzip in/deep/c.txt && head -c 600 /dev/zero > in/broken.txt")
    try body(program)
  }

  /// What is loaded of one that is broken among others is just the others.
  @Test(arguments: [
    ("in/a.txt in/broken.txt in/b.txt", 2), ("in/*.txt", 2), ("in/?.txt", 2), ("in", 3),
    ("in/deep/c.txt.gz", 1), ("in/deep in/a.txt", 2),
  ])
  func whatCanBeReadIsLoaded(words: String, count: Int) throws {
    try withSources { program in
      let result = program.run("talks.md -c 'load \(words)' -c 'list articles'")
      #expect(result.out.contains("\(count) article\(count == 1 ? "" : "s")\n"), "\(result.out)")
      let isBroken = words.contains("broken") || words.contains("*") || words == "in"
      #expect((result.out + result.errors).contains("[binary-source]") == isBroken)
      #expect(program.line("ls sources/*.txt").out.split(separator: "\n").count == count)
      #expect(program.run("replay --check talks.md").exit == 0)
    }
  }

  @Test func standardInputIsLoadedAndKept() throws {
    try withSources { program in
      let loaded = program.line("'\(Program.path)' talks.md -c 'load - as ferry' < in/a.txt")
      #expect(loaded.exit == 0, "\(loaded.errors)")
      let found = program.run("talks.md -c 'find \"passengers\"'")
      #expect(found.out.contains("ferry:1"), "\(found.out)")
      let packed = program.line("'\(Program.path)' extract --jsonl - < in/deep/c.txt.gz")
      #expect(packed.out.contains("\"title\":\"Ferries run again\""), "\(packed.out)")
    }
  }

  @Test func aBombIsRefusedAndNothingOfItStays() throws {
    let program = try Program()
    defer { program.remove() }
    _ = program.line("head -c 600000000 /dev/zero | tr '\\0' a | gzip -1 > bomb.txt.gz")
    let result = program.run("talks.md -c 'load bomb.txt.gz' -c 'list articles'")
    #expect((result.out + result.errors).contains("[archive-too-large]"))
    #expect(program.line("ls sources 2>/dev/null").out == "")
  }
}
