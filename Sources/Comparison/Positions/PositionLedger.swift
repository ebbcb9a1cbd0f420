public import Casebook

/// What `positions` asks.
public struct PositionsQuery: Sendable {
  /// Whose; one party.
  public var question: CompareQuery

  /// The positions of a party, on some issues or on all.
  public init(of party: PartyID, on issues: [IssueID] = []) {
    question = CompareQuery(parties: [party], issues: issues)
  }

  /// Answers the question.
  public func answer(in casebook: Casebook) -> PositionLedger {
    let result = question.answer(in: casebook)
    let party = question.parties.first
    let sources = SourceNames(casebook)
    let issues = (result.compared + result.onePartyOnly).compactMap { issue -> LedgerIssue? in
      guard let party, let cell = issue.cell(of: party) else { return nil }
      return LedgerIssue(issue.issue, cell, result.statements(of: cell), sources)
    }
    return PositionLedger(query: self, result: result, issues: issues)
  }
}

/// The answer to `positions`: what a party said, issue by issue, day by day.
public struct PositionLedger: Sendable {
  /// What was asked.
  public let query: PositionsQuery
  /// The comparison behind it.
  public let result: CompareResult
  /// The issues with a statement, most statements first, then by name.
  public let issues: [LedgerIssue]

  init(query: PositionsQuery, result: CompareResult, issues: [LedgerIssue]) {
    self.query = query
    self.result = result
    self.issues = issues.enumerated().sorted { a, b in
      let counts = (a.element.own.count, b.element.own.count)
      return counts.0 != counts.1 ? counts.0 > counts.1 : a.offset < b.offset
    }.map(\.element)
  }

  /// The statements behind each issue, `%1` first.
  public var rows: [[StatementRow]] { issues.map { $0.statements.flatMap(\.rows) } }
}

/// What a party said on one issue.
public struct LedgerIssue: Sendable {
  /// A change of position from one day to a later one.
  public struct Turn: Equatable, Sendable {
    /// The first statement of the new position, by place.
    public let at: Int
    /// What was held before.
    public let before: Position
    /// What is held from then on.
    public let after: Position
    /// Sources without any one of which there is no such change, by name: publishers, or articles
    /// without one. Empty where it survives dropping any of them.
    public let restsOn: [String]
  }

  /// Two statements of the same days on opposite sides, by place.
  public struct Contradiction: Equatable, Sendable {
    /// The statement that supports.
    public let supports: Int
    /// The one that opposes.
    public let opposes: Int
  }

  /// The issue.
  public let issue: IssueID
  /// What the party holds now.
  public let position: Position?
  /// By day, then by place; those without a day first or last do not matter for turns.
  public let statements: [ComparedStatement]
  /// The source of each statement.
  public let sources: [String]
  /// The statements, by place, that do not merely repeat another one in a copy of its article.
  var own: [Int] { statements.indices.filter { !statements[$0].isCopy } }
  /// Where the position changes.
  public let turns: [Turn]
  /// Where it contradicts itself.
  public let contradictions: [Contradiction]

  init(
    _ issue: IssueID, _ cell: ComparedCell, _ statements: [ComparedStatement],
    _ names: SourceNames
  ) {
    self.issue = issue
    position = cell.position
    self.statements = statements
    let sources = statements.map { names.source(of: $0) }
    self.sources = sources
    let moments = Moment.moments(of: statements) { !statements[$0].isCopy }
    turns = LedgerIssue.turns(moments, WithoutSource(moments, statements, sources))
    contradictions = moments.compactMap { moment in
      let places = moment.places
      guard let plus = places.first(where: { (statements[$0].position?.sign ?? 0) > 0 }),
        let minus = places.first(where: { (statements[$0].position?.sign ?? 0) < 0 })
      else { return nil }
      return Contradiction(supports: plus, opposes: minus)
    }
  }

  private static func turns(_ moments: [Moment], _ without: WithoutSource) -> [Turn] {
    moments.indices.dropFirst().compactMap { i in
      let (before, after) = (moments[i - 1], moments[i])
      if before.position.distance(to: after.position) == 0 { return nil }
      let isUp = after.position.low > before.position.high
      // Sources of neither moment take nothing away from the change.
      let needed = without.sources(of: i - 1, i).filter { source in
        guard let old = without.held(before: i, without: source),
          let new = without.held(from: i, without: source)
        else { return true }
        return isUp ? new.low <= old.high : new.high >= old.low
      }
      return Turn(
        at: after.places[0], before: before.position, after: after.position,
        restsOn: needed.map { without.name(of: $0) })
    }
  }
}

/// Statements whose days overlap, in one piece: which came first is not known.
struct Moment {
  var first: Int32
  var last: Int32
  var position: Position
  var places: [Int]

  /// The moments of some statements, by day; those without a day or a degree have no part.
  static func moments(
    of statements: [ComparedStatement], where counts: (Int) -> Bool
  ) -> [Moment] {
    var moments: [Moment] = []
    for (place, one) in statements.enumerated() where counts(place) {
      guard let days = one.days, let position = one.position else { continue }
      let (first, last) = (days.first.number, days.last.number)
      if let open = moments.last, first <= open.last {
        moments[moments.count - 1].last = max(open.last, last)
        moments[moments.count - 1].position = open.position.hull(position)
        moments[moments.count - 1].places.append(place)
      } else {
        moments.append(Moment(first: first, last: last, position: position, places: [place]))
      }
    }
    return moments
  }
}

/// Who published a statement.
struct SourceNames {
  private let casebook: Casebook
  private let words: Words

  init(_ casebook: Casebook) {
    self.casebook = casebook
    words = Words(casebook: casebook)
  }

  /// The publisher of its article, else the article's name.
  func source(of one: ComparedStatement) -> String {
    let article = casebook.article(of: one.rows[0])
    guard casebook.articles.isDefined(article) else { return "?" }
    return words.line(casebook.articles[article].publisher ?? casebook.articles[article].name)
  }
}
