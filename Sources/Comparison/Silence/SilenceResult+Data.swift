public import Casebook
internal import SourceText

extension SilenceResult {
  /// Comma-separated values (RFC 4180): a head, then one record for each issue, party and week with a
  /// statement; a party that never spoke, or only on days of no one week, has one record without a
  /// week.
  public func csvLines(in casebook: Casebook) -> [String] {
    let words = Words(casebook: casebook)
    var lines = [CSVRecord.line(["issue", "party", "week", "statements"])]
    for issue in issues {
      for voice in issue.voices {
        let head = [words.name(issue.issue), words.name(voice.party)]
        for (week, count) in voice.weeks {
          lines.append(CSVRecord.line(head + [weeks.day(of: week).description, "\(count)"]))
        }
        if voice.weeks.isEmpty || voice.undated > 0 {
          lines.append(CSVRecord.line(head + ["", "\(voice.undated)"]))
        }
      }
    }
    return lines
  }

  /// The weeks as JSON (RFC 8259).
  public func jsonLines(in casebook: Casebook) -> [String] {
    let words = Words(casebook: casebook)
    return JSONTree.object([
      ("counted", .number(result.counted)), ("days", .optional(result.days?.description)),
      ("issues", .list(issues.map { tree($0, words) })),
      ("demands", .list(demands.map { tree($0, words) })),
      ("notCounted", result.leftOutTree(words)),
    ]).lines
  }

  /// The stamp of a kept result: that of the comparison, and what stands in the demands, whose answers
  /// need not be part of it.
  public func stamp(in casebook: Casebook) -> String {
    func id(_ row: StatementRow) -> String {
      let annotation = casebook.statement(row).annotation
      return "\(casebook.statements.id(row).text) \(casebook.address(of: annotation))"
    }
    let words = Words(casebook: casebook)
    let parts = demands.map { one in
      [
        "demand", id(one.statement), words.name(one.to), one.days?.description ?? "",
        one.answer.map { id($0) } ?? "", "\(one.isAnswerCertain)", one.age.map { "\($0)" } ?? "",
      ].map { JSONString.quote($0) }.joined(separator: " ")
    }
    return result.stamp(in: casebook, besides: parts)
  }

  private func tree(_ issue: SilentIssue, _ words: Words) -> JSONTree {
    .object([
      ("issue", .text(words.name(issue.issue))),
      (
        "parties",
        .list(
          issue.voices.map { voice in
            .object([
              ("party", .text(words.name(voice.party))), ("n", .number(voice.count)),
              ("last", .optional(voice.last?.description)),
              ("silentWeeks", .number(voice.silentWeeks)),
              (
                "weeks",
                .list(
                  voice.weeks.map { week in
                    .list([.text(weeks.day(of: week.week).description), .number(week.count)])
                  })
              ),
            ])
          })
      ),
    ])
  }

  private func tree(_ demand: Demand, _ words: Words) -> JSONTree {
    func id(_ row: StatementRow) -> String { words.casebook.statements.id(row).text }
    return .object([
      ("statement", .text(id(demand.statement))), ("from", .text(words.name(demand.from))),
      ("to", .text(words.name(demand.to))), ("issue", .text(words.name(demand.issue))),
      ("day", .optional(demand.days?.description)),
      ("answer", .optional(demand.answer.map { id($0) })),
      ("answerIsCertain", .flag(demand.isAnswerCertain)),
      ("days", .optional(demand.age)),
    ])
  }
}
