internal import Casebook

/// The statements of a comparison as columns, and the way back to their lines.
///
/// Actors are numbered in the order of the comparison's columns, issues in that of its rows.
struct CodedStatements: Sendable {
  private(set) var table: NetworkStatements
  let parties: [PartyID]
  let issues: [IssueID]
  private let result: CompareResult
  /// The unit of each statement.
  private var units: [Int32] = []

  init(of result: CompareResult, in casebook: Casebook) {
    self.result = result
    parties = result.parties.map(\.party)
    issues = (result.compared + result.onePartyOnly).map(\.issue)
    table = NetworkStatements(actorCount: parties.count, issueCount: issues.count)
    table.reserve(result.units.count)
    var actor = [Int32](repeating: 0, count: casebook.parties.rowCount)
    for (i, party) in parties.enumerated() { actor[party.row] = Int32(i) }
    var issue = [Int32](repeating: 0, count: casebook.issues.rowCount)
    for (i, one) in issues.enumerated() { issue[one.row] = Int32(i) }
    let columns = Columns(of: casebook, asCoded: result.query.filter.coder != nil)
    for entry in 0..<result.units.count {
      let unit = result.units[entry]
      if unit.isCopy { continue }
      append(unit, Int32(entry), actor[Int(unit.party)], issue[Int(unit.issue)], columns)
    }
  }

  private mutating func append(
    _ unit: Unit, _ entry: Int32, _ actor: Int32, _ issue: Int32, _ columns: Columns
  ) {
    let share = 1 / Double(unit.lineCount)
    let days = unit.days.isKnown ? unit.days.first...unit.days.last : nil
    for row in result.units.rows(of: unit) {
      table.append(
        actor: actor, issue: issue, level: columns.stances[Int(row)], days: days,
        article: Int32(columns.article(of: row)), weight: share, statement: Int32(units.count))
    }
    units.append(entry)
  }

  /// All coders' lines of some statements.
  func lines(of statements: [Int32]) -> [StatementRow] {
    statements.flatMap { number in
      result.units.rows(of: result.units[Int(units[Int(number)])]).map {
        StatementRow(rawValue: $0)
      }
    }
  }

  /// The lines behind a tie: what both nodes say through what ties them, or, in two modes, what the
  /// actor says on the issue. By place in the comparison.
  func lines(behind network: Network, _ row: Int, _ column: Int, _ options: NetworkOptions)
    -> [StatementRow]
  {
    let (a, b) = (network.rows[row], network.columns[column])
    if options.mode == .both {
      return lines(options) { actor, issue in actor == a && issue == b }
    }
    let isByIssue = options.mode == .issues
    let shared = self.shared(a, b, options)
    return lines(options) { actor, issue in
      let (node, tie) = isByIssue ? (issue, actor) : (actor, issue)
      return (node == a || node == b) && shared[Int(tie)]
    }
  }

  /// What ties two nodes: a flag for each issue, or each actor.
  func shared(_ a: Int32, _ b: Int32, _ options: NetworkOptions) -> [Bool] {
    let (nodes, ties) =
      options.mode == .issues ? (table.issues, table.actors) : (table.actors, table.issues)
    let count = options.mode == .issues ? table.actorCount : table.issueCount
    var (isFirst, isBoth) = (
      [Bool](repeating: false, count: count), [Bool](repeating: false, count: count)
    )
    for row in nodes.indices where nodes[row] == a && counts(row, options) {
      isFirst[Int(ties[row])] = true
    }
    for row in nodes.indices
    where nodes[row] == b && isFirst[Int(ties[row])] && counts(row, options) {
      isBoth[Int(ties[row])] = true
    }
    return isBoth
  }

  /// Whether a row takes part in a network.
  private func counts(_ row: Int, _ options: NetworkOptions) -> Bool {
    options.measure == .ignore || table.levels[row] != NetworkStatements.noDegree
  }

  fileprivate func lines(_ options: NetworkOptions, where fits: (Int32, Int32) -> Bool)
    -> [StatementRow]
  {
    var numbers: [Int32] = []
    for row in 0..<table.count
    where fits(table.actors[row], table.issues[row]) && counts(row, options) {
      if numbers.last != table.statements[row] { numbers.append(table.statements[row]) }
    }
    return lines(of: numbers)
  }
}

extension CodedStatements {
  /// The lines of some actors.
  func lines(by actors: Set<Int32>) -> [StatementRow] {
    lines(CodedStatements.plain) { actor, _ in actors.contains(actor) }
  }

  /// The lines behind the tie of two parties.
  func lines(behind a: Int32, _ b: Int32) -> [StatementRow] {
    let shared = shared(a, b, CodedStatements.plain)
    return lines(CodedStatements.plain) { actor, issue in
      (actor == a || actor == b) && shared[Int(issue)]
    }
  }

  private static var plain: NetworkOptions { NetworkOptions() }
}
