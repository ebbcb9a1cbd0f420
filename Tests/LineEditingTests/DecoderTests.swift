import TerminalKit
import Testing

@testable import LineEditing

@Suite struct DecoderTests {
  private func keys(_ bytes: some Sequence<UInt8>, expiring: Bool = false) -> [Key] {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for byte in bytes { decoder.feed(byte, to: &keys) }
    if expiring { decoder.expire(to: &keys) }
    return keys
  }

  @Test(
    arguments: [
      ("a", [.scalar("a")]), ("ł", [.scalar("ł")]), ("\u{1}", [.control(1)]),
      ("\u{7f}", [.control(0x7f)]), ("\u{1b}[A", [.up]), ("\u{1b}OB", [.down]),
      ("\u{1b}[1;5C", [.wordRight]), ("\u{1b}[1;3D", [.wordLeft]), ("\u{1b}[3~", [.delete]),
      ("\u{1b}[1~\u{1b}[7~\u{1b}[H", [.home, .home, .home]), ("\u{1b}[4~\u{1b}OF", [.end, .end]),
      ("\u{1b}[Z", [.backTab]), ("\u{1b}b", [.alt("b")]),
      ("\u{1b}[99;99;99~x", [.unknown, .scalar("x")]),
      ("\u{1b}[[Ax", [.unknown, .scalar("x")]), ("\u{1b}[Mabcx", [.unknown, .scalar("x")]),
      ("\u{1b}[1;\u{3}", [.unknown, .control(3)]), ("\u{1b}[1\u{1b}[A", [.unknown, .up]),
      ("\u{1b}\u{1b}[A", [.escape, .up]), ("\u{1b}]0;t\u{7}x", [.unknown, .scalar("x")]),
      ("\u{1b}_t\u{1b}\\x", [.unknown, .scalar("x")]), ("\u{1b}é", [.escape, .scalar("é")]),
      ("\u{1b}[200~a\u{1b}[A\rb\u{1b}[201~c", [.paste(Array("a\u{1b}[A\rb".utf8)), .scalar("c")]),
    ] as [(String, [Key])])
  func sequencesAreTakenWhole(_ text: String, _ expected: [Key]) {
    #expect(keys(text.utf8) == expected)
  }

  @Test func timeEndsASequenceButNotAPaste() {
    #expect(keys("\u{1b}".utf8, expiring: true) == [.escape])
    #expect(keys("\u{1b}[1;".utf8, expiring: true) == [.unknown])
    #expect(keys([0xe4, 0xb8], expiring: true) == [.scalar("\u{fffd}")])
    #expect(keys("\u{1b}[200~abc".utf8, expiring: true) == [])
  }

  @Test func brokenUTF8IsRepairedAsTheStandardLibraryDoesIt() {
    var random = FixedRandom(state: 7)
    let leads: [UInt8] = [0x41, 0x80, 0xbf, 0xc0, 0xc3, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xff]
    for _ in 0..<20_000 {
      let bytes = (0..<6).map { _ in
        random.next() % 2 == 0
          ? leads.randomElement(using: &random)! : 0x80 | UInt8(random.next() % 64)
      }
      var decoder = ScalarDecoder()
      var decoded = String.UnicodeScalarView()
      for byte in bytes { decoder.feed(byte) { decoded.append($0) } }
      decoder.finish { decoded.append($0) }
      #expect(Array(decoded) == Array(String(decoding: bytes, as: UTF8.self).unicodeScalars))
    }
  }

  @Test(
    arguments: [
      ("e", "\u{301}", "\u{e9}"), ("ế", "\u{323}", nil), ("и", "\u{306}", "\u{439}"),
      ("か", "\u{3099}", "が"), ("ا", "\u{653}", "\u{622}"), ("x", "\u{301}", nil), ("e", "f", nil),
      ("\u{1100}", "\u{1161}", "\u{ac00}"), ("\u{ac00}", "\u{11a8}", "\u{ac01}"),
      ("A", "\u{30a}", "\u{c5}"),
    ] as [(Unicode.Scalar, Unicode.Scalar, Unicode.Scalar?)])
  func lettersAndMarksCompose(
    _ letter: Unicode.Scalar, _ mark: Unicode.Scalar, _ expected: Unicode.Scalar?
  ) {
    #expect(Composition.compose(letter, mark) == expected)
  }

  @Test(arguments: [
    ("abc", 3), ("中文", 4), ("e\u{301}", 1), ("👍", 2), ("Ж", 1), ("한", 2), ("\u{200d}", 0),
  ])
  func widthsAreThoseOfATerminal(_ text: String, _ cells: Int) {
    #expect(Cells.width(text) == cells)
  }

  @Test func candidateRowsStayNarrowerThanTheWindow() {
    let long = Candidate(text: String(repeating: "中", count: 30), gloss: "gloss")
    for columns in 1..<50 {
      for limit in [1, 9] {
        let rows = CandidateTable.rows(
          [long, Candidate(text: "b")], columns: columns, limit: limit)
        #expect(rows.allSatisfy { Cells.width($0) < max(2, columns) })
      }
    }
  }
}
