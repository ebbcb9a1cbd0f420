public import Casebook

extension PositionLedger {
  /// Comma-separated values (RFC 4180): a head, then one record for each statement.
  public func csvLines(in casebook: Casebook) -> [String] {
    let words = Words(casebook: casebook)
    let head = [
      "issue", "from", "to", "low", "high", "changes", "words", "voice", "source", "address",
      "statement", "settled", "copy",
    ]
    return [CSVRecord.line(head)]
      + issues.flatMap { issue in
        issue.statements.indices.map { CSVRecord.line(fields(issue, $0, words)) }
      }
  }

  private func fields(_ issue: LedgerIssue, _ place: Int, _ words: Words) -> [String] {
    let one = issue.statements[place]
    let statement = words.casebook.statement(one.rows[0])
    return [
      words.name(issue.issue), one.days?.first.description ?? "",
      one.days?.last.description ?? "", one.position.map { "\($0.low)" } ?? "",
      one.position.map { "\($0.high)" } ?? "",
      issue.turns.contains { $0.at == place } ? "yes" : "no",
      words.line(words.casebook.words(of: statement.annotation)),
      statement.voice?.rawValue ?? "", issue.sources[place],
      words.line(words.casebook.address(of: statement.annotation)), statement.id.text,
      result.settlement(of: one, in: words.casebook) == nil ? "no" : "yes",
      one.isCopy ? "yes" : "no",
    ]
  }

  /// The ledger as JSON (RFC 8259).
  public func jsonLines(in casebook: Casebook) -> [String] {
    let words = Words(casebook: casebook)
    return JSONTree.object([
      ("party", .optional(query.question.parties.first.map { words.name($0) })),
      ("counted", .number(result.counted)), ("days", .optional(result.days?.description)),
      ("issues", .list(issues.map { tree($0, words) })),
      ("notCounted", result.leftOutTree(words)),
    ]).lines
  }

  private func tree(_ issue: LedgerIssue, _ words: Words) -> JSONTree {
    func id(_ place: Int) -> JSONTree {
      .text(words.casebook.statements.id(issue.statements[place].rows[0]).text)
    }
    return .object([
      ("issue", .text(words.name(issue.issue))), ("position", .optional(issue.position?.text)),
      (
        "changes",
        .list(
          issue.turns.map { turn in
            .object([
              ("at", id(turn.at)), ("from", .text(turn.before.text)),
              ("to", .text(turn.after.text)),
              ("restsOn", .texts(turn.restsOn)),
            ])
          })
      ),
      (
        "contradictions",
        .list(
          issue.contradictions.map { one in
            .list([id(one.supports), id(one.opposes)])
          })
      ),
      (
        "statements",
        .list(
          issue.statements.indices.map { place in
            let one = issue.statements[place]
            return .object([
              ("id", id(place)), ("days", .optional(one.days?.description)),
              ("position", .optional(one.position?.text)), ("source", .text(issue.sources[place])),
              ("settled", words.tree(result.settlement(of: one, in: words.casebook))),
              ("copy", .flag(one.isCopy)),
            ])
          })
      ),
    ])
  }
}
