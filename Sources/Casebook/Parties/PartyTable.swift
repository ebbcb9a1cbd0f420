internal import SourceText

/// The parties of a notebook, their names and their memberships.
public struct PartyTable: Sendable {
  private var rows: [Party?] = []
  private var rowOfName: [NameKey: PartyID] = [:]
  private var shorter: [NameKey: [PartyID]] = [:]
  /// All memberships, in the order of their records.
  public private(set) var memberships: [Membership] = []
  private var ofMember: [PartyID: [Int]] = [:]

  init() {}

  /// The parties that are defined, in the order in which they were first met.
  public var all: [PartyID] { rows.indices.filter { rows[$0] != nil }.map { PartyID(row: $0) } }

  /// How many rows there are, defined or not: the size of a column by party.
  public var rowCount: Int { rows.count }

  /// The party in a row that is defined.
  public subscript(id: PartyID) -> Party {
    guard let party = rows[id.row] else { preconditionFailure("party row \(id.row) is empty") }
    return party
  }

  /// Whether the row holds a party.
  public func isDefined(_ id: PartyID) -> Bool { rows[id.row] != nil }

  /// The party whose full name is `name`, after NFC and case folding.
  public func named(_ name: some StringProtocol) -> PartyID? { named(String(name)) }

  /// The same for a whole string.
  public func named(_ name: String) -> PartyID? { rowOfName[NameKey(name)] }

  /// Every party that a typed name may mean: the full name alone where there is one, else short
  /// names, aliases and old names, else surnames.
  public func meant(by name: some StringProtocol) -> [PartyID] { meant(by: String(name)) }

  /// The same for a whole string.
  public func meant(by name: String) -> [PartyID] {
    let key = NameKey(name)
    if let exact = rowOfName[key] { return [exact] }
    return shorter[key, default: []]
  }

  /// Defines a party. A party dropped before takes its old row, so that what refers to it is whole
  /// again; a party defined twice keeps the later record.
  @discardableResult
  public mutating func define(_ party: Party) -> PartyID {
    let key = NameKey(party.name)
    let id = rowOfName[key] ?? freeRow(named: key)
    if rows[id.row] != nil { unindex(id) }
    rows[id.row] = party
    rowOfName[key] = id
    index(id)
    return id
  }

  /// Takes a party out; its memberships stay until their own records go.
  public mutating func remove(_ id: PartyID) {
    guard rows[id.row] != nil else { return }
    unindex(id)
    retired[NameKey(self[id].name)] = id
    rowOfName[NameKey(self[id].name)] = nil
    rows[id.row] = nil
  }

  private var retired: [NameKey: PartyID] = [:]

  private mutating func freeRow(named key: NameKey) -> PartyID {
    if let old = retired.removeValue(forKey: key) { return old }
    rows.append(nil)
    return PartyID(row: rows.count - 1)
  }

  /// Adds a membership.
  public mutating func add(_ membership: Membership) {
    ofMember[membership.member, default: []].append(memberships.count)
    memberships.append(membership)
  }

  /// Takes out the memberships that a record made.
  public mutating func removeMemberships(of item: RecordItem) {
    guard memberships.contains(where: { $0.item == item }) else { return }
    memberships.removeAll { $0.item == item }
    ofMember = [:]
    for (i, membership) in memberships.enumerated() {
      ofMember[membership.member, default: []].append(i)
    }
  }

  /// The memberships of a party, in the order of their records.
  public func memberships(of member: PartyID) -> [Membership] {
    ofMember[member, default: []].map { memberships[$0] }
  }

  private func names(of party: Party) -> [String] {
    var names = party.also + party.was
    if let short = party.short { names.append(short) }
    if let surname = party.surname { names.append(surname) }
    return names
  }

  private mutating func index(_ id: PartyID) {
    for name in names(of: self[id]) where !shorter[NameKey(name), default: []].contains(id) {
      shorter[NameKey(name), default: []].append(id)
    }
  }

  private mutating func unindex(_ id: PartyID) {
    for name in names(of: self[id]) { shorter[NameKey(name)]?.removeAll { $0 == id } }
  }
}
