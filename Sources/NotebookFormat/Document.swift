/// A notebook file as items in order: every byte of it, whatever it holds.
///
/// The bytes of a file never change once read; what is added goes behind them. An item is a range of
/// these bytes, so a document of fourteen megabytes costs little beside its text. Printing an unchanged
/// document gives the bytes that were read, for every byte sequence.
public struct Document: Sendable {
  /// The bytes read, then all bytes ever added.
  public internal(set) var buffer: [UInt8]
  var offsets: [UInt32] = []
  var lengths: [UInt32] = []
  var kinds: [ItemKind] = []
  var lineCounts: [Int32] = []
  var order = ItemOrder()
  var facts = FactIndex()

  /// The first line of every notebook of this version.
  public static let versionLine = "<!-- verbatim notebook 1 -->"

  /// Reads a file's bytes.
  public init(_ bytes: [UInt8] = []) {
    buffer = bytes
    let guess = bytes.count / 70 + 16
    offsets.reserveCapacity(guess)
    lengths.reserveCapacity(guess)
    kinds.reserveCapacity(guess)
    lineCounts.reserveCapacity(guess)
    for item in appendItems(in: 0..<bytes.count) {
      order.append(item, lines: Int(lineCounts[Int(item)]))
    }
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
    let start = Int(offsets[Int(item)])
    return start..<start + Int(lengths[Int(item)])
  }

  /// Whether the item still stands in the document.
  public func contains(_ item: Int32) -> Bool { order.contains(item) }

  /// How many lines an item has.
  public func lineCount(_ item: Int32) -> Int { Int(lineCounts[Int(item)]) }

  /// The line number at which an item begins, from 1.
  public func line(_ item: Int32) -> Int {
    order.line(of: item) { Int(lineCounts[Int($0)]) } + 1
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

  /// Makes items of some bytes of the buffer and says which; they are in no order yet.
  mutating func appendItems(in range: Range<Int>) -> Range<Int32> {
    let first = Int32(offsets.count)
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
        lengths[offsets.count - 1] += UInt32(end - start)
        lineCounts[offsets.count - 1] += 1
      } else {
        offsets.append(UInt32(start))
        lengths.append(UInt32(end - start))
        kinds.append(scanner.kind)
        lineCounts.append(1)
      }
      start = end
    }
    return first..<Int32(offsets.count)
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
