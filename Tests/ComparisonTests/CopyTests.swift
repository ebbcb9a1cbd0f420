import Casebook
import Testing

@testable import Comparison

/// What only stands in a copy of an article is shown, and counts once.
@Suite struct CopyTests {
  private static let words = (1...5).map { number in
    (0..<30).map { "word\(number)x\($0)" }.joined(separator: " ")
  }

  /// A wire story, its reprint of the next day, and an article of its own.
  private func desk(_ statements: [Said]) -> Desk {
    let texts =
      Self.words.map { Said($0, nil, nil) }
      + Self.words.dropLast().map { Said($0, nil, nil).with { $0.article = "reprint" } }
    var desk = Desk(texts + statements)
    desk.articles = [
      ("wire", "2031-04-17"), ("reprint", "2031-04-18"), ("essay", "2031-04-17"),
    ]
    return desk
  }

  private func said(_ number: Int, _ party: String, _ stance: String, in article: String) -> Said {
    let words = article == "essay" ? "Own words \(number)." : Self.words[number]
    return Said(words, party, "truce", stance).with { $0.article = article }
  }

  @Test func aCopyCountsOnceAndMakesNoLaterPosition() throws {
    let book = desk([
      said(0, "Alba", "+1", in: "wire"), said(0, "Alba", "+1", in: "reprint"),
      said(1, "Alba", "-1", in: "essay"), said(2, "Corda", "+2", in: "essay"),
    ]).casebook()
    let result = CompareQuery().answer(in: book)
    #expect(result.counted == 4)
    #expect(result.independent == 3)
    let cell = try #require(result.compared[0].cell(of: book.parties("Alba")[0]))
    #expect(cell.count == 3 && cell.independent == 2)
    #expect(cell.position == Position(-1, 1))
    #expect(result.statements(of: cell).map(\.isCopy) == [false, false, true])
    #expect(result.stamp(in: book).hasPrefix("2 parties, 4 statements, 3 independent; "))
    let ledger = PositionsQuery(of: book.parties("Alba")[0]).answer(in: book)
    #expect(ledger.issues[0].turns.isEmpty)
  }

  @Test func aLedgerCountsACopyOnce() {
    let book = desk([
      said(0, "Alba", "+1", in: "wire"), said(0, "Alba", "+1", in: "reprint"),
    ]).casebook()
    let ledger = PositionsQuery(of: book.parties("Alba")[0]).answer(in: book)
    let lines = ledger.lines(in: book)
    #expect(lines[0].hasSuffix("1 statement on 1 issue, 17..18 Apr 2031"), "\(lines)")
    // One statement is not steady, and not told by one source more than any other one is.
    #expect(!lines.contains { $0.contains("steady") || $0.contains("one source") }, "\(lines)")
  }

  @Test func anotherStancePartyOrWordingIsAStatementOfItsOwn() {
    let book = desk([
      said(0, "Alba", "+1", in: "wire"), said(0, "Alba", "+2", in: "reprint"),
      said(0, "Corda", "+1", in: "reprint"), said(1, "Alba", "+1", in: "reprint"),
    ]).casebook()
    let result = CompareQuery().answer(in: book)
    #expect(result.independent == 4)
    #expect(!result.stamp(in: book).contains("independent"))
  }

  @Test func whatOnlyTheReprintHasMarkedCounts() {
    let book = desk([said(0, "Alba", "+1", in: "reprint")]).casebook()
    #expect(CompareQuery().answer(in: book).independent == 1)
  }

  @Test func withoutCopiesStampsStayWhatTheyWere() {
    let book = talks().casebook()
    let result = CompareQuery().answer(in: book)
    #expect(result.copied == 0)
    #expect(!result.stampParts(in: book).contains { $0.hasPrefix("\"copy\"") })
  }
}
