public import Casebook

/// Which statements are meant. What is empty or nil does not narrow; several values of one field
/// are alternatives, several fields must all fit.
public struct StatementFilter: Equatable, Sendable {
  /// The speaker or the party is one of these. Memberships are not followed: `by Alba` lists what
  /// is recorded as Alba's, and a person's words only where they were given to Alba.
  public var parties: [PartyID] = []
  /// The issue is one of these.
  public var issues: [IssueID] = []
  /// The words stand in one of these articles.
  public var articles: [ArticleID] = []
  /// The annotation has one of these tags.
  public var tags: [TagID] = []
  /// The first day, included.
  public var since: Day?
  /// The last day, included.
  public var until: Day?
  /// Only this coder's lines, by number in the text pool.
  public var coder: Int32?
  /// The passage holds these words; case, blanks, quotes and dashes are folded.
  public var words: String?

  /// A filter that lets everything through.
  public init() {}

  /// The lines that fit, by day, then by place. A statement whose days only partly lie within
  /// `since` and `until`, or are not known, does not fit.
  public func rows(in casebook: Casebook) -> [StatementRow] {
    let columns = Columns(of: casebook)
    let plan = FilterPlan(self, in: columns)
    let placed = PlaceOrder(of: columns).rows.filter { plan.reason(against: $0) == nil }
    let days = placed.map { columns.dayKey(of: $0) }
    return CountingSort.byDay(Array(0..<Int32(placed.count)), days: days)
      .map { StatementRow(rawValue: placed[Int($0)]) }
  }
}
