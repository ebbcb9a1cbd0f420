import CPseudoTerminal
import Glibc
import TerminalKit
import Testing

@testable import LineEditing

extension TerminalTests {
  /// Random bytes never crash the editor, at any window size.
  @Suite struct RandomInputTests {
    /// Pieces that reach further than single bytes do.
    private static let pieces: [String] = [
      "\u{1b}[A", "\u{1b}[B", "\u{1b}[C", "\u{1b}[D", "\u{1b}[200~", "\u{1b}[201~", "\u{1b}", "\t",
      "\r", "\u{7f}", "\u{12}", "\u{b}", "\u{15}", "\u{19}", "\u{17}", "\u{14}", "\u{1}", "\u{5}",
      "\u{c}", "\u{7}", "中文", "e\u{301}", "👨‍👩‍👧", "\u{200d}\u{fe0f}", "word ", "Москва", "\u{1b}b",
      "\u{1b}f",
      "\u{1b}u", "\u{1b}c", "\u{1b}d", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ]

    @Test(
      arguments: [
        (80, 24), (40, 5), (20, 3), (10, 2), (7, 1), (5, 4), (3, 3), (2, 2), (2, 1), (1, 1),
        (1, 50),
        (300, 1), (0, 0),
      ] as [(Int32, Int32)])
    func randomBytesDoNotCrash(_ columns: Int32, _ rows: Int32) {
      var random = FixedRandom(state: UInt64(columns) << 32 | UInt64(rows) + 1)
      let session = TerminalSession(columns: columns, rows: rows) { terminal, signals in
        var history = History()
        for line in ["первая", "second 中文 line", String(repeating: "long ", count: 60)] {
          history.add(line)
        }
        let words = ["wordy", "words", "world"].map { Candidate(text: $0, gloss: "gloss") }
        return TerminalReader(
          input: terminal, output: terminal, type: "xterm-256color", history: history,
          completer: WordCompleter(words), hinter: EndingHinter(["a": "bc", "": "中"]),
          signals: signals)
      }
      while cpt_is_cooked(session.slave) == 1 { session.blindPump(milliseconds: 1) }
      for _ in 0..<3_000 {
        // Ctrl-D would end the session early, Ctrl-Z would stop the tests, and Ctrl-S, between two
        // lines, the terminal.
        if random.next() % 3 == 0 {
          session.typeBlind([UInt8(random.next() % 256)].filter { ![4, 19, 26].contains($0) })
        } else {
          session.typeBlind(Array(Self.pieces[Int(random.next() % UInt64(Self.pieces.count))].utf8))
        }
        if random.next() % 100 == 0 { session.raise(SIGWINCH) }
      }
      #expect(!session.isFinished)
      // Whatever sequence or paste is open ends, and then the session. Between two lines the
      // terminal may lose what is typed.
      while !session.isFinished {
        session.typeBlind(Array("\u{1b}[201~\u{7}\u{3}\u{4}".utf8))
        session.blindPump(milliseconds: 1)
      }
      session.end()
    }
  }
}

/// A generator that gives the same numbers in every run (SplitMix64).
struct FixedRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}
