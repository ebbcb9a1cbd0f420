internal import Casebook
internal import Comparison

/// One drawing an issue: a row a party, a chip a statement, by day.
struct Timeline {
  /// One issue.
  let charts: [Chart]
  /// Statements without a day.
  private let undated: Int
  /// Statements without a degree: mixed, uncommitted, not stated.
  private let unplaced: Int
  private let facts: PageFacts
  private let days: ClosedRange<Int>

  /// The drawing of one issue.
  struct Chart {
    let issue: IssueID
    let rows: [Row]
  }

  /// A party's statements.
  struct Row {
    let party: PartyID
    var chips: [Chip] = []
    /// Statements for which there is no room.
    var hidden = 0
    var laneCount: Int { (chips.map(\.lane).max() ?? 0) + 1 }
  }

  /// Statements of one party with one stance on the same days.
  struct Chip {
    let position: Position
    let first: Int
    let last: Int
    var count = 1
    var lane = 0

    /// The width of its drawing; a range or a number of statements takes more.
    var width: Double { count > 1 || position.low != position.high ? 58 : 42 }
  }

  /// Chips of one day stand on top of each other in at most so many lanes.
  static let mostLanes = 6
  /// More issues than these are not drawn.
  static let mostCharts = 40

  init(_ facts: PageFacts) {
    self.facts = facts
    let range = facts.result.days
    days = Int(range?.first.number ?? 0)...Int(range?.last.number ?? 0)
    var (undated, unplaced) = (0, 0)
    let scale = DayScale(days)
    charts = facts.issues.prefix(Timeline.mostCharts).compactMap { issue in
      let rows = issue.cells.compactMap { cell -> Row? in
        let all = facts.result.statements(of: cell).filter { !$0.isCopy }
        undated += all.count { $0.days == nil }
        unplaced += all.count { $0.days != nil && $0.position == nil }
        let row = Timeline.row(cell.party, all, scale)
        return row.chips.isEmpty ? nil : row
      }
      return rows.isEmpty ? nil : Chart(issue: issue.issue, rows: rows)
    }
    self.undated = undated
    self.unplaced = unplaced
  }

  private static func row(
    _ party: PartyID, _ statements: [ComparedStatement], _ scale: DayScale
  ) -> Row {
    var row = Row(party: party)
    for one in statements {
      guard let days = one.days, let position = one.position else { continue }
      let (first, last) = (Int(days.first.number), Int(days.last.number))
      if let old = row.chips.lastIndex(where: { $0.last == last && $0.position == position }),
        row.chips[old].first == first
      {
        row.chips[old].count += 1
      } else if row.chips.count < 400 {
        row.chips.append(Chip(position: position, first: first, last: last))
      } else {
        row.hidden += 1
      }
    }
    row.chips.sort { ($0.last, $0.first) < ($1.last, $1.first) }
    var ends: [Double] = []
    var kept: [Chip] = []
    for var chip in row.chips {
      let x = scale.x(chip.last)
      chip.lane = ends.firstIndex { $0 + 2 <= x - chip.width / 2 } ?? ends.count
      if chip.lane == mostLanes {
        row.hidden += chip.count
        continue
      }
      if chip.lane == ends.count { ends.append(0) }
      ends[chip.lane] = x + chip.width / 2
      kept.append(chip)
    }
    row.chips = kept
    return row
  }

  func write(to html: inout HTMLWriter) {
    html.element(
      .p, [.kind("note")],
      "Each mark is a statement on its day, with its stance; a line before it reaches back over the "
        + "days on which it may have been made. What only repeats another one in a copy of its "
        + "article is not drawn.")
    html.line()
    let scale = DayScale(days)
    for (number, chart) in charts.enumerated() {
      html.element(.figure, [.kind("picture")]) { html in
        html.element(.figcaption) { html in
          html.element(.strong, [], facts.name(chart.issue))
          html.text(" “\(facts.proposition(chart.issue))”")
        }
        html.scrolling("Statements on \(facts.name(chart.issue)) by day") { html in
          TimelineDrawing(chart, scale, facts, number).write(to: &html)
        }
      }
      html.line()
    }
    let hidden = charts.flatMap(\.rows).reduce(0) { $0 + $1.hidden }
    var notes: [String] = []
    if undated > 0 { notes.append("\(facts.counted(undated, "statement")) without a day") }
    if unplaced > 0 {
      notes.append("\(facts.counted(unplaced, "statement")) mixed, uncommitted or without a stance")
    }
    if hidden > 0 { notes.append("\(hidden) more for which there is no room") }
    if facts.issues.count > Timeline.mostCharts {
      notes.append("only the first \(Timeline.mostCharts) issues")
    }
    if !notes.isEmpty {
      html.element(.p, [.kind("note")], "Not drawn: " + notes.joined(separator: "; ") + ".")
    }
  }
}

/// From days to places across a drawing.
struct DayScale {
  static let left = 140.0
  static let right = 650.0
  private let days: ClosedRange<Int>

  init(_ days: ClosedRange<Int>) { self.days = days }

  /// Where a day stands; a single day in the middle.
  func x(_ day: Int) -> Double {
    if days.count == 1 { return (DayScale.left + DayScale.right) / 2 }
    let share = Double(day - days.lowerBound) / Double(days.count - 1)
    return DayScale.left + share * (DayScale.right - DayScale.left)
  }

  /// At most five days with their labels, evenly spread.
  var ticks: [(x: Double, label: String)] {
    let count = min(5, days.count)
    if count == 1 { return [(x(days.lowerBound), label(days.lowerBound, withYear: true))] }
    return (0..<count).map { i in
      let day = days.lowerBound + (days.count - 1) * i / (count - 1)
      return (x(day), label(day, withYear: i == 0 || i == count - 1))
    }
  }

  private func label(_ number: Int, withYear: Bool) -> String {
    let day = Day(number: Int32(number))
    let isLong = days.count > 300
    return withYear || isLong ? "\(day.short) \(day.civil.year)" : day.short
  }
}
