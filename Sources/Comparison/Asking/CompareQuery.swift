public import Casebook

/// What `compare` asks: who, on what, which statements, counted to which level.
public struct CompareQuery: Equatable, Sendable {
  /// The parties asked for, in the order of their columns; empty for all that have statements.
  ///
  /// Without `rollUp` a party gets what is recorded as its own, and a speaker also the words that
  /// were recorded for a party that is not asked for. With `rollUp` a party of that level gets what
  /// is counted to it; any other one (`compare Corda by speaker`) stands for all who belong to it.
  public var parties: [PartyID] = []
  /// The issues asked for; empty for all. Those asked for are shown even where nothing was found.
  public var issues: [IssueID] = []
  /// Which statements; its own parties and issues narrow the question further.
  public var filter = StatementFilter()
  /// The level; nil for the party as recorded (the speaker where no party is).
  public var rollUp: RollUp?
  /// Annotations whose words were not found in their source. Their statements are left out and
  /// named: a result is never silently smaller.
  public var notFound: [AnnotationRow] = []

  /// A question about everything.
  public init() {}

  /// A question about some parties on some issues.
  public init(parties: [PartyID], issues: [IssueID] = [], rollUp: RollUp? = nil) {
    self.parties = parties
    self.issues = issues
    self.rollUp = rollUp
  }
}
