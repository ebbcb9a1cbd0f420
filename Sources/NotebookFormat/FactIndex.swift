public import Casebook

/// Where the facts of each key stand. The key is what a fact is about: the first word after `: `, an
/// id or an article's name, or a kind and a name (`issue truce`).
struct FactIndex: Sendable {
  /// Items by packed id; most keys are ids.
  private var byID: [UInt64: Int32] = [:]
  private var byName: [String: Int32] = [:]
  /// Further items of a key, in the order in which they were met.
  private var more: [Int32: [Int32]] = [:]

  mutating func reserve(_ count: Int) { byID.reserveCapacity(count) }

  func items(of key: FactKey) -> [Int32] {
    let first: Int32? =
      switch key {
      case .id(let id): byID[id.packed]
      case .name(let name): byName[name]
      }
    guard let first else { return [] }
    return more.isEmpty ? [first] : [first] + more[first, default: []]
  }

  mutating func insert(_ item: Int32, _ key: FactKey) {
    switch key {
    case .id(let id):
      if let first = byID[id.packed] { more[first, default: []].append(item) } else { byID[id.packed] = item }
    case .name(let name):
      if let first = byName[name] { more[first, default: []].append(item) } else { byName[name] = item }
    }
  }

  mutating func remove(_ item: Int32, _ key: FactKey) {
    let rest = items(of: key).filter { $0 != item }
    for old in items(of: key) { more[old] = nil }
    switch key {
    case .id(let id): byID[id.packed] = rest.first
    case .name(let name): byName[name] = rest.first
    }
    if rest.count > 1 { more[rest[0]] = Array(rest.dropFirst()) }
  }
}

/// What a fact is about.
public enum FactKey: Hashable, Sendable {
  /// A mark.
  case id(RecordID)
  /// An article by its name, or `issue NAME`, `party "NAME"`.
  case name(String)

  /// As it stands at the beginning of a fact line.
  public var text: String {
    switch self {
    case .id(let id): id.text
    case .name(let name): name
    }
  }
}
