import Glibc
import TerminalKit
import Testing

@testable import LineEditing

extension TerminalTests {
  /// A paste is never executed.
  @Suite struct PasteTests {
    private func session() -> TerminalSession {
      TerminalSession { terminal, signals in
        TerminalReader(
          input: terminal, output: terminal, type: "xterm-256color", signals: signals)
      }
    }

    private func paste(_ text: String) -> String { "\u{1b}[200~" + text + "\u{1b}[201~" }

    @Test(arguments: ["drop all\rquit\r", "drop all\nquit\n", "drop all\r\nquit\r\n"])
    func severalLinesAreHandedOn(_ text: String) {
      let session = session()
      session.wait { $0.bracketsPaste }
      session.type(paste(text))
      #expect(session.event() == .paste("drop all\nquit\n"))
      session.end()
    }

    @Test func theLineBeforeAPasteComesBack() {
      let session = session()
      session.type("load ")
      session.see("> load")
      session.type(paste("one\rtwo"))
      #expect(session.event() == .paste("one\ntwo"))
      session.see("> load", "> load")
      session.type("x\r")
      #expect(session.event() == .line("load x"))
      session.end()
    }

    @Test func oneLineIsInsertedWithoutItsEnd() {
      let session = session()
      session.type("a  b\u{2}\u{2}")
      session.see("> a  b")
      session.type(paste("x\ty\u{3}\u{1b}[31mé\u{202e}z\r"))
      session.see("> a x y[31méz b")
      session.type("\r")
      #expect(session.event() == .line("a x y[31méz b"))
      session.end()
    }

    @Test func aLargePasteArrivesWhole() {
      let session = session()
      session.wait { $0.bracketsPaste }
      let text = String(repeating: "Wörter, 中文 und mehr\n", count: 20_000)
      session.type(paste(text))
      #expect(session.event() == .paste(text))
      session.end()
    }
  }
}
