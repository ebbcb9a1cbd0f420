/// A stretch of the order of a document's items: a run of numbers, or a list once an edit touched it.
struct ItemChunk: Sendable {
  /// An item of a list.
  struct Entry: Sendable {
    let item: Int32
    /// Where it stands among sorted items, see `FactRank`; 0 where that is not known.
    var rank: UInt32 = 0
  }

  /// Its items in order, once an edit touched them; empty for a run.
  private var listed: [Entry] = []
  /// The first item of a run.
  private var first: Int32
  /// How many items it has.
  private(set) var count: Int
  /// Its place in `sequence`.
  var place: Int

  /// A run that begins with an item.
  init(runFrom first: Int32, place: Int) {
    self.first = first
    self.place = place
    count = 0
  }

  /// These items.
  init(_ items: [Entry], place: Int) {
    listed = items
    first = -1
    self.place = place
    count = items.count
  }

  var isRun: Bool { first >= 0 }
  var firstItem: Int32? { count == 0 ? nil : self[0] }
  var lastItem: Int32? { count == 0 ? nil : self[count - 1] }

  subscript(i: Int) -> Int32 { isRun ? first + Int32(i) : listed[i].item }

  /// The rank of an item, by its place; 0 where it is not known.
  func rank(_ i: Int) -> UInt32 { isRun ? 0 : listed[i].rank }

  func index(of item: Int32) -> Int? {
    guard isRun else { return listed.firstIndex { $0.item == item } }
    return item >= first && item < first + Int32(count) ? Int(item - first) : nil
  }

  mutating func lengthenRun() { count += 1 }

  mutating func change(_ body: (inout [Entry]) -> Void) {
    if isRun {
      listed = (0..<count).map { Entry(item: self[$0]) }
      first = -1
    }
    body(&listed)
    count = listed.count
  }

  func forEach(_ body: (Int32) -> Void) {
    for i in 0..<count { body(self[i]) }
  }
}
