/// The order of a document's items: an unrolled list. Putting an item anywhere and asking for the
/// line at which it begins cost a few microseconds however long the document is.
struct ItemOrder: Sendable {
  /// Most items of one chunk; half of it after a split.
  static let limit = 512

  private struct Chunk: Sendable {
    var items: [Int32]
    /// Its place in `sequence`.
    var place: Int
  }

  private var chunks: [Chunk] = []
  /// Chunks in order.
  private var sequence: [Int32] = []
  /// The lines of each of them, one behind the other in memory: they are added up often.
  private var lineSums: [Int] = []
  private var chunkOf: [Int32] = []

  /// The first item.
  var first: Int32? { sequence.first.flatMap { chunks[Int($0)].items.first } }

  /// The last item.
  var last: Int32? { sequence.last.flatMap { chunks[Int($0)].items.last } }

  /// Makes room for that many items at the end.
  mutating func reserve(_ count: Int) {
    chunkOf.reserveCapacity(chunkOf.count + count)
    chunks.reserveCapacity(chunks.count + count / (Self.limit / 2) + 1)
    sequence.reserveCapacity(chunks.capacity)
  }

  /// Adds an item at the end.
  mutating func append(_ item: Int32, lines: Int) {
    if sequence.isEmpty || chunks[Int(sequence[sequence.count - 1])].items.count >= Self.limit / 2 {
      addChunk(at: sequence.count)
    }
    let chunk = Int(sequence[sequence.count - 1])
    chunks[chunk].items.append(item)
    lineSums[chunks[chunk].place] += lines
    note(item, in: chunk)
  }

  /// Puts an item after another one, or first.
  mutating func insert(_ item: Int32, lines: Int, after other: Int32?) {
    if sequence.isEmpty { addChunk(at: 0) }
    let chunk = other.map { Int(chunkOf[Int($0)]) } ?? Int(sequence[0])
    let place = other.map { index(of: $0, in: chunk) + 1 } ?? 0
    chunks[chunk].items.insert(item, at: place)
    lineSums[chunks[chunk].place] += lines
    note(item, in: chunk)
    if chunks[chunk].items.count > Self.limit { split(chunk) }
  }

  /// Takes an item out.
  mutating func remove(_ item: Int32, lines: Int) {
    let chunk = Int(chunkOf[Int(item)])
    chunks[chunk].items.remove(at: index(of: item, in: chunk))
    lineSums[chunks[chunk].place] -= lines
    chunkOf[Int(item)] = -1
    if chunks[chunk].items.isEmpty {
      sequence.remove(at: chunks[chunk].place)
      lineSums.remove(at: chunks[chunk].place)
      renumber(from: chunks[chunk].place)
    }
  }

  /// Whether an item stands in the document.
  func contains(_ item: Int32) -> Bool { Int(item) < chunkOf.count && chunkOf[Int(item)] >= 0 }

  /// The item after one.
  func next(_ item: Int32) -> Int32? {
    let chunk = Int(chunkOf[Int(item)])
    let place = index(of: item, in: chunk) + 1
    if place < chunks[chunk].items.count { return chunks[chunk].items[place] }
    let following = chunks[chunk].place + 1
    return following < sequence.count ? chunks[Int(sequence[following])].items.first : nil
  }

  /// The item before one.
  func previous(_ item: Int32) -> Int32? {
    let chunk = Int(chunkOf[Int(item)])
    let place = index(of: item, in: chunk)
    if place > 0 { return chunks[chunk].items[place - 1] }
    let before = chunks[chunk].place - 1
    return before >= 0 ? chunks[Int(sequence[before])].items.last : nil
  }

  /// How many lines stand before an item.
  func line(of item: Int32, lines: (Int32) -> Int) -> Int {
    let chunk = Int(chunkOf[Int(item)])
    var sum = 0
    for place in 0..<chunks[chunk].place { sum += lineSums[place] }
    for other in chunks[chunk].items {
      if other == item { break }
      sum += lines(other)
    }
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
    for item in chunks[Int(sequence[place])].items {
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
    for chunk in sequence { chunks[Int(chunk)].items.forEach(body) }
  }

  /// The last item for which `precedes` holds, among items sorted so that those for which it holds
  /// come first; items for which it is nil are passed over.
  func lastPreceding(_ precedes: (Int32) -> Bool?) -> Int32? {
    var low = 0
    var high = sequence.count
    while low < high {
      let middle = (low + high) / 2
      let decided = first(of: chunks[Int(sequence[middle])].items, precedes)
      if decided == true { low = middle + 1 } else { high = middle }
    }
    for place in stride(from: low - 1, through: 0, by: -1) {
      if let found = last(of: chunks[Int(sequence[place])].items, precedes) { return found }
    }
    return nil
  }

  /// What holds for the first item of a chunk that is not passed over.
  private func first(of items: [Int32], _ precedes: (Int32) -> Bool?) -> Bool? {
    for item in items {
      if let decided = precedes(item) { return decided }
    }
    return nil
  }

  /// The same within a chunk.
  private func last(of items: [Int32], _ precedes: (Int32) -> Bool?) -> Int32? {
    var found: Int32?
    var low = 0
    var high = items.count
    while low < high {
      // The last item up to the middle that is not passed over decides.
      let middle = (low + high) / 2
      var place = middle
      var decided = precedes(items[place])
      while decided == nil, place > low {
        place -= 1
        decided = precedes(items[place])
      }
      if decided == true { found = items[place] }
      if decided == false { high = place } else { low = middle + 1 }
    }
    return found
  }

  private func index(of item: Int32, in chunk: Int) -> Int {
    guard let index = chunks[chunk].items.firstIndex(of: item) else {
      preconditionFailure("item \(item) is not in its chunk")
    }
    return index
  }

  private mutating func note(_ item: Int32, in chunk: Int) {
    while chunkOf.count <= Int(item) { chunkOf.append(-1) }
    chunkOf[Int(item)] = Int32(chunk)
  }

  private mutating func addChunk(at place: Int) {
    chunks.append(Chunk(items: [], place: place))
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
    let half = chunks[chunk].items.count / 2
    let later = Array(chunks[chunk].items[half...])
    chunks[chunk].items.removeSubrange(half...)
    addChunk(at: chunks[chunk].place + 1)
    let new = chunks.count - 1
    chunks[new].items = later
    for item in later { chunkOf[Int(item)] = Int32(new) }
    needsRecount = [chunk, new]
  }

  /// Chunks whose line counts are not known since a split.
  private(set) var needsRecount: [Int] = []

  /// Counts the lines of chunks that were split.
  mutating func recount(lines: (Int32) -> Int) {
    for chunk in needsRecount {
      lineSums[chunks[chunk].place] = chunks[chunk].items.reduce(0) { $0 + lines($1) }
    }
    needsRecount = []
  }
}
