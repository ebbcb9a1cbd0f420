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
  /// The days on which it was made, if known.
  public let days: DayRange?
  /// The first statement of the addressee on the issue that may have been made on one of these days or
  /// later, whether or not it is among what was asked for; where no day tells, any statement of theirs.
  public let answer: StatementRow?
  /// Whether the addressee has a statement that was certainly made then or later. False where days are
  /// not known or overlap: then nothing says that the demand was answered, or that it was not.
  public let isAnswerCertain: Bool
  /// Days at least: from the last day of the demand to the first of the answer, or, without an answer,
  /// of the latest statement of all; nil where days are not known.
  public let age: Int?
}

/// What the addressee of a demand said on its issue, by the last of its days.
struct Replies {
  /// A statement with its first and last day.
  struct Reply {
    let days: DayPair
    let row: StatementRow
  }

  private var dated: [Reply] = []
  private var undated: [StatementRow] = []
  /// The two that begin latest.
  private var latest: [Reply] = []

  mutating func add(_ row: StatementRow, _ days: DayPair) {
    guard days.isKnown else { return undated.append(row) }
    dated.append(Reply(days: days, row: row))
  }

  mutating func settle() {
    dated.sort { ($0.days.last, $0.days.first) < ($1.days.last, $1.days.first) }
    for reply in dated {
      if latest.contains(where: { $0.row == reply.row }) { continue }
      latest.append(reply)
      latest.sort { $0.days.first > $1.days.first }
      if latest.count > 2 { latest.removeLast() }
    }
  }

  /// The first that may come on some days or later and is another statement, and whether one
  /// certainly does.
  func answer(to demand: StatementRow, _ days: DayPair) -> (reply: Reply, isCertain: Bool)? {
    if days.isKnown {
      var (low, high) = (0, dated.count)
      while low < high {
        let middle = (low + high) / 2
        if dated[middle].days.last < days.first { low = middle + 1 } else { high = middle }
      }
      if let first = dated[low...].first(where: { $0.row != demand }) {
        return (first, latest.contains { $0.row != demand && $0.days.first >= days.last })
      }
    }
    let rest = days.isKnown ? undated : undated + dated.map(\.row)
    return rest.first { $0 != demand }.map { (Reply(days: .unknown, row: $0), false) }
  }
}

/// Finds demands and their answers.
///
/// An answer is what the addressee says on the same issue on that day or later. Whether it answers is
/// for the analyst to read; that nothing was said at all is a fact, and so it is looked for among all
/// statements, not only among those of the parties and days that the question kept.
struct DemandFinder {
  /// Unanswered first, then those perhaps answered; then by age, greatest first; those whose day is not
  /// known last.
  private(set) var demands: [Demand] = []

  init(_ query: SilenceQuery, _ result: CompareResult, _ casebook: Casebook) {
    let asked = DemandFinder.demands(result, casebook)
    if asked.isEmpty { return }
    let everything = query.question.unfiltered.answer(in: casebook)
    let said = DemandFinder.said(everything, casebook)
    let latest = everything.units.all.lazy.map(\.days).filter(\.isKnown).map(\.first).max()
    let found = asked.map { DemandFinder.demand($0.0, $0.1, said, casebook, latest) }
    demands = found.enumerated().sorted { a, b in
      let (one, other) = (a.element, b.element)
      if one.rank != other.rank { return one.rank < other.rank }
      if one.age != other.age { return one.age ?? -1 > other.age ?? -1 }
      return a.offset < b.offset
    }.map(\.element)
  }

  /// The demands among what was asked for, each with the party to which it counts.
  private static func demands(_ result: CompareResult, _ casebook: Casebook)
    -> [(ComparedStatement, PartyID)]
  {
    (result.compared + result.onePartyOnly).flatMap { issue in
      issue.cells.flatMap { cell in
        result.statements(of: cell).filter { !$0.isCopy && isDemand($0, casebook) }
          .map { ($0, cell.party) }
      }
    }
  }

  private static func isDemand(_ one: ComparedStatement, _ casebook: Casebook) -> Bool {
    let statement = casebook.statement(one.rows[0])
    guard let to = statement.addressee, casebook.parties.isDefined(to), statement.issue != nil
    else { return false }
    return [.demand, .ask, .propose].contains(statement.act)
  }

  /// What each party said on each issue.
  private static func said(_ result: CompareResult, _ casebook: Casebook) -> [Key: Replies] {
    var said: [Key: Replies] = [:]
    for issue in result.compared + result.onePartyOnly {
      for cell in issue.cells {
        for one in result.statements(of: cell) where !one.isCopy {
          let row = one.rows[0]
          let days = one.days.map { DayPair(first: $0.first.number, last: $0.last.number) }
          for who in DemandFinder.voices(row, cell.party, casebook) {
            said[Key(party: who, issue: issue.issue), default: Replies()]
              .add(row, days ?? .unknown)
          }
        }
      }
    }
    for key in said.keys { said[key]?.settle() }
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
    _ one: ComparedStatement, _ party: PartyID, _ said: [Key: Replies], _ casebook: Casebook,
    _ latest: Int32?
  ) -> Demand {
    let row = one.rows[0]
    let statement = casebook.statement(row)
    let to = statement.addressee ?? party
    let issue = statement.issue ?? IssueID(row: 0)
    let days = one.days.map { DayPair(first: $0.first.number, last: $0.last.number) } ?? .unknown
    let answer = said[Key(party: to, issue: issue)]?.answer(to: row, days)
    let end = answer.map { $0.reply.days.isKnown ? $0.reply.days.first : nil } ?? latest
    let age = days.isKnown ? end.map { max(0, Int($0) - Int(days.last)) } : nil
    return Demand(
      statement: row, from: party, to: to, issue: issue, days: one.days,
      answer: answer?.reply.row, isAnswerCertain: answer?.isCertain ?? false, age: age)
  }
}

extension Demand {
  /// Without an answer first, then what may have been answered.
  fileprivate var rank: Int { answer == nil ? 0 : isAnswerCertain ? 2 : 1 }
}

extension CompareQuery {
  /// The same for all parties, articles and days: only coder, level and what is not found stay.
  fileprivate var unfiltered: CompareQuery {
    var query = CompareQuery()
    query.rollUp = rollUp
    query.notFound = notFound
    query.filter.coder = filter.coder
    return query
  }
}
