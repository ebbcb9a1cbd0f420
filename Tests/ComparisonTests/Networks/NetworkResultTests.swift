import Casebook
import Testing

@testable import Comparison

private let queries: [NetworkQuery] = {
  var queries: [NetworkQuery] = []
  for mode in [NetworkMode.parties, .issues, .both] {
    for measure in [TieMeasure.ignore, .subtract, .combine] {
      var query = NetworkQuery()
      query.options.mode = mode
      query.options.measure = measure
      if query.options.fault != nil { continue }
      queries.append(query)
      query.windows = TimeWindows(1, .months)
      queries.append(query)
    }
  }
  return queries
}()

@Test(arguments: [40, 60, 80])
func networksFitTheScreenAndEndInNoBlank(width: Int) {
  let book = talks().casebook()
  for query in queries {
    for line in query.answer(in: book).lines(in: book, width: width) {
      #expect(line.count <= width && line.last != " ", "\(line)")
    }
  }
}

@Test func networksAsJSONAndCSVReadBack() {
  let book = talks().casebook()
  for query in queries {
    let network = query.answer(in: book)
    #expect(JSONReader.isValid(network.jsonLines(in: book).joined(separator: "\n")))
    let records = network.csvLines(in: book).map { $0.split(separator: ",").count }
    #expect(records.count > 1 && (records.max() ?? 0) <= 6)
  }
  let camps = CampsQuery().answer(in: book)
  #expect(JSONReader.isValid(camps.jsonLines(in: book).joined(separator: "\n")))
}

@Test func theRowsOfATieAreTheStatementsBehindIt() {
  let book = talks().casebook()
  let network = NetworkQuery().answer(in: book)
  let statements = network.rows.first.map { rows in rows.map { book.statement($0) } } ?? []
  let issues = Set(statements.compactMap(\.issue))
  #expect(statements.count >= 2 && issues.count >= 1)
  #expect(Set(statements.compactMap(\.party)).count == 2)
}

@Test func statementsWithoutADayAreNamedBesideWindows() {
  let book = talks().casebook()
  var query = NetworkQuery()
  query.windows = TimeWindows(2, .weeks)
  let lines = query.answer(in: book).lines(in: book)
  #expect(lines.contains("1 statement without a day is in no window."))
}

@Test(arguments: [
  (NetworkMode.parties, 3_000, 1, false), (.parties, 3_001, 1, true), (.issues, 9_999, 10, false),
  (.both, 100_000, 91, true), (.both, 100_000, 90, false), (.parties, .max, .max, true),
])
func matricesThatAreTooLargeAreNotMade(
  mode: NetworkMode, parties: Int, issues: Int, expected: Bool
) {
  #expect(NetworkQuery.isTooLarge(mode, parties: parties, issues: issues) == expected)
}

@Test func campsOfTooManyPartiesAreRefusedInWords() {
  var desk = Desk()
  desk.parties = (0...CampsQuery.mostParties).map { Desk.party("State \($0)", .state) }
  desk.statements = desk.parties.map { Said("words", $0.name, "truce", "+1") }
  let book = desk.casebook()
  let camps = CampsQuery().answer(in: book)
  #expect(camps.isTooLarge)
  #expect(camps.lines(in: book).joined(separator: " ").contains("1001 parties: camps of more"))
}

@Test func aMistypedYearWithDailyWindowsIsSaidToBeTooMuch() {
  let book = Desk([
    Said("one", "Alba", "truce", "+1").with { $0.said = "0931-04-02" },
    Said("two", "Corda", "truce", "+1").with { $0.said = "2031-04-02" },
  ]).casebook()
  var query = NetworkQuery()
  query.windows = TimeWindows(1, .days)
  let network = query.answer(in: book)
  #expect(network.windows.isEmpty && network.windowCount == 401_768)
  let lines = network.lines(in: book, width: 80).joined(separator: " ")
  #expect(lines.contains("401768 windows, 2 Apr 931..2 Apr 2031: more than 40000"))
  #expect(JSONReader.isValid(network.jsonLines(in: book).joined(separator: "\n")))
}
