public import Casebook
internal import SourceText

extension PositionLedger {
  /// The ledger as lines for a terminal of that width (at least 40), or uncut without one.
  public func lines(in casebook: Casebook, width: Int? = 80) -> [String] {
    let width = width.map { max(Layout.narrowest, $0) }
    var words = Words(casebook: casebook)
    words.showsYears = result.days.map { $0.first.civil.year != $0.last.civil.year } ?? true
    let ledger = LedgerLines(result: result, words: words, width: width)
    var lines = Layout.ends(title(words), right, width: width) + [Layout.rule(width)]
    if issues.isEmpty {
      lines += Layout.wrap(
        sentence: "Nothing found: no statement of this party fits the question.", width: width)
    }
    for (i, issue) in issues.enumerated() { lines += ledger.lines(of: issue, number: i + 1) }
    if !issues.isEmpty {
      lines.append(Layout.rule(width))
      lines += Layout.wrap(sentence: summary(casebook), width: width)
    }
    return lines + CompareNotes(result, words).lines(width: width)
  }

  private func title(_ words: Words) -> String {
    query.question.parties.first.map { words.name($0) } ?? "?"
  }

  private var right: String {
    let count = issues.reduce(0) { $0 + $1.own.count }
    var right = "\(counted(count, "statement")) on \(counted(issues.count, "issue"))"
    if let days = result.days { right += ", \(days.readable)" }
    return right
  }

  private func summary(_ casebook: Casebook) -> String {
    let turns = issues.reduce(0) { $0 + $1.turns.count }
    let contradictions = issues.reduce(0) { $0 + $1.contradictions.count }
    var sentence = turns == 0 ? "No change of position" : "\(counted(turns, "change")) of position"
    sentence +=
      contradictions == 0
      ? ", no contradiction." : ", \(counted(contradictions, "contradiction"))."
    let silent = casebook.issues.all.count - issues.count
    if query.question.issues.isEmpty, silent > 0 {
      sentence += " Nothing found on \(counted(silent, "issue"))."
    }
    return sentence
  }
}

/// The lines of a ledger.
struct LedgerLines {
  let result: CompareResult
  let words: Words
  let width: Int?

  func lines(of issue: LedgerIssue, number: Int) -> [String] {
    let name = Layout.cut(words.name(issue.issue), to: width.map { $0 - 20 })
    var lines = Layout.wrap(
      head(of: issue).split(separator: " ").map(String.init), lead: "%\(number) \(name)  ",
      hang: 3, width: width)
    let days = issue.statements.map { one in one.days.map { words.days($0) } ?? "no day" }
    let stances = issue.statements.map { stance(of: $0) }
    let widest = (
      days.map { DisplayWidth.cells(of: $0) }.max() ?? 0,
      stances.map { DisplayWidth.cells(of: $0) }.max() ?? 0
    )
    for (place, one) in issue.statements.enumerated() {
      for turn in issue.turns where turn.at == place { lines += turnLines(turn) }
      let start =
        " \(Layout.right(days[place], widest.0))  \(Layout.left(stances[place], widest.1))  "
      lines += self.lines(of: one, start: start)
    }
    for one in issue.contradictions { lines += contradictionLines(one, issue) }
    return lines
  }

  /// `-2..-1, steady, no direct words, one source`
  private func head(of issue: LedgerIssue) -> String {
    var parts = [issue.position?.text ?? "no degree"]
    let own = issue.own.map { issue.statements[$0] }
    let signs = own.filter { $0.days != nil }.compactMap { $0.position?.sign }
    if !issue.turns.isEmpty {
      parts.append(issue.turns.count == 1 ? "changed once" : "changed \(issue.turns.count) times")
    } else if signs.count > 1, Set(signs).count == 1 {
      parts.append("steady")
    }
    let isDirect = issue.statements.contains { one in
      one.rows.contains { words.casebook.statement($0).voice == .direct }
    }
    if !isDirect { parts.append("no direct words") }
    if own.count > 1, Set(issue.own.map { issue.sources[$0] }).count == 1 {
      parts.append("one source")
    }
    return parts.joined(separator: ", ")
  }

  private func lines(of one: ComparedStatement, start: String) -> [String] {
    let statement = words.casebook.statement(one.rows[0])
    let address = words.line(words.casebook.address(of: statement.annotation))
    let indent = DisplayWidth.cells(of: start)
    let said = words.line(words.casebook.words(of: statement.annotation))
    let room = width.map { max(8, $0 - indent - DisplayWidth.cells(of: address) - 2) }
    var lines = Layout.ends(start + Layout.cut(said, to: room), address, width: width)
    let who = statement.speaker.map { words.name($0) } ?? statement.cue.map { words.line($0) }
    let via = statement.via.map { words.name($0) }.joined(separator: ", ")
    let parts =
      [who, statement.voice?.rawValue].compactMap { $0 }
      + (via.isEmpty ? [] : ["via \(via)"]) + (one.isCopy ? ["in a copy"] : []) + coders(of: one)
    if !parts.isEmpty {
      let left = width.map { $0 - indent }
      lines.append(
        Layout.blanks(indent) + Layout.cut(parts.joined(separator: ", "), to: left))
    }
    if let condition = statement.condition {
      let items = "IF \(words.line(condition))".split(separator: " ").map(String.init)
      lines += Layout.wrap(items, lead: Layout.blanks(indent), hang: indent + 3, width: width)
    }
    return lines
  }

  /// Who coded what, where they differ or it is settled.
  private func coders(of one: ComparedStatement) -> [String] {
    if let settled = result.settlement(of: one, in: words.casebook) {
      return [words.settled(settled, one)]
    }
    if words.differing(one).count < 2 { return [] }
    return ["by " + one.rows.map { words.coder($0) }.joined(separator: "/")]
  }

  /// `+2`, `+1?`; `+2/-1` where coders differ.
  private func stance(of one: ComparedStatement) -> String {
    let settled = result.settlement(of: one, in: words.casebook)
    return words.stances(of: one, settled: settled) + words.marks(of: one)
  }

  private func turnLines(_ turn: LedgerIssue.Turn) -> [String] {
    let change = "from \(turn.before.text) to \(turn.after.text)"
    let rest =
      turn.restsOn.isEmpty
      ? "also without any one source" : "not without \(turn.restsOn.joined(separator: ", nor "))"
    let items = "\(change): \(rest)".split(separator: " ").map(String.init)
    return Layout.wrap(items, lead: " >> ", hang: 4, width: width)
  }

  private func contradictionLines(_ one: LedgerIssue.Contradiction, _ issue: LedgerIssue)
    -> [String]
  {
    let ends = [one.supports, one.opposes].map { place -> String in
      let statement = issue.statements[place]
      let annotation = words.casebook.statement(statement.rows[0]).annotation
      return "\(stance(of: statement)) at \(words.line(words.casebook.address(of: annotation)))"
    }
    let items = "contradicts itself: \(ends[0]) and \(ends[1])".split(separator: " ")
    return Layout.wrap(items.map(String.init), lead: " !! ", hang: 4, width: width)
  }
}
