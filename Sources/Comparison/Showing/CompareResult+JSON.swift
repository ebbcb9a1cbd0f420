public import Casebook

extension CompareResult {
  /// The result as JSON (RFC 8259), in lines; the members stand in a fixed order.
  public func jsonLines(in casebook: Casebook) -> [String] {
    let words = Words(casebook: casebook)
    var book = AddressBook(casebook)
    func issues(_ some: [ComparedIssue]) -> JSONTree {
      .list(some.map { issue($0, words, &book) })
    }
    return JSONTree.object([
      ("counted", .number(counted)), ("statements", .number(total)),
      ("independent", .number(independent)),
      ("articles", .number(articleCount)), ("days", .optional(days?.description)),
      ("by", .optional(query.rollUp?.rawValue)),
      ("parties", .texts(parties.map { words.name($0.party) })),
      ("issues", issues(compared)), ("onePartyOnly", issues(onePartyOnly)),
      ("commonGround", .texts(commonGround.map { words.name($0.issue) })),
      ("sharpestClash", .texts(sharpest.map { words.name($0.issue) })),
      (
        "pastEachOther",
        .list(pastEachOther.map { .texts([words.name($0.first), words.name($0.second)]) })
      ),
      ("countInSeveral", inSeveralTree(words)), ("notCounted", leftOutTree(words)),
    ]).lines
  }

  private func issue(
    _ issue: ComparedIssue, _ words: Words, _ book: inout AddressBook
  ) -> JSONTree {
    .object([
      ("issue", .text(words.name(issue.issue))),
      ("proposition", .text(words.proposition(issue.issue))), ("gap", .optional(issue.gap)),
      ("supporters", .texts(issue.supporters.map { words.name($0) })),
      ("opponents", .texts(issue.opponents.map { words.name($0) })),
      ("positions", .list(issue.cells.map { position($0, words, &book) })),
    ])
  }

  private func position(
    _ cell: ComparedCell, _ words: Words, _ book: inout AddressBook
  ) -> JSONTree {
    .object([
      ("party", .text(words.name(cell.party))), ("low", .optional(cell.position?.low)),
      ("high", .optional(cell.position?.high)), ("n", .number(cell.count)),
      ("independent", .number(cell.independent)),
      ("conditional", .flag(cell.marks.contains(.conditional))),
      ("hedged", .flag(cell.marks.contains(.hedged))), ("marks", .text(cell.marks.text)),
      ("statements", .list(statements(of: cell).map { statement($0, words, &book) })),
    ])
  }

  private func statement(
    _ one: ComparedStatement, _ words: Words, _ book: inout AddressBook
  ) -> JSONTree {
    let first = words.casebook.statement(one.rows[0])
    return .object([
      ("id", .text(first.id.text)), ("address", .text(book.address(of: one.rows[0]))),
      ("days", .optional(one.days?.description)), ("latest", .flag(one.isCurrent)),
      ("copy", .flag(one.isCopy)),
      ("words", .text(words.casebook.words(of: first.annotation))),
      ("speaker", .optional(first.speaker.map { words.name($0) })),
      ("party", .optional(first.party.map { words.name($0) })),
      ("via", .texts(first.via.map { words.name($0) })), ("cue", .optional(first.cue)),
      ("voice", .optional(first.voice?.rawValue)),
      ("settled", words.tree(settlement(of: one, in: words.casebook))),
      ("coders", .list(one.rows.map { line($0, words) })),
    ])
  }

  private func line(_ row: StatementRow, _ words: Words) -> JSONTree {
    let statement = words.casebook.statement(row)
    return .object([
      ("coder", .optional(words.casebook.texts.text(statement.coder))),
      ("stance", .optional(statement.stance?.token)),
      ("condition", .optional(statement.condition)),
      ("hedge", .optional(statement.hedge?.rawValue)),
    ])
  }

  private func inSeveralTree(_ words: Words) -> JSONTree {
    .list(
      inSeveral.map { one in
        .object([
          ("party", .text(words.name(one.party))),
          ("groups", .texts(one.groups.map { words.name($0) })),
        ])
      })
  }

  func leftOutTree(_ words: Words) -> JSONTree {
    .object(
      LeftOut.Reason.allCases.filter { leftOut[$0] > 0 }
        .map { ($0.name, .number(leftOut[$0])) })
  }
}

extension Words {
  /// What coders agreed on; null where nothing is settled.
  func tree(_ settled: Settlement?) -> JSONTree {
    guard let settled else { return .null }
    return .object([
      ("stance", .text(settled.stance.token)), ("by", .text(decider(of: settled))),
      ("why", .optional(settled.why)),
    ])
  }
}

extension LeftOut.Reason {
  /// The member of the JSON object.
  fileprivate var name: String {
    switch self {
    case .membershipUnclear: "dayNotKnown"
    case .noGroup: "noGroup"
    case .otherParty: "otherParties"
    case .noParty: "withoutParty"
    case .otherIssue: "otherIssues"
    case .noIssue: "withoutPosition"
    case .dayUnclear: "daysUnclear"
    case .otherDays: "otherDays"
    case .elsewhere: "otherPassages"
    case .otherCoder: "otherCoders"
    case .notFound: "notFound"
    }
  }
}
