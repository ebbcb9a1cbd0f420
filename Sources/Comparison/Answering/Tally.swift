internal import Casebook

/// Goes once through all statements by place and sorts them into what counts, to whom, and what is
/// left out.
struct Tally {
  let columns: Columns
  private let query: CompareQuery
  private let lines: LineRules
  private let askedIssues: [Bool]
  private(set) var belonging: Belonging
  private(set) var units = Units()
  private(set) var leftOut = LeftOut()
  private(set) var total = 0
  /// Who counts in several groups at once, and in which: by row of the party.
  private(set) var inSeveral: [Int32: Set<Int32>] = [:]
  private var others: [Int32: LeftOut.Other] = [:]

  init(_ query: CompareQuery, in casebook: Casebook) {
    columns = Columns(of: casebook, asCoded: query.filter.coder != nil)
    self.query = query
    lines = LineRules(query, columns)
    askedIssues = FilterPlan.flags(query.issues, casebook.issues.rowCount)
    belonging = Belonging(query, in: casebook.parties)
    let order = PlaceOrder(of: columns)
    units.reserve(order.rows.count)
    countRuns(of: order.rows)
    for row in order.lost { count([row][...], .notFound) }
    for number in CopiedStatements.find(in: units, columns) { units.markCopy(number) }
    finish()
  }

  /// Takes the lines of each id together.
  private mutating func countRuns(of rows: [Int32]) {
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, lines.areOneStatement(rows[start], rows[end]) { end += 1 }
      countRun(rows[start..<end])
      start = end
    }
  }

  private mutating func countRun(_ run: ArraySlice<Int32>) {
    if lines.areOneUnit(run) { return count(run, countUnit(run)) }
    var best: LeftOut.Reason?
    var blamed = run
    var counted = false
    func blame(_ reason: LeftOut.Reason, _ rows: ArraySlice<Int32>) {
      if best.map({ reason.rawValue < $0.rawValue }) ?? true { (best, blamed) = (reason, rows) }
    }
    var fitting: [Int32] = []
    for row in run {
      if let reason = lines.reason(against: row) {
        blame(reason, [row])
      } else {
        fitting.append(row)
      }
    }
    var start = 0
    while start < fitting.count {
      var end = start + 1
      while end < fitting.count, lines.areOnOneSubject(fitting[start], fitting[end]) { end += 1 }
      if let reason = countUnit(fitting[start..<end]) {
        blame(reason, fitting[start..<end])
      } else {
        counted = true
      }
      start = end
    }
    count(blamed, counted ? nil : best)
  }

  /// Counts one unit where it belongs; else says why not.
  private mutating func countUnit(_ rows: ArraySlice<Int32>) -> LeftOut.Reason? {
    let row = rows[rows.startIndex]
    let issue = columns.issue(of: row)
    if issue < 0 { return .noIssue }
    if !askedIssues.isEmpty, !askedIssues[Int(issue)] { return .otherIssue }
    var days = columns.days(of: row)
    for other in rows.dropFirst() { days = days.hull(columns.days(of: other)) }
    let (party, speaker) = (columns.party(of: row), columns.speaker(of: row))
    switch belonging.outcome(party: party, speaker: speaker, days: days) {
    case .leftOut(let reason): return reason
    case .one(let group):
      units.append(rows, issue: issue, party: group, days: days, in: columns)
    case .several(let groups):
      let source = Belonging.source(
        party, speaker, query.rollUp ?? .speaker, columns.casebook.parties)
      inSeveral[source, default: []].formUnion(groups)
      units.append(rows, issue: issue, party: groups[0], days: days, in: columns)
      for group in groups.dropFirst() { units.repeatLast(party: group) }
    }
    return nil
  }

  /// Counts a statement as a whole, as left out where there is a reason.
  private mutating func count(_ rows: ArraySlice<Int32>, _ reason: LeftOut.Reason?) {
    total += 1
    guard let reason else { return }
    leftOut.count(reason)
    let row = StatementRow(rawValue: rows[rows.startIndex])
    switch reason {
    case .membershipUnclear: leftOut.unclear += rows.map { StatementRow(rawValue: $0) }
    case .noGroup: leftOut.withoutGroup.append(source(of: row))
    case .otherParty: countOther(row)
    case .notFound:
      leftOut.notFound.append(
        columns.casebook.annotations.id(columns.annotation(of: row.rawValue)))
    default: break
    }
  }

  private mutating func countOther(_ row: StatementRow) {
    let party = columns.party(of: row.rawValue)
    let who = party >= 0 ? party : columns.speaker(of: row.rawValue)
    others[who, default: .init(party: PartyID(rawValue: who), count: 0, first: row)].count += 1
  }

  private func source(of row: StatementRow) -> PartyID {
    PartyID(
      rawValue: Belonging.source(
        columns.party(of: row.rawValue), columns.speaker(of: row.rawValue),
        query.rollUp ?? .speaker, columns.casebook.parties))
  }

  /// Brings the units into the order of the table.
  mutating func orderByCell(_ places: ColumnPlaces) -> CellOrder {
    CellOrder(ordering: &units, places, issues: columns.casebook.issues.rowCount)
  }

  private mutating func finish() {
    let names = PartyOrder(columns.casebook.parties)
    leftOut.others = others.values.sorted {
      $0.count != $1.count ? $0.count > $1.count : names.precedes($0.party, $1.party)
    }
    leftOut.withoutGroup = names.sorted(Set(leftOut.withoutGroup))
    leftOut.notFound = Set(leftOut.notFound).sorted()
  }
}

/// Parties by name.
struct PartyOrder {
  private let parties: PartyTable

  init(_ parties: PartyTable) { self.parties = parties }

  func name(_ party: PartyID) -> String {
    parties.isDefined(party) ? parties[party].name : ""
  }

  func precedes(_ a: PartyID, _ b: PartyID) -> Bool {
    let names = (name(a), name(b))
    return names.0 != names.1 ? names.0 < names.1 : a < b
  }

  func sorted(_ some: some Sequence<PartyID>) -> [PartyID] { some.sorted { precedes($0, $1) } }
}
