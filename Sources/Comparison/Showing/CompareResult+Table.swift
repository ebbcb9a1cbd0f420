public import Casebook

extension CompareResult {
  /// The result as lines for a terminal of that width (at least 40), or uncut without one: head,
  /// table, legend, what is left out, then the words behind every row of the table.
  public func lines(in casebook: Casebook, width: Int? = 80) -> [String] {
    let width = width.map { max(Layout.narrowest, $0) }
    var words = Words(casebook: casebook)
    words.showsYears = days.map { $0.first.civil.year != $0.last.civil.year } ?? true
    let table = CompareTable(self, words)
    var lines = table.head(width: width) + [Layout.rule(width)]
    if compared.isEmpty, onePartyOnly.isEmpty {
      lines.append("Nothing found.")
    } else {
      lines += table.figures.lines(width: width) + table.onePartyLines(width: width)
      lines += table.summary(width: width) + table.legend(width: width)
    }
    lines += CompareNotes(self, words).lines(width: width)
    let details = StatementLines(self, words, width: width)
    let notesFit = table.figures.hasRoomForNotes(width: width)
    for (i, issue) in compared.enumerated() where !issue.cells.isEmpty {
      if i == 0 || compared[..<i].allSatisfy(\.cells.isEmpty) { lines.append(Layout.rule(width)) }
      let note = notesFit ? "" : table.note(on: issue)
      lines += details.lines(of: issue, row: i + 1, note: note)
    }
    return lines
  }
}

/// The upper half of a comparison: figures and what they say.
struct CompareTable {
  private let result: CompareResult
  private let words: Words

  init(_ result: CompareResult, _ words: Words) {
    self.result = result
    self.words = words
  }

  func head(width: Int?) -> [String] {
    var left = counted(result.articleCount, "article")
    if let days = result.days { left += ", \(days.readable)" }
    let right =
      result.counted == result.total
      ? "\(counted(result.total, "statement")) counted"
      : "\(result.counted) of \(counted(result.total, "statement")) counted"
    let own = result.copied > 0 ? ", \(result.independent) independent" : ""
    return Layout.ends(left, right + own, width: width)
  }

  var figures: FigureTable {
    let digits = "\(result.compared.count)".utf8.count + 1
    return FigureTable(
      heads: result.parties.map { words.label($0.party) },
      names: result.compared.indices.map { i in
        Layout.right("%\(i + 1)", digits) + " " + words.name(result.compared[i].issue)
      },
      figures: result.compared.map { issue in
        result.parties.map { issue.cell(of: $0.party).map { $0.figure } ?? "." }
      },
      tailHeads: result.parties.count > 1 ? ["gap"] : [],
      tails: result.compared.map { issue in
        result.parties.count > 1 ? [issue.gap.map { "\($0)" } ?? "-"] : []
      },
      notes: result.compared.map { note(on: $0) })
  }

  /// Who stands against whom; else what the figures hang on.
  func note(on issue: ComparedIssue) -> String {
    if !issue.supporters.isEmpty, !issue.opponents.isEmpty {
      return "\(labels(issue.supporters)) against \(labels(issue.opponents))"
    }
    let conditional = issue.cells.filter { $0.marks.contains(.conditional) }
    if !conditional.isEmpty, issue.gap != nil || result.parties.count == 1 {
      return "\(labels(conditional.map(\.party))) on a condition"
    }
    let uncommitted = issue.cells.filter { $0.position == nil && $0.marks.contains(.uncommitted) }
    return uncommitted.isEmpty ? "" : "\(labels(uncommitted.map(\.party))) uncommitted"
  }

  private func labels(_ parties: [PartyID]) -> String {
    CompareTable.few(parties.map { words.label($0) })
  }

  /// The first four of a list, and how many more.
  private static func few(_ items: [String]) -> String {
    let rest = items.count - 4
    return items.prefix(4).joined(separator: ", ") + (rest > 0 ? ", \(rest) more" : "")
  }

  func onePartyLines(width: Int?) -> [String] {
    let items = result.onePartyOnly.flatMap { issue in
      issue.cells.map { "\(words.name(issue.issue)) \(words.label($0.party)) \($0.compact)" }
    }
    return list(items, lead: "   one party only   ", width: width)
  }

  /// Common ground, sharpest clash and who talks past each other, where there is any.
  func summary(width: Int?) -> [String] {
    let common = result.commonGround.prefix(3).map { issue in
      let held = issue.cells.filter { $0.position != nil }
      return "\(words.name(issue.issue)) "
        + CompareTable.few(held.map { "\(words.label($0.party)) \($0.position?.text ?? "")" })
        + " (\(issue.count))"
    }
    let clashes = result.sharpest.prefix(3).map { issue in
      "\(words.name(issue.issue)) "
        + issue.farthest.map { "\(words.label($0)) \(issue.cell(of: $0)?.position?.text ?? "")" }
        .joined(separator: " : ")
    }
    return list(Array(common), separator: ";", lead: "   common ground    ", width: width)
      + list(Array(clashes), separator: ";", lead: "   sharpest clash   ", width: width)
      + list(pairs, separator: ";", lead: "   past each other  ", width: width)
  }

  private var pairs: [String] {
    let pairs = result.pastEachOther
    let rest = pairs.count - 3
    return pairs.prefix(3).map { "\(words.label($0.first)) and \(words.label($0.second))" }
      + (rest > 0 ? ["\(rest) more"] : [])
  }

  private func list(
    _ items: [String], separator: String = ",", lead: String, width: Int?
  ) -> [String] {
    if items.isEmpty { return [] }
    let separated = items.dropLast().map { $0 + separator } + items.suffix(1)
    return Layout.wrap(separated, lead: lead, hang: lead.count, width: width)
  }

  /// What the signs mean that occur.
  func legend(width: Int?) -> [String] {
    let issues = result.compared + result.onePartyOnly
    let marks = issues.flatMap(\.cells).reduce(into: Marks()) { $0.formUnion($1.marks) }
    let isEmpty = result.compared.contains { $0.cells.count < result.parties.count }
    let hasDash = issues.contains { $0.cells.contains { $0.marks == .notStated } }
    let items: [(Bool, String)] = [
      (isEmpty, ". nothing found"), (marks.contains(.conditional), "? on a condition"),
      (marks.contains(.hedged), "~ hedged"), (marks.contains(.uncommitted), "u uncommitted"),
      (marks.contains(.mixed), "m supports and opposes"), (hasDash, "- stance not stated"),
      (true, "(n) statements"),
    ]
    let shown = items.filter(\.0).map(\.1)
    let separated = shown.dropLast().map { $0 + " " } + shown.suffix(1)
    return Layout.wrap(separated, lead: "", hang: 0, width: width)
  }
}

extension ComparedCell {
  /// `+2 (2)`, `+1?(1)`, ` u (1)`: one blank where no mark stands, so that figures of one digit and
  /// their numbers line up.
  var figure: String {
    guard let position else { return " \(marks.text) (\(independent))" }
    let degree = position.text.utf8.count == 1 ? " \(position.text)" : position.text
    return "\(degree)\(marks.text.isEmpty ? " " : marks.text)(\(independent))"
  }

  /// The same in running text.
  var compact: String {
    guard let position else { return "\(marks.text) (\(independent))" }
    return "\(position.text)\(marks.text.isEmpty ? " " : marks.text)(\(independent))"
  }
}
