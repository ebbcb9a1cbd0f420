import Testing

/// What happens to the marks when their sources change or go.
@Suite struct EvidenceTests {
  func withNotebook(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeNotebook()
    try body(program)
  }

  let article = "examples/articles/wire.txt"

  @Test func aChangedWordOutsideTheMarksLeavesThemExact() throws {
    try withNotebook { program in
      try program.replace("Monday", with: "Tuesday", in: article)
      let result = program.run("replay --check talks.md")
      #expect(result.exit == 1)
      #expect(result.errors.contains("has changed; the marks refer to the kept text"))
      #expect(result.errors.contains("in it 1 mark would be: 1 exact"))
    }
  }

  @Test func aChangedWordInAMarkIsShown() throws {
    try withNotebook { program in
      try program.replace("truce without guarantees", with: "truce without warranties", in: article)
      let result = program.run("replay --check talks.md")
      #expect(result.exit == 1)
      #expect(result.errors.contains("“no truce without guarantees”"))
      #expect(result.errors.contains("warranties"))
    }
  }

  @Test func aMissingSourceIsSaidAndTheKeptTextServes() throws {
    try withNotebook { program in
      _ = program.line("rm \(article)")
      let result = program.run("replay --check talks.md")
      #expect(result.exit == 0)
      #expect(result.errors.contains("the kept text serves"))
      #expect(!result.errors.contains("neither"))
    }
  }

  @Test func withoutKeptTextTheSourceIsReadAnew() throws {
    try withNotebook { program in
      _ = program.line("rm -r sources")
      #expect(program.run("replay --check talks.md").exit == 0)
    }
  }

  @Test func neitherSourceNorKeptTextIsExitThree() throws {
    try withNotebook { program in
      _ = program.line("rm -r sources \(article)")
      let result = program.run("replay --check talks.md")
      #expect(result.exit == 3)
      #expect(
        result.errors.contains("[not-allowed]") || result.errors.contains("[evidence-missing]"))
      #expect(result.errors.contains("[article-missing]"))
      #expect(result.errors.contains("[left-out]"))
      let left = "1 of 1 statement left out, words not found"
      #expect(result.out.contains(left))
      for question in ["compare", "matrix", "network", "camps", "silence", "agreement"] {
        #expect(program.run("talks.md -c \(question)").out.contains(left), "\(question)")
      }
    }
  }

  @Test func aChangedSourceWithoutKeptTextIsExitThree() throws {
    try withNotebook { program in
      _ = program.line("rm -r sources")
      try program.replace("Monday", with: "Tuesday", in: article)
      let result = program.run("replay talks.md")
      #expect(result.exit == 3)
      #expect(result.errors.contains("[source-changed]"))
    }
  }

  @Test func aRecordReadsNothingOutsideItsFolder() throws {
    try withNotebook { program in
      _ = program.line("mkdir in && mv talks.md in/ && rm -r sources")
      try program.replace("examples/articles", with: "../examples/articles", in: "in/talks.md")
      let refused = program.run("replay in/talks.md")
      #expect(refused.exit == 3)
      #expect(refused.errors.contains("[not-allowed]"))
      #expect(program.run("replay in/talks.md --check --allow examples").exit == 0)
    }
  }

  @Test func aMarkWhoseWordsAreGoneFromTheKeptTextIsAnOrphan() throws {
    try withNotebook { program in
      try program.replace(
        "\"no truce without guarantees\"", with: "\"peace by Tuesday, 40 monitors\"", in: "talks.md"
      )
      let result = program.run("replay talks.md")
      #expect(result.exit == 3)
      #expect(result.errors.contains("[orphan]"))
    }
  }

  @Test func anAnswerThatDiffersIsShownAndUpdated() throws {
    try withNotebook { program in
      try program.replace("on truce -1", with: "on truce -2", in: "talks.md")
      let result = program.run("replay --check talks.md")
      #expect(result.exit == 1)
      #expect(result.out.contains("keep compare on truce: differs"))
      // What differs stands in the order of the lines.
      let changes = result.out.split(separator: "\n").filter { $0.hasPrefix("  ") }
      let heads = changes.indices.filter { changes[$0].contains("gap") }
      let rows = changes.indices.filter { changes[$0].contains("%1 truce") }
      #expect(changes.count > 3)
      #expect(changes.first?.hasPrefix("  - = ") == true, "\(changes)")
      #expect(zip(heads, rows).allSatisfy { $0 < $1 })
      #expect(program.run("replay --update talks.md").exit == 0)
      #expect(program.run("replay --check talks.md").exit == 0)
    }
  }

  /// Two texts that look the same are equal strings, and other bytes.
  @Test func anAnswerInOtherBytesDiffersAndIsUpdated() throws {
    try withNotebook { program in
      try program.write(
        "talks.md", program.read("talks.md").replacing("short AL", with: "short \u{C1}L"))
      #expect(program.run("replay --update talks.md").exit == 0)
      let before = program.read("talks.md")
      let lines = before.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.hasPrefix("    | ") ? line.replacing("\u{C1}", with: "A\u{301}") : line
      }
      try program.write("talks.md", lines.joined(separator: "\n"))
      let result = program.run("replay --check talks.md")
      #expect(result.exit == 1)
      #expect(result.out.contains("printed differently"))
      #expect(program.run("replay --update talks.md").exit == 0)
      #expect(program.read("talks.md").utf8.elementsEqual(before.utf8))
    }
  }

  @Test func stripDropsOutputsAndUpdateMakesThemAgain() throws {
    try withNotebook { program in
      let before = program.read("talks.md")
      #expect(program.run("strip talks.md").exit == 0)
      #expect(!program.read("talks.md").contains("    | "))
      #expect(!program.read("talks.md").contains("    = "))
      #expect(program.run("replay --update talks.md").exit == 0)
      #expect(program.read("talks.md") == before)
    }
  }
}
