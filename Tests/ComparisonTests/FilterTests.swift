import Casebook
import Testing

@testable import Comparison

private func desk() -> Casebook {
  var desk = Desk([
    Said("No truce  today", "Alba", "truce", "-1").with {
      $0.said = "2031-04-10"
      $0.tags = ["red-line"]
    },
    Said("a “third chair”", "Corda", "seat", "+1").with {
      $0.said = "2031-04-12"
      $0.speaker = "Anton Reck"
    },
    Said("some week", "Alba", "truce", "+1").with { $0.said = "2031-04-11..2031-04-14" },
    Said("no day", "Tarn", "truce", "+1").with { $0.article = "leaflet" },
    Said("no issue", "Alba", nil).with { $0.coder = "hv" },
    Said("nobody", nil, "truce", "+1"),
  ])
  desk.parties.append(Desk.party("Anton Reck", .person))
  desk.articles = [("wire", "2031-04-17"), ("leaflet", nil)]
  return desk.casebook()
}

private func words(_ change: (inout StatementFilter, Casebook) -> Void) -> [String] {
  let book = desk()
  var filter = StatementFilter()
  change(&filter, book)
  return filter.rows(in: book).map { book.words(of: book.statement($0).annotation) }
}

@Test func anOpenFilterListsAllByDayThenPlace() {
  #expect(
    words { _, _ in } == [
      "No truce  today", "some week", "a “third chair”", "no issue", "nobody", "no day",
    ])
}

@Test func aPartyFitsAsPartyOrAsSpeaker() {
  #expect(words { $0.parties = $1.parties("Corda") } == ["a “third chair”"])
  #expect(words { $0.parties = $1.parties("Anton Reck", "Tarn") } == ["a “third chair”", "no day"])
}

@Test func sinceAndUntilAreIncludedAndADayThatMayLieOutsideDoesNotFit() {
  #expect(
    words {
      $0.since = Day("2031-04-10")
      $0.until = Day("2031-04-12")
      _ = $1
    } == ["No truce  today", "a “third chair”"])
  #expect(
    words { filter, _ in filter.since = Day("2031-04-11") } == [
      "some week", "a “third chair”", "no issue", "nobody",
    ])
}

@Test(arguments: ["no TRUCE today", "truce today", "\"third chair\"", "’third  chair’"])
func wordsAreFoundWhateverTheCaseBlanksAndQuotes(asked: String) {
  #expect(words { filter, _ in filter.words = asked }.count == 1)
}

@Test func issuesArticlesTagsAndCodersNarrow() {
  #expect(words { $0.issues = $1.issues("seat") } == ["a “third chair”"])
  #expect(words { $0.articles = [$1.articles.named("leaflet")!] } == ["no day"])
  #expect(words { $0.tags = [$1.tags.named("red-line")!] } == ["No truce  today"])
  #expect(
    words { filter, book in
      filter.coder = (0..<Int32(book.texts.count)).first { book.texts[$0] == "hv" }
    } == ["no issue"])
  #expect(words { filter, _ in filter.words = "no such words" }.isEmpty)
}

@Test func everyStatementThatDoesNotCountIsAccountedFor() {
  let book = desk()
  var query = CompareQuery(parties: book.parties("Alba"), issues: book.issues("truce"))
  query.filter.since = Day("2031-04-11")
  let result = query.answer(in: book)
  #expect(result.total == 6)
  #expect(result.counted == 1)
  #expect(result.leftOut[.otherDays] == 1)
  #expect(result.leftOut[.otherIssue] == 1)
  #expect(result.leftOut[.dayUnclear] == 1)
  #expect(result.leftOut[.noIssue] == 1)
  #expect(result.leftOut[.noParty] == 1)
  #expect(
    result.lines(in: book).joined(separator: " ").contains(
      "Not in here: 1 without a position; 1 without a party; 1 on other issues; 1 whose days may"
        + " lie outside; 1 from other days."))
}

@Test func marksThatWereNotFoundAreLeftOutAndNamed() {
  var desk = Desk([Said("one", "Alba", "truce", "+1"), Said("two", "Corda", "truce", "-1")])
  desk.articles = [("wire", "2031-04-17")]
  let book = desk.casebook()
  let lost = book.annotations.all[0]
  var query = CompareQuery()
  query.notFound = [lost]
  let result = query.answer(in: book)
  #expect(result.counted == 1)
  let id = book.annotations.id(lost)
  #expect(result.leftOut.notFound == [id])
  #expect(result.lines(in: book).contains("Not in here: 1 left out: \(id.text) not found."))
}

@Test func whatIsDroppedCountsNoMore() {
  var book = Desk([Said("one", "Alba", "truce", "+1"), Said("two", "Corda", "truce", "-1")])
    .casebook()
  book.remove(StatementRow(row: 0))
  #expect(CompareQuery().answer(in: book).total == 1)
  book.remove(book.annotations.all[1])
  #expect(CompareQuery().answer(in: book).leftOut[.notFound] == 1)
  book.parties.remove(book.parties("Corda")[0])
  book.issues.remove(book.issues("truce")[0])
  #expect(CompareQuery().answer(in: book).counted == 0)
}
