import Casebook
import Testing

@testable import Comparison

private func said(_ words: String, _ party: String, _ issue: String, _ day: String?) -> Said {
  Said(words, party, issue, "+1").with { $0.said = day }
}

private let desk = Desk([
  said("a", "Alba", "truce", "2031-03-31"), said("b", "Alba", "truce", "2031-04-02"),
  said("c", "Corda", "truce", "2031-04-28"), said("d", "Alba", "seat", "2031-04-15"),
  said("e", "Corda", "truce", "2031-04-05..2031-04-08"),
])

@Test func weeksOfEachPartyAreCountedAndSilenceToo() throws {
  let book = desk.casebook()
  let silence = SilenceQuery().answer(in: book)
  #expect(silence.weeks.count == 5 && silence.weeks.day(of: 0) == Day("2031-03-31"))
  let truce = try #require(silence.issues.first { $0.issue == book.issues("truce")[0] })
  let alba = try #require(truce.voices.first { $0.party == book.parties("Alba")[0] })
  #expect(alba.weeks.map(\.week) == [0] && alba.weeks.map(\.count) == [2])
  // From 2 to 28 April: three whole weeks.
  #expect(alba.silentWeeks == 3 && alba.last == Day("2031-04-02"))
  let corda = try #require(truce.voices.first { $0.party == book.parties("Corda")[0] })
  #expect(corda.weeks.map(\.week) == [4] && corda.undated == 1 && corda.silentWeeks == 0)
}

@Test func aPartyThatNeverSpokeOnAnIssueIsThere() throws {
  let book = desk.casebook()
  let silence = SilenceQuery().answer(in: book)
  let seat = try #require(silence.issues.first { $0.issue == book.issues("seat")[0] })
  #expect(seat.voices.first { $0.party == book.parties("Corda")[0] }?.count == 0)
  #expect(silence.lines(in: book).contains { $0.contains("nothing found") })
}

@Test func withoutDaysThereAreNoWeeks() {
  var undated = Desk([Said("a", "Alba", "truce", "+1")])
  undated.articles = [("wire", nil)]
  let book = undated.casebook()
  let silence = SilenceQuery().answer(in: book)
  #expect(silence.weeks.count == 0)
  #expect(silence.lines(in: book).joined(separator: " ").contains("No statement has a day"))
}

@Test(arguments: [40, 60, 80])
func silenceFitsTheScreen(width: Int) {
  for book in [desk.casebook(), talks().casebook(), Desk().casebook()] {
    let silence = SilenceQuery().answer(in: book)
    for line in silence.lines(in: book, width: width) {
      #expect(line.count <= width && line.last != " ", "\(line)")
    }
    #expect(JSONReader.isValid(silence.jsonLines(in: book).joined(separator: "\n")))
  }
}
