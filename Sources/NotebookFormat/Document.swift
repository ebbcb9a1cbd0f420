/// A notebook file as items in order: every byte of it, whatever it holds.
///
/// The bytes of a file never change once read; what is added goes behind them. An item is a range of
/// these bytes, so a document of fourteen megabytes costs little beside its text. Printing an unchanged
/// document gives the bytes that were read, for every byte sequence.
public struct Document: Sendable {
  /// The bytes read, then all bytes ever added.
  public internal(set) var buffer: [UInt8]
  /// Where each item begins. Items stand one behind the other in the buffer, so that each ends
  /// where the next one begins, the last one at `itemsEnd`.
  private(set) var offsets: [UInt32] = []
  private(set) var itemsEnd = 0
  var kinds: [ItemKind] = []
  var lineCounts = LineCounts()
  var order = ItemOrder()
  var facts = FactIndex()
  /// How many items there were when the file was read; their numbers are in its order.
  private(set) var readItems: Int32 = 0

  /// The first line of every notebook of this version.
  public static let versionLine = "<!-- verbatim notebook 1 -->"

  /// Reads a file's bytes.
  public init(_ bytes: [UInt8] = []) {
    buffer = bytes
    let items = appendItems(in: 0..<bytes.count)
    readItems = Int32(items.count)
    for item in items { order.append(item, lines: lineCount(item)) }
    indexFacts()
  }

  /// All items in order.
  public var items: [Int32] {
    var out: [Int32] = []
    out.reserveCapacity(offsets.count)
    order.forEach { out.append($0) }
    return out
  }

  /// What an item is.
  public func kind(_ item: Int32) -> ItemKind { kinds[Int(item)] }

  /// The bytes of an item within `buffer`, line ends included.
  public func range(_ item: Int32) -> Range<Int> {
    let next = Int(item) + 1
    return Int(offsets[next - 1])..<(next < offsets.count ? Int(offsets[next]) : itemsEnd)
  }

  /// Whether the item still stands in the document.
  public func contains(_ item: Int32) -> Bool { order.contains(item) }

  /// How many lines an item has.
  public func lineCount(_ item: Int32) -> Int { lineCounts[item] }

  /// The line number at which an item begins, from 1.
  public func line(_ item: Int32) -> Int {
    order.line(of: item) { lineCounts[$0] } + 1
  }

  /// All lines.
  public var lineCount: Int { order.lineCount }

  /// The item after another.
  public func next(_ item: Int32) -> Int32? { order.next(item) }

  /// The item before another.
  public func previous(_ item: Int32) -> Int32? { order.previous(item) }

  /// The first item.
  public var first: Int32? { order.first }

  /// The last item.
  public var last: Int32? { order.last }

  /// The whole document as pieces to be written one after the other; neighbours in the buffer are
  /// one piece.
  public var pieces: [Range<Int>] {
    var out: [Range<Int>] = []
    order.forEach { item in
      let range = range(item)
      if let last = out.last, last.upperBound == range.lowerBound {
        out[out.count - 1] = last.lowerBound..<range.upperBound
      } else if !range.isEmpty {
        out.append(range)
      }
    }
    return out
  }

  /// The whole document.
  public var bytes: [UInt8] {
    let pieces = pieces
    if pieces.count == 1, pieces[0] == 0..<buffer.count { return buffer }
    var out: [UInt8] = []
    out.reserveCapacity(pieces.reduce(0) { $0 + $1.count })
    for piece in pieces { out += buffer[piece] }
    return out
  }

  /// Makes items of the bytes at the end of the buffer and says which; they are in no order yet.
  mutating func appendItems(in range: Range<Int>) -> Range<Int32> {
    let first = Int32(offsets.count)
    itemsEnd = range.upperBound
    var scanner = ItemScanner()
    let bytes = buffer
    let span = bytes.span
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, span[end] != 0x0A { end += 1 }
      let line = LineClass.of(start..<end, in: span)
      end = min(end + 1, range.upperBound)
      if scanner.continues(with: line), offsets.count > Int(first) {
        lineCounts.addLine()
      } else {
        offsets.append(UInt32(start))
        kinds.append(scanner.kind)
        lineCounts.append()
      }
      start = end
    }
    return first..<Int32(offsets.count)
  }
}

/// How many lines each item has: one byte an item, since few have more than some lines.
struct LineCounts: Sendable {
  private var counts: [UInt8] = []
  /// Counts that a byte does not hold.
  private var long: [Int32: Int] = [:]

  /// The lines of an item.
  subscript(item: Int32) -> Int {
    let count = counts[Int(item)]
    return count < .max ? Int(count) : long[item, default: Int(count)]
  }

  /// Adds an item of one line.
  mutating func append() { counts.append(1) }

  /// Adds a line to the last item.
  mutating func addLine() {
    let last = counts.count - 1
    if counts[last] < .max {
      counts[last] += 1
    } else {
      long[Int32(last), default: Int(UInt8.max)] += 1
    }
  }
}

/// Tells where one item ends and the next begins.
private struct ItemScanner {
  private(set) var kind = ItemKind.prose

  /// Takes the next line; true when it belongs to the item before it.
  mutating func continues(with line: LineClass) -> Bool {
    let before = kind
    switch line {
    case .blank: kind = .blank
    case .prose: kind = .prose
    case .heading: kind = .heading
    case .command: kind = .record
    case .fact: kind = .fact
    case .comment: kind = .comment
    case .continuation, .stamp, .output, .unknown: kind = before == .record ? .record : .comment
    }
    if line == .command || line == .fact || line == .heading || line == .comment { return false }
    return kind == before
  }
}
