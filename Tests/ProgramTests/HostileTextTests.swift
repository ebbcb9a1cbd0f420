import Glibc
import Storage
import Testing

/// A promise: no byte of an article, a notebook, a file name or an error reaches an output as a
/// control sequence, and what is invisible or turns the direction of writing is shown.
@Suite struct HostileTextTests {
  /// Every C0 and C1 control but the end of a line, DEL, controls of direction, tags, and the
  /// sequences that terminals obey or answer.
  static let hostile: String = {
    var scalars = String.UnicodeScalarView()
    for value in [Array(1...9), Array(11...31), Array(127...159)].joined() {
      scalars.append(Unicode.Scalar(UInt8(value)))
    }
    scalars.append(
      contentsOf: "\u{61C}\u{200E}\u{200F}\u{202A}\u{202B}\u{202C}\u{202D}".unicodeScalars)
    scalars.append(contentsOf: "\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}\u{E0041}".unicodeScalars)
    return String(scalars) + "\u{1B}]0;title\u{7}\u{1B}]8;;http://x\u{1B}\\\u{1B}]52;c;aGk=\u{7}"
      + "\u{1B}P1$r0m\u{1B}\\\u{1B}[6n\u{1B}[c\u{1B}[31m\u{9B}31m\u{1B}[2J"
  }()

  /// The controls in an output, by number; ends of lines are none.
  static func controls(_ text: String) -> [String] {
    text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 10: false
      case 0..<32, 127..<160, 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
      case 0xE0000...0xE007F: true
      default: false
      }
    }.map { String($0.value, radix: 16) }
  }

  private func withHostileNotebook(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try program.makeNotebook()
    let x = Self.hostile
    try program.write(
      "evil.txt", "Port \(x) Selan\n\nBy Mira\(x) Oslin\n\nThe envoy \(x) said \(x) “no truce”.\n")
    try program.write(
      "evil.html",
      "<html><title>A \(x) b</title><body><article><h1>A \(x)</h1><p>Some \(x) words of it.</p>"
        + "</article></body></html>")
    _ = program.run("talks.md -c 'load evil.txt as evil' -c 'load evil.html as page'")
    _ = program.run("talks.md -c 'annotate evil:1' -c 'annotate evil:2'")
    try body(program)
  }

  @Test(arguments: [
    "status", "read evil", "read page", "aside evil", "list articles", "list annotations",
    "show evil", "find truce", "find /envoy.*/", "suggest evil", "suggest page", "next", "history",
  ])
  func anArticleIsShownAndNotObeyed(_ line: String) throws {
    try withHostileNotebook { program in
      let result = program.run("talks.md -c '\(line)'")
      #expect(Self.controls(result.out + result.errors) == [])
    }
  }

  @Test func namesInANotebookAreShownAndNotObeyed() throws {
    try withHostileNotebook { program in
      let x = Self.hostile
      try program.replace(
        "    > issue truce",
        with: """
              > party Ev\(x)il kind state short E\(x) also "Al\(x)so"
              > issue tr\(x)uce "A \(x) proposition."
              > issue peace "A \(x) proposition."
              > frob\(x)nicate \(x)
              > define #t "A \(x) definition."
              > issue truce
          """, in: "talks.md")
      var all = program.run("replay talks.md")
      #expect(Self.controls(all.out + all.errors) == [])
      for line in ["status", "list parties", "list issues", "compare", "show peace", "show #t"] {
        all = program.run("talks.md -c '\(line)'")
        #expect(Self.controls(all.out + all.errors) == [], "\(line)")
      }
      for line in ["", "show ", "attribute 1 to ", "compare on ", "tag 1a #", "read "] {
        all = program.run("talks.md --complete '\(line)'")
        #expect(Self.controls(all.out.split(separator: "\t").joined()) == [], "\(line)")
      }
    }
  }

  @Test func linesAndPathsInErrorsAreShownAndNotObeyed() throws {
    try withHostileNotebook { program in
      try program.write("line", "frob \(Self.hostile)\n")
      try program.write("load", "load \"no \(Self.hostile) where.txt\"\n")
      try program.write("name", "party \"\(Self.hostile)\"\nlist parties\nundo\nhistory\n")
      for name in ["line", "load", "name"] {
        let script = program.run("run --keep-going \(name)")
        #expect(Self.controls(script.out + script.errors) == [], "\(name)")
        let pipe = program.run("< \(name)")
        #expect(Self.controls(pipe.out + pipe.errors) == [], "\(name)")
      }
      let name = "\u{1B}[31m\u{9B}\u{202E}.txt"
      try program.write("in/\(name)", "A title\n\nSome words.\n")
      for words in ["-c 'load in' -c 'list articles' -c status", "--complete 'load in/'"] {
        let result = program.run("talks.md \(words)")
        #expect(Self.controls(result.out + result.errors) == [], "\(words)")
      }
      for words in ["extract 'in/\(name)'", "'in/\(name)' -c list", "run 'no\(name)'"] {
        let result = program.run(words)
        #expect(Self.controls(result.out + result.errors) == [], "\(words)")
      }
    }
  }

  /// Bytes that are not UTF-8 at all: a C1 control of an 8-bit terminal among them.
  @Test func bytesThatAreNoTextAreNotObeyed() throws {
    let program = try Program()
    defer { program.remove() }
    let made = program.line(
      "printf 'A title\\n\\nSome \\2331;31m words \\377 here.\\n' > raw.txt; "
        + "printf 'frob \\23331m\\n' | '\(Program.path)'")
    #expect(Self.controls(made.out + made.errors) == [])
    let read = program.run("-c 'load raw.txt' -c 'read raw'")
    #expect(!(read.out + read.errors).unicodeScalars.contains("\u{9B}"))
  }

  @Test func coloursAreTheProgramsOwnAndCanBeRefused() throws {
    try withHostileNotebook { program in
      let painted = program.run("talks.md --color always -c 'list statements'")
      #expect(painted.out.contains("\u{1B}[31m-1\u{1B}[0m"))
      let fault = program.run("talks.md --color always -c frob")
      #expect(fault.errors.hasPrefix("\u{1B}[31merror:\u{1B}[0m no command"))
      for words in ["", "--color never", "--color auto"] {
        let plain = program.run("talks.md \(words) -c 'list statements' -c frob")
        #expect(Self.controls(plain.out + plain.errors) == [], "\(words)")
      }
      #expect(program.run("talks.md --color mauve -c list").exit == 2)
    }
  }
}
