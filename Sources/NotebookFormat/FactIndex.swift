public import Casebook

/// Where the facts of each key stand. The key is what a fact is about: the first word after `: `, an
/// id or an article's name, or a kind and a name (`issue truce`).
///
/// Open addressing over a power of two, at most half full: four bytes a slot, and four an item for
/// further facts of the same key. The keys themselves are not kept; they are read from the
/// document, which hands in their hashes and compares them.
struct FactIndex: Sendable {
  /// The last item of a key; -1 where nothing is.
  private var slots: [Int32] = Array(repeating: -1, count: 64)
  private var keys = 0
  /// For each item from `base` on the next one of its key; the last leads to the first.
  private var links: [Int32] = []
  private var base: Int32 = 0

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

  /// The items of a key, in the order in which they were met.
  func items(_ hash: UInt64, where matches: (Int32) -> Bool) -> [Int32] {
    let last = slots[slot(hash, matches)]
    if last < 0 { return [] }
    var items: [Int32] = []
    var item = last
    repeat {
      item = next(item)
      items.append(item)
    } while item != last
    return items
  }

  /// Adds an item behind the others of its key; `hashOf` gives the hash of another item's key.
  mutating func insert(
    _ item: Int32, _ hash: UInt64, where matches: (Int32) -> Bool, hashOf: (Int32) -> UInt64
  ) {
    if links.isEmpty { base = item }
    while links.count <= Int(item - base) { links.append(-1) }
    let slot = slot(hash, matches)
    let last = slots[slot]
    slots[slot] = item
    if last < 0 {
      setNext(item, item)
      keys += 1
      if keys * 2 > slots.count { grow(hashOf) }
    } else {
      setNext(item, next(last))
      setNext(last, item)
    }
  }

  /// Takes an item out.
  mutating func remove(
    _ item: Int32, _ hash: UInt64, where matches: (Int32) -> Bool, hashOf: (Int32) -> UInt64
  ) {
    let slot = slot(hash, matches)
    let last = slots[slot]
    if last < 0 { return }
    var before = last
    while next(before) != item {
      before = next(before)
      if before == last { return }
    }
    if before == item {
      clear(slot, hashOf)
    } else {
      setNext(before, next(item))
      if last == item { slots[slot] = before }
    }
  }

  private func next(_ item: Int32) -> Int32 { links[Int(item - base)] }

  private mutating func setNext(_ item: Int32, _ next: Int32) { links[Int(item - base)] = next }

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

  /// Empties a slot and moves those behind it up, so that every key is still found.
  private mutating func clear(_ slot: Int, _ hashOf: (Int32) -> UInt64) {
    let mask = slots.count - 1
    keys -= 1
    slots[slot] = -1
    var empty = slot
    var other = (slot + 1) & mask
    while slots[other] >= 0 {
      let home = place(hashOf(slots[other]), mask)
      if (other - home) & mask >= (other - empty) & mask {
        slots[empty] = slots[other]
        slots[other] = -1
        empty = other
      }
      other = (other + 1) & mask
    }
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
