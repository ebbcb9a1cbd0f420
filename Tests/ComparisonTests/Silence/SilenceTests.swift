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

/// Demands of one party to another on the truce.
private func demand(_ words: String, _ from: String, _ to: String, _ day: String?) -> Said {
  said(words, from, "truce", day).with {
    $0.act = .demand
    $0.addressee = to
  }
}

private func demands(_ statements: [Said], _ change: (inout SilenceQuery, Casebook) -> Void)
  -> [String]
{
  var desk = Desk(statements)
  desk.articles = [("wire", nil)]
  let book = desk.casebook()
  var query = SilenceQuery()
  change(&query, book)
  return query.answer(in: book).demands.map { demand in
    let words = { (row: StatementRow) in book.words(of: book.statement(row).annotation) }
    let answer = demand.answer.map { "\(words($0))\(demand.isAnswerCertain ? "" : "?")" } ?? "none"
    return "\(words(demand.statement)): \(answer) \(demand.age.map { "\($0)" } ?? "-")"
  }
}

private let answered = [
  demand("a", "Alba", "Corda", "2031-04-02"), said("b", "Corda", "truce", "2031-04-12"),
  said("c", "Alba", "truce", "2031-04-20"),
]

@Test func anAnswerNeedNotBeAmongWhatIsAskedFor() {
  #expect(demands(answered) { _, _ in } == ["a: b 10"])
  #expect(demands(answered) { $0.question.parties = $1.parties("Alba") } == ["a: b 10"])
  #expect(
    demands(answered) { query, _ in query.question.filter.until = Day("2031-04-05") } == ["a: b 10"]
  )
  // Without an answer the days up to the last statement of all are counted.
  #expect(
    demands([answered[0], answered[2]]) { query, _ in
      query.question.filter.until = Day("2031-04-05")
    } == ["a: none 18"])
}

private let unknownDays: [(String?, String?, String)] = [
  // Without a day of the demand, or of what was said, it is not known whether it is an answer.
  (nil, "2031-04-12", "a: b? -"), ("2031-04-02", nil, "a: b? -"),
  // Said before.
  ("2031-04-20", "2031-04-12", "a: none 10"),
  // An age is never overstated: from the last day of the demand to the first of the answer.
  ("2031-04-01..2031-04-10", "2031-04-12", "a: b 2"),
  ("2031-04-01..2031-04-10", "2031-04-12..2031-04-30", "a: b 2"),
  ("2031-04-01..2031-04-10", "2031-04-05", "a: b? 0"),
  ("2031-04-01..2031-04-10", "2031-03-05", "a: none 20"),
]

@Test(arguments: unknownDays)
func daysThatAreNotKnownOverstateNothing(
  asked: String?, said day: String?, expected: String
) {
  let found = demands([
    demand("a", "Alba", "Corda", asked), said("b", "Corda", "truce", day),
    said("c", "Tarn", "truce", "2031-04-30"),
  ]) { _, _ in }
  #expect(found == [expected])
}

@Test func theStampOfSilenceHasTheAnswersToo() {
  func stamp(answered day: String) -> String {
    var statements = answered
    statements[1].said = day
    let book = Desk(statements).casebook()
    var query = SilenceQuery()
    query.question.parties = book.parties("Alba")
    return query.answer(in: book).stamp(in: book)
  }
  #expect(stamp(answered: "2031-04-12") == stamp(answered: "2031-04-12"))
  #expect(stamp(answered: "2031-04-12") != stamp(answered: "2031-04-13"))
}
