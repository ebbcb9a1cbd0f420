import Glibc
import TerminalKit
import Testing

@testable import LineEditing

extension TerminalTests {
  /// History, completion and hints at a terminal.
  @Suite struct RecallTests {
    private func session(
      lines: [String] = [], columns: Int32 = 40, rows: Int32 = 8, words: [Candidate] = [],
      endings: [String: String] = [:], ghost: Bool = true, lastHint: String? = nil
    ) -> TerminalSession {
      TerminalSession(columns: columns, rows: rows) { terminal, signals in
        var history = History()
        for line in lines { history.add(line) }
        return TerminalReader(
          input: terminal, output: terminal, type: "xterm-256color", history: history,
          completer: WordCompleter(words), hinter: EndingHinter(endings), ghost: { ghost },
          lastHint: { lastHint }, signals: signals)
      }
    }

    @Test func arrowsWalkThroughTheHistory() {
      let session = session(lines: ["first", "второй"])
      session.type("draft")
      session.see("> draft")
      session.type("\u{1b}[A")
      session.see("> второй")
      session.type("\u{1b}OA")
      session.see("> first")
      session.type("\u{10}")
      session.see("> first")
      session.type("\u{e}")
      session.see("> второй")
      session.type("\u{1b}[B\u{1b}[B")
      session.see("> draft")
      session.type("\r")
      #expect(session.event() == .line("draft"))
      session.type("\u{1b}[A")
      session.see("> draft", "> draft")
      session.end()
    }

    @Test func controlRSearchesInAnyScriptAndCase() {
      let session = session(lines: ["party Москва", "load wire", "party ΟΔΟΣ", "find москва"])
      session.type("x")
      session.see("> x")
      session.type("\u{12}МОС")
      session.see("search “МОС”: find москва")
      session.type("\u{12}")
      session.see("search “МОС”: party Москва")
      session.type("\u{13}")
      session.see("search “МОС”: find москва")
      session.type("\u{7f}\u{7f}\u{7f}οδος")
      session.see("search “οδος”: party ΟΔΟΣ")
      session.type("!")
      session.see("not found “οδος!”: party ΟΔΟΣ")
      session.type("\u{7}")
      session.see("> x")
      session.type("\u{12}wire\u{5}s")
      session.see("> load wires")
      session.type("\r")
      #expect(session.event() == .line("load wires"))
      session.type("\u{12}wire\r")
      #expect(session.event() == .line("load wires"))
      session.end()
    }

    @Test func aLetterMoreStaysAtTheLineThatWasFound() {
      let session = session(lines: ["load one", "load two"])
      session.type("\u{12}lo")
      session.see("search “lo”: load two")
      session.type("\u{12}")
      session.see("search “lo”: load one")
      session.type("a")
      session.see("search “loa”: load one")
      session.type("\r")
      #expect(session.event() == .line("load one"))
      session.end()
    }

    @Test func tabInsertsTheCommonPartAndThenLists() {
      let words = [
        Candidate(text: "attribute", gloss: "say who \u{1b}[31mclaims it"),
        Candidate(text: "attribut\u{1b}e"), Candidate(text: "Łódź"),
      ]
      let session = session(words: words)
      session.type("a\t")
      session.see("> attribut")
      session.type("\t")
      session.see("> attribut", "attribute   say who �[31mclaims it", "attribut�e", "> attribut")
      session.type("e\t")
      session.see(
        "> attribut", "attribute   say who �[31mclaims it", "attribut�e", "> attribute")
      session.type("Łó\tx\r")
      #expect(session.event() == .line("attribute Łódź x"))
      #expect(session.screen.unknown.isEmpty)
      session.end()
    }

    @Test func tabCompletesInTheMiddleOfALine() {
      let session = session(words: [
        Candidate(text: "Corda"), Candidate(text: "中文", isComplete: false),
      ])
      session.type("é Co x\u{2}\u{2}\t!")
      session.see("> é Corda! x")
      session.type("\u{1}中\t?\r")
      #expect(session.event() == .line("中文?é Corda! x"))
      session.end()
    }

    @Test func manyCandidatesStandInColumnsAndAreCounted() {
      let words = (10..<60).map { Candidate(text: "p\($0)") }
      let session = session(columns: 24, rows: 8, words: words)
      session.type("p")
      session.see("> p")
      session.type("\t\t")
      session.see(
        "> p", "p10  p11  p12  p13  p14", "p15  p16  p17  p18  p19", "p20  p21  p22  p23  p24",
        "p25  p26  p27  p28  p29", "p30  p31  p32  p33  p34", "… 25 more", "> p")
      session.end()
    }

    @Test func theRightArrowTakesTheHint() {
      let session = session(endings: ["re": "ad wire\u{7}"])
      session.type("re")
      session.see("> read wire�")
      #expect(session.screen.dimText == "ad wire�")
      #expect(session.screen.column == 4)
      session.type("\u{1b}[C\u{7f}")
      session.see("> read wire")
      session.type("\r")
      #expect(session.event() == .line("read wire"))
      session.end()
    }

    @Test func onlyTheWordsOfAHintAreTaken() {
      let session = session(endings: ["re": "ad <article>", "read ": "<article>"])
      session.type("re")
      session.see("> read <article>")
      session.type("\u{1b}[C")
      session.see("> read <article>")
      session.type("\u{1b}[C\u{5}x\r")
      #expect(session.event() == .line("read x"))
      session.end()
    }

    @Test func theHistoryHintsFirst() {
      let session = session(lines: ["read wire 5", "read vessin 中"], endings: ["rea": "d <x>"])
      session.type("rea")
      session.see("> read vessin 中")
      session.type("\u{5}")
      session.see("> read vessin 中")
      session.type("\r")
      #expect(session.event() == .line("read vessin 中"))
      session.end()
    }

    @Test func aHintIsErasedByEveryEndOfALine() {
      for (end, event) in [("\r", LineEvent.line("re")), ("\u{3}", .interrupted)] {
        let session = session(endings: ["re": "ad wire"])
        session.type("re")
        session.see("> read wire")
        session.type(end)
        #expect(session.event() == event)
        session.see("> re", ">")
        session.end()
      }
    }

    @Test func aHintIsErasedByTheNextKey() {
      let session = session(endings: ["re": "ad wire"])
      session.type("re")
      session.see("> read wire")
      session.type("f")
      session.see("> ref")
      session.type("\u{7f}")
      session.see("> read wire")
      session.type("\r")
      #expect(session.event() == .line("re"))
      session.see("> re", ">")
      session.end()
    }

    @Test func withoutGhostNoHintIsShownOrTaken() {
      let session = session(endings: ["re": "ad wire"], ghost: false)
      session.type("re\u{1b}[C\r")
      #expect(session.event() == .line("re"))
      #expect(session.screen.dimText.isEmpty)
      session.end()
    }

    @Test func tabOnAnEmptyLineTypesTheLastHint() {
      let session = session(lastHint: "party Korda kind state")
      session.type("\t")
      session.see("> party Korda kind state")
      session.type("\r")
      #expect(session.event() == .line("party Korda kind state"))
      session.end()
    }
  }
}
