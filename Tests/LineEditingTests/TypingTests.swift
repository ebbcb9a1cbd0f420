import CPseudoTerminal
import Glibc
import TerminalKit
import Testing

@testable import LineEditing

extension TerminalTests {
  /// What a person at a terminal types and sees. The process runs in the C locale.
  @Suite struct TypingTests {
    private func session(
      columns: Int32 = 40, rows: Int32 = 8, prompt: String = "> ", type: String = "xterm-256color"
    ) -> TerminalSession {
      TerminalSession(columns: columns, rows: rows, prompt: prompt) { terminal, signals in
        TerminalReader(input: terminal, output: terminal, type: type, signals: signals)
      }
    }

    @Test func aTypedLineIsReadAndShown() {
      let session = session()
      session.see(">")
      session.type("load wire.html")
      session.see("> load wire.html")
      session.type("\r")
      #expect(session.event() == .line("load wire.html"))
      session.see("> load wire.html", ">")
      #expect(session.screen.unknown.isEmpty)
      session.end()
    }

    /// Keys at a prompt where some are shortcuts, and the lines that come of them.
    @Test(arguments: [
      ("x", "x"), ("ilong\r", "y long"), (":xy\r", "xy"), ("ax\r", "ax"),
      ("a\u{7f}x", "x"), (":\u{7f}x\r", "x"),
    ])
    func aKeyOnAnEmptyLineMayBeAShortcut(_ keys: String, _ line: String) {
      let session = TerminalSession { terminal, signals in
        let reader = TerminalReader(
          input: terminal, output: terminal, type: "xterm-256color", signals: signals)
        reader?.shortcuts = ["x": .line("x"), "i": .text("y "), ":": .text("")]
        return reader
      }
      session.see(">")
      session.type(keys)
      #expect(session.event() == .line(line))
      session.see("> " + line, ">")
      // What a single key stood for is not recalled.
      session.type("\u{1b}[A")
      session.see("> " + line, keys == "x" || keys == "a\u{7f}x" ? ">" : "> " + line)
      session.end()
    }

    /// Keys, and the line that comes of them.
    @Test(arguments: [
      ("abcd\u{7f}\u{8}x", "abx"),
      ("naïve Łódź\u{7f}\u{7f}", "naïve Łó"),
      ("Москва\u{7f}ы", "Москвы"),
      ("中文字\u{7f}!", "中文!"),
      ("中文字\u{1b}[D\u{1b}[D語", "中語文字"),
      ("e\u{301}te\u{301}", "\u{e9}t\u{e9}"),
      ("\u{1112}\u{1161}\u{11ab}", "\u{d55c}"),
      ("a👨‍👩‍👧\u{7f}b", "ab"),
      ("brown fox\u{1b}bthe \u{1}quick \u{5}!", "quick brown the fox!"),
      ("one two\u{17}2\u{15}three", "three"),
      ("keep lose\u{1b}b\u{b}\u{1}\u{19} ", "lose keep "),
      ("ab\u{1b}[D\u{1b}[3~c", "ac"),
      ("ab\u{2}\u{4}c", "ac"),
      ("a\u{1b}[Hb\u{1b}[Fc\u{1b}OHd\u{1b}OFe", "dbace"),
    ])
    func keysEdit(_ keys: String, _ line: String) {
      let session = session()
      session.see(">")
      session.type(keys)
      session.wait { $0.rows == ["> " + line].map { $0.last == " " ? String($0.dropLast()) : $0 } }
      session.type("\r")
      let event = session.event()
      #expect(event == .line(line))
      if case .line(let text) = event { #expect(Array(text.utf8) == Array(line.utf8)) }
      session.end()
    }

    /// Sequences that mean nothing, whole and broken, leave nothing behind.
    @Test(arguments: [
      "\u{1b}[24~", "\u{1b}[1;2P", "\u{1b}[?62;c", "\u{1b}OP", "\u{1b}[<0;12;7M", "\u{1b}[M !!",
      "\u{1b}[[A", "\u{1b}]0;title\u{7}", "\u{1b}P1$r0m\u{1b}\\", "\u{1b}x", "\u{1b}z", "\u{0}",
      "\u{1c}\u{1d}\u{1e}\u{1f}", "\u{16}", "\u{11}", "\u{13}", "\u{18}\u{18}", "\u{85}", "\u{9b}",
      "\u{202e}", "\u{1b}5", "\u{1b}[" + String(repeating: "1;", count: 500) + "A\u{e}",
    ])
    func unknownKeysAreSwallowed(_ keys: String) {
      let session = session()
      session.see(">")
      session.type("a" + keys + "b\r")
      #expect(session.event() == .line("ab"))
      #expect(session.screen.unknown.isEmpty)
      session.end()
    }

    @Test func escapeAloneIsSwallowed() {
      let session = session()
      session.type("a\u{1b}")
      session.see("> a")
      // The byte after ESC would belong to it; only time tells them apart.
      usleep(120_000)
      session.type("b\r")
      #expect(session.event() == .line("ab"))
      session.end()
    }

    @Test func controlCDropsTheLine() {
      let session = session()
      session.type("load wro")
      session.see("> load wro")
      session.type("\u{3}")
      #expect(session.event() == .interrupted)
      session.see("> load wro", ">")
      session.type("x\r")
      #expect(session.event() == .line("x"))
      session.end()
    }

    @Test func controlDEndsOnlyAnEmptyLine() {
      let session = session()
      session.type("ab\u{1}\u{4}\r")
      #expect(session.event() == .line("b"))
      session.type("\u{4}")
      #expect(session.event() == .end)
      session.end()
    }

    @Test func longLinesWrapAndComeBack() {
      let session = session(columns: 10, rows: 6)
      session.type("abcdefghijklm")
      session.see("> abcdefgh", "ijklm")
      session.type(String(repeating: "\u{7f}", count: 8))
      session.see("> abcde")
      session.type("中文字中文字")
      session.see("> abcde中", "文字中文字")
      session.type("\r")
      #expect(session.event() == .line("abcde中文字中文字"))
      session.end()
    }

    @Test func aNewWindowSizeIsTaken() {
      let session = session(columns: 40, rows: 6)
      session.type("abcdefghijklm")
      session.see("> abcdefghijklm")
      session.resize(columns: 10, rows: 6)
      session.screen = Screen(columns: 10, rows: 6)
      session.isPlain = true
      session.raise(SIGWINCH)
      session.see("> abcdefgh", "ijklm")
      session.type("n\r")
      #expect(session.event() == .line("abcdefghijklmn"))
      session.end()
    }

    @Test func thePromptIsShownWithoutColours() {
      let session = session(prompt: "\u{1b}[1mtalks\u{1b}]0;x\u{7}\u{1b}[0m> ")
      session.type("a")
      session.see("talks�]0;x�> a")
      #expect(session.screen.unknown.isEmpty)
      session.end()
    }

    @Test func anUnknownTerminalTypeIsTakenForACommonOne() {
      let session = session(type: "no-such-terminal")
      session.type("abc\u{2}\u{7f}")
      session.see("> ac")
      session.type("\r")
      #expect(session.event() == .line("ac"))
      session.end()
    }

    @Test(arguments: ["dumb", ""])
    func aDumbTerminalIsOnlyPromptedAndRead(_ type: String) {
      let session = session(type: type)
      session.isPlain = true
      session.see(">")
      session.type("Łódź\r")
      #expect(session.event() == .line("Łódź"))
      session.type("abc")
      session.raise(SIGINT)
      #expect(session.event() == .interrupted)
      session.raise(SIGTERM)
      #expect(session.event() == .signal(SIGTERM))
      #expect(session.screen.unknown.isEmpty)
      session.end()
    }
  }
}
