import Casebook
import Testing

@testable import Readers

/// A text and the days in it.
struct DayCase: CustomTestStringConvertible, Sendable {
  let text: String
  let days: [String]

  init(_ text: String, _ days: String...) {
    self.text = text
    self.days = days
  }

  var testDescription: String { text }
}

@Suite struct DateWordsTests {
  @Test(arguments: [
    DayCase("17 April 2025", "2025-04-17"),
    DayCase("April 17, 2025", "2025-04-17"),
    DayCase("Thursday, Apr. 17th, 2025", "2025-04-17"),
    DayCase("on April 17, 2025, and 3 May 2025.", "2025-04-17", "2025-05-03"),
    DayCase("am 17. April 2025", "2025-04-17"),
    DayCase("1er mai 2025", "2025-05-01"),
    DayCase("17 de abril de 2025", "2025-04-17"),
    DayCase("17 kwietnia 2025", "2025-04-17"),
    DayCase("17 апреля 2025", "2025-04-17"),
    DayCase("2025-04-17", "2025-04-17"),
    DayCase("2025-04-17T10:00:00Z", "2025-04-17"),
    DayCase("(17.04.2025)", "2025-04-17"),
    DayCase("17/04/2025", "2025-04-17"),
    DayCase("04/17/2025", "2025-04-17"),
  ])
  func fullDaysAreRead(_ c: DayCase) { check(c) }

  @Test(arguments: [
    DayCase(""), DayCase("17 April"), DayCase("April 2025"), DayCase("2025"),
    DayCase("April 31, 2025"), DayCase("04/05/2025"), DayCase("17.13.2025"),
    DayCase("May 100, 2025"), DayCase("17 apples 2025"), DayCase("1.2.3"),
    DayCase("January 1, 3025"), DayCase("99/99/2025"),
  ])
  func whatIsNoFullDayOrTwoIsNone(_ c: DayCase) { check(c) }

  @Test(arguments: [
    ("Published April 17, 2025", true, false), ("Updated: 3 May 2025", false, true),
    ("Veröffentlicht am 3. Mai 2025", true, false), ("Aktualisiert 3. Mai 2025", false, true),
    ("Publié le 3 mai 2025", true, false), ("3 May 2025", false, false),
  ])
  func linesSayWhetherTheirDayIsOfPublicationOrChange(
    _ line: String, _ published: Bool, _ updated: Bool
  ) {
    #expect(DateWords.saysPublished(line) == published)
    #expect(DateWords.saysUpdated(line) == updated)
  }

  private func check(_ c: DayCase, at place: SourceLocation = #_sourceLocation) {
    #expect(
      DateWords.days(in: c.text).map(\.day.description) == c.days, sourceLocation: place)
  }
}

@Suite struct BylineTests {
  @Test(arguments: [
    ("By Tomas Venn", ["Tomas Venn"]),
    ("By Tomas Venn and Ruta Hallin", ["Tomas Venn", "Ruta Hallin"]),
    ("By: Tomas Venn, Ruta Hallin and J. P. Aske", ["Tomas Venn", "Ruta Hallin", "J. P. Aske"]),
    ("by Tomas Venn | May 3, 2031", ["Tomas Venn"]),
    ("Von Anna Berg und Jan Kolb", ["Anna Berg", "Jan Kolb"]),
    ("Par Inès Morel", ["Inès Morel"]),
    ("Por Juan de la Vega", ["Juan de la Vega"]),
    ("Written by Tomas Venn", ["Tomas Venn"]),
  ])
  func namesAreReadInOrder(_ line: String, _ names: [String]) {
    #expect(Byline.names(in: line) == names)
  }

  @Test(arguments: [
    "", "By", "By the river", "Bystander Jon Aske", "By 2031 Tomas Venn had left",
    "By Monday", "Von hier aus", "Tomas Venn",
  ])
  func otherLinesNameNobody(_ line: String) { #expect(Byline.names(in: line).isEmpty) }
}
