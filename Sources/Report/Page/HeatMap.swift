internal import Casebook
internal import Comparison

/// Issues by parties: the position of each, with sign, number and colour.
struct HeatMap {
  private let facts: PageFacts

  init(_ facts: PageFacts) { self.facts = facts }

  func write(to html: inout HTMLWriter) {
    html.element(
      .p, [.kind("note")],
      "The stance of each party’s latest dated statement, from \u{2212}2 (strongly opposes) to +2 "
        + "(strongly supports), and the number of its statements. An empty cell means that nothing "
        + "was found.")
    html.line()
    html.scrolling("Positions of parties on issues") { html in
      html.element(.table, [.kind("heat")]) { html in
        html.element(.caption, [.kind("unseen")], "Positions of parties on issues")
        head(&html)
        html.element(.tbody) { html in
          for (i, issue) in facts.issues.enumerated() { row(issue, i, &html) }
        }
      }
    }
    html.line()
    notes(&html)
  }

  private func head(_ html: inout HTMLWriter) {
    html.element(.thead) { html in
      html.element(.tr) { html in
        html.element(.th, [.the(.scope, "col")], "Issue")
        for column in facts.result.parties {
          html.element(.th, [.the(.scope, "col")], facts.label(column.party))
        }
        html.element(.th, [.the(.scope, "col")], "Gap")
      }
    }
    html.line()
  }

  private func row(_ issue: ComparedIssue, _ number: Int, _ html: inout HTMLWriter) {
    html.element(.tr) { html in
      html.element(.th, [.the(.scope, "row")]) { html in
        html.element(.a, [.to(place: facts.place(of: number))], facts.name(issue.issue))
      }
      for column in facts.result.parties { cell(issue.cell(of: column.party), &html) }
      html.element(.td, [.kind("gap")], issue.gap.map { "\($0)" } ?? "\u{2013}")
    }
    html.line()
  }

  private func cell(_ cell: ComparedCell?, _ html: inout HTMLWriter) {
    guard let cell else {
      html.element(.td, [.kind("none")]) { $0.element(.span, [.kind("unseen")], "nothing found") }
      return
    }
    html.element(.td, [.kind("tone \(facts.tone(cell.position))")]) { html in
      if let position = cell.position {
        html.element(.strong, [], facts.figure(position))
      } else {
        html.element(.strong, [], meaning(cell.marks))
      }
      let marks = cell.position == nil ? "" : cell.marks.text
      html.text("\(marks) ")
      html.element(.small, [], "(\(cell.independent))")
    }
  }

  /// What a cell without a position holds: `uncommitted, mixed`.
  private func meaning(_ marks: Marks) -> String {
    let words = facts.meaning(marks)
    return words.isEmpty ? "\u{2013}" : words.joined(separator: ", ")
  }

  private func notes(_ html: inout HTMLWriter) {
    let marks = facts.issues.flatMap(\.cells).reduce(into: Marks()) { $0.formUnion($1.marks) }
    var legend: [String] = []
    if marks.contains(.conditional) { legend.append("? on a condition") }
    if marks.contains(.hedged) { legend.append("~ hedged") }
    if marks.contains(.uncommitted) { legend.append("u uncommitted") }
    if marks.contains(.mixed) { legend.append("m supports and opposes") }
    if !legend.isEmpty {
      html.element(.p, [.kind("note after")], legend.joined(separator: " · "))
      html.line()
    }
    let lines = facts.result.noteLines(in: facts.book)
    if !lines.isEmpty {
      html.element(.p, [.kind("note")], lines.joined(separator: " "))
      html.line()
    }
  }
}
