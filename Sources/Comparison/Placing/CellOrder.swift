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
    // Units are read once; a column of their cells stays near through the passes that follow.
    let cells = table.all.map { Int($0.issue) * parties + Int(places[Int($0.party)]) }
    let numbers = Array(0..<Int32(table.count))
    let isWide = table.count < Self.fewEach * parties * issues
    let first = isWide ? numbers : CountingSort.byDay(numbers, days: days)
    var (ordered, runs) = CellOrder.byCell(first, cells, columns.parties, issues)
    if isWide {
      for run in runs { CellOrder.sort(&ordered, run.entries, days) }
    }
    (units, self.runs) = (ordered, runs)
  }

  /// Where cells have fewer units than this on average, each cell's are sorted by day by inserting
  /// them: to sort all by day first would read all of them twice more.
  private static let fewEach = 4

  private static func sort(_ units: inout [Int32], _ range: Range<Int>, _ days: [Int32]) {
    if range.count > 32 {
      return units[range].sort { a, b in
        let (one, other) = (days[Int(a)], days[Int(b)])
        // Numbers rise with the place.
        return one != other ? one < other : a < b
      }
    }
    for i in range.dropFirst() {
      let unit = units[i]
      let day = days[Int(unit)]
      var place = i
      while place > range.lowerBound, day < days[Int(units[place - 1])] {
        units[place] = units[place - 1]
        place -= 1
      }
      units[place] = unit
    }
  }

  private static func byCell(
    _ units: [Int32], _ cells: [Int], _ parties: [Int32], _ issues: Int
  ) -> ([Int32], [Run]) {
    let bound = parties.count * issues
    if bound <= onePass {
      let sorted = CountingSort.sorted(units, bound: bound) { cells[Int($0)] }
      return (sorted.items, runs(endingAt: sorted.ends, parties, issues))
    }
    let byParty = CountingSort.sort(units, bound: parties.count) {
      cells[Int($0)] % parties.count
    }
    let sorted = CountingSort.sort(byParty, bound: issues) { cells[Int($0)] / parties.count }
    return (sorted, runs(of: sorted, cells, parties))
  }

  /// The runs of all cells that have units, from where the units of each cell end.
  private static func runs(endingAt ends: [Int32], _ parties: [Int32], _ issues: Int) -> [Run] {
    var runs: [Run] = []
    var (cell, start) = (0, 0)
    for issue in 0..<Int32(issues) {
      for party in parties {
        let end = Int(ends[cell])
        if end > start { runs.append(Run(issue: issue, party: party, entries: start..<end)) }
        start = end
        cell += 1
      }
    }
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
      runs.append(Run(issue: Int32(issue), party: parties[place], entries: start..<end))
      start = end
    }
    return runs
  }
}
