public import Casebook

extension Matrix {
  /// The matrix as lines for a terminal of that width (at least 40), or uncut without one.
  public func lines(in casebook: Casebook, width: Int? = 80) -> [String] {
    let width = width.map { max(Layout.narrowest, $0) }
    let words = Words(casebook: casebook)
    let counted = rows.reduce(0) { $0 + $1.count }
    var right = Comparison.counted(counted, "statement")
    if let days = result.days { right += ", \(days.readable)" }
    var lines = Layout.ends(
      query.showsNet ? "net statements (n)" : "mean stance (n)", right, width: width)
    if rows.isEmpty {
      lines.append("Nothing found.")
    } else {
      lines += (query.isTransposed ? byParty(words) : byIssue(words)).lines(width: width)
      lines += legend(width: width)
    }
    if thin > 0 {
      let noun = Comparison.counted(thin, "figure")
      let note = "\(noun) on fewer than \(query.atLeast) statements left out."
      lines += Layout.wrap(sentence: note, width: width)
    }
    return lines + CompareNotes(result, words).lines(width: width)
  }

  private func byIssue(_ words: Words) -> FigureTable {
    FigureTable(
      heads: parties.map { words.label($0) }, names: rows.map { words.name($0.issue) } + ["n"],
      figures: rows.map { row in parties.map { text(row.figure(of: $0)) } }
        + [parties.map { "\(count(of: $0))" }],
      tailHeads: ["spread", "n"],
      tails: rows.map { [Matrix.text(spread: $0.spread), "\($0.count)"] } + [["", ""]],
      notes: Array(repeating: "", count: rows.count + 1))
  }

  private func byParty(_ words: Words) -> FigureTable {
    let parties = self.parties
    return FigureTable(
      heads: rows.map { words.name($0.issue) },
      names: parties.map { words.label($0) } + ["spread", "n"],
      figures: parties.map { party in rows.map { text($0.figure(of: party)) } }
        + [rows.map { Matrix.text(spread: $0.spread) }, rows.map { "\($0.count)" }],
      tailHeads: ["n"], tails: parties.map { ["\(count(of: $0))"] } + [[""], [""]],
      notes: Array(repeating: "", count: parties.count + 2))
  }

  private func text(_ figure: Figure?) -> String {
    guard let figure else { return "." }
    return query.showsNet ? figure.netText : figure.text
  }

  private static func text(spread: Int?) -> String {
    spread.map { text(hundredths: $0, signed: false) } ?? "-"
  }

  private func legend(width: Int?) -> [String] {
    let figures = rows.flatMap(\.figures)
    let marks = figures.reduce(into: Marks()) { $0.formUnion($1.marks) }
    let items: [(Bool, String)] = [
      (figures.count < rows.count * parties.count, ". nothing"),
      (marks.contains(.conditional), "? on a condition"), (marks.contains(.hedged), "~ hedged"),
      (marks.contains(.uncommitted), "u uncommitted"),
      (marks.contains(.mixed), "m supports and opposes"),
      (figures.contains { $0.marks.text == "-" && $0.hundredths == nil }, "- stance not stated"),
    ]
    let shown = items.filter(\.0).map(\.1)
    if shown.isEmpty { return [] }
    let separated = shown.dropLast().map { $0 + " " } + shown.suffix(1)
    return Layout.wrap(separated, lead: "", hang: 0, width: width)
  }
}

extension Matrix.Figure {
  /// `+2 (3)`: two more support than oppose, of three; `u (1)`.
  var netText: String {
    if hundredths == nil { return text }
    let sign = net < 0 ? "" : net > 0 ? "+" : " "
    let signs = marks.subtracting(.notStated).text
    return "\(sign)\(net)\(signs.isEmpty ? " " : signs)(\(count))"
  }

  /// `+1.5?(2)`, `u (1)`.
  var text: String {
    guard let hundredths else { return " \(marks.text) (\(count))" }
    let mean = Matrix.text(hundredths: hundredths, signed: true)
    let signs = marks.subtracting(.notStated).text
    return "\(mean)\(signs.isEmpty ? " " : signs)(\(count))"
  }
}
