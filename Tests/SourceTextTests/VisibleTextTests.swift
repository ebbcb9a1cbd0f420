import TestKit
import Testing

@testable import SourceText

@Suite struct VisibleTextTests {
  /// Every scalar that must never reach a terminal.
  static let hidden: [ClosedRange<UInt32>] = [
    0x00...0x08, 0x0B...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x180E...0x180E, 0x200B...0x200B,
    0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF...0xFEFF, 0xFFF9...0xFFFB,
    0xE0000...0xE0FFF,
  ]

  private func text(_ value: UInt32) throws -> String {
    String(Character(try #require(Unicode.Scalar(value))))
  }

  @Test func everyHiddenScalarIsWrittenOut() throws {
    for range in Self.hidden {
      for value in range {
        let digits = String(value, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let shown = VisibleText.showing("a\(try text(value))b")
        #expect(shown == "a<U+\(padded)>b", "U+\(padded)")
      }
    }
  }

  @Test func nothingElseIsChanged() throws {
    for value in UInt32(0x20)...0x10FFFF where value < 0x3000 || value % 13 == 0 {
      guard Unicode.Scalar(value) != nil, !Self.hidden.contains(where: { $0.contains(value) })
      else { continue }
      let one = try text(value)
      #expect(VisibleText.showing(one).unicodeScalars.elementsEqual(one.unicodeScalars))
    }
  }

  @Test(arguments: [
    ("a\tb", "a b"), ("a\nb", "a<U+000A>b"), ("\u{1B}[31mred", "<U+001B>[31mred"),
    ("evil\u{202E}txt", "evil<U+202E>txt"), ("e\u{301}", "e\u{301}"), ("👩‍🚀", "👩‍🚀"),
    ("\r\n", "<U+000D><U+000A>"), ("a\u{AD}b", "a\u{AD}b"), ("", ""),
  ])
  func aLineIsShownAsOneLine(text: String, shown: String) {
    expectSame(VisibleText.showing(text), shown)
  }

  @Test func lineFeedsAreKeptWhereLinesAreWanted() {
    expectSame(VisibleText.showing("a\r\n\u{85}b", lines: true), "a<U+000D>\n<U+0085>b")
  }

  @Test func whatIsShownHidesNothingAndIsShownAsItIs() throws {
    for value in UInt32(0)...0x2100 {
      guard Unicode.Scalar(value) != nil else { continue }
      let shown = VisibleText.showing("x\(try text(value))y")
      #expect(!shown.unicodeScalars.contains { VisibleText.isHidden($0) })
      #expect(VisibleText.showing(shown) == shown)
    }
  }
}
