internal import Casebook
internal import CommandKit
internal import Comparison
internal import Diagnostics

/// `compare`: the positions of parties, side by side, with the words behind them.
struct CompareCommand: QuestionCommand {
  static let parties = Slot(
    ValueKind<PartyID>.who, "whom; all that have statements", as: "PARTY", optional: true,
    repeats: true)
  static let on = Keyword("on", ValueKind<[IssueID]>.issues, "on which issues; all", usual: true)
  static let since = Keyword("since", ValueKind<DayRange>.days, "from this day on")
  static let until = Keyword("until", ValueKind<DayRange>.days, "up to this day")
  static let coder = Keyword("coder", ValueKind<String>.text, "only this coder's lines", as: "NAME")
  static let by = Keyword("by", .choice(Level.self, expected: "a level"), "counts words up to it")
  static let format = Keyword(
    "as", .choice(TableFormat.self, expected: "table, csv or json"), "how it is printed")

  static let declaration = Declaration(
    "compare", .comparing, "sets positions side by side, with their words",
    slots: [parties.erased],
    keywords: [
      on.erased, since.erased, until.erased, coder.erased, by.erased, format.erased,
    ],
    discussion: """
      A party's position on an issue is the stance of its latest dated statement; several on that \
      day, or none dated, give the range. The gap is the largest distance between two parties. \
      `mixed` and `uncommitted` are shown and never counted; `.` means that nothing was found. Past \
      each other talk parties of two statements and more that were heard on no common issue.

      `by state` and `by bloc` count words up along the memberships of the day on which they were \
      said. `show 3` lists the statements behind row 3.
      """,
    examples: [
      Example(
        "compare Alba Corda on truce", gives: "truce",
        after: CommandFixtures.truce + [
          CommandFixtures.statement, "attribute wire:13.1 to Corda on truce +2",
        ])
    ],
    otherWords: ["versus": "compare PARTY PARTY"])

  let query: CompareQuery
  let format: TableFormat

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    (query, format) = try ComparingArguments.read(&arguments, session)
  }

  func normalForm(in session: Session) -> String {
    var line = ComparingArguments.normalForm("compare", query, session)
    line.add(format)
    return line.text
  }

  func answer(from session: Session, page: Page) throws(Diagnostic) -> Output {
    if let nothing = session.withoutStatements { return nothing }
    let result = query.answer(in: session.book)
    return Output(
      session.printed(result, as: format, page), rows: session.rows(of: result.rows),
      stamp: result.stamp(in: session.book))
  }
}

/// The levels of `by`.
enum Level: String, ClosedList {
  case speaker, organisation, state, bloc

  var rollUp: RollUp {
    switch self {
    case .speaker: .speaker
    case .organisation: .organisation
    case .state: .state
    case .bloc: .bloc
    }
  }
}

/// What `compare` and `matrix` have in common.
enum ComparingArguments {
  static func read(_ arguments: inout Arguments, _ session: Session) throws(Diagnostic)
    -> (CompareQuery, TableFormat)
  {
    var (query, format) = try options(&arguments, session)
    for party in try arguments.all(CompareCommand.parties, session)
    where !query.parties.contains(party) {
      query.parties.append(party)
    }
    return (query, format)
  }

  /// What is asked beside the parties.
  static func options(_ arguments: inout Arguments, _ session: Session) throws(Diagnostic)
    -> (CompareQuery, TableFormat)
  {
    typealias C = CompareCommand
    var query = CompareQuery()
    query.issues = try arguments.value(C.on, session) ?? []
    query.filter.since = try arguments.value(C.since, session)?.first
    query.filter.until = try arguments.value(C.until, session)?.last
    query.rollUp = try arguments.value(C.by, session)?.rollUp
    if let coder = try arguments.value(C.coder, session) {
      let coders = Set(session.book.statements.coders)
      query.filter.coder = try number(ofCoder: coder, among: coders, arguments.line, session)
    }
    return (query, try arguments.value(C.format, session) ?? .table)
  }

  /// The question in normal form: full names, days written out.
  static func normalForm(_ verb: String, _ query: CompareQuery, _ session: Session) -> NormalForm {
    var line = NormalForm(verb)
    for party in query.parties { line.add(name: session.book.parties[party].name) }
    if !query.issues.isEmpty {
      line.add("on", query.issues.map { session.book.issues[$0].name }.joined(separator: ", "))
    }
    line.add("since", query.filter.since?.description)
    line.add("until", query.filter.until?.description)
    line.add("coder", name: query.filter.coder.flatMap { session.book.texts.text($0) })
    line.add("by", query.rollUp?.rawValue)
    return line
  }

  /// The number of a coder's name, where it is among those that have coded.
  static func number(
    ofCoder name: String, among coders: Set<Int32>, _ line: CommandLine, _ session: Session
  ) throws(Diagnostic) -> Int32 {
    let bytes = Array(name.utf8)
    if let number = session.book.texts.number(of: bytes.span), coders.contains(number) {
      return number
    }
    let known = coders.compactMap { session.book.texts.text($0) }.sorted()
    throw Diagnostic(
      .noCoder(name), at: line.end, hint: "coders here: \(known.joined(separator: ", "))")
  }
}

extension ValueKind where Value == [IssueID] {
  /// One or more issues, with or without commas between.
  static let issues = ValueKind(
    "ISSUE …", expected: "an issue", candidates: ValueKind<IssueID>.issue.candidates,
    read: { cursor, session throws(Diagnostic) in
      var issues: [IssueID] = []
      repeat {
        if cursor.peek?.form == .comma { cursor.next() }
        issues.append(try ValueKind<IssueID>.issue.read(&cursor, session))
      } while !cursor.isEmpty
      return issues
    })
}

extension Message {
  static func noCoder(_ name: String) -> Message {
    Message("unknown-coder", "no coder ‘\(name)’ has statements here")
  }
}
