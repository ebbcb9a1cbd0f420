/// Rows by id: open addressing over a power of two, at most half full. Four bytes a slot; the ids
/// themselves stay in their table's column.
struct IDIndex: Sendable {
  private var slots: [Int32] = Array(repeating: -1, count: 64)
  private var count = 0

  /// The row whose id is `id`.
  func row(of id: RecordID, in ids: [RecordID]) -> Int? {
    let mask = slots.count - 1
    var slot = Self.hash(id) & mask
    while slots[slot] >= 0 {
      if ids[Int(slots[slot])] == id { return Int(slots[slot]) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Reads the slot in which the search for an id begins.
  func touch(_ id: RecordID) -> Int32 { slots[Self.hash(id) & (slots.count - 1)] }

  /// Adds the row at the end of `ids`; the id must be new.
  mutating func insert(row: Int, in ids: [RecordID]) {
    if (count + 1) * 2 > slots.count { grow(to: slots.count * 2, ids) }
    put(row, ids)
    count += 1
  }

  /// Makes room for that many ids at once.
  mutating func reserve(_ capacity: Int, _ ids: [RecordID]) {
    var size = slots.count
    while size < capacity * 2 { size *= 2 }
    if size > slots.count { grow(to: size, ids) }
  }

  private mutating func put(_ row: Int, _ ids: [RecordID]) {
    let mask = slots.count - 1
    var slot = Self.hash(ids[row]) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(row)
  }

  private mutating func grow(to size: Int, _ ids: [RecordID]) {
    let old = slots
    slots = Array(repeating: -1, count: size)
    for row in old where row >= 0 { put(Int(row), ids) }
  }

  /// The digits are a digest already; they only need spreading over the low bits.
  private static func hash(_ id: RecordID) -> Int {
    Int(truncatingIfNeeded: (id.packed &* 0x9E37_79B9_7F4A_7C15) >> 20)
  }
}
