public import Casebook

/// What `silence` asks.
public struct SilenceQuery: Sendable {
  /// Which statements, and to whom they count.
  public var question = CompareQuery()

  /// Everything.
  public init() {}

  /// Answers the question.
  public func answer(in casebook: Casebook) -> SilenceResult {
    let result = question.answer(in: casebook)
    let days = result.units.all.lazy.map(\.days).filter(\.isKnown)
    let first = days.map(\.first).min()
    let last = days.map(\.last).max()
    let weeks = WeekRange(first: first, last: last)
    let issues = (result.compared + result.onePartyOnly).map { issue in
      SilentIssue(issue, result, weeks)
    }
    return SilenceResult(
      query: self, result: result, weeks: weeks, issues: issues,
      demands: DemandFinder(self, result, casebook).demands)
  }
}

/// The answer to `silence`: who spoke on what in which week, who fell silent, and which demands found
/// no answer.
public struct SilenceResult: Sendable {
  /// What was asked.
  public let query: SilenceQuery
  /// The comparison behind it.
  public let result: CompareResult
  /// The weeks from the first to the last day of all statements.
  public let weeks: WeekRange
  /// The issues, in the order of the comparison.
  public let issues: [SilentIssue]
  /// Demands and questions with an addressee, unanswered ones first, then those of which it is not known,
  /// oldest first.
  public let demands: [Demand]
}

/// Weeks that begin on Monday, one after the other.
public struct WeekRange: Equatable, Sendable {
  /// The Monday of the first, a day number.
  public let start: Int32
  /// How many there are; none where no day is known.
  public let count: Int

  init(first: Int32?, last: Int32?) {
    guard let first, let last else {
      (start, count) = (0, 0)
      return
    }
    start = first - Int32(Day(number: first).weekday)
    count = (Int(last) - Int(start)) / 7 + 1
  }

  /// The Monday of a week.
  func day(of week: Int) -> Day { Day(number: start + Int32(7 * week)) }

  /// The week in which all of some days lie; nil where they lie in two.
  func week(of days: DayPair) -> Int? {
    let (a, b) = ((Int(days.first) - Int(start)) / 7, (Int(days.last) - Int(start)) / 7)
    return days.isKnown && a == b ? a : nil
  }
}

/// One issue, party by party.
public struct SilentIssue: Sendable {
  /// What one party said on it.
  public struct Voice: Sendable {
    /// The party.
    public let party: PartyID
    /// How many statements in each week that has any: week, number.
    public let weeks: [(week: Int, count: Int)]
    /// How many statements there are, dated or not.
    public let count: Int
    /// How many of them lie in no one week.
    public let undated: Int
    /// The last day on which it spoke.
    public let last: Day?
    /// How many whole weeks others spoke on after its last statement; 0 where nobody did.
    public let silentWeeks: Int
    let lines: [StatementRow]
  }

  /// The issue.
  public let issue: IssueID
  /// The parties of the comparison, in its order; those that never spoke too.
  public let voices: [Voice]

  init(_ issue: ComparedIssue, _ result: CompareResult, _ weeks: WeekRange) {
    self.issue = issue.issue
    var cells: [PartyID: ComparedCell] = [:]
    for cell in issue.cells { cells[cell.party] = cell }
    let units = issue.cells.flatMap { $0.entries.map { result.units[$0] } }
      .filter { !$0.isCopy }
    let latest = units.filter(\.days.isKnown).map(\.days.last).max()
    voices = result.parties.map { column in
      let own = cells[column.party].map { Array($0.entries) } ?? []
      return Voice(
        column.party, own.map { result.units[$0] }.filter { !$0.isCopy }, weeks, latest: latest,
        lines: cells[column.party].map { result.rows(of: $0) } ?? [])
    }
  }
}

extension SilentIssue.Voice {
  fileprivate init(
    _ party: PartyID, _ units: [Unit], _ weeks: WeekRange, latest: Int32?,
    lines: [StatementRow]
  ) {
    var counts: [Int: Int] = [:]
    var undated = 0
    for unit in units {
      if let week = weeks.week(of: unit.days) {
        counts[week, default: 0] += 1
      } else {
        undated += 1
      }
    }
    let last = units.filter(\.days.isKnown).map(\.days.last).max()
    self.party = party
    self.weeks = counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    count = units.count
    self.undated = undated
    self.last = last.map { Day(number: $0) }
    silentWeeks = last.flatMap { own in latest.map { (Int($0) - Int(own)) / 7 } } ?? 0
    self.lines = lines
  }
}
