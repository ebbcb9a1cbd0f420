internal import Casebook

/// The place of each party among the columns, and back. Every statement's party has a column: what is a
/// copy repeats a statement of the same party.
struct ColumnPlaces {
  /// By row of the party.
  let places: [Int32]
  /// The party's row, by place.
  let parties: [Int32]

  init(_ columns: [PartyID], rows: Int) {
    parties = columns.map(\.rawValue)
    var places = [Int32](repeating: 0, count: rows)
    for (place, party) in parties.enumerated() { places[Int(party)] = Int32(place) }
    self.places = places
  }
}

/// Brings the statements that count into the order of the table, cell by cell: by issue, column, day
/// and place.
struct CellOrder {
  /// One cell's statements: where they stand among all.
  struct Run {
    let issue: Int32
    let party: Int32
    let start: Int32
    let end: Int32

    var entries: Range<Int> { Int(start)..<Int(end) }
  }

  /// All cells that have statements.
  let runs: [Run]

  /// Up to that many cells are sorted in one pass; the table of counts then takes 16 MB at most.
  private static let onePass = 1 << 22

  /// Where cells have fewer units than this on average, each cell's are sorted by day by inserting
  /// them: to sort all by day first would read all of them twice more.
  private static let fewEach = 4

  /// - Parameter table: by place; afterwards in the order of the table.
  init(ordering table: inout Units, _ columns: ColumnPlaces, issues: Int) {
    let parties = columns.parties
    let bound = parties.count * issues
    let cells = table.cells(columns)
    if bound <= Self.onePass, table.count < Self.fewEach * bound {
      var sizes = CountingSort.sizes(cells, bound: bound)
      runs = CellOrder.runs(&sizes, parties, issues, units: table.count)
      table.order(byCell: cells, from: &sizes)
      for run in runs where run.end - run.start > 1 { table.sortByDay(run.entries) }
      return
    }
    let days = table.all.map(\.dayKey)
    let byDay = CountingSort.byDay(Array(0..<Int32(table.count)), days: days)
    let ordered = CellOrder.byCell(byDay, cells, parties.count, issues)
    runs = CellOrder.runs(of: ordered, cells, parties)
    table.order(by: ordered)
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

  /// The runs of all cells that have units. What is given as the size of each cell is afterwards where
  /// it starts.
  private static func runs(
    _ sizes: inout [Int32], _ parties: [Int32], _ issues: Int, units: Int
  ) -> [Run] {
    let none = Run(issue: 0, party: 0, start: 0, end: 0)
    var runs = [Run](repeating: none, count: min(units, sizes.count) + 1)
    var (cell, start, count) = (0, Int32(0), 0)
    for issue in 0..<Int32(issues) {
      for party in parties {
        let size = sizes[cell]
        sizes[cell] = start
        // Whether a cell has units cannot be foreseen by the processor: each is written, and only
        // those that have some are kept.
        runs[count] = Run(issue: issue, party: party, start: start, end: start + size)
        count += size > 0 ? 1 : 0
        start += size
        cell += 1
      }
    }
    runs.removeLast(runs.count - count)
    return runs
  }

  private static func runs(of units: [Int32], _ cells: [Int], _ parties: [Int32]) -> [Run] {
    var runs: [Run] = []
    var start = 0
    while start < units.count {
      let cell = cells[Int(units[start])]
      var end = start + 1
      while end < units.count, cells[Int(units[end])] == cell { end += 1 }
      let (issue, place) = cell.quotientAndRemainder(dividingBy: parties.count)
      runs.append(
        Run(issue: Int32(issue), party: parties[place], start: Int32(start), end: Int32(end)))
      start = end
    }
    return runs
  }
}

extension Unit {
  /// The first day for sorting; `Int32.max` where nothing is known.
  var dayKey: Int32 { days.isKnown ? days.first : .max }
}

extension Units {
  /// The cell of each unit: issue after issue, in each column after column.
  fileprivate func cells(_ columns: ColumnPlaces) -> [Int] {
    let (count, places) = (columns.parties.count, columns.places)
    return all.map { Int($0.issue) * count + Int(places[Int($0.party)]) }
  }
}
