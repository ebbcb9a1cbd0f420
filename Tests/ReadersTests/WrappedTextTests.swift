import Casebook
import SourceText
import Testing

/// Lines that only end because the next word did not fit are made whole.
@Suite struct WrappedTextTests {
  private static let wrapped = """
    The pilots of Ostrey went back to the table on Monday, three
      weeks after they had left it, and found that the chairs had
      been moved. Nobody could say by whom, and nobody asked aloud
    for fear of another week without ships, without tugs and
    without the noise that the town of Ostrey calls its silence.

    The port authority offers two more pilots a watch, a pension
    from the age of sixty, and a new boat for the outer station.
    """

  @Test func aHardWrappedTextIsJoined() throws {
    let page = try Page(Self.wrapped)
    let texts = page.texts(.paragraph)
    #expect(texts.count == 2)
    #expect(
      texts.first?.hasPrefix("The pilots of Ostrey went back to the table on Monday, three weeks")
        == true)
    #expect(
      texts.last?.hasSuffix(
        "a pension from the age of sixty, and a new boat for the outer station.") == true)
    #expect(page.notes == ["5 line ends were only there to fit a width"])
  }

  @Test func blocksNameTheLineOfTheSource() throws {
    #expect(try Page(Self.wrapped).content.blocks.map(\.line) == [1, 7])
  }

  @Test func aTextOfLongLinesIsLeftAlone() throws {
    let line =
      "The pilots of Ostrey went back to the table on Monday, three weeks after they had left it."
    let page = try Page(Array(repeating: line + " " + line, count: 6).joined(separator: "\n"))
    #expect(page.content.text.bytes.count { $0 == 0x0A } == 5)
    #expect(page.notes.isEmpty)
  }

  @Test func aListOfShortLinesIsLeftAlone() throws {
    let text = "Ferries\n\nLisk\nSelan\nDunmere\nVessin\nTarn\nHest\nNorrey\n"
    #expect(try Page(text).content.text.bytes == Array(text.utf8))
  }
}
