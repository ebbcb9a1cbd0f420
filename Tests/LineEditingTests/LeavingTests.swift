import CPseudoTerminal
import Glibc
import TerminalKit
import Testing

@testable import LineEditing

extension TerminalTests {
  /// However reading ends, the terminal is as it was.
  @Suite struct LeavingTests {
    private func session() -> TerminalSession {
      TerminalSession { terminal, signals in
        TerminalReader(
          input: terminal, output: terminal, type: "xterm-256color", signals: signals)
      }
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func aSignalRestoresTheTerminal(_ signal: Int32) {
      let session = session()
      session.wait { $0.bracketsPaste }
      session.type("half a li")
      session.see("> half a li")
      #expect(cpt_is_cooked(session.slave) == 0)
      session.raise(signal)
      #expect(session.event() == .signal(signal))
      session.wait { !$0.bracketsPaste }
      #expect(cpt_is_cooked(session.slave) == 1)
      #expect(session.screen.row == 1)
      session.end()
    }

    @Test func anInterruptDropsTheLine() {
      let session = session()
      session.type("half a li")
      session.see("> half a li")
      session.raise(SIGINT)
      #expect(session.event() == .interrupted)
      session.end()
    }

    @Test func aClosedTerminalCountsAsHangUp() {
      let session = session()
      session.type("half a li")
      session.see("> half a li")
      session.hangUp()
      #expect(session.event() == .signal(SIGHUP))
      session.end()
    }

    @Test func aContinuedProgramDrawsItsLineAgain() {
      let session = session()
      session.type("half a li")
      session.see("> half a li")
      session.raise(SIGCONT)
      session.type("ne")
      session.see("> half a line")
      session.end()
    }

    @Test func onlyATerminalIsEdited() {
      var ends: [Int32] = [-1, -1]
      #expect(unsafe pipe(&ends) == 0)
      #expect(TerminalReader(input: ends[0], output: ends[1]) == nil)
      for end in ends { close(end) }
    }
  }
}
