import Casebook
import SourceText
import Testing

/// Whatever the page is: blocks lie in order, do not overlap, and hold every line that is not blank
/// exactly once.
@Suite struct BlockPropertyTests {
  private static let lines = [
    "", "", "", "  ", "\t", "Menu", "Home", "Share", "Related Articles", "Back to Top",
    "3 Comments",
    "Fog Over Ostrey: Pilots Return to the Table", "By Tomas Venn", "Published May 3, 2031",
    "The pilots of Ostrey went back to the table on Monday, three weeks after they had left it.",
    "“Nobody moors a ship with a press release,” said Karin Dahl, who speaks for the pilots.",
    "The pilot station on the outer mole of Ostrey. (Image Credit: Jon Aske)",
    "  • two more pilots a watch", "- a pension", "What the port offers", "港口局周一表示。谈判将继续。",
    "Copyright © 2033 The Ostrey Courier", "Correction: the wrong harbour was named.", "•", "…",
    "Die Fähre fährt seit Montag wieder, wie das Amt mitteilte.", "\u{A0}", "\r", "🚢",
    "Updated 2031-05-05", "17.04.2031", "x", "Subscribe to our newsletter",
  ]

  @Test(arguments: 1...300)
  func everyLineThatIsNotBlankIsInExactlyOneBlock(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let count = Int.random(in: 1...40, using: &random)
    let chosen = (0..<count).map { _ in Self.lines.randomElement(using: &random) ?? "" }
    let source = (chosen + ["end"]).joined(separator: "\n")
    let content = try Page(source).content
    var covered = 0
    var line = 0
    for block in content.blocks {
      #expect(block.range.lowerBound >= covered && !block.range.isEmpty)
      #expect(isBlank(content.text.bytes[covered..<block.range.lowerBound]))
      #expect(block.line > line)
      #expect((block.kind == .setAside) == (block.reason != nil))
      covered = block.range.upperBound
      line = block.line
    }
    #expect(isBlank(content.text.bytes[covered...]))
  }

  private func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
  }
}
