/// Coded statements as columns: what discourse networks are made of.
///
/// A statement on which coders differ has one row for each coder, each of the weight that is its
/// share, so that it counts once in all.
public struct NetworkStatements: Sendable {
  /// Who holds the position, by number from 0.
  public private(set) var actors: [Int32] = []
  /// What it is about, by number from 0.
  public private(set) var issues: [Int32] = []
  /// The degree, −2…2; `noDegree` where there is none.
  public private(set) var levels: [Int8] = []
  /// The first day on which it may have been said, a day number; `noDay` where not known.
  public private(set) var firstDays: [Int32] = []
  /// The last day on which it may have been said.
  public private(set) var lastDays: [Int32] = []
  /// The article it stands in, by number from 0.
  public private(set) var articles: [Int32] = []
  /// How much each row counts: 1, or a coder's share of it.
  public private(set) var weights: [Double] = []
  /// The statement of each row, by number from 0: rows of one statement stand together.
  public private(set) var statements: [Int32] = []
  /// How many actors there are; those without a row are no nodes.
  public let actorCount: Int
  /// How many issues there are.
  public let issueCount: Int

  /// The level of a statement without a degree.
  public static let noDegree = Int8.min
  /// The day of a statement whose days are not known.
  public static let noDay = Int32.min

  /// No statements, of that many actors and issues.
  public init(actorCount: Int, issueCount: Int) {
    self.actorCount = actorCount
    self.issueCount = issueCount
  }

  /// How many rows there are.
  public var count: Int { actors.count }

  /// Adds a row. Degrees beyond −2…2 count as none.
  ///
  /// - Precondition: actor and issue are numbers below the counts given at the start.
  public mutating func append(
    actor: Int32, issue: Int32, level: Int8, days: ClosedRange<Int32>? = nil, article: Int32 = 0,
    weight: Double = 1, statement: Int32? = nil
  ) {
    precondition(actor >= 0 && Int(actor) < actorCount && issue >= 0 && Int(issue) < issueCount)
    actors.append(actor)
    issues.append(issue)
    levels.append((-2...2).contains(level) ? level : NetworkStatements.noDegree)
    firstDays.append(days?.lowerBound ?? NetworkStatements.noDay)
    lastDays.append(days?.upperBound ?? NetworkStatements.noDay)
    articles.append(article)
    weights.append(weight)
    statements.append(statement ?? Int32(actors.count - 1))
  }

  /// Makes room for that many rows.
  public mutating func reserve(_ capacity: Int) {
    actors.reserveCapacity(capacity)
    issues.reserveCapacity(capacity)
    levels.reserveCapacity(capacity)
    firstDays.reserveCapacity(capacity)
    lastDays.reserveCapacity(capacity)
    articles.reserveCapacity(capacity)
    weights.reserveCapacity(capacity)
    statements.reserveCapacity(capacity)
  }

  /// Whether the day of a row is known, if only as a bracket.
  public func hasDay(_ row: Int) -> Bool { firstDays[row] != NetworkStatements.noDay }
}
