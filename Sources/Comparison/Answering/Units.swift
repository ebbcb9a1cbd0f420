internal import Casebook

/// A statement that counts to a party: what coders hold under one id on one issue. One that counts
/// to several parties is there once for each.
struct Unit: Sendable {
  /// Where its first line stands.
  var start: Int32
  /// How many lines it has.
  var lineCount: Int32
  let issue: Int32
  let party: Int32
  var days: DayPair
  /// Whether it is there for another party already.
  let isRepeated: Bool
  /// Whether it repeats a statement of another article of the same cluster; it then counts nowhere.
  fileprivate(set) var isCopy = false
  private var low = Int8.max
  private var high = Int8.min
  /// Conditions, hedges, `u`, `m` and `-` where a line has them.
  private(set) var marks = Marks()

  init(start: Int, issue: Int32, party: Int32, days: DayPair) {
    self.start = Int32(start)
    self.issue = issue
    self.party = party
    self.days = days
    isRepeated = false
    lineCount = 0
  }

  /// The same for another party.
  init(_ other: Unit, party: Int32) {
    (start, lineCount, issue, days) = (other.start, other.lineCount, other.issue, other.days)
    (low, high, marks) = (other.low, other.high, other.marks)
    self.party = party
    isRepeated = true
  }

  /// The degree or range; nil where no line has a degree.
  var position: Position? { hasDegree ? Position(Int(low), Int(high)) : nil }

  /// Whether some line has a degree.
  var hasDegree: Bool { low <= high }

  /// What its lines hold in place of a degree.
  var kind: Marks { marks.intersection([.uncommitted, .mixed, .notStated]) }

  /// Adds one coder's stance, as the column holds it, and what qualifies it.
  mutating func take(stance code: Int8, _ qualifiers: Marks) {
    lineCount += 1
    marks.formUnion(qualifiers)
    switch code {
    case -2...2:
      low = min(low, code)
      high = max(high, code)
    case 10: marks.insert(.mixed)
    case 11: marks.insert(.uncommitted)
    default: marks.insert(.notStated)
    }
  }
}

/// All statements that count: by place, then cell by cell.
struct Units: Sendable {
  /// The lines of all units, each unit's by the coder's name.
  private(set) var lines: [Int32] = []
  private var units: [Unit] = []

  var count: Int { units.count }

  subscript(unit: Int) -> Unit { units[unit] }

  /// All of them.
  var all: [Unit] { units }

  mutating func reserve(_ capacity: Int) {
    lines.reserveCapacity(capacity)
    units.reserveCapacity(capacity)
  }

  /// The lines of a unit.
  func rows(of unit: Unit) -> ArraySlice<Int32> {
    lines[Int(unit.start)..<Int(unit.start + unit.lineCount)]
  }

  /// Adds the lines of one unit.
  mutating func append(
    _ rows: ArraySlice<Int32>, issue: Int32, party: Int32, days: DayPair, in columns: Columns
  ) {
    var unit = Unit(start: lines.count, issue: issue, party: party, days: days)
    for row in rows {
      lines.append(row)
      unit.take(stance: columns.stances[Int(row)], columns.qualifiers(of: row))
    }
    units.append(unit)
  }

  /// Counts the last unit to a further party.
  mutating func repeatLast(party: Int32) {
    units.append(Unit(units[units.count - 1], party: party))
  }

  /// Brings them into another order, given as their numbers; lines stay where they are. What is
  /// read together then lies together.
  mutating func order(by numbers: [Int32]) {
    // Read here and there, written one behind the other: reads that do not hang on each other
    // overlap, where moving them ring by ring in place waits for each.
    units = numbers.map { units[Int($0)] }
  }

  /// Brings them cell by cell, in a cell as they are, from where each cell starts.
  ///
  /// Units move themselves, not their numbers: what is read then lies behind what was read before,
  /// and the next step finds them together.
  mutating func order(byCell cells: [Int], from starts: inout [Int32]) {
    var out = units
    for i in units.indices {
      let cell = cells[i]
      out[Int(starts[cell])] = units[i]
      starts[cell] += 1
    }
    units = out
  }

  /// Sorts those of a cell by day, those of one day by place.
  mutating func sortByDay(_ range: Range<Int>) {
    if range.count > 32 {
      return units[range].sort { ($0.dayKey, $0.start) < ($1.dayKey, $1.start) }
    }
    // Few are sorted quickest by inserting.
    for i in range.dropFirst() {
      let unit = units[i]
      var place = i
      while place > range.lowerBound, unit.dayKey < units[place - 1].dayKey {
        units[place] = units[place - 1]
        place -= 1
      }
      units[place] = unit
    }
  }

  /// Takes a unit as a copy of another one.
  mutating func markCopy(_ number: Int) { units[number].isCopy = true }
}
