/// Whoever can hold a position.
public struct Party: Equatable, Sendable {
  /// The full name, as first written.
  public var name: String
  /// Person, organisation, state, bloc, media or unnamed; nil when not said.
  public var kind: PartyKind?
  /// A short name for tables: `RU`.
  public var short: String?
  /// Aliases and metonyms: Moscow, the Kremlin.
  public var also: [String]
  /// The country a person or organisation belongs to, in words.
  public var country: String?
  /// Old names after a rename; they still resolve.
  public var was: [String]
  /// Its record.
  public var item: RecordItem

  /// A party of that name.
  public init(name: String, kind: PartyKind? = nil) {
    self.name = name
    self.kind = kind
    also = []
    was = []
    item = -1
  }

  /// The short name, or the name.
  public var label: String { short ?? name }

  /// The word by which a person is called when only one fits: the last of the name.
  var surname: String? {
    guard kind == .person, let last = name.split(separator: " ").last, last.count < name.count
    else { return nil }
    return String(last)
  }
}

/// A membership or role of one party in another, on the days from and to.
public struct Membership: Equatable, Sendable {
  /// Who belongs.
  public var member: PartyID
  /// To whom.
  public var group: PartyID
  /// As what: `Foreign Minister`.
  public var role: String?
  /// The first day on which it holds; without one it always held.
  public var from: Day?
  /// The last day on which it holds.
  public var to: Day?
  /// Its record: a `member` line, or the `party` line it was given in.
  public var item: RecordItem

  /// A membership without days holds always.
  public init(
    member: PartyID, group: PartyID, role: String? = nil, from: Day? = nil, to: Day? = nil,
    item: RecordItem = -1
  ) {
    self.member = member
    self.group = group
    self.role = role
    self.from = from
    self.to = to
    self.item = item
  }

  /// Whether it holds on a day; without a day only a membership without days does.
  public func holds(on day: Day?) -> Bool {
    guard let day else { return from == nil && to == nil }
    return (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
  }
}
