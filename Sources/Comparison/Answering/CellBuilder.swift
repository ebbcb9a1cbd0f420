internal import Casebook

/// Makes cells of runs of entries, and issues of cells.
struct CellBuilder {
  private let units: Units
  private let casebook: Casebook
  /// The cells of each issue, in the order of the columns.
  private var cells: [[ComparedCell]]
  private var counts: [Int]

  /// - Parameter units: cell by cell.
  init(_ units: Units, _ casebook: Casebook) {
    self.units = units
    self.casebook = casebook
    cells = Array(repeating: [], count: casebook.issues.rowCount)
    counts = Array(repeating: 0, count: casebook.issues.rowCount)
    for unit in units.all where !unit.isRepeated && !unit.isCopy {
      counts[Int(unit.issue)] += 1
    }
  }

  /// Takes all cells.
  mutating func takeCells(of order: CellOrder) {
    var start = 0
    while start < order.runs.count {
      let issue = order.runs[start].issue
      var end = start + 1
      while end < order.runs.count, order.runs[end].issue == issue { end += 1 }
      var all: [ComparedCell] = []
      all.reserveCapacity(end - start)
      for run in order.runs[start..<end] { all.append(cell(run)) }
      cells[Int(issue)] = all
      start = end
    }
  }

  private func cell(_ run: CellOrder.Run) -> ComparedCell {
    var latest = LatestDay()
    var copies = 0
    for i in run.entries {
      if units[i].isCopy {
        copies += 1
      } else if units[i].hasDegree {
        latest.include(units[i].days)
      }
    }
    var ends: Position?
    var marks = Marks()
    for i in run.entries where !units[i].isCopy {
      let unit = units[i]
      if let position = unit.position {
        guard latest.isCurrent(unit.days) else { continue }
        ends = ends?.hull(position) ?? position
      } else if !latest.mayBeCurrent(unit.days) {
        continue
      }
      marks.formUnion(unit.marks)
    }
    if ends != nil { marks.remove(.notStated) }
    return ComparedCell(
      party: PartyID(rawValue: run.party), position: ends, marks: marks, latest: latest,
      entries: run.entries, copies: copies)
  }

  /// The issues found and those asked for, in the order of the table.
  func issues(asked: [IssueID]) -> [ComparedIssue] {
    let table = casebook.issues
    return table.all.filter { !cells[$0.row].isEmpty || asked.contains($0) }
      .map { (issue($0), table[$0].name) }
      .sorted { a, b in
        if a.0.gap != b.0.gap { return a.0.gap ?? -1 > b.0.gap ?? -1 }
        return a.0.count != b.0.count ? a.0.count > b.0.count : a.1 < b.1
      }
      .map(\.0)
  }

  private func issue(_ id: IssueID) -> ComparedIssue {
    let own = cells[id.row]
    let farthest = CellBuilder.farthest(own)
    return ComparedIssue(
      issue: id, cells: own, count: counts[id.row], gap: farthest?.gap,
      farthest: farthest?.parties ?? [])
  }

  /// The largest distance between two positions: from the highest low end to the lowest high end.
  /// Within one range the first lies below the second, so that no party is far from itself.
  static func farthest(_ cells: [ComparedCell]) -> (gap: Int, parties: [PartyID])? {
    var top: (party: PartyID, ends: Position)?
    var bottom: (party: PartyID, ends: Position)?
    var held = 0
    for cell in cells {
      guard let ends = cell.position else { continue }
      held += 1
      if top.map({ ends.low > $0.ends.low }) ?? true { top = (cell.party, ends) }
      if bottom.map({ ends.high < $0.ends.high }) ?? true { bottom = (cell.party, ends) }
    }
    guard held > 1, let top, let bottom else { return nil }
    let gap = max(0, top.ends.low - bottom.ends.high)
    return (gap, gap > 0 ? [top.party, bottom.party] : [])
  }
}

extension Position {
  /// From the lower to the higher end of both.
  func hull(_ other: Position) -> Position {
    Position(min(low, other.low), max(high, other.high))
  }
}

extension LatestDay {
  /// Whether a statement without a degree may still hold: unless all its days lie before.
  func mayBeCurrent(_ days: DayPair) -> Bool {
    guard let day else { return true }
    return !days.isKnown || days.last >= day
  }
}
