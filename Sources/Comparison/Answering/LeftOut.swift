public import Casebook

/// The statements that a result does not count, and why: a result is never silently smaller.
public struct LeftOut: Equatable, Sendable {
  /// Why a statement is not counted. Where the lines of several coders differ, the first of these
  /// holds.
  public enum Reason: UInt8, CaseIterable, Sendable {
    /// On the days of its bracket it counts to different groups.
    case membershipUnclear = 1
    /// Its party belongs to no group of the level asked for.
    case noGroup
    /// It is by a party that was not asked for.
    case otherParty
    /// Neither a party nor a speaker is recorded.
    case noParty
    /// It is on an issue that was not asked for.
    case otherIssue
    /// No issue is recorded.
    case noIssue
    /// Its days only partly lie within those asked for, or are not known.
    case dayUnclear
    /// It was said before or after the days asked for.
    case otherDays
    /// It does not fit the articles, tags or words asked for.
    case elsewhere
    /// It is another coder's.
    case otherCoder
    /// Its words were not found.
    case notFound
  }

  /// A party that was not asked for.
  public struct Other: Equatable, Sendable {
    /// The party, or the speaker where no party is recorded.
    public var party: PartyID
    /// How many statements.
    public var count: Int
    /// The first of them by place.
    public var first: StatementRow
  }

  private var counts = [Int](repeating: 0, count: Reason.allCases.count + 1)
  /// Parties that were not asked for, most statements first, then by name.
  public internal(set) var others: [Other] = []
  /// Parties that belong to no group of the level, by name.
  public internal(set) var withoutGroup: [PartyID] = []
  /// The lines of statements whose days leave open to whom they count: *day not known*.
  public internal(set) var unclear: [StatementRow] = []
  /// The annotations that were not found, by id.
  public internal(set) var notFound: [RecordID] = []

  init() {}

  /// How many statements are left out for a reason.
  public subscript(reason: Reason) -> Int { counts[Int(reason.rawValue)] }

  /// How many are left out at all.
  public var total: Int { counts.reduce(0, +) }

  mutating func count(_ reason: Reason) { counts[Int(reason.rawValue)] += 1 }
}
