internal import Casebook
internal import SourceText

/// The words behind the rows of a comparison.
struct StatementLines {
  private let result: CompareResult
  private let words: Words
  private let width: Int?

  init(_ result: CompareResult, _ words: Words, width: Int?) {
    self.result = result
    self.words = words
    self.width = width
  }

  /// Everything said on one issue; passages shown before are referred to.
  func lines(of issue: ComparedIssue, row: Int, note: String) -> [String] {
    let title = "%\(row) \(words.name(issue.issue))"
    let heading = note.isEmpty ? [title] : [title + "  ", note]
    var lines = Layout.wrap(heading, lead: "", hang: 3, width: width)
    lines += Layout.wrap(
      ["“\(words.proposition(issue.issue))”"], lead: "   ", hang: 3, width: width)
    let held = issue.cells.map { ($0, result.statements(of: $0).map { stances(of: $0) }) }
    let most = width.map { max(4, $0 / 4) }
    let label = min(most ?? .max, issue.cells.map { cells(words.label($0.party)) }.max() ?? 0)
    let stance = held.flatMap(\.1).map { cells($0) }.max() ?? 2
    lines += conditionLines(issue, label: label)
    var seen: Set<AnnotationRow> = []
    for (cell, stances) in held {
      for (i, one) in result.statements(of: cell).enumerated() {
        let name = i == 0 ? Layout.cut(words.label(cell.party), to: most) : ""
        let start = " \(Layout.left(name, label)) \(Layout.left(stances[i], stance))  "
        lines += self.lines(of: one, start: start, seen: &seen)
      }
    }
    return lines
  }

  /// What each party's statements depend on, side by side, where two parties or more put conditions.
  private func conditionLines(_ issue: ComparedIssue, label: Int) -> [String] {
    let held = issue.cells.map { ($0.party, result.conditions(of: $0, words)) }
      .filter { !$0.1.isEmpty }
    if held.count < 2 { return [] }
    return ["   on a condition:"]
      + held.flatMap { party, conditions -> [String] in
        let items = conditions.dropLast().map { $0 + ";" } + conditions.suffix(1)
        let name = Layout.left(Layout.cut(words.label(party), to: label), label)
        return Layout.wrap(
          items.flatMap { $0.split(separator: " ").map(String.init) }, lead: "   \(name)  IF ",
          hang: label + 8, width: width)
      }
  }

  private func lines(
    of one: ComparedStatement, start: String, seen: inout Set<AnnotationRow>
  ) -> [String] {
    let statement = words.casebook.statement(one.rows[0])
    let address = words.line(words.casebook.address(of: statement.annotation))
    let indent = cells(start)
    let said =
      seen.insert(statement.annotation).inserted
      ? words.line(words.casebook.words(of: statement.annotation)) : "(words of \(address))"
    let left = width.map { $0 - indent }
    var lines = [Layout.trimmed(start + Layout.cut(said, to: left))]
    let room = left.map { $0 - cells(address) - 2 }
    let source = Layout.cut(self.source(of: one, statement), to: room)
    lines += Layout.ends(Layout.blanks(indent) + source, address, width: width)
    for condition in conditions(of: one) {
      let words = "IF \(condition)".split(separator: " ").map(String.init)
      lines += Layout.wrap(words, lead: Layout.blanks(indent), hang: indent + 3, width: width)
    }
    return lines
  }

  /// `Moscow insists, indirect, 17 Apr`; who coded what where coders differ.
  private func source(of one: ComparedStatement, _ statement: Statement) -> String {
    var who = statement.cue.map { words.line($0) } ?? ""
    if who.isEmpty { who = (statement.speaker ?? statement.party).map { words.name($0) } ?? "?" }
    if !statement.via.isEmpty {
      who += " via " + statement.via.map { words.name($0) }.joined(separator: ", ")
    }
    var parts = [who]
    if let voice = statement.voice { parts.append(voice.rawValue) }
    parts.append(one.days.map { words.days($0) } ?? "no day")
    if one.isCopy { parts.append("in a copy") }
    if let settled = result.settlement(of: one, in: words.casebook) {
      parts.append(words.settled(settled, one))
    } else if words.differing(one).count > 1 {
      parts.append("by " + one.rows.map { words.coder($0) }.joined(separator: "/"))
    }
    return parts.joined(separator: ", ")
  }

  /// `+2`, `+1?`, ` 0`; `+2/-1` where coders differ.
  private func stances(of one: ComparedStatement) -> String {
    let settled = result.settlement(of: one, in: words.casebook)
    let stances = words.stances(of: one, settled: settled)
    return Layout.blanks(2 - cells(stances)) + stances + words.marks(of: one)
  }

  private func conditions(of one: ComparedStatement) -> [String] {
    var found: [String] = []
    for row in one.rows {
      guard let condition = words.casebook.statement(row).condition else { continue }
      let line = words.line(condition)
      if !found.contains(line) { found.append(line) }
    }
    return found
  }

  private func cells(_ text: String) -> Int { DisplayWidth.cells(of: text) }
}
