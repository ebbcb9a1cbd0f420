internal import Casebook
internal import Comparison

/// The SVG of one issue over time.
struct TimelineDrawing {
  private static let lane = 24.0
  private static let gap = 10.0
  private static let width = 700.0
  private let chart: Timeline.Chart
  private let scale: DayScale
  private let facts: PageFacts
  private let number: Int

  init(_ chart: Timeline.Chart, _ scale: DayScale, _ facts: PageFacts, _ number: Int) {
    self.chart = chart
    self.scale = scale
    self.facts = facts
    self.number = number
  }

  private func height(_ row: Timeline.Row) -> Double {
    Double(row.laneCount) * Self.lane + Self.gap
  }

  func write(to html: inout HTMLWriter) {
    let total = chart.rows.reduce(30) { $0 + height($1) }
    let id = "timeline-\(number + 1)"
    let attributes: [Attribute] = [
      .kind("timeline"), .the(.viewBox, "0 0 \(Int(Self.width)) \(Int(total))"),
      .the(.role, "img"), .the(.labelled, "\(id)-title \(id)-desc"),
    ]
    html.element(.svg, attributes) { html in
      html.element(
        .title, [.the(.id, "\(id)-title")], "Statements on \(facts.name(chart.issue)) by day")
      html.element(.desc, [.the(.id, "\(id)-desc")], description)
      for tick in scale.ticks { write(tick, total, &html) }
      var y = 0.0
      for row in chart.rows {
        write(row, at: y, &html)
        y += height(row)
      }
    }
  }

  private func write(
    _ tick: (x: Double, label: String), _ height: Double, _ html: inout HTMLWriter
  ) {
    html.element(
      .line,
      [
        .kind("grid"), .at(.x1, tick.x), .at(.x2, tick.x), .at(.y1, 0), .at(.y2, height - 22),
      ], "")
    html.element(
      .text,
      [.kind("tick"), .at(.x, tick.x), .at(.y, height - 6), .the(.textAnchor, "middle")],
      tick.label)
  }

  private func write(_ row: Timeline.Row, at y: Double, _ html: inout HTMLWriter) {
    html.line()
    let middle = y + Self.gap / 2 + Self.lane / 2
    html.element(
      .text, [.kind("label"), .at(.x, 0), .at(.y, middle + 4)],
      PageFacts.cut(facts.label(row.party), to: 13))
    html.element(
      .line,
      [
        .kind("track"), .at(.x1, DayScale.left - 30), .at(.x2, Self.width), .at(.y1, middle),
        .at(.y2, middle),
      ], "")
    for chip in row.chips { write(chip, middle + Double(chip.lane) * Self.lane, &html) }
  }

  private func write(_ chip: Timeline.Chip, _ y: Double, _ html: inout HTMLWriter) {
    let x = scale.x(chip.last)
    let from = scale.x(chip.first)
    if from < x - 18 {
      html.element(
        .line, [.kind("reach"), .at(.x1, from), .at(.x2, x), .at(.y1, y), .at(.y2, y)], "")
    }
    let text = label(chip)
    html.element(.g, [.kind("tone \(facts.tone(chip.position))")]) { html in
      html.element(
        .rect,
        [
          .at(.x, x - chip.width / 2), .at(.y, y - 10), .at(.width, chip.width), .at(.height, 20),
          .at(.rx, 10),
        ], "")
      html.element(.text, [.at(.x, x), .at(.y, y + 4), .the(.textAnchor, "middle")], text)
    }
  }

  private func label(_ chip: Timeline.Chip) -> String {
    let position = chip.position
    let figure =
      position.low == position.high
      ? facts.figure(position)
      : "\(facts.figure(position.low))\u{2026}\(facts.figure(position.high))"
    return chip.count > 1 ? "\(figure) ×\(chip.count)" : figure
  }

  /// The drawing in words.
  private var description: String {
    chart.rows.map { row in
      let said = row.chips.map { chip in
        let days = DayRange(Day(number: Int32(chip.first)), Day(number: Int32(chip.last)))
        return "\(facts.dashed(days.readable)) \(label(chip))"
      }
      return "\(facts.name(row.party)): \(said.joined(separator: ", "))."
    }.joined(separator: " ")
  }
}
