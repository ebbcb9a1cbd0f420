internal import SourceText

/// The parties of a notebook, their names and their memberships.
public struct PartyTable: Sendable {
  /// What each row holds, or held last.
  private var rows: [Party] = []
  /// Which rows hold a party.
  private var isUsed: [Bool] = []
  private var rowOfName: [NameKey: PartyID] = [:]
  /// The same by the name as it is written: what records have, asked for each of them.
  private var rowOfSpelling: [String: PartyID] = [:]
  private var shorter: [NameKey: [PartyID]] = [:]
  /// All memberships, in the order of their records.
  public private(set) var memberships: [Membership] = []
  private var ofMember: [PartyID: [Int]] = [:]
  /// All names once more, for letters that are sought in them.
  private(set) var nameColumn = NameColumn()

  init() {}

  /// The parties that are defined, in the order in which they were first met.
  public var all: [PartyID] { isUsed.indices.filter { isUsed[$0] }.map { PartyID(row: $0) } }

  /// How many rows there are, defined or not: the size of a column by party.
  public var rowCount: Int { rows.count }

  /// The party in a row that is defined.
  public subscript(id: PartyID) -> Party {
    _read {
      precondition(isUsed[id.row], "the row is empty")
      yield rows[id.row]
    }
  }

  /// Whether the row holds a party.
  public func isDefined(_ id: PartyID) -> Bool { isUsed[id.row] }

  /// The party whose full name is `name`, after NFC and case folding.
  public func named(_ name: some StringProtocol) -> PartyID? { named(String(name)) }

  /// The same for a whole string.
  public func named(_ name: String) -> PartyID? {
    rowOfSpelling[name] ?? rowOfName[NameKey(name)]
  }

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
    let id = rowOfName[key] ?? freeRow(for: party, named: key)
    if isUsed[id.row] {
      unindex(id)
      rowOfSpelling[rows[id.row].name] = nil
    }
    rows[id.row] = party
    rowOfSpelling[party.name] = id
    isUsed[id.row] = true
    rowOfName[key] = id
    index(id)
    return id
  }

  /// Takes a party out; its memberships stay until their own records go.
  public mutating func remove(_ id: PartyID) {
    guard isUsed[id.row] else { return }
    unindex(id)
    nameColumn.forget(id.row)
    retired[NameKey(self[id].name)] = id
    rowOfName[NameKey(self[id].name)] = nil
    rowOfSpelling[self[id].name] = nil
    isUsed[id.row] = false
  }

  private var retired: [NameKey: PartyID] = [:]

  private mutating func freeRow(for party: Party, named key: NameKey) -> PartyID {
    if let old = retired.removeValue(forKey: key) { return old }
    rows.append(party)
    isUsed.append(false)
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
    let keys = names(of: self[id]).map { NameKey($0) }
    for key in keys where !shorter[key, default: []].contains(id) {
      shorter[key, default: []].append(id)
    }
    nameColumn.name(id.row, own: NameKey(self[id].name), others: keys)
  }

  private mutating func unindex(_ id: PartyID) {
    for name in names(of: self[id]) { shorter[NameKey(name)]?.removeAll { $0 == id } }
  }
}
