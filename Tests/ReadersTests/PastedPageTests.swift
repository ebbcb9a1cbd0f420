import Casebook
import SourceText
import Testing

/// A page as it is pasted: what is the article's, and why the rest is not.
@Suite struct PastedPageTests {
  private static let page = """
    Fog Over Ostrey: Pilots Return to the Table

    Fog Over Ostrey: Pilots Return to the Table

    Harbours, News No Comments on Fog Over Ostrey: Pilots Return to the Table

    7 minute read

    The pilots of Ostrey went back to the table on Monday, three weeks after they had left it.

    “Nobody moors a ship with a press release,” said Karin Dahl, who speaks for the pilots.

    The pilot station on the outer mole
    The pilot station on the outer mole of Ostrey on March 3, 2033. (Image Credit: Jon Aske)

    What the port offers

    The port authority offers two more pilots a watch and a pension from the age of sixty.

    Related Articles

    Five Questions About the Ostrey Strike

    Copyright © 2019-2033 The Ostrey Courier

    Subscribe to our newsletter

    Back to Top
    """

  @Test func everyLineHasItsKindOrItsReason() throws {
    let page = try Page(Self.page)
    #expect(
      page.kinds == [
        "headline", "(repeats the title)", "(repeats the title)", "(reading time)", "paragraph",
        "paragraph", "(repeats the caption)", "caption", "heading", "paragraph",
        "(related articles)", "(after the article)", "(copyright line)", "(subscription form)",
        "(back to top)",
      ])
  }

  @Test func theTitleAndThePublisherSayWhereTheyStand() throws {
    let metadata = try Page(Self.page).metadata
    let title = Sourced("Fog Over Ostrey: Pilots Return to the Table", basis: "line 1")
    #expect(metadata.title == title)
    #expect(metadata.publisher == Sourced("The Ostrey Courier", basis: "copyright line"))
    #expect(metadata.language == "en")
    #expect(metadata.byline.isEmpty)
  }

  @Test func aGermanPageIsReadTheSameWay() throws {
    let page = try Page(
      """
      Startseite
      Die Fähre nach Lisk fährt wieder

      Von Anna Berg und Jan Kolb

      Veröffentlicht am 3. Mai 2031

      Die Fähre zwischen Lisk und Selan fährt seit Montag wieder, wie das Amt mitteilte.

      „Wir haben lange darauf gewartet“, sagte der Kapitän, der nicht genannt werden will.

      Artikel teilen
      Datenschutz
      """)
    #expect(
      page.kinds == [
        "(navigation)", "headline", "(byline)", "(publication date)", "paragraph", "paragraph",
        "(share buttons)", "(navigation)",
      ])
    #expect(page.metadata.byline == ["Anna Berg", "Jan Kolb"])
    #expect(page.metadata.published.day == Day(year: 2031, month: 5, day: 3))
    #expect(page.metadata.language == "de")
  }

  @Test(arguments: [
    "Correction: an earlier version of this article named the wrong harbour.",
    "This article was corrected on May 4 to give the right number of ships.",
    "Editor’s note: the figures in the third paragraph have been put right.",
  ])
  func aNoteOfCorrectionIsKept(_ note: String) throws {
    let page = try Page(
      """
      Fog Over Ostrey Again

      The pilots of Ostrey went back to the table on Monday, three weeks after they had left it.

      The port authority offers two more pilots a watch and a pension from the age of sixty.

      \(note)
      """)
    #expect(page.texts(.correction) == [note])
  }

  @Test func aTextWithoutProseIsKeptWhole() throws {
    let page = try Page("Ferry times\n\nLisk 08:15\nSelan 09:40\nDunmere 11:05\n")
    #expect(page.kinds.allSatisfy { !$0.hasPrefix("(") })
    #expect(page.content.blocks.count == 4)
  }

  @Test func aTextOfOneLineIsAParagraph() throws {
    #expect(try Page("Nothing but this").kinds == ["paragraph"])
  }
}
