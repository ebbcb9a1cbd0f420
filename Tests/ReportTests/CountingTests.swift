import Report
import TestKit
import Testing

/// What a report counts, and how it says what coders agreed on.
@Suite struct CountingTests {
  /// A story of so many paragraphs of words of no language.
  private static func text(_ count: Int) -> String {
    let syllables = ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu"]
    func word(_ number: Int) -> String {
      [number / 1_000, number / 100 % 10, number / 10 % 10, number % 10].map { syllables[$0] }
        .joined()
    }
    let paragraphs = (1...count).map { number in
      "Then " + (0..<30).map { word(number * 613 + $0 * 97) }.joined(separator: " ") + "."
    }
    return "A story\n\n" + paragraphs.joined(separator: "\n\n") + "\n"
  }

  @Test func aReprintCountsOnceAndIsNothingEarlier() throws {
    var desk = try Desk()
    try desk.write(Self.text(5), to: "story.txt")
    try desk.write(Self.text(4), to: "reprint.txt")
    desk.run([
      "party Alba kind state short AL", "party Corda kind state short CO",
      "issue truce \"The fighting should stop before a settlement.\"",
      "load story.txt as story published 2031-04-17",
      "load reprint.txt as reprint published 2031-04-18",
      "attribute story:1 for Alba on truce +1", "attribute reprint:1 for Alba on truce +1",
      "attribute story:2 for Corda on truce -1",
    ])
    #expect(desk.statementCount == 3)
    let html = desk.html
    #expect(html.contains("<strong>+1</strong> <small>(1)</small>"))
    let page = try Page(html)
    #expect(!page.text.contains("earlier"))
    #expect(page.text.contains("in a copy"))
    #expect(page.text.contains("Alba: 17 Apr 2031 +1. Corda"))
    #expect(page.text.contains("3 statements, 2 independent, by 2 parties"))
  }

  @Test func aSettledStanceIsSaidToBeSettled() throws {
    var desk = try Desk()
    desk.run(Desk.codebook + Desk.statements)
    desk.session.world.coder = "ab"
    desk.run([
      "attribute wire \"no truce without guarantees\" for Alba on truce -2",
      "reconcile it stance -2 -- She ruled it out.",
    ])
    let text = try Page(desk.html).text
    #expect(text.contains("settled by ab: ab \u{2212}2, hv \u{2212}1"), "\(text)")
    #expect(text.contains("She ruled it out."))
  }

  @Test func aCellWithoutAPositionSaysAllThatItHolds() throws {
    var desk = try Desk()
    desk.run(
      Desk.codebook + [
        "attribute wire \"no truce without guarantees\" for Alba on truce uncommitted",
        "attribute wire \"Corda wants a truce today\" for Alba on truce mixed",
      ])
    #expect(desk.html.contains("<strong>uncommitted, mixed</strong> <small>(2)</small>"))
  }
}
