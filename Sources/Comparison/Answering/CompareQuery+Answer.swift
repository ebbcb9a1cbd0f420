public import Casebook

extension CompareQuery {
  /// Answers the question.
  public func answer(in casebook: Casebook) -> CompareResult {
    var tally = Tally(self, in: casebook)
    let columns = columns(tally, casebook)
    let places = ColumnPlaces(columns.map(\.party), rows: casebook.parties.rowCount)
    let order = tally.orderByCell(places)
    let units = tally.units
    var builder = CellBuilder(units, casebook)
    builder.takeCells(of: order)
    let ranked = builder.issues(asked: issues)
    // Where no issue has two parties there is nothing to keep apart, and every row can be opened.
    let isApart = ranked.contains { $0.cells.count > 1 }
    let isWhole = { (issue: ComparedIssue) in
      columns.count < 2 || !isApart || issue.cells.count > 1 || issues.contains(issue.issue)
    }
    return CompareResult(
      query: self, total: tally.total, copied: tally.copiedCount, articleCount: tally.articleCount,
      days: tally.days,
      parties: columns, compared: ranked.filter(isWhole),
      onePartyOnly: ranked.filter { !isWhole($0) }, inSeveral: inSeveral(tally, casebook),
      leftOut: tally.leftOut, units: units)
  }

  /// The parties asked for, but those that only stood for others; then all others found.
  private func columns(_ tally: Tally, _ casebook: Casebook) -> [CompareResult.Column] {
    var counts = [Int](repeating: 0, count: casebook.parties.rowCount)
    for unit in tally.units.all where !unit.isCopy { counts[Int(unit.party)] += 1 }
    var asked: [PartyID] = []
    for party in parties where !asked.contains(party) {
      let isColumn = counts[party.row] > 0 || !tally.belonging.standsForOthers[party.row]
      if isColumn { asked.append(party) }
    }
    let names = PartyOrder(casebook.parties)
    let found = counts.indices.filter { counts[$0] > 0 }.map { PartyID(row: $0) }
      .filter { !asked.contains($0) }
      .sorted {
        let (a, b) = (counts[$0.row], counts[$1.row])
        return a != b ? a > b : names.precedes($0, $1)
      }
    return (asked + found).map { .init(party: $0, count: counts[$0.row]) }
  }

  private func inSeveral(_ tally: Tally, _ casebook: Casebook) -> [CompareResult.InSeveral] {
    let names = PartyOrder(casebook.parties)
    return names.sorted(tally.inSeveral.keys.map { PartyID(rawValue: $0) }).map { party in
      let groups = tally.inSeveral[party.rawValue, default: []]
      return .init(party: party, groups: names.sorted(groups.map { PartyID(rawValue: $0) }))
    }
  }
}

extension Tally {
  /// How many articles the counted statements stand in.
  var articleCount: Int {
    var seen = [Bool](repeating: false, count: columns.casebook.articles.rowCount)
    for row in units.lines { seen[columns.article(of: row)] = true }
    return seen.count { $0 }
  }

  /// From the first to the last known day of the counted statements.
  var days: DayRange? {
    var (first, last) = (Int32.max, Int32.min)
    for pair in units.all.lazy.map(\.days) where pair.isKnown {
      first = min(first, pair.first)
      last = max(last, pair.last)
    }
    return first <= last ? DayRange(Day(number: first), Day(number: last)) : nil
  }
}
