import Casebook
import SourceText
import Testing

/// What a text says about its day, its authors and its publisher; where it says nothing, nothing is
/// made up.
@Suite struct MetadataTests {
  private static let prose = """
    The pilots of Ostrey went back to the table on Monday, three weeks after they had left it.

    The port authority offers two more pilots a watch and a pension from the age of sixty.
    """

  @Test(arguments: [
    ("Published May 3, 2031", "2031-05-03"), ("May 3, 2031", "2031-05-03"),
    ("Posted on 3 May 2031 at 10:14", "2031-05-03"), ("OSTREY, 3 May 2031", "2031-05-03"),
    ("Ostrey, 3 May", ""), ("Updated May 4, 2031", ""), ("© May 3, 2031", ""),
  ])
  func aDayNearTheHeadlineIsStated(_ line: String, _ day: String) throws {
    let page = try Page("Fog Over Ostrey Again\n\n\(line)\n\n\(Self.prose)\n")
    #expect(page.metadata.published.day?.description ?? "" == day)
  }

  @Test func theDayOfAChangeIsNotTheDayOfPublication() throws {
    let page = try Page(
      "Fog Over Ostrey Again\n\nPublished May 3, 2031\nUpdated May 5, 2031\n\n\(Self.prose)\n")
    #expect(page.metadata.published.day?.description == "2031-05-03")
    #expect(page.metadata.modified?.value.description == "2031-05-05")
  }

  @Test func theDatelineOfAnAgencySaysDayAndAgency() throws {
    let page = try Page(
      """
      Pilots return

      OSTREY, 3 May 2031 (Harbour Wire) — The pilots of Ostrey went back to the table on Monday.

      The port authority offers two more pilots a watch and a pension from the age of sixty.
      """)
    let day = try #require(Day(year: 2031, month: 5, day: 3))
    #expect(page.metadata.published == .stated(day: day, instant: nil, basis: "dateline"))
    #expect(page.metadata.publisher == Sourced("Harbour Wire", basis: "dateline"))
  }

  @Test func anUndatedTextIsBracketedByWhatItTells() throws {
    let page = try Page(
      """
      Pilots return

      The pilots of Ostrey left the table on April 17, 2031, and nobody followed them out.

      On Thursday both sides will meet again in the customs house, the port authority said.
      """)
    let (from, to) = (Day(year: 2031, month: 4, day: 17), Day(year: 2031, month: 4, day: 17))
    let bracket = DayRange(try #require(from), try #require(to))
    #expect(
      page.metadata.published
        == .notStated(
          bracket: bracket, reasons: ["1 “on April 17, 2031”", "2 “On Thursday … will meet”"]))
    #expect(page.metadata.referenceDay?.basis == "paragraph 1")
  }

  @Test func aTextWithoutDaysHasNoBracket() throws {
    let page = try Page("Pilots return\n\n\(Self.prose)\n")
    #expect(page.metadata.published == .notStated(bracket: nil, reasons: []))
    #expect(page.metadata.referenceDay == nil && page.metadata.modified == nil)
    #expect(page.metadata.publisher == nil && page.metadata.byline.isEmpty)
  }

  @Test(arguments: [
    ("Copyright © 2017-2033 The Ostrey Courier. All rights reserved.", "The Ostrey Courier"),
    ("© 2033 Ostrey Media", "Ostrey Media"), ("(c) 2033 Ostrey Media", "Ostrey Media"),
  ])
  func aCopyrightLineNamesThePublisher(_ line: String, _ name: String) throws {
    let page = try Page("Pilots return\n\n\(Self.prose)\n\n\(line)\n")
    #expect(page.metadata.publisher == Sourced(name, basis: "copyright line"))
  }
}
