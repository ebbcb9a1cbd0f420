import Casebook
import Testing

@testable import Comparison

/// Mira Oslin speaks for herself: of Alba until 10 April, of Corda after that.
private func changingOffice(_ statements: [Said]) -> Casebook {
  var desk = Desk(statements.map { said in said.with { $0.speaker = "Mira Oslin" } })
  desk.parties.append(Desk.party("Mira Oslin", .person))
  desk.memberships = [
    ("Mira Oslin", "Alba", nil, "2031-04-10"), ("Mira Oslin", "Corda", "2031-04-11", nil),
  ]
  return desk.casebook()
}

private func columns(_ result: CompareResult, _ book: Casebook) -> [String] {
  result.parties.map { "\(book.parties[$0.party].name) \($0.count)" }
}

@Test func wordsCountWhereTheSpeakerBelongedOnTheDayOfTheStatement() {
  let book = changingOffice([
    Said("before", nil, "truce", "+1").with { $0.said = "2031-04-10" },
    Said("after", nil, "truce", "-1").with { $0.said = "2031-04-11" },
  ])
  let result = CompareQuery(parties: [], rollUp: .state).answer(in: book)
  #expect(columns(result, book) == ["Alba 1", "Corda 1"])
}

@Test(arguments: [
  ("2031-04-01..2031-04-10", ["Alba 1"], 0),
  ("2031-04-10..2031-04-11", [], 1),
  ("2031-04-11..2031-04-30", ["Corda 1"], 0),
])
func aBracketCountsOnlyWhereAllItsDaysAgree(days: String, expected: [String], unclear: Int) {
  let book = changingOffice([Said("some day", nil, "truce", "+1").with { $0.said = days }])
  let result = CompareQuery(parties: [], rollUp: .state).answer(in: book)
  #expect(columns(result, book) == expected)
  #expect(result.leftOut[.membershipUnclear] == unclear)
  #expect(result.leftOut.unclear.count == unclear)
}

@Test(arguments: [("2031-04-09..2031-04-10", 0), ("2031-04-10..2031-04-11", 1)])
func theLastDayOfAMembershipBelongsToIt(days: String, unclear: Int) {
  var desk = Desk([Said("some day", "Office", "truce", "+1").with { $0.said = days }])
  desk.parties.append(Desk.party("Office", .organisation))
  desk.memberships = [("Office", "Alba", nil, "2031-04-10")]
  let result = CompareQuery(parties: [], rollUp: .state).answer(in: desk.casebook())
  #expect(result.leftOut[.membershipUnclear] == unclear)
}

@Test func aMembershipOfOneDayHoldsOnThatDay() {
  var desk = Desk([Said("that day", "Office", "truce", "+1").with { $0.said = "2031-04-10" }])
  desk.parties.append(Desk.party("Office", .organisation))
  desk.memberships = [("Office", "Alba", "2031-04-10", "2031-04-10")]
  let book = desk.casebook()
  #expect(columns(CompareQuery(parties: [], rollUp: .state).answer(in: book), book) == ["Alba 1"])
}

@Test func aStatementWithoutAnyDayCountsWhereMembershipNeverChanged() {
  var desk = Desk([
    Said("undated", nil, "truce", "+1").with {
      $0.speaker = "Anton Reck"
      $0.article = "leaflet"
    }
  ])
  desk.parties.append(Desk.party("Anton Reck", .person))
  desk.articles = [("leaflet", nil)]
  desk.memberships = [("Anton Reck", "Corda", nil, nil)]
  let book = desk.casebook()
  #expect(columns(CompareQuery(parties: [], rollUp: .state).answer(in: book), book) == ["Corda 1"])
  desk.memberships = [("Anton Reck", "Corda", "2031-01-01", nil)]
  let later = CompareQuery(parties: [], rollUp: .state).answer(in: desk.casebook())
  #expect(later.leftOut[.membershipUnclear] == 1)
}

@Test func aMemberOfSeveralBlocsCountsInEachAndTheResultSaysSo() {
  var desk = Desk([Said("words", "Tarn", "truce", "+1"), Said("more", "Alba", "truce", "-1")])
  desk.parties += [
    Desk.party("Seaboard Union", .bloc, "SU"), Desk.party("Merrow Pact", .bloc),
    Desk.party("World Forum", .bloc),
  ]
  desk.memberships = [
    ("Tarn", "Seaboard Union", nil, nil), ("Tarn", "Merrow Pact", nil, nil),
    ("Merrow Pact", "World Forum", nil, nil),
  ]
  let book = desk.casebook()
  let result = CompareQuery(parties: [], rollUp: .bloc).answer(in: book)
  #expect(columns(result, book) == ["Merrow Pact 1", "Seaboard Union 1", "World Forum 1"])
  #expect(result.compared.first?.count == 1)
  #expect(result.leftOut[.noGroup] == 1)
  let lines = result.lines(in: book)
  #expect(lines.contains("TA counts in each of Merrow Pact, SU, World Forum."))
  #expect(lines.contains("Not in here: 1 of no bloc (AL)."))
}

@Test func organisationsAreReachedFromTheSpeakerAndNeverThroughTheState() {
  var desk = Desk([
    Said("for the state", "Corda", "truce", "+1").with { $0.speaker = "Ilse Maran" },
    Said("for the council", "Council", "truce", "+1").with { $0.speaker = "Ilse Maran" },
    Said("of nobody", "Corda", "truce", "+1").with { $0.speaker = "Anton Reck" },
  ])
  desk.parties += [
    Desk.party("Ilse Maran", .person), Desk.party("Anton Reck", .person),
    Desk.party("Ministry", .organisation), Desk.party("Council", .organisation),
    Desk.party("World Body", .organisation),
  ]
  desk.memberships = [
    ("Ilse Maran", "Ministry", nil, nil), ("Ministry", "Corda", nil, nil),
    ("Anton Reck", "Corda", nil, nil), ("Corda", "World Body", nil, nil),
  ]
  let book = desk.casebook()
  let result = CompareQuery(parties: [], rollUp: .organisation).answer(in: book)
  #expect(columns(result, book) == ["Council 1", "Ministry 1"])
  #expect(result.leftOut.withoutGroup == book.parties("Anton Reck"))
}

@Test func aStateAskedForBySpeakerStandsForAllWhoSpeakForIt() {
  var desk = Desk([
    Said("one", "Corda", "truce", "+1").with { $0.speaker = "Ilse Maran" },
    Said("two", nil, "truce", "+2").with { $0.speaker = "Anton Reck" },
    Said("three", "Alba", "truce", "-1").with { $0.speaker = "Mira Oslin" },
    Said("four", "Corda", "truce", "-1"),
  ])
  desk.parties += ["Ilse Maran", "Anton Reck", "Mira Oslin"].map { Desk.party($0, .person) }
  desk.memberships = [("Anton Reck", "Corda", nil, nil)]
  let book = desk.casebook()
  let result = CompareQuery(parties: book.parties("Corda"), rollUp: .speaker).answer(in: book)
  #expect(columns(result, book) == ["Corda 1", "Anton Reck 1", "Ilse Maran 1"])
  #expect(result.leftOut[.otherParty] == 1)
}

@Test func aMemberAskedForBesideItsBlocGetsNoColumnByBloc() {
  var desk = Desk([Said("words", "Tarn", "truce", "+1"), Said("more", "Alba", "truce", "-1")])
  desk.parties.append(Desk.party("Union", .bloc))
  desk.memberships = [("Tarn", "Union", nil, nil)]
  let book = desk.casebook()
  let result = CompareQuery(parties: book.parties("Tarn", "Union"), rollUp: .bloc)
    .answer(in: book)
  #expect(columns(result, book) == ["Union 1"])
}

@Test func circlesOfMembershipsEnd() {
  var desk = Desk([Said("words", "Tarn", "truce", "+1")])
  desk.parties += [Desk.party("Pact", .bloc), Desk.party("Union", .bloc)]
  desk.memberships = [
    ("Tarn", "Pact", nil, nil), ("Pact", "Union", nil, nil), ("Union", "Pact", nil, nil),
  ]
  let book = desk.casebook()
  let result = CompareQuery(parties: [], rollUp: .bloc).answer(in: book)
  #expect(columns(result, book) == ["Pact 1", "Union 1"])
}
