public import Casebook

/// A demand, a question or a proposal to somebody on an issue.
public struct Demand: Sendable {
  /// The statement.
  public let statement: StatementRow
  /// Who makes it.
  public let from: PartyID
  /// To whom.
  public let to: PartyID
  /// On what.
  public let issue: IssueID
  /// The day on which it was made, if known.
  public let day: Day?
  /// The first statement of the addressee on the issue from that day on.
  public let answer: StatementRow?
  /// Days until the answer, or, without one, until the last day of all statements; nil where days are
  /// not known.
  public let age: Int?
}

/// Finds demands and their answers.
///
/// An answer is what the addressee says on the same issue on that day or later. Whether it answers is
/// for the analyst to read; that nothing was said at all is a fact.
struct DemandFinder {
  /// Unanswered first; then by age, greatest first; those whose day is not known last.
  private(set) var demands: [Demand] = []

  init(_ result: CompareResult, _ casebook: Casebook, lastDay: Int32?) {
    let said = DemandFinder.said(result, casebook)
    var found: [Demand] = []
    for issue in result.compared + result.onePartyOnly {
      for cell in issue.cells {
        for one in result.statements(of: cell) where !one.isCopy {
          if let demand = DemandFinder.demand(one, cell.party, said, casebook, lastDay) {
            found.append(demand)
          }
        }
      }
    }
    demands = found.enumerated().sorted { a, b in
      let (one, other) = (a.element, b.element)
      if (one.answer == nil) != (other.answer == nil) { return one.answer == nil }
      if one.age != other.age { return one.age ?? -1 > other.age ?? -1 }
      return a.offset < b.offset
    }.map(\.element)
  }

  /// What each party said on each issue, by day.
  private static func said(_ result: CompareResult, _ casebook: Casebook)
    -> [Key: [(day: Int32, row: StatementRow)]]
  {
    var said: [Key: [(day: Int32, row: StatementRow)]] = [:]
    for issue in result.compared + result.onePartyOnly {
      for cell in issue.cells {
        for one in result.statements(of: cell) where !one.isCopy {
          guard let row = one.rows.first else { continue }
          let day = one.days?.last.number ?? .min
          for who in DemandFinder.voices(row, cell.party, casebook) {
            said[Key(party: who, issue: issue.issue), default: []].append((day, row))
          }
        }
      }
    }
    for key in said.keys { said[key]?.sort { $0.day < $1.day } }
    return said
  }

  private struct Key: Hashable {
    let party: PartyID
    let issue: IssueID
  }

  /// Whose words a statement is: the party it counts to, the party recorded, and the speaker.
  private static func voices(_ row: StatementRow, _ party: PartyID, _ casebook: Casebook)
    -> Set<PartyID>
  {
    let statement = casebook.statement(row)
    return Set([party, statement.party, statement.speaker].compactMap { $0 })
  }

  private static func demand(
    _ one: ComparedStatement, _ party: PartyID,
    _ said: [Key: [(day: Int32, row: StatementRow)]], _ casebook: Casebook, _ lastDay: Int32?
  ) -> Demand? {
    guard let row = one.rows.first else { return nil }
    let statement = casebook.statement(row)
    let isDemand = [Act.demand, .ask, .propose].contains(statement.act)
    guard isDemand, let to = statement.addressee, casebook.parties.isDefined(to),
      let issue = statement.issue
    else { return nil }
    let day = one.days?.first
    let answer = DemandFinder.answer(
      in: said[Key(party: to, issue: issue), default: []], to: row, from: day)
    let end = answer.map(\.day) ?? lastDay
    let age = day.flatMap { day in end.flatMap { $0 == .min ? nil : Int($0) - Int(day.number) } }
    return Demand(
      statement: row, from: party, to: to, issue: issue, day: day, answer: answer?.row, age: age)
  }

  /// The first of some statements, by day, that was made on a day or later and is another one.
  private static func answer(
    in said: [(day: Int32, row: StatementRow)], to demand: StatementRow, from day: Day?
  ) -> (day: Int32, row: StatementRow)? {
    var (low, high) = (0, said.count)
    let first = day?.number ?? .min
    while low < high {
      let middle = (low + high) / 2
      if said[middle].day < first { low = middle + 1 } else { high = middle }
    }
    return said[low...].first { $0.row != demand }
  }
}
