public import Casebook

/// Where the facts of each key stand. The key is what a fact is about: the first word after `: `, an
/// id or an article's name, or a kind and a name (`issue truce`).
///
/// Facts of one key whose numbers follow each other are a run, and the index has the first of each
/// run. Open addressing over a power of two, at most half full, four bytes a slot. The keys
/// themselves are not kept; they are read from the document, which hands in their hashes and
/// compares them. What an edit took out stays in its run: the document passes over it.
struct FactIndex: Sendable {
  /// The first item of the first run of a key; -1 where nothing is.
  private var slots: [Int32] = Array(repeating: -1, count: 64)
  private var keys = 0
  /// The first items of further runs of a key, by the first item of its first run.
  private var further: [Int32: [Int32]] = [:]

  /// An index of nothing that takes no memory: stands in while an index is changed.
  static let none = FactIndex(slots: [])

  init() {}

  private init(slots: [Int32]) { self.slots = slots }

  /// Makes room for that many keys.
  mutating func reserve(_ count: Int) {
    var size = slots.count
    while size < count * 2 { size *= 2 }
    if size > slots.count { slots = Array(repeating: -1, count: size) }
  }

  /// Calls `body` with the first item of each run of a key, in the order in which they were met.
  func forEachRun(
    _ hash: UInt64, where matches: (Int32) -> Bool, _ body: (Int32) -> Void
  ) {
    let first = slots[slot(hash, matches)]
    if first < 0 { return }
    body(first)
    if further.isEmpty { return }
    for item in further[first, default: []] { body(item) }
  }

  /// The item in the slot where a search for a key begins: mostly its first. Negative where none is.
  func touch(_ hash: UInt64) -> Int32 { slots[place(hash, slots.count - 1)] }

  /// Adds a run; `hashOf` gives the hash of another item's key, and `isLive` says of a run whether
  /// any of it still stands in the document.
  mutating func insert(
    _ item: Int32, _ hash: UInt64, where matches: (Int32) -> Bool, hashOf: (Int32) -> UInt64,
    isLive: (Int32) -> Bool
  ) {
    let slot = slot(hash, matches)
    let first = slots[slot]
    guard first < 0 else {
      further[first] = further[first, default: []].filter(isLive) + [item]
      return
    }
    slots[slot] = item
    keys += 1
    if keys * 2 > slots.count { grow(hashOf) }
  }

  /// The slot that holds the key, or the empty one where it belongs.
  private func slot(_ hash: UInt64, _ matches: (Int32) -> Bool) -> Int {
    let mask = slots.count - 1
    var slot = place(hash, mask)
    while slots[slot] >= 0, !matches(slots[slot]) { slot = (slot + 1) & mask }
    return slot
  }

  private func place(_ hash: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 29) & mask
  }

  private mutating func grow(_ hashOf: (Int32) -> UInt64) {
    let old = slots
    slots = Array(repeating: -1, count: old.count * 2)
    let mask = slots.count - 1
    for item in old where item >= 0 {
      var slot = place(hashOf(item), mask)
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = item
    }
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
