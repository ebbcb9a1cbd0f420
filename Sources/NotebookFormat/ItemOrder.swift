/// The order of a document's items: an unrolled list. Putting an item anywhere and asking for the
/// line at which it begins cost a few microseconds however long the document is.
///
/// Items that were read are numbered in their order, so a part of the document that no edit has
/// touched is a run of numbers and takes no memory for each item.
struct ItemOrder: Sendable {
  /// Most items of one chunk, and of a run; half of it after a split.
  static let limit = 256
  private static let run: Int32 = 256

  private(set) var chunks: [ItemChunk] = []
  /// Chunks in order.
  private(set) var sequence: [Int32] = []
  /// The lines of each of them, one behind the other in memory: they are added up often.
  private var lineSums: [Int] = []
  /// How many items there were when the first edit came; they stand in runs unless `moved` has them.
  private var readItems: Int32 = 0
  private var isRead = true
  /// The chunks of read items that left their run, -1 for those that were taken out.
  private var moved: [Int32: Int32] = [:]
  /// The chunks of later items, from the first one on.
  private var chunkOfLater: [Int32] = []

  /// The first item.
  var first: Int32? { sequence.first.flatMap { chunks[Int($0)].firstItem } }

  /// The last item.
  var last: Int32? { sequence.last.flatMap { chunks[Int($0)].lastItem } }

  /// Adds an item at the end. Items that are read one after the other become runs.
  mutating func append(_ item: Int32, lines: Int) {
    guard isRead, item == readItems else { return insert(item, lines: lines, after: last) }
    if item % Self.run == 0 { addChunk(ItemChunk(runFrom: item, place: 0), at: sequence.count) }
    chunks[chunks.count - 1].lengthenRun()
    lineSums[lineSums.count - 1] += lines
    readItems += 1
  }

  /// Puts an item after another one, or first; its rank where it is one of sorted items.
  mutating func insert(_ item: Int32, rank: UInt32 = 0, lines: Int, after other: Int32?) {
    isRead = false
    if sequence.isEmpty { addChunk(ItemChunk([], place: 0), at: 0) }
    let chunk = other.map { chunkOf($0) } ?? Int(sequence[0])
    let place = other.map { index(of: $0, in: chunk) + 1 } ?? 0
    chunks[chunk].change { $0.insert(ItemChunk.Entry(item: item, rank: rank), at: place) }
    lineSums[chunks[chunk].place] += lines
    note(item, in: chunk)
    if chunks[chunk].count > Self.limit { split(chunk) }
  }

  /// Takes an item out.
  mutating func remove(_ item: Int32, lines: Int) {
    isRead = false
    let chunk = chunkOf(item)
    let place = index(of: item, in: chunk)
    chunks[chunk].change { $0.remove(at: place) }
    lineSums[chunks[chunk].place] -= lines
    note(item, in: -1)
    if chunks[chunk].count == 0 {
      sequence.remove(at: chunks[chunk].place)
      lineSums.remove(at: chunks[chunk].place)
      renumber(from: chunks[chunk].place)
    }
  }

  /// Whether an item stands in the document.
  func contains(_ item: Int32) -> Bool {
    if item >= readItems {
      let place = Int(item - readItems)
      return place < chunkOfLater.count && chunkOfLater[place] >= 0
    }
    return moved.isEmpty || moved[item, default: 0] >= 0
  }

  /// The item after one.
  func next(_ item: Int32) -> Int32? {
    let chunk = chunkOf(item)
    let place = index(of: item, in: chunk) + 1
    if place < chunks[chunk].count { return chunks[chunk][place] }
    let following = chunks[chunk].place + 1
    return following < sequence.count ? chunks[Int(sequence[following])].firstItem : nil
  }

  /// The item before one.
  func previous(_ item: Int32) -> Int32? {
    let chunk = chunkOf(item)
    let place = index(of: item, in: chunk)
    if place > 0 { return chunks[chunk][place - 1] }
    let before = chunks[chunk].place - 1
    return before >= 0 ? chunks[Int(sequence[before])].lastItem : nil
  }

  /// The last of some items that stand in the order. To add up the lines before each of them would
  /// take far longer.
  func last(of items: [Int32]) -> Int32? {
    guard let place = items.map({ chunks[chunkOf($0)].place }).max() else { return nil }
    let chunk = Int(sequence[place])
    return items.filter { chunkOf($0) == chunk }.max {
      index(of: $0, in: chunk) < index(of: $1, in: chunk)
    }
  }

  /// How many lines stand before an item.
  func line(of item: Int32, lines: (Int32) -> Int) -> Int {
    let chunk = chunkOf(item)
    var sum = 0
    for place in 0..<chunks[chunk].place { sum += lineSums[place] }
    for i in 0..<index(of: item, in: chunk) { sum += lines(chunks[chunk][i]) }
    return sum
  }

  /// The item that holds a line, and the number of lines before the item; nil past the end.
  func item(atLine line: Int, lines: (Int32) -> Int) -> (item: Int32, start: Int)? {
    var start = 0
    var place = 0
    while place < lineSums.count, start + lineSums[place] <= line {
      start += lineSums[place]
      place += 1
    }
    if place == lineSums.count { return nil }
    let chunk = Int(sequence[place])
    for i in 0..<chunks[chunk].count {
      let item = chunks[chunk][i]
      let own = lines(item)
      if start + own > line { return (item, start) }
      start += own
    }
    return nil
  }

  /// All lines.
  var lineCount: Int { lineSums.reduce(0, +) }

  /// Calls `body` with every item in order.
  func forEach(_ body: (Int32) -> Void) {
    for chunk in sequence { chunks[Int(chunk)].forEach(body) }
  }

  private func index(of item: Int32, in chunk: Int) -> Int {
    guard let index = chunks[chunk].index(of: item) else {
      preconditionFailure("item \(item) is not in its chunk")
    }
    return index
  }

  /// The chunk of an item that stands in the document.
  private func chunkOf(_ item: Int32) -> Int {
    if item >= readItems { return Int(chunkOfLater[Int(item - readItems)]) }
    let run = item / Self.run
    return Int(moved.isEmpty ? run : moved[item, default: run])
  }

  private mutating func note(_ item: Int32, in chunk: Int) {
    if item < readItems {
      moved[item] = Int32(chunk)
      return
    }
    let place = Int(item - readItems)
    while chunkOfLater.count <= place { chunkOfLater.append(-1) }
    chunkOfLater[place] = Int32(chunk)
  }

  private mutating func addChunk(_ chunk: ItemChunk, at place: Int) {
    chunks.append(chunk)
    chunks[chunks.count - 1].place = place
    sequence.insert(Int32(chunks.count - 1), at: place)
    lineSums.insert(0, at: place)
    renumber(from: place)
  }

  private mutating func renumber(from place: Int) {
    for i in place..<max(place, sequence.count) { chunks[Int(sequence[i])].place = i }
  }

  /// Moves the later half of a chunk into a new one behind it; the line counts of both are made
  /// anew by `recount`, which the document calls with its own line counts.
  private mutating func split(_ chunk: Int) {
    let half = chunks[chunk].count / 2
    var later: [ItemChunk.Entry] = []
    chunks[chunk].change { items in
      later = Array(items[half...])
      items.removeSubrange(half...)
    }
    addChunk(ItemChunk(later, place: 0), at: chunks[chunk].place + 1)
    let new = chunks.count - 1
    for entry in later { note(entry.item, in: new) }
    needsRecount = [chunk, new]
  }

  /// Chunks whose line counts are not known since a split.
  private(set) var needsRecount: [Int] = []

  /// Counts the lines of chunks that were split.
  mutating func recount(lines: (Int32) -> Int) {
    for chunk in needsRecount {
      var sum = 0
      chunks[chunk].forEach { sum += lines($0) }
      lineSums[chunks[chunk].place] = sum
    }
    needsRecount = []
  }
}
