import TestKit
import Testing

@testable import Diagnostics

/// The exact text of diagnostics.
@Suite struct RenderingTests {
  private static let message = Message("unknown-party", "no party ‘Korda’")

  /// A diagnostic at the marked words of a line.
  private func diagnostic(_ marked: String, file: String = "", line: Int = 0) -> Diagnostic {
    let marked = MarkedText(marked)
    let place = Diagnostic.Place(
      file: file, line: line, text: marked.text, span: marked.ranges[0])
    return Diagnostic(Self.message, at: place)
  }

  @Test func withoutAPlaceItIsOneLine() {
    expectSame(
      Diagnostic(Self.message).rendered(), "error: no party ‘Korda’ [unknown-party]\n")
  }

  /// Counts of one kind in a row, of another kind, and of the first again.
  @Test(arguments: [
    ([0, 0, 0], []), ([5, 1, 2], []), ([6, 0, 0], []), ([7, 1, 6], ["… 2 more of this kind [a]"]),
    (
      [9, 8, 7],
      ["… 4 more of this kind [a]", "… 3 more of this kind [b]", "… 2 more of this kind [a]"]
    ),
  ])
  func manyOfOneKindAreCounted(counts: [Int], expected: [String]) {
    let kinds = zip(["a", "b", "a"], counts).flatMap { Array(repeating: $0, count: $1) }
    let lines = kinds.map { Diagnostic(Message($0, "gone")) }.rendered().split(separator: "\n")
    expectSame(
      lines.filter { $0.hasPrefix("…") }.joined(separator: "; "), expected.joined(separator: "; "))
    let left = counts.reduce(0) { $0 + ($1 > 6 ? 5 : $1) }
    #expect(lines.count { $0.contains("error: gone") } == left)
  }

  @Test func aTypedLineIsShownWithCaretsUnderTheWords() {
    expectSame(
      diagnostic("party Mira of ⟦Korda⟧ as x").rendered(),
      """
      error: no party ‘Korda’ [unknown-party]
        party Mira of Korda as x
                      ^^^^^

      """)
  }

  @Test func aLineOfAFileIsNamedWithItsColumnInCharacters() {
    expectSame(
      diagnostic("é e\u{301} 北 👩‍🚀 ⟦x⟧", file: "talks.md", line: 12).rendered(),
      "talks.md:12:9: error: no party ‘Korda’ [unknown-party]\n"
        + "  é e\u{301} 北 👩‍🚀 x\n"
        + "              ^\n")
  }

  @Test(arguments: [
    ("北京 ⟦x⟧", "  北京 x\n       ^\n"), ("x ⟦北京⟧", "  x 北京\n    ^^^^\n"),
    ("e\u{301}⟦x⟧", "  e\u{301}x\n   ^\n"), ("⟦e\u{301}o\u{308}⟧", "  e\u{301}o\u{308}\n  ^^\n"),
    ("x⟦⟧", "  x\n   ^\n"), ("⟦⟧x", "  x\n  ^\n"), ("a\t⟦b⟧", "  a b\n    ^\n"),
    ("⟦ａｂ⟧c", "  ａｂc\n  ^^^^\n"), ("⟦\u{301}⟧", "  \u{301}\n  ^\n"),
    ("\u{1B}⟦[31m⟧", "  <U+001B>[31m\n          ^^^^\n"),
    ("⟦\u{202E}⟧", "  <U+202E>\n  ^^^^^^^^\n"),
  ])
  func theCaretIsPlacedByCells(line: String, expected: String) {
    expectSame(
      diagnostic(line).rendered(), "error: no party ‘Korda’ [unknown-party]\n" + expected)
  }

  @Test func allPartsComeInOrder() {
    var diagnostic = diagnostic("drop ⟦Alba⟧")
    diagnostic.severity = .warning
    diagnostic.explanation = "two statements\u{7}refer to it"
    diagnostic.hint = "drop Alba all"
    diagnostic.notes = ["wire:15a", "wire:16\u{1B}a"]
    expectSame(
      diagnostic.rendered(),
      """
      warning: no party ‘Korda’ [unknown-party]
        drop Alba
             ^^^^
        = two statements<U+0007>refer to it
        = hint: drop Alba all
          wire:15a
          wire:16<U+001B>a

      """)
  }

  @Test func movedToAFileItSaysWhere() {
    expectSame(
      diagnostic("⟦x⟧").moved(toFile: "a\u{1B}.md", line: 3).rendered(),
      "a<U+001B>.md:3:1: error: no party ‘Korda’ [unknown-party]\n  x\n  ^\n")
    expectSame(
      Diagnostic(Self.message).moved(toFile: "a.md", line: 3).rendered(),
      "a.md:3: error: no party ‘Korda’ [unknown-party]\n")
  }

  @Test func aLongLineIsCutAroundThePlace() {
    let before = String(repeating: "b", count: 1_000)
    let after = String(repeating: "a", count: 1_000)
    expectSame(
      diagnostic("\(before)⟦words⟧\(after)").rendered(),
      "error: no party ‘Korda’ [unknown-party]\n"
        + "  …\(before.prefix(150))words\(after.prefix(100))\n"
        + "  \(String(repeating: " ", count: 151))^^^^^\n")
  }

  @Test func longWordsHaveNoMoreCaretsThanTheyAreShown() {
    let words = String(repeating: "北", count: 500)
    expectSame(
      diagnostic("⟦\(words)⟧").rendered(),
      "error: no party ‘Korda’ [unknown-party]\n"
        + "  \(words.prefix(40))\n  \(String(repeating: "^", count: 80))\n")
  }

  @Test func noLineIsEverWiderThan400Cells() {
    for count in [99, 100, 299, 300, 301, 500] {
      let text = String(repeating: "北x", count: count)
      let rendered = diagnostic("\(text)⟦\(text)⟧\(text)").rendered()
      #expect(rendered.split(separator: "\n").allSatisfy { $0.count <= 400 }, "\(count)")
    }
  }

  @Test(arguments: [0..<0, 0..<99, 50..<99, 3..<4, 2..<3, 1..<4])
  func aSpanThatFitsNotIsStillRendered(span: Range<Int>) {
    let place = Diagnostic.Place(text: "a北b", span: span)
    #expect(Diagnostic(Self.message, at: place).rendered().hasSuffix("^\n"))
  }

  @Test func theHighestExitCodeApplies() {
    let codes: [ExitCode] = [.ok, .differs, .usage, .evidenceMissing, .unreadableNotebook]
    #expect(codes.max() == .unreadableNotebook)
    #expect(ExitCode.commandFailed < .inputOutput)
    #expect(Message("a", "b").exit == .commandFailed)
  }
}
