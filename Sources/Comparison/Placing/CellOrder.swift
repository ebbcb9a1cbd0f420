internal import Casebook

/// The place of each party among the columns, and back. Those without a column, whose statements
/// are all copies, come first.
struct ColumnPlaces {
  /// By row of the party.
  let places: [Int32]
  /// The party's row, by place.
  let parties: [Int32]

  init(_ columns: [PartyID], rows: Int) {
    var isColumn = [Bool](repeating: false, count: rows)
    for party in columns { isColumn[party.row] = true }
    let others = isColumn.indices.filter { !isColumn[$0] }.map { Int32($0) }
    let parties = others + columns.map(\.rawValue)
    var places = [Int32](repeating: 0, count: rows)
    for (place, party) in parties.enumerated() { places[Int(party)] = Int32(place) }
    (self.places, self.parties) = (places, parties)
  }
}

/// The statements that count, cell by cell: by issue, column, day and place.
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

  init(of table: Units, _ columns: ColumnPlaces, issues: Int) {
    let (parties, places) = (columns.parties.count, columns.places)
    let days = table.all.map { $0.days.isKnown ? $0.days.first : Int32.max }
    let byDay = CountingSort.byDay(Array(0..<Int32(table.count)), days: days)
    // Units are read once; a column of their cells stays near through the passes that follow.
    let cells = table.all.map { Int($0.issue) * parties + Int(places[Int($0.party)]) }
    units = CellOrder.byCell(byDay, cells, parties, issues)
    runs = CellOrder.runs(of: units, cells, columns.parties)
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

  private static func runs(of units: [Int32], _ cells: [Int], _ parties: [Int32]) -> [Run] {
    var runs: [Run] = []
    var start = 0
    while start < units.count {
      let cell = cells[Int(units[start])]
      var end = start + 1
      while end < units.count, cells[Int(units[end])] == cell { end += 1 }
      let (issue, place) = cell.quotientAndRemainder(dividingBy: parties.count)
      runs.append(Run(issue: Int32(issue), party: parties[place], entries: start..<end))
      start = end
    }
    return runs
  }
}
