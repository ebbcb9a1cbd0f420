import Testing

/// The verbs of the program's command line.
@Suite struct CommandLineTests {
  func withNotebook(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeNotebook()
    try body(program)
  }

  @Test func completeOffersWhatMayStandThere() throws {
    try withNotebook { program in
      func offered(_ line: String) -> [String] {
        program.run("talks.md --complete '\(line)'").out.split(separator: "\n").map {
          String($0.prefix { $0 != "\t" })
        }
      }
      #expect(offered("ann") == ["annotate"])
      #expect(offered("attribute 15a to Os") == ["\"Mira Oslin\""])
      #expect(offered("attribute 15a on tr") == ["truce"])
      #expect(offered("attribute 15a on truce ").contains("+2"))
      #expect(offered("party Corda kind st") == ["state"])
      #expect(offered("load examples/articles/bor") == ["examples/articles/border.txt"])
      #expect(offered("read ") == ["wire"])
      #expect(offered("tag 15a #r") == ["#red-line"])
      #expect(offered("frobnicate x") == [])
    }
  }

  @Test func extractStreamsOneObjectALine() throws {
    try withNotebook { program in
      let result = program.line(
        "printf 'examples/articles/wire.txt\\nnowhere.txt\\n' | '\(Program.path)' extract --jsonl")
      let lines = result.out.split(separator: "\n")
      #expect(result.exit == 0)
      #expect(lines.count == 2)
      #expect(lines[0].hasPrefix("{\"path\":\"examples/articles/wire.txt\",\"title\":\""))
      #expect(lines[1].contains("\"error\":\""))
    }
  }

  @Test func extractSaysWhereBlocksAndLinksLieInItsText() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(
      "dam.md",
      "---\ntitle: The dam – now\n---\n\nThe [council](https://selan.example/c) met on Tuesday at the port.\n"
    )
    let out = program.run("extract --jsonl dam.md").out
    let links = "\"links\":[{\"start\":4,\"end\":11,\"url\":\"https://selan.example/c\"}]"
    #expect(out.contains("\"text\":\"The council met on Tuesday at the port.\""))
    #expect(
      out.contains("[{\"kind\":\"paragraph\",\"start\":0,\"end\":39,\"line\":5,\(links)}]"),
      "\(out)")
  }

  @Test func aPipeRunsLinesWithoutPromptOrBanner() throws {
    try withNotebook { program in
      let result = program.line(
        "printf 'list\\n# no\\n\\nquit\\nlist\\n' | '\(Program.path)' talks.md")
      #expect(result.exit == 0)
      #expect(!result.out.contains("talks>"))
      #expect(result.out.ranges(of: "1 statement").count == 1)
    }
  }

  @Test func everyScriptOfTheExamplesRunsAndReplays() throws {
    try withNotebook { program in
      for script in ["first-walk", "two-sides", "claims", "change-of-position", "codebook-first"] {
        let run = program.run("run --on \(script).md examples/scripts/\(script).verbatim")
        #expect(run.exit == 0, "\(script): \(run.errors)")
        let check = program.run("replay --check \(script).md")
        #expect(check.exit == 0, "\(script): \(check.out)\(check.errors)")
      }
    }
  }

  @Test func noControlByteOfAnArticleReachesTheOutput() throws {
    try withNotebook { program in
      let hostile =
        "Talks \u{1B}[31mred\u{7} and \u{9B}2J \u{202E}turned\u{E0041} again, it said in a long line.\n"
      try program.write("evil\u{1B}[2J.txt", "Head of the page\n\n\(hostile)\n\(hostile)")
      let result = program.run(
        "x.md -c 'load *.txt as evil' -c 'read evil' -c 'find red' -c 'annotate 9'")
      let bytes = Array((result.out + result.errors).unicodeScalars)
      #expect(!bytes.contains { $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) })
      #expect(!bytes.contains { $0 == "\u{202E}" || $0 == "\u{E0041}" })
    }
  }
}
