internal import SourceText

/// The folded names of a table's rows, one behind the other, so that letters are sought in all of
/// them without following a pointer for each. It is only appended to: what a row was called before
/// stays until half of all entries are such.
struct NameColumn: Sendable {
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// How often each row was named anew.
  private var generations: [UInt32] = []
  private var dead = 0

  private struct Entry: Sendable {
    var end: UInt32
    var row: Int32
    var generation: UInt32
    var isOwn: Bool
  }

  /// Names a row: its own name, then the others. What it was called before no longer counts.
  mutating func name(_ row: Int, own: NameKey, others: [NameKey]) {
    forget(row)
    append(own, row, isOwn: true)
    for other in others { append(other, row, isOwn: false) }
  }

  /// Takes a row's names out.
  mutating func forget(_ row: Int) {
    while generations.count <= row { generations.append(0) }
    generations[row] += 1
    dead += 1
    if dead > 64, dead * 2 > entries.count { compact() }
  }

  private mutating func append(_ key: NameKey, _ row: Int, isOwn: Bool) {
    bytes += key.text.utf8
    entries.append(
      Entry(
        end: UInt32(bytes.count), row: Int32(row), generation: generations[row], isOwn: isOwn))
  }

  private mutating func compact() {
    let (oldBytes, oldEntries) = (bytes, entries)
    bytes = []
    entries = []
    dead = 0
    var start = 0
    for entry in oldEntries {
      if entry.generation == generations[Int(entry.row)] {
        bytes += oldBytes[start..<Int(entry.end)]
        var kept = entry
        kept.end = UInt32(bytes.count)
        entries.append(kept)
      }
      start = Int(entry.end)
    }
  }

  /// The best that a search finds in each row, as `NameHits` ranks it.
  func ranks<ID: RowNumber>(_ search: NameSearch, count: Int, _: ID.Type) -> [UInt8] {
    var ranks = [UInt8](repeating: NameHits<ID>.none, count: count)
    let text = bytes.span
    var start = 0
    for entry in entries {
      let end = Int(entry.end)
      defer { start = end }
      let row = Int(entry.row)
      guard entry.generation == generations[row], entry.isOwn || !search.isEmpty else { continue }
      let place = search.place(in: text, start..<end)
      let rank = NameHits<ID>.rank(place, isOwn: entry.isOwn)
      if rank < ranks[row] { ranks[row] = rank }
    }
    return ranks
  }
}
