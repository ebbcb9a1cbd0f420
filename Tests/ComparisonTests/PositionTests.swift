import Casebook
import Testing

@testable import Comparison

/// One party's statements on one issue, each `DAY STANCE`, `-` for no day; `if` and `weak` behind.
private func figure(_ lines: [String]) -> String? {
  var desk = Desk()
  desk.articles = [("wire", nil)]
  desk.statements = lines.enumerated().map { i, line in
    let words = line.split(separator: " ").map(String.init)
    return Said("words \(i)", "Alba", "truce", words[1] == "none" ? nil : words[1]).with {
      $0.said = words[0] == "-" ? nil : words[0]
      $0.condition = words.contains("if") ? "something happens" : nil
      $0.hedge = words.contains("weak") ? .weak : nil
    }
  }
  let book = desk.casebook()
  return CompareQuery().answer(in: book).compared.first?.cells.first?.figure
}

@Test(arguments: [
  (["2031-04-17 +2"], "+2 (1)"),
  (["2031-04-17 0"], " 0 (1)"),
  (["2031-04-17 +2", "2031-04-18 -1"], "-1 (2)"),
  (["2031-04-18 -1", "2031-04-17 +2"], "-1 (2)"),
])
func theLatestDatedStatementGivesThePosition(lines: [String], expected: String) {
  #expect(figure(lines) == expected)
}

@Test(arguments: [
  (["2031-04-17 +2", "2031-04-17 +1"], "+1..+2 (2)"),
  (["2031-04-01 -2", "2031-04-17 +2", "2031-04-17 0"], "0..+2 (3)"),
  (["- +2", "- -2"], "-2..+2 (2)"),
])
func severalOnTheLastDayOrNoneDatedGiveTheRange(lines: [String], expected: String) {
  #expect(figure(lines) == expected)
}

@Test func anUndatedStatementDoesNotCountBesideADatedOne() {
  #expect(figure(["- -2", "2031-04-17 +1"]) == "+1 (2)")
}

@Test(arguments: [
  (["2031-04-01..2031-04-03 -2", "2031-04-17 +2"], "+2 (2)"),
  (["2031-04-01..2031-04-17 -2", "2031-04-17 +2"], "-2..+2 (2)"),
  (["2031 -2", "2031-04-17 +2"], "-2..+2 (2)"),
  (["2031-04-18..2031-04-20 -2", "2031-04-17 +2"], "-2 (2)"),
])
func aBracketIsEarlierOnlyWhereAllOfItIs(lines: [String], expected: String) {
  #expect(figure(lines) == expected)
}

@Test(arguments: [
  (["2031-04-17 uncommitted"], " u (1)"),
  (["2031-04-17 mixed"], " m (1)"),
  (["2031-04-17 none"], " - (1)"),
  (["2031-04-17 +2", "2031-04-18 uncommitted"], "+2u(2)"),
  (["2031-04-17 +2", "2031-04-16 mixed"], "+2 (2)"),
  (["2031-04-17 +2", "- mixed"], "+2m(2)"),
  (["2031-04-17 +2", "2031-04-18 none"], "+2 (2)"),
])
func whatHasNoDegreeIsShownAndNeverCounted(lines: [String], expected: String) {
  #expect(figure(lines) == expected)
}

@Test(arguments: [
  (["2031-04-17 +1 if"], "+1?(1)"),
  (["2031-04-17 +1 weak"], "+1~(1)"),
  (["2031-04-17 +1 if", "2031-04-17 +2 weak"], "+1..+2?~(2)"),
  (["2031-04-16 +1 if weak", "2031-04-17 +2"], "+2 (2)"),
])
func conditionsAndHedgesMarkTheFigureThatRestsOnThem(lines: [String], expected: String) {
  #expect(figure(lines) == expected)
}

@Test(arguments: [
  (Position(2, 2), Position(-1, -1), 3),
  (Position(1, 2), Position(-2, -1), 2),
  (Position(-1, 2), Position(1, 1), 0),
  (Position(0, 0), Position(0, 0), 0),
])
func distanceIsBetweenTheNearestEnds(a: Position, b: Position, expected: Int) {
  #expect(a.distance(to: b) == expected)
  #expect(b.distance(to: a) == expected)
}

@Test(arguments: [
  (Position(1, 2), 1), (Position(-2, -1), -1), (Position(0, 0), 0), (Position(-1, 2), 0),
  (Position(-1, 0), 0),
])
func aPositionHasASideOnlyWhereAllOfItLiesThere(position: Position, sign: Int) {
  #expect(position.sign == sign)
}
