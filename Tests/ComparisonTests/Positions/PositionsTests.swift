import Casebook
import TestKit
import Testing

@testable import Comparison

/// `day stance` or `day stance article` of one party on one issue.
private func ledger(_ lines: [String], publishers: [String: String] = [:]) -> LedgerIssue? {
  var desk = Desk()
  desk.articles = [("wire", nil), ("border", nil), ("radio", nil)]
  desk.statements = lines.enumerated().map { number, line in
    let parts = line.split(separator: " ").map(String.init)
    return Said("words \(number)", "Alba", "truce", parts[1]).with {
      $0.said = parts[0] == "-" ? nil : parts[0]
      if parts.count > 2 { $0.article = parts[2] }
    }
  }
  let book = desk.casebook()
  return PositionsQuery(of: book.parties("Alba")[0]).answer(in: book).issues.first
}

private func shown(_ turn: LedgerIssue.Turn) -> String {
  ([turn.before.text, turn.after.text] + turn.restsOn).joined(separator: " ")
}

@Test(arguments: [
  (["2031-04-01 +1", "2031-04-05 -1"], ["+1 -1 wire"]),
  (["2031-04-01 +1", "2031-04-05 +1"], []),
  // The days overlap: which came first is not known.
  (["2031-04-01 +1", "2031-04-01..2031-04-05 -1"], []),
  // A day of its own for a range that holds what was held before is no change.
  (["2031-04-01 +1", "2031-04-05 -1", "2031-04-05 +2"], []),
  (["2031-04-01 -1", "2031-04-05 +1", "2031-04-07 -2"], ["-1 +1 wire", "+1 -2 wire"]),
  (["- -1", "2031-04-05 +1"], []), (["2031-04-01 mixed", "2031-04-05 +1"], []),
])
func changesAreBetweenDaysThatDoNotOverlap(lines: [String], expected: [String]) {
  #expect(ledger(lines)?.turns.map { shown($0) } == expected)
}

@Test(arguments: [
  // Both sides are told by two sources.
  (
    [
      "2031-04-01 +1 wire", "2031-04-01 +2 border", "2031-04-05 -1 wire", "2031-04-06 -1 border",
    ], [String]()
  ),
  // Only the radio tells what was held before.
  (["2031-04-01 +1 radio", "2031-04-05 -1 wire", "2031-04-06 -1 border"], ["radio"]),
  // Without the wire there is nothing before; without the border nothing after.
  (["2031-04-01 +1 wire", "2031-04-05 -1 border"], ["border", "wire"]),
])
func aChangeSaysWithoutWhichSourcesItIsGone(lines: [String], expected: [String]) {
  #expect(ledger(lines)?.turns.first?.restsOn == expected)
}

@Test func oppositeSidesOnOneDayContradictEachOther() {
  let issue = ledger(["2031-04-01 -1", "2031-04-01 +2", "2031-04-01 0", "2031-04-02 +1"])
  #expect(issue?.contradictions == [.init(supports: 1, opposes: 0)])
  #expect(ledger(["2031-04-01 0", "2031-04-01 +2"])?.contradictions == [])
}

@Test(arguments: [40, 60, 80])
func ledgersFitTheScreen(width: Int) {
  let book = talks().casebook()
  for party in book.parties.all {
    let ledger = PositionsQuery(of: party).answer(in: book)
    for line in ledger.lines(in: book, width: width) {
      #expect(line.count <= width && line.last != " ", "\(line)")
    }
    #expect(JSONReader.isValid(ledger.jsonLines(in: book).joined(separator: "\n")))
  }
}

@Test func aPartyWithNothingIsSaidToHaveNothing() {
  let book = Desk().casebook()
  let lines = PositionsQuery(of: book.parties("Tarn")[0]).answer(in: book).lines(in: book)
  #expect(lines.contains { $0.hasPrefix("Nothing found") })
}

/// A change by the definition: the moments of what is left without each source.
private func neededSources(_ issue: LedgerIssue, _ turn: LedgerIssue.Turn) -> [String] {
  let statements = issue.statements
  let day = statements[turn.at].days?.first.number ?? 0
  let isUp = turn.after.low > turn.before.high
  return Set(issue.sources).sorted().filter { source in
    let rest = Moment.moments(of: statements) {
      issue.sources[$0] != source && !statements[$0].isCopy
    }
    guard let before = rest.last(where: { $0.last < day }),
      let after = rest.first(where: { $0.first >= day })
    else { return true }
    return isUp
      ? after.position.low <= before.position.high : after.position.high >= before.position.low
  }
}

@Test(arguments: 0..<200 as Range<UInt64>)
func whatAChangeRestsOnIsWhatTheDefinitionSays(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let lines = (0..<2 + random.below(14)).map { _ -> String in
    let first = 1 + random.below(20)
    let last = random.once(in: 3) ? min(28, first + random.below(6)) : first
    let days = "2031-04-\(first < 10 ? "0" : "")\(first)..2031-04-\(last < 10 ? "0" : "")\(last)"
    let stance = random.pick(["-2", "-1", "0", "+1", "+2", "mixed"])
    return "\(days) \(stance) \(random.pick(["wire", "border", "radio"]))"
  }
  let issue = try #require(ledger(lines))
  for turn in issue.turns { #expect(turn.restsOn == neededSources(issue, turn), "\(lines)") }
}
