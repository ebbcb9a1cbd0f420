import TestKit
import Testing

@testable import NotebookFormat

@Suite struct RecordTextTests {
  /// The command that is read back from the lines that are written for it.
  private func readBack(_ command: String) -> (lines: [Substring], command: String) {
    let text = RecordText.command(command)
    let document = Document(Array(text.utf8))
    #expect(document.items.count == 1, "\(command)")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    return (lines, String(decoding: document.command(of: 0), as: UTF8.self))
  }

  @Test func aShortCommandIsOneLine() {
    #expect(RecordText.command("party Alba") == "    > party Alba\n")
    #expect(RecordText.command("") == "    >\n")
    #expect(RecordText.line("=", "") == "    =\n")
  }

  @Test func aCommandOf96ColumnsIsOneLineAndALongerOneIsTwo() {
    let words = String(repeating: "x", count: 40)
    let fits = "\(words) \(words) 12345678"
    expectSame(RecordText.command(fits), "    > \(fits)\n")
    expectSame(
      RecordText.command(fits + "9"), "    > \(words) \(words)\n    + 123456789\n")
    expectSame(RecordText.command(fits + " 9"), "    > \(fits)\n    + 9\n")
  }

  @Test func theBreakCountsScalarsNotBytes() {
    let wide = String(repeating: "北", count: 30)
    expectSame(
      RecordText.command("\(wide) \(wide) \(wide)"), "    > \(wide) \(wide)\n    + \(wide)\n")
  }

  @Test func blanksBesideBlanksAreNeverBroken() {
    let text = "a \"" + String(repeating: "one  two   ", count: 20) + "end\" of it"
    let (lines, command) = readBack(text)
    expectSame(command, text)
    #expect(lines.allSatisfy { $0.last != " " })
  }

  @Test func aWordLongerThanALineStandsAlone() {
    let long = String(repeating: "long", count: 50)
    let (lines, command) = readBack("cue \(long) to Alba")
    expectSame(command, "cue \(long) to Alba")
    #expect(lines == ["    > cue", "    + \(long)", "    + to Alba"])
  }

  @Test(arguments: UInt64(1)...20)
  func commandsAtRandomAreJoinedAgain(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let words = [
      "a", "as", "\"no", "truce\"", "北京北京", "é", "e\u{301}", "👩‍🚀", "#red-line", "--", "\\\"",
      "+", ">", ":", "|", "\u{600}", String(repeating: "w", count: 93), "guarantees", "“x”",
    ]
    for round in 0..<150 {
      var text = random.pick(words)
      for _ in 0..<random.below(60) {
        text += (random.once(in: 9) ? String(repeating: " ", count: 1 + random.below(5)) : " ")
        text += random.pick(words)
      }
      let (lines, command) = readBack(text)
      expectSame(command, text, "seed \(seed), round \(round)")
      for line in lines where line.contains("+ ") || line.contains("> ") {
        let inner = line.dropFirst(6)
        let isWide = line.unicodeScalars.count > RecordText.width
        #expect(!isWide || !hasPlaceToBreak(inner), "seed \(seed), round \(round): \(line)")
      }
    }
  }

  /// Whether a line could have been broken at a blank without blanks beside it.
  private func hasPlaceToBreak(_ line: Substring) -> Bool {
    let bytes = Array(line.utf8)
    let early = bytes.indices.prefix(90)
    return early.contains {
      $0 > 0 && $0 + 1 < bytes.count && bytes[$0] == 0x20 && bytes[$0 - 1] != 0x20
        && bytes[$0 + 1] != 0x20
    }
  }

  @Test(arguments: [
    "note a8f536ced one line", "note a8f536ced one\ntwo", "note a8f536ced one\n\nthree\n  four",
    "note a8f536ced \n+ plus\n> more", "note a8f536ced 北京\n“x” -- y",
  ])
  func linesOfANoteStandEachOnItsOwn(text: String) {
    let (lines, command) = readBack(text)
    expectSame(command, trimmedLines(text))
    #expect(lines.count == text.split(separator: "\n", omittingEmptySubsequences: false).count)
  }

  @Test func noLineOfANoteEndsInABlank() {
    #expect(RecordText.command("note a1 x  \ny \n ") == "    > note a1 x\n    + y\n    +\n")
  }

  @Test func onlyTheBlankGoesWhereItMakesOneCharacterWithTheLetterBefore() {
    #expect(RecordText.command("note a1 x\u{600} ") == "    > note a1 x\u{600}\n")
  }

  @Test func aLongLineOfANoteIsNotBroken() {
    let long = "note a8f536ced " + String(repeating: "word ", count: 60) + "end"
    #expect(RecordText.command(long) == "    > \(long)\n")
  }

  private func trimmedLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
  }
}
