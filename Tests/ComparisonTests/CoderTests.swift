import Casebook
import Testing

@testable import Comparison

private func coded(_ stances: [(coder: String, stance: String)]) -> Casebook {
  Desk(
    stances.map { one in
      Said("same words", "Alba", "truce", one.stance).with { $0.coder = one.coder }
    }
  ).casebook()
}

@Test(arguments: [
  ([("ab", "+2"), ("hv", "+2")], "+2 (1)"),
  ([("ab", "+2"), ("hv", "-1")], "-1..+2 (1)"),
  ([("ab", "+2"), ("hv", "mixed")], "+2m(1)"),
])
func linesOfSeveralCodersCountOnceAndGiveTheirRange(
  stances: [(String, String)], expected: String
) {
  let result = CompareQuery().answer(in: coded(stances))
  #expect(result.compared.first?.cells.first?.figure == expected)
  #expect(result.counted == 1)
  #expect(result.total == 1)
}

@Test func eachCodersStanceIsShownByTheCodersName() {
  let book = coded([("hv", "-1"), ("ab", "+2")])
  let lines = CompareQuery().answer(in: book).lines(in: book)
  #expect(lines.contains(" AL +2/-1  same words"))
  #expect(lines.contains { $0.contains("Alba, 17 Apr, by ab/hv") })
}

@Test func oneCodersViewIsAskedForByName() {
  let book = coded([("ab", "+2"), ("hv", "-1")])
  var query = CompareQuery()
  query.filter.coder = book.texts.text(0) == "hv" ? 0 : 1
  let result = query.answer(in: book)
  #expect(result.compared.first?.cells.first?.figure == "-1 (1)")
  #expect(result.counted == 1)
}

@Test func aCoderWhoMovedTheWordsToAnotherIssueCountsThere() {
  var book = coded([("ab", "+2")])
  var other = book.statement(StatementRow(row: 0))
  other.issue = book.issues.named("seat")
  other.stance = .degree(-1)
  other.coder = book.texts.intern("hv")
  book.add(other)
  let result = CompareQuery().answer(in: book)
  #expect(result.total == 1)
  #expect(result.compared.map { $0.cells[0].figure } == ["-1 (1)", "+2 (1)"])
}

/// Two coders on the same words, and what they agreed on.
private func settledBook() -> Casebook {
  var book = coded([("ab", "-1"), ("hv", "-2")])
  let id = book.statements.id(StatementRow(row: 0))
  var settled = Settlement(statement: id, stance: .degree(-1))
  settled.coder = book.texts.intern("kl")
  book.settled[id] = settled
  return book
}

@Test func aSettledStanceIsSaidToBeSettledByPositionsToo() {
  let book = settledBook()
  let lines = PositionsQuery(of: book.parties("Alba")[0]).answer(in: book).lines(in: book)
  #expect(lines.contains { $0.contains("-1  same words") }, "\(lines)")
  #expect(lines.contains { $0.contains("settled by kl: ab -1/hv -2") }, "\(lines)")
  var query = PositionsQuery(of: book.parties("Alba")[0])
  query.question.filter.coder = book.statements.coders[1]
  let own = query.answer(in: book).lines(in: book)
  #expect(!own.contains { $0.contains("settled") }, "\(own)")
}

@Test func tablesSayWhichStancesAreSettled() {
  let book = settledBook()
  let id = book.statements.id(StatementRow(row: 0)).text
  let csv = CompareQuery().answer(in: book).csvLines(in: book)
  #expect(csv[0].hasSuffix(",settled,conditions"))
  #expect(csv[1].hasSuffix(",\(id),"))
  let json = CompareQuery().answer(in: book).jsonLines(in: book).joined(separator: "\n")
  #expect(JSONReader.isValid(json))
  #expect(json.contains("\"settled\": {\n") && json.contains("\"by\": \"kl\""))
  let ledger = PositionsQuery(of: book.parties("Alba")[0]).answer(in: book)
  #expect(ledger.csvLines(in: book)[0].hasSuffix(",settled,copy"))
  #expect(ledger.csvLines(in: book)[1].hasSuffix(",yes,no"))
}
