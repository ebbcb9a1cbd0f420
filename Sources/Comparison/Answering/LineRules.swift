internal import Casebook

/// What is asked of every line. A class, because a value among those that a tally changes would be
/// copied with all of them for each line.
final class LineRules {
  private let columns: Columns
  private let filter: FilterPlan
  /// Whether the filter holds nothing back.
  private let isOpen: Bool
  private let notFound: [Bool]

  init(_ query: CompareQuery, _ columns: Columns) {
    self.columns = columns
    filter = FilterPlan(query.filter, in: columns)
    isOpen = filter.isOpen
    notFound = FilterPlan.flags(query.notFound, columns.casebook.annotations.rowCount)
  }

  /// Whether two lines are those of coders on one statement.
  func areOneStatement(_ a: Int32, _ b: Int32) -> Bool {
    columns.annotations[Int(a)] == columns.annotations[Int(b)]
      && columns.statements.id(StatementRow(rawValue: a))
        == columns.statements.id(StatementRow(rawValue: b))
  }

  /// Whether all lines fit and agree on the subject: as a rule.
  func areOneUnit(_ run: ArraySlice<Int32>) -> Bool {
    let first = run[run.startIndex]
    if reason(against: first) != nil { return false }
    if run.count == 1 { return true }
    return run.dropFirst().allSatisfy { reason(against: $0) == nil && areOnOneSubject($0, first) }
  }

  /// Whether two lines say of the same party and speaker that they speak on the same issue.
  func areOnOneSubject(_ a: Int32, _ b: Int32) -> Bool {
    columns.issue(of: a) == columns.issue(of: b) && columns.party(of: a) == columns.party(of: b)
      && columns.speaker(of: a) == columns.speaker(of: b)
  }

  /// Why a line does not fit; nil when it does.
  func reason(against row: Int32) -> LeftOut.Reason? {
    if !notFound.isEmpty, notFound[columns.annotation(of: row).row] { return .notFound }
    return isOpen ? nil : filter.reason(against: row)
  }
}
