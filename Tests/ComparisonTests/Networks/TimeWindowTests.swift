import Casebook
import Testing

@testable import Comparison

private func days(_ texts: [String]) -> NetworkStatements {
  var table = NetworkStatements(actorCount: 1, issueCount: 1)
  for text in texts {
    let range = DayRange(text)
    table.append(
      actor: 0, issue: 0, level: 1, days: range.map { $0.first.number...$0.last.number })
  }
  return table
}

private func found(_ table: NetworkStatements, _ windows: TimeWindows) -> [String] {
  var found: [String] = []
  table.forEachWindow(windows) { window in
    let range = DayRange(Day(number: window.first), Day(number: window.last))
    found.append("\(range.description) \(window.rows.count)")
  }
  return found
}

private let spring = days([
  "2031-03-31", "2031-04-02", "2031-04-06", "2031-04-21", "", "2031-04-05..2031-04-08",
])

@Test func weeksBeginOnMondayAndEmptyOnesAreThere() {
  #expect(
    found(spring, TimeWindows(1, .weeks)) == [
      "2031-03-31..2031-04-06 3", "2031-04-07..2031-04-13 0", "2031-04-14..2031-04-20 0",
      "2031-04-21..2031-04-27 1",
    ])
}

@Test func aBracketIsWhereAllOfItLies() {
  #expect(
    found(spring, TimeWindows(2, .weeks)) == [
      "2031-03-31..2031-04-13 4", "2031-04-07..2031-04-20 0", "2031-04-14..2031-04-27 1",
    ])
}

@Test func monthsAreThoseOfTheCalendar() {
  #expect(
    found(days(["2031-12-31", "2032-02-29"]), TimeWindows(1, .months)) == [
      "2031-12-01..2031-12-31 1", "2032-01-01..2032-01-31 0", "2032-02-01..2032-02-29 1",
    ])
}

@Test func eventsGoByNumber() {
  #expect(
    found(spring, TimeWindows(2, .events, step: 2)) == [
      "2031-03-31..2031-04-02 2", "2031-04-05..2031-04-08 2", "2031-04-06..2031-04-21 2",
    ])
  #expect(found(spring, TimeWindows(100, .events)) == ["2031-03-31..2031-04-21 5"])
}

@Test func statementsWithoutADayAreCounted() { #expect(spring.undatedCount == 1) }

/// Two days before the middle, the middle, and one day after it, of five days: 0.8, 0 and 0.4.
private let fallen: [(WindowKernel, [Double])] = [
  (.uniform, [1, 1, 1]), (.triangular, [0.2, 1, 0.6]), (.epanechnikov, [0.36, 1, 0.84]),
  (.gaussian, [0.278037300453194, 1, 0.726149037073691]),
]

@Test(arguments: fallen)
func kernelsFallToBothSides(kernel: WindowKernel, expected: [Double]) {
  let table = days(["2031-04-01", "2031-04-03", "2031-04-04"])
  var weights: [Double] = []
  table.forEachWindow(TimeWindows(5, .days, kernel: kernel)) { window in weights = window.weights }
  #expect(zip(weights, expected).allSatisfy { abs($0 - $1) < 1e-12 }, "\(weights)")
  #expect(weights.count == 3)
}

@Test(arguments: [WindowKernel.uniform, .triangular, .epanechnikov, .gaussian])
func kernelsAreSymmetricAndNothingOutside(kernel: WindowKernel) {
  for u in stride(from: 0.0, through: 1, by: 0.125) {
    #expect(kernel.weight(at: u) == kernel.weight(at: -u))
  }
  #expect(kernel.weight(at: 1.01) == 0)
  #expect(kernel.weight(at: .nan) == 0)
}

@Test func windowsOfAnySizeEndWithTheCalendar() {
  let table = days(["0001-01-01", "9999-12-31"])
  for unit in [TimeWindows.Unit.days, .weeks, .months, .events] {
    #expect(found(table, TimeWindows(.max, unit, step: .max)).count >= 1)
  }
}

@Test func windowsWithoutAStatementAreNoMoreThanAFewThousand() {
  // A mistyped year: eleven centuries of days between two statements.
  let table = days(["0931-04-02", "2031-04-02"])
  #expect(table.windowCount(TimeWindows(1, .days)) == 401_768)
  #expect(table.windowCount(TimeWindows(1, .weeks)) == 57_396)
  #expect(table.windowCount(TimeWindows(1, .months)) == 13_201)
  #expect(table.windowCount(TimeWindows(1, .events)) == 2)
  #expect(table.windowCount(TimeWindows(7, .days, step: 7)) == 57_396)
  #expect(days([]).windowCount(TimeWindows(1, .days)) == 0)
  #expect(spring.windowCount(TimeWindows(1, .weeks)) == 4)
  #expect(spring.windowCount(TimeWindows(2, .weeks)) == 3)
}

@Test(arguments: [
  (TimeWindows(1, .days), ["2031-04-01", "2031-04-09"]),
  (TimeWindows(3, .days, step: 2), ["2031-04-01", "2031-04-09"]),
  (TimeWindows(2, .weeks), ["2031-04-01", "2031-07-09"]),
  (TimeWindows(3, .months, step: 2), ["2031-04-01", "2034-07-09"]),
  (TimeWindows(9, .months), ["2031-04-01", "2031-07-09"]),
  (TimeWindows(2, .events, step: 3), ["2031-04-01", "2031-04-02", "2031-04-03", "2031-04-04"]),
])
func asManyWindowsAreGivenAsAreCounted(windows: TimeWindows, texts: [String]) {
  #expect(days(texts).windowCount(windows) == found(days(texts), windows).count)
}

/// Five days from the first to the fifth; only the kernels of the other program rise to the end.
@Test(arguments: [
  (WindowKernel.dnaTriangular, [0.2, 0.6, 1, 1.4, 1.8]),
  (.dnaEpanechnikov, [0.03, 0.27, 0.75, 1.47, 2.43]),
])
func kernelsOfTheOtherProgramWeighTheEndMost(kernel: WindowKernel, expected: [Double]) {
  let table = days(["2031-04-01", "2031-04-02", "2031-04-03", "2031-04-04", "2031-04-05"])
  for ofPairs in [false, true] {
    var weights: [Double] = []
    table.forEachWindow(TimeWindows(5, .days, kernel: kernel), ofPairs: ofPairs) {
      weights = $0.weights
    }
    // A pair counts the root of the product.
    for (weight, expected) in zip(weights, expected) {
      #expect(abs((ofPairs ? weight * weight : weight) - expected) < 1e-12)
    }
    #expect(weights.count == 5)
  }
  #expect(kernel.weight(at: -1.01) == 0 && kernel.weight(at: .nan) == 0)
}
