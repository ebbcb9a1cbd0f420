extension Document {
  /// The item that holds a line, counted from 0.
  public func item(atLine line: Int) -> Int32? {
    order.item(atLine: line) { lineCounts[$0] }?.item
  }

  /// How many lines there are up to the end of an item.
  public func endLine(of item: Int32) -> Int { line(item) - 1 + lineCount(item) }

  /// The item that stands behind all others of some that still stand in the document; nil where none
  /// does.
  public func last(of items: [Int32]) -> Int32? {
    order.last(of: items.filter { $0 >= 0 && contains($0) })
  }

  /// Whether the item's last line is ended by a line feed.
  public func endsLine(_ item: Int32) -> Bool {
    range(item).isEmpty || buffer[range(item).upperBound - 1] == 0x0A
  }

  /// Whether the document is empty or its last line is ended.
  public var endsWithLineFeed: Bool { last.map { endsLine($0) } ?? true }

  /// Whether a record's command is one of these verbs.
  public func isRecord(_ item: Int32, of verbs: [String]) -> Bool {
    let range = range(item)
    let bytes = buffer.span
    return verbs.contains { verb in
      var i = range.lowerBound + 6
      for byte in verb.utf8 {
        guard i < range.upperBound, bytes[i] == byte else { return false }
        i += 1
      }
      return i >= range.upperBound || bytes[i] <= 0x20
    }
  }

  /// Whether an item's bytes hold some text.
  public func contains(_ item: Int32, _ text: String) -> Bool {
    let wanted = Array(text.utf8)
    let bytes = buffer[range(item)]
    guard bytes.count >= wanted.count else { return false }
    return (bytes.startIndex...bytes.endIndex - wanted.count).contains {
      bytes[$0] == wanted[0] && bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }

  /// The heading of that text, whatever its level.
  public func heading(_ text: String) -> Int32? {
    items.first { item in
      guard kind(item) == .heading else { return false }
      let line = buffer[range(item)].drop { $0 == 0x23 || $0 == 0x20 }
      return line.prefix { $0 != 0x0A && $0 != 0x0D }.elementsEqual(text.utf8)
    }
  }

  /// Whether the last line of an item is an item of a Markdown list, into which an indented block
  /// behind it would be taken.
  public func endsWithListItem(_ item: Int32) -> Bool {
    var item: Int32? = item
    while let one = item, kind(one) == .blank { item = previous(one) }
    guard let item, kind(item) == .prose else { return false }
    let lines = buffer[range(item)].split(separator: 0x0A)
    guard let line = lines.last?.drop(while: { $0 == 0x20 }), let first = line.first else {
      return false
    }
    let rest = line.dropFirst().first
    if [0x2D, 0x2A, 0x2B].contains(first) { return rest == 0x20 }
    let digits = line.prefix { (0x30...0x39).contains($0) }
    let behind = line.dropFirst(digits.count)
    return !digits.isEmpty && [0x2E, 0x29].contains(behind.first ?? 0)
      && behind.dropFirst().first == 0x20
  }

  /// The first fact: facts stand in one section at the end.
  public var firstFact: Int32? {
    guard let before = order.lastPreceding({ kinds[Int($0)] != .fact }) else {
      return first.flatMap { kind($0) == .fact ? $0 : nil }
    }
    if let next = order.next(before), kind(next) == .fact { return next }
    return items.first { kind($0) == .fact }
  }

  /// The fact behind which a new fact line belongs: facts are sorted by their bytes.
  public func factPreceding(_ line: String) -> Int32? {
    let wanted = Array(line.utf8)
    let found = order.lastPreceding(rank: FactRank.of(wanted.span)) { item in
      guard kinds[Int(item)] == .fact else { return kinds[Int(item)] == .blank ? nil : true }
      return !precedes(wanted.span, buffer.span.extracting(range(item)))
    }
    return found.flatMap { kind($0) == .fact ? $0 : nil }
  }

  /// The order of bytes, as `lexicographicallyPrecedes` has it, at several times its speed.
  private func precedes(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    for i in 0..<min(a.count, b.count) where a[i] != b[i] { return a[i] < b[i] }
    return a.count < b.count
  }
}
