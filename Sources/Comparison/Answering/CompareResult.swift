public import Casebook

/// The answer to `compare`: positions of parties on issues, and the statements behind each.
///
/// It is plain data, made without a width or a format; rendering asks it again. It depends on what
/// the casebook holds, never on the order in which it was added.
public struct CompareResult: Sendable {
  /// A column.
  public struct Column: Equatable, Sendable {
    /// The party.
    public let party: PartyID
    /// How many statements count to it, those in copies once.
    public let count: Int
  }

  /// Somebody whose words count in several groups.
  public struct InSeveral: Equatable, Sendable {
    /// Who.
    public let party: PartyID
    /// In which groups, by name.
    public let groups: [PartyID]
  }

  /// What was asked.
  public let query: CompareQuery
  /// How many statements there are; every id counts once, whatever number of coders.
  public let total: Int
  /// How many of them count.
  public var counted: Int { total - leftOut.total }
  /// How many of those repeat, in a copy of an article, what counts already.
  public let copied: Int
  /// How many statements rest on words of their own.
  public var independent: Int { counted - copied }
  /// How many articles the counted ones stand in.
  public let articleCount: Int
  /// From the first to the last day of the counted ones, as far as they have days.
  public let days: DayRange?
  /// The parties: those asked for in that order, then by number of statements and name.
  public let parties: [Column]
  /// The issues of the table, widest gap first, then most statements, then by name.
  public let compared: [ComparedIssue]
  /// Issues on which only one party is found, when several were looked for.
  public let onePartyOnly: [ComparedIssue]
  /// Who counts in several groups, by name.
  public let inSeveral: [InSeveral]
  /// What does not count.
  public let leftOut: LeftOut
  /// Counted statements, by issue, column, day, place; cells are ranges of it.
  let units: Units

  /// The statements behind each row of the table, `%1` first: by party, day and place, all coders'
  /// lines.
  public var rows: [[StatementRow]] {
    compared.map { issue in issue.cells.flatMap { rows(of: $0) } }
  }

  /// The lines behind a cell, by day and place.
  public func rows(of cell: ComparedCell) -> [StatementRow] {
    cell.entries.flatMap { units.rows(of: units[$0]).map { StatementRow(rawValue: $0) } }
  }

  /// The statements behind a cell, by day and place.
  public func statements(of cell: ComparedCell) -> [ComparedStatement] {
    cell.entries.map { entry in
      let unit = units[entry]
      return ComparedStatement(
        rows: units.rows(of: unit).map { StatementRow(rawValue: $0) },
        days: unit.days.range, position: unit.position,
        isCurrent: !unit.isCopy && cell.latest.isCurrent(unit.days), isCopy: unit.isCopy)
    }
  }

  /// Issues on which all who have a position stand on the same side, two parties at least: most
  /// statements first, then by name.
  public var commonGround: [ComparedIssue] {
    compared.filter(\.isCommonGround).enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element)
  }

  /// The issues with the widest gap between a party that supports and one that opposes, most
  /// statements first.
  public var sharpest: [ComparedIssue] {
    let clashes = compared.filter(\.isClash)
    return clashes.filter { $0.gap == clashes.first?.gap }
  }
}

/// One issue of a comparison.
public struct ComparedIssue: Equatable, Sendable {
  /// The issue.
  public let issue: IssueID
  /// The parties found on it, in the order of the columns.
  public let cells: [ComparedCell]
  /// How many statements, each counted once, also where copies repeat it.
  public let count: Int
  /// The largest distance between two parties' positions; nil with fewer than two positions.
  public let gap: Int?
  /// Whose positions are that far apart: the more supporting party, then the other; empty without
  /// a gap.
  public let farthest: [PartyID]

  /// Who supports, in the order of the columns.
  public var supporters: [PartyID] { parties(ofSign: 1) }
  /// Who opposes.
  public var opponents: [PartyID] { parties(ofSign: -1) }

  /// Whether the two that are farthest apart stand on opposite sides.
  public var isClash: Bool {
    let ends = farthest.compactMap { cell(of: $0)?.position }
    return ends.count == 2 && ends[0].sign > 0 && ends[1].sign < 0
  }

  /// Whether all who have a position, two at least, support, or all oppose.
  public var isCommonGround: Bool {
    let signs = cells.compactMap { $0.position?.sign }
    return signs.count > 1 && signs[0] != 0 && signs.allSatisfy { $0 == signs[0] }
  }

  /// What a party holds on it.
  public func cell(of party: PartyID) -> ComparedCell? { cells.first { $0.party == party } }

  private func parties(ofSign sign: Int) -> [PartyID] {
    cells.filter { $0.position?.sign == sign }.map(\.party)
  }
}

/// What one party holds on one issue. A wide table has tens of thousands: what they hold is stored
/// small.
public struct ComparedCell: Equatable, Sendable {
  /// The party.
  public let party: PartyID
  /// Its position; nil where no statement has a degree.
  public let position: Position?
  /// Conditions, hedges, `u`, `m` of the statements that are not out of date.
  public let marks: Marks
  /// From when on statements are not out of date.
  let latest: LatestDay
  private let first: Int32
  private let end: Int32
  private let copies: Int32

  /// - Parameters:
  ///   - entries: where its units stand.
  ///   - copies: how many of them are copies.
  init(
    party: PartyID, position: Position?, marks: Marks, latest: LatestDay, entries: Range<Int>,
    copies: Int
  ) {
    (self.party, self.position, self.marks, self.latest) = (party, position, marks, latest)
    (first, end) = (Int32(entries.lowerBound), Int32(entries.upperBound))
    self.copies = Int32(copies)
  }

  /// How many statements, whatever they hold.
  public var count: Int { Int(end - first) }
  /// How many of them do not merely repeat another one in a copy of its article.
  public var independent: Int { Int(end - first - copies) }
  /// Where its units stand.
  var entries: Range<Int> { Int(first)..<Int(end) }
}

/// One statement of a cell, with the lines of its coders.
public struct ComparedStatement: Equatable, Sendable {
  /// The lines, by the coder's name.
  public let rows: [StatementRow]
  /// Its days, of all lines together.
  public let days: DayRange?
  /// Its degree, or the range where coders differ.
  public let position: Position?
  /// Whether it is one of those that give the position.
  public let isCurrent: Bool
  /// Whether it repeats, in a copy, a statement that counts already.
  public let isCopy: Bool
}

/// The day before which a statement of a cell is out of date.
struct LatestDay: Equatable, Sendable {
  /// `Int32.min` where no statement with a degree has days.
  private var number = Int32.min

  /// The latest first day of any statement with a degree; nil where none has days.
  var day: Int32? { number == .min ? nil : number }

  mutating func include(_ days: DayPair) {
    // What is not known has the least first day.
    number = max(number, days.first)
  }

  /// Whether a statement of these days takes part in the position.
  func isCurrent(_ days: DayPair) -> Bool {
    number == .min || days.isKnown && days.last >= number
  }
}
