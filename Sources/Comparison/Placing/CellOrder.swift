/// The statements that count, cell by cell: by issue, party, day and place.
struct CellOrder {
  /// One cell's statements.
  struct Run {
    let issue: Int32
    let party: Int32
    let entries: Range<Int>
  }

  /// Numbers of units.
  let units: [Int32]
  let runs: [Run]

  /// Up to that many cells are sorted in one pass; the table of counts then takes 16 MB at most.
  private static let onePass = 1 << 22

  init(of table: Units, parties: Int, issues: Int) {
    let days = table.all.map { $0.days.isKnown ? $0.days.first : Int32.max }
    let byDay = CountingSort.byDay(Array(0..<Int32(table.count)), days: days)
    units = CellOrder.byCell(byDay, table, parties, issues)
    runs = CellOrder.runs(of: units, table)
  }

  private static func byCell(
    _ units: [Int32], _ table: Units, _ parties: Int, _ issues: Int
  ) -> [Int32] {
    if parties * issues <= onePass {
      let cells = table.all.map { $0.issue * Int32(parties) + $0.party }
      return CountingSort.sort(units, bound: parties * issues) { Int(cells[Int($0)]) }
    }
    let byParty = CountingSort.sort(units, bound: parties) { Int(table[$0].party) }
    return CountingSort.sort(byParty, bound: issues) { Int(table[$0].issue) }
  }

  private static func runs(of units: [Int32], _ table: Units) -> [Run] {
    var runs: [Run] = []
    var start = 0
    while start < units.count {
      let first = table[units[start]]
      var end = start + 1
      while end < units.count, table[units[end]].isInCell(of: first) { end += 1 }
      runs.append(Run(issue: first.issue, party: first.party, entries: start..<end))
      start = end
    }
    return runs
  }
}

extension Unit {
  func isInCell(of other: Unit) -> Bool { issue == other.issue && party == other.party }
}
