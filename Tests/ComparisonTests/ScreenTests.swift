import Casebook
import SourceText
import Testing

@testable import Comparison

private func screen(_ width: Int?) -> [String] {
  let book = talks().casebook()
  let parties = book.parties("Alba", "Corda", "Tarn", "Seaboard Union")
  return CompareQuery(parties: parties).answer(in: book).lines(in: book, width: width)
}

private func expect(_ lines: [String], _ expected: String) {
  for (i, pair) in zip(lines, expected.split(separator: "\n").map(String.init)).enumerated() {
    #expect(pair.0 == pair.1, "line \(i + 1)")
  }
  #expect(lines.joined(separator: "\n") == expected)
}

@Test func aComparisonFillsAScreenOfEightyColumns() {
  expect(
    screen(80),
    """
    3 articles, 13 Mar..17 Apr 2031                       9 of 11 statements counted
    ────────────────────────────────────────────────────────────────────────────────
                  AL      CO      TA      SU    gap
    %1 truce    -1?(1)  +2 (2)    .       .      3  CO against AL
    %2 monitors +1~(1)  +2 (1)  +1 (1)   u (1)   1  SU uncommitted
       one party only   sanctions CO +2 (1), seat AL -2 (1)
       common ground    monitors AL +1, CO +2, TA +1 (4)
       sharpest clash   truce CO +2 : AL -1
    . nothing found  ? on a condition  ~ hedged  u uncommitted  (n) statements
    TA is part of SU: its words count once, under TA.
    Not in here: Upper Merrow Council (seat +2); 1 without a position.
    ────────────────────────────────────────────────────────────────────────────────
    %1 truce
       “The fighting should stop before a settlement.”
     AL -1?  no truce without guarantees
             Oslin said, indirect, 14 Apr                                    wire:7a
             IF no guarantees are given for the work of the monitors on the eastern
                bank
     CO +1   ready to stop at midnight, any midnight
             Mr Kolm repeated, direct, 13 Mar                              border:1a
        +2   “We asked for silence on Tuesday, on Wednesday and again this …
             Anton Reck via Cordan Foreign Ministry, direct, 17 Apr          wire:8a
    %2 monitors
       “Monitors should be stationed on both banks.”
     AL +1~  Monitors are welcome
             Alba, 17 Apr                                                    wire:3a
     CO +2   We accept monitors on both banks
             Corda, 17 Apr                                                   wire:6a
     TA +1   Tarn will watch
             Tarn, no day                                                  pasted:1a
     SU  u   (words of wire:6a)
             Seaboard Union, narrator, 17 Apr                                wire:6a
    """)
}

@Test func onANarrowScreenColumnsGoIntoFurtherTables() {
  expect(
    Array(screen(40).prefix(26)),
    """
    3 articles, 13 Mar..17 Apr 2031
    9 of 11 statements counted
    ────────────────────────────────────────
                  AL      CO      TA
    %1 truce    -1?(1)  +2 (2)    .
    %2 monitors +1~(1)  +2 (1)  +1 (1)
                  SU    gap
    %1 truce      .      3  CO against AL
    %2 monitors  u (1)   1  SU uncommitted
       one party only   sanctions CO +2 (1),
                        seat AL -2 (1)
       common ground    monitors AL +1, CO
                        +2, TA +1 (4)
       sharpest clash   truce CO +2 : AL -1
    . nothing found  ? on a condition
    ~ hedged  u uncommitted  (n) statements
    TA is part of SU: its words count once,
    under TA.
    Not in here: Upper Merrow Council (seat
    +2); 1 without a position.
    ────────────────────────────────────────
    %1 truce
       “The fighting should stop before a
       settlement.”
     AL -1?  no truce without guarantees
             Oslin said, indirect,…  wire:7a
    """)
}

@Test func aNoteThatFindsNoRoomStandsOverTheWords() {
  #expect(screen(60).contains("%1 truce   CO against AL"))
  #expect(screen(80).contains("%1 truce"))
}

@Test func withoutAWidthQuotesStandUncut() {
  let lines = screen(nil)
  #expect(lines.contains { $0.hasSuffix("and we were asked for our patience”") })
  #expect(lines.contains("         Oslin said, indirect, 14 Apr  wire:7a"))
}

@Test(arguments: [40, 47, 60, 80, 132])
func noLineIsWiderThanTheScreenOrEndsInABlank(width: Int) {
  for line in screen(width) {
    #expect(DisplayWidth.cells(of: line) <= width, "\(line)")
    #expect(!line.hasSuffix(" "), "\(line)")
  }
}

@Test func aTableWithManyPartiesLosesNone() {
  var desk = Desk()
  desk.parties = (10..<40).map { Desk.party("State \($0)", .state, "S\($0)") }
  desk.statements = (10..<40).map { Said("words \($0)", "State \($0)", "truce", "+1") }
  let book = desk.casebook()
  let lines = CompareQuery().answer(in: book).lines(in: book).prefix {
    !$0.contains("common ground")
  }
  let heads = lines.filter { $0.hasPrefix("          ") }.flatMap { $0.split(separator: " ") }
  #expect(heads.filter { $0.hasPrefix("S") }.count == 30)
  #expect(lines.filter { $0.hasPrefix("%1 truce") }.count > 3)
}

@Test func nothingFoundIsSaid() {
  let book = Desk([Said("one", "Alba", nil)]).casebook()
  let lines = CompareQuery().answer(in: book).lines(in: book)
  #expect(
    lines == [
      Layout.ends("0 articles", "0 of 1 statement counted", width: 80)[0], Layout.rule(80),
      "Nothing found.", "Not in here: 1 without a position.",
    ])
}

@Test func nothingInvisibleReachesTheScreen() {
  var desk = Desk([Said("turn\u{202E}ed\u{9B}31m\tred", "Alba", "truce", "+1")])
  desk.statements[0].condition = "a\u{200B}b"
  desk.statements[0].cue = "said\u{7}"
  desk.parties[0].short = "A\u{1B}L"
  let book = desk.casebook()
  let result = CompareQuery().answer(in: book)
  let all = result.lines(in: book) + result.csvLines(in: book) + result.jsonLines(in: book)
  #expect(!all.contains { $0.unicodeScalars.contains { VisibleText.isHidden($0) } })
  #expect(all.contains { $0.contains("turn<U+202E>ed<U+009B>31m red") })
  #expect(all.contains { $0.contains(#"turn\u202eed\u009b31m\tred"#) })
}

@Test func wideWordsAreCutByCells() {
  #expect(Layout.cut("停火停火停火", to: 7) == "停火停…")
  #expect(Layout.cut("停火停火停火", to: 12) == "停火停火停火")
  #expect(Layout.cut("ready to stop", to: 10) == "ready to …")
  #expect(Layout.cut("ready", to: 1) == "…")
}
