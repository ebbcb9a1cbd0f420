/// The statements that count, cell by cell: by issue, party, day and place.
struct CellOrder {
  /// One cell's statements.
  struct Run {
    let issue: Int32
    let party: Int32
    let entries: Range<Int>
  }

  /// Numbers of units; a unit stands once for every party to which it counts.
  let units: [Int32]
  let runs: [Run]

  /// Up to that many cells are sorted in one pass; the table of counts then takes 16 MB at most.
  private static let onePass = 1 << 22

  init(of tally: Tally, parties: Int, issues: Int) {
    var days: [Int32] = []
    var cells: [Int] = []
    days.reserveCapacity(tally.entryUnits.count)
    cells.reserveCapacity(tally.entryUnits.count)
    for (i, number) in tally.entryUnits.enumerated() {
      let unit = tally.units[number]
      days.append(unit.days.isKnown ? unit.days.first : .max)
      cells.append(Int(unit.issue) * parties + Int(tally.entryParties[i]))
    }
    let byDay = CountingSort.byDay(Array(0..<Int32(cells.count)), days: days)
    let order = CellOrder.sorted(byDay, by: cells, parties, issues)
    runs = CellOrder.runs(of: order, cells, parties)
    units = order.map { tally.entryUnits[Int($0)] }
  }

  private static func sorted(
    _ entries: [Int32], by cells: [Int], _ parties: Int, _ issues: Int
  ) -> [Int32] {
    if parties * issues <= onePass {
      return CountingSort.sort(entries, bound: parties * issues) { cells[Int($0)] }
    }
    let byParty = CountingSort.sort(entries, bound: parties) { cells[Int($0)] % parties }
    return CountingSort.sort(byParty, bound: issues) { cells[Int($0)] / parties }
  }

  private static func runs(of order: [Int32], _ cells: [Int], _ parties: Int) -> [Run] {
    var runs: [Run] = []
    var start = 0
    while start < order.count {
      let cell = cells[Int(order[start])]
      var end = start + 1
      while end < order.count, cells[Int(order[end])] == cell { end += 1 }
      runs.append(
        Run(issue: Int32(cell / parties), party: Int32(cell % parties), entries: start..<end))
      start = end
    }
    return runs
  }
}
