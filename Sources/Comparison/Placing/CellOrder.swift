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
    // Units are read once; a column of their cells stays near through the passes that follow.
    let cells = table.all.map { Int($0.issue) * parties + Int($0.party) }
    units = CellOrder.byCell(byDay, cells, parties, issues)
    runs = CellOrder.runs(of: units, cells, parties)
  }

  private static func byCell(
    _ units: [Int32], _ cells: [Int], _ parties: Int, _ issues: Int
  ) -> [Int32] {
    if parties * issues <= onePass {
      return CountingSort.sort(units, bound: parties * issues) { cells[Int($0)] }
    }
    let byParty = CountingSort.sort(units, bound: parties) { cells[Int($0)] % parties }
    return CountingSort.sort(byParty, bound: issues) { cells[Int($0)] / parties }
  }

  private static func runs(of units: [Int32], _ cells: [Int], _ parties: Int) -> [Run] {
    var runs: [Run] = []
    var start = 0
    while start < units.count {
      let cell = cells[Int(units[start])]
      var end = start + 1
      while end < units.count, cells[Int(units[end])] == cell { end += 1 }
      runs.append(
        Run(issue: Int32(cell / parties), party: Int32(cell % parties), entries: start..<end))
      start = end
    }
    return runs
  }
}
