import Casebook
import Testing

@testable import Comparison

@Test func issuesComeByGapThenByNumberOfStatementsThenByName() {
  let desk = Desk([
    Said("one", "Alba", "truce", "+1"), Said("two", "Corda", "truce", "0"),
    Said("three", "Alba", "seat", "+2"), Said("four", "Corda", "seat", "-2"),
    Said("five", "Alba", "monitors", "+1"), Said("six", "Corda", "monitors", "+2"),
    Said("seven", "Tarn", "monitors", "+2"),
  ])
  let book = desk.casebook()
  let result = CompareQuery().answer(in: book)
  #expect(result.compared.map { book.issues[$0.issue].name } == ["seat", "monitors", "truce"])
  #expect(result.compared.map(\.gap) == [4, 1, 1])
}

@Test func withoutPartiesAllAreShownMostStatementsFirstThenByName() {
  let desk = Desk([
    Said("one", "Tarn", "truce", "+1"), Said("two", "Corda", "truce", "0"),
    Said("three", "Corda", "seat", "+2"), Said("four", "Alba", "seat", "-2"),
  ])
  let book = desk.casebook()
  let result = CompareQuery().answer(in: book)
  #expect(result.parties.map { book.parties[$0.party].name } == ["Corda", "Alba", "Tarn"])
  #expect(result.parties.map(\.count) == [2, 1, 1])
}

@Test(arguments: [
  (["-2", "+2"], ["0"]), (["-2", "+1"], ["-1", "+2"]), (["-1", "0"], ["0", "+1"]),
])
func overlappingRangesLeaveNoGap(alba: [String], corda: [String]) {
  let desk = Desk(
    alba.map { Said("Alba \($0)", "Alba", "truce", $0) }
      + corda.map { Said("Corda \($0)", "Corda", "truce", $0) })
  let truce = CompareQuery().answer(in: desk.casebook()).compared.first
  #expect(truce?.gap == 0)
  #expect(truce?.farthest == [])
}

@Test func theGapEndsAtTheLowestHighEndNotAtTheLowestEnd() {
  let desk = Desk([
    Said("one", "Alba", "truce", "+2"), Said("two", "Corda", "truce", "-2"),
    Said("three", "Corda", "truce", "+1"), Said("four", "Tarn", "truce", "0"),
  ])
  let book = desk.casebook()
  let truce = CompareQuery().answer(in: book).compared.first
  #expect(truce?.gap == 2)
  #expect(truce?.farthest == book.parties("Alba", "Tarn"))
}

@Test func whoStandsAgainstWhomAndWhoAgrees() throws {
  let desk = Desk([
    Said("one", "Alba", "truce", "+1"), Said("two", "Corda", "truce", "-2"),
    Said("three", "Tarn", "truce", "+2"), Said("four", "Alba", "seat", "-1"),
    Said("five", "Tarn", "seat", "-2"), Said("six", "Corda", "seat", "mixed"),
  ])
  let book = desk.casebook()
  let result = CompareQuery(parties: book.parties("Alba", "Corda", "Tarn")).answer(in: book)
  let truce = try #require(result.compared.first)
  #expect(truce.supporters == book.parties("Alba", "Tarn"))
  #expect(truce.opponents == book.parties("Corda"))
  #expect(truce.farthest == book.parties("Tarn", "Corda"))
  #expect(result.commonGround.map(\.issue) == book.issues("seat"))
  #expect(result.sharpest.map(\.issue) == book.issues("truce"))
}

@Test func commonGroundComesWithTheStrongestEvidenceFirst() {
  var desk = Desk([
    Said("one", "Alba", "truce", "+1"), Said("two", "Corda", "truce", "+2"),
    Said("three", "Alba", "seat", "+1"), Said("four", "Corda", "seat", "+1"),
    Said("five", "Corda", "seat", "+1"), Said("six", "Alba", "monitors", "-1"),
    Said("seven", "Corda", "monitors", "-1"), Said("eight", "Alba", "sanctions", "0"),
    Said("nine", "Corda", "sanctions", "0"),
  ])
  desk.issues.append(("sanctions", "The sanctions should be lifted."))
  let book = desk.casebook()
  let result = CompareQuery().answer(in: book)
  #expect(result.commonGround.map(\.issue) == book.issues("seat", "truce", "monitors"))
}

@Test func issuesOfOnePartyStandApartUnlessTheyAreAskedFor() {
  let desk = Desk([
    Said("one", "Alba", "truce", "+1"), Said("two", "Corda", "truce", "+2"),
    Said("three", "Alba", "seat", "+1"),
  ])
  let book = desk.casebook()
  let result = CompareQuery().answer(in: book)
  #expect(result.onePartyOnly.map(\.issue) == book.issues("seat"))
  let asked = CompareQuery(
    parties: book.parties("Alba", "Corda"), issues: book.issues("seat", "monitors")
  ).answer(in: book)
  #expect(asked.compared.map(\.issue) == book.issues("seat", "monitors"))
  #expect(asked.onePartyOnly.isEmpty)
}

@Test func aSilentPartyKeepsItsColumn() {
  let book = Desk([Said("one", "Alba", "truce", "+1")]).casebook()
  let result = CompareQuery(parties: book.parties("Tarn", "Alba")).answer(in: book)
  #expect(result.parties.map(\.party) == book.parties("Tarn", "Alba"))
  #expect(result.parties.map(\.count) == [0, 1])
}

@Test func withoutAPartyTheSpeakerCountsAndOneAskedForCountsForWhomeverTheySpeak() {
  var desk = Desk([
    Said("one", nil, "truce", "+1").with { $0.speaker = "Mira Oslin" },
    Said("two", "Alba", "truce", "-1").with { $0.speaker = "Mira Oslin" },
  ])
  desk.parties.append(Desk.party("Mira Oslin", .person))
  let book = desk.casebook()
  let recorded = CompareQuery().answer(in: book)
  #expect(recorded.parties.map(\.party) == book.parties("Alba", "Mira Oslin"))
  let asked = CompareQuery(parties: book.parties("Mira Oslin")).answer(in: book)
  #expect(asked.parties.map(\.count) == [2])
  let both = CompareQuery(parties: book.parties("Mira Oslin", "Alba")).answer(in: book)
  #expect(both.parties.map(\.count) == [1, 1])
}

@Test func rowsBehindTheTableComeByPartyThenDayThenPlace() throws {
  let desk = Desk([
    Said("b later", "Alba", "truce", "+1").with { $0.said = "2031-04-17" },
    Said("c first", "Alba", "truce", "+2").with { $0.said = "2031-04-02" },
    Said("a undated", "Corda", "truce", "+1"),
    Said("a later", "Alba", "truce", "+1").with { $0.said = "2031-04-17" },
  ])
  let book = desk.casebook()
  let result = CompareQuery(parties: book.parties("Corda", "Alba")).answer(in: book)
  let words = try #require(result.rows.first).map { book.words(of: book.statement($0).annotation) }
  #expect(words == ["a undated", "c first", "a later", "b later"])
}

@Test func whoIsHeardOnNoCommonIssueTalksPastEachOther() {
  let book = Desk([
    Said("a", "Alba", "truce", "+1"), Said("b", "Alba", "truce", "+1"),
    Said("c", "Corda", "seat", "-1"), Said("d", "Corda", "seat", "-1"),
    Said("e", "Tarn", "truce", "uncommitted"), Said("f", "Tarn", "monitors", "+1"),
  ]).casebook()
  let result = CompareQuery().answer(in: book)
  let names = result.pastEachOther.map {
    "\(book.parties[$0.first].name) \(book.parties[$0.second].name)"
  }
  // Tarn was heard on the truce, if only to take no position.
  #expect(names == ["Alba Corda", "Corda Tarn"])
  #expect(result.lines(in: book).contains("   past each other  AL and CO; CO and TA"))
  #expect(
    CompareQuery(parties: book.parties("Alba", "Tarn")).answer(in: book).pastEachOther.isEmpty)
}

@Test func conditionsStandSideBySide() {
  func on(_ words: String, _ party: String, _ condition: String?) -> Said {
    Said(words, party, "truce", "+1").with { $0.condition = condition }
  }
  let statements = [
    on("a", "Alba", "no guns"), on("b", "Alba", "no guns"), on("c", "Alba", "no flags"),
    on("d", "Corda", "no monitors"), on("e", "Tarn", nil),
  ]
  let book = Desk(statements).casebook()
  let lines = CompareQuery().answer(in: book).lines(in: book)
  let start = lines.firstIndex(of: "   on a condition:") ?? 0
  #expect(
    lines[start..<start + 3].dropFirst() == [
      "   AL  IF no guns; no flags", "   CO  IF no monitors",
    ])
  // With one party alone its statements say it.
  let alone = Desk(Array(statements.prefix(3))).casebook()
  #expect(!CompareQuery().answer(in: alone).lines(in: alone).contains("   on a condition:"))
  let csv = CompareQuery().answer(in: book).csvLines(in: book)
  #expect(csv[1].hasSuffix(",no guns | no flags"), "\(csv)")
}

@Test func partiesWithNoCommonIssueHaveRowsThatOpen() {
  let book = Desk([
    Said("a", "Alba", "truce", "+1"), Said("b", "Corda", "seat", "-1"),
  ]).casebook()
  let result = CompareQuery(parties: book.parties("Alba", "Corda")).answer(in: book)
  #expect(result.compared.count == 2 && result.onePartyOnly.isEmpty && result.rows.count == 2)
  #expect(result.lines(in: book).contains("%2 truce"))
}

/// With many statements to a cell, with few, and with more cells than are sorted in one pass: each is
/// sorted in another way.
@Test(arguments: [(0, 0), (20, 0), (2_100, 2_100)])
func theStatementsOfACellStandByDayThenByPlace(moreIssues: Int, moreParties: Int) throws {
  let said = (0..<50).map { number in
    let words = "p\(String(repeating: "0", count: number < 10 ? 1 : 0))\(number)"
    return Said(words, "Alba", "truce", "+1").with {
      $0.said = number == 7 ? nil : "2031-03-\(10 + (number * 37 + 11) % 19)"
    }
  }
  var desk = Desk(said)
  desk.articles = [("wire", nil)]
  for number in 0..<moreIssues { desk.issues.append(("more-\(number)", "It should be so.")) }
  for number in 0..<moreParties { desk.parties.append(Desk.party("State \(number)", .state)) }
  desk.statements += [
    Said("still other words", "Alba", "seat", "-1"), Said("own words", "Corda", "truce", "-1"),
  ]
  // Only parties that say something take cells.
  for number in 0..<moreParties {
    desk.statements.append(Said("p00", "State \(number)", "seat", "+1"))
  }
  let book = desk.casebook()
  let result = CompareQuery().answer(in: book)
  let issues = result.compared + result.onePartyOnly
  func issue(_ name: String) throws -> ComparedIssue {
    try #require(issues.first { book.issues[$0.issue].name == name })
  }
  #expect(issues.count == 2)
  #expect(try issue("seat").cells.map(\.count) == Array(repeating: 1, count: 1 + moreParties))
  #expect(try issue("truce").cells.map(\.count).sorted() == [1, 50])
  let cell = try #require(issue("truce").cell(of: book.parties("Alba")[0]))
  let statements = result.statements(of: cell)
  #expect(statements.count == 50)
  let keys = statements.map { one in
    let row = book.statement(one.rows[0])
    return (one.days?.first.description ?? "9999") + " " + book.words(of: row.annotation)
  }
  #expect(keys == keys.sorted())
  #expect(keys.last == "9999 p07")
}
