/// One change of a document's lines: everything undo and recovery need. Lines are taken out and put
/// in at `line`, a count of the lines before it.
public struct LineEdit: Equatable, Sendable {
  /// How many lines stand before the place.
  public var line: Int
  /// The bytes taken out, whole lines.
  public var removed: [UInt8]
  /// The bytes put in, whole lines.
  public var added: [UInt8]

  /// An edit.
  public init(line: Int, removed: [UInt8], added: [UInt8]) {
    self.line = line
    self.removed = removed
    self.added = added
  }

  /// The edit that takes this one back.
  public var inverse: LineEdit { LineEdit(line: line, removed: added, added: removed) }
}

/// Items that an edit took out and put in.
public struct ItemChange: Sendable {
  /// No longer in the document; their bytes can still be read.
  public var removed: [Int32]
  /// New in the document.
  public var added: [Int32]
}

extension Document {
  /// Puts an edit into effect; nil, and nothing done, where the lines to be taken out are others.
  ///
  /// Whole items are replaced: where an edit cuts into one, or begins with lines that continue the
  /// item before it, that item is taken out and put in again with its new lines.
  public mutating func apply(_ edit: LineEdit) -> ItemChange? {
    guard let region = region(of: edit) else { return nil }
    let base = buffer.count
    buffer += region.before + edit.added + region.after
    return replace(region.items, with: base..<buffer.count, after: region.previous)
  }

  private struct Region {
    var items: [Int32] = []
    var before: [UInt8] = []
    var after: [UInt8] = []
    var previous: Int32?
  }

  private func region(of edit: LineEdit) -> Region? {
    var region = Region()
    guard let cut = order.item(atLine: edit.line, lines: { lineCounts[$0] }) else {
      return atEnd(edit)
    }
    region.previous = order.previous(cut.item)
    var rest = edit.removed[...]
    var item: Int32? = cut.item
    var skip = edit.line - cut.start
    if skip > 0 || !edit.removed.isEmpty {
      while let one = item, skip > 0 || !rest.isEmpty {
        var bytes = buffer[range(one)]
        region.items.append(one)
        if skip > 0 {
          let kept = Document.prefix(of: bytes, lines: skip)
          region.before = Array(bytes[..<kept])
          bytes = bytes[kept...]
          skip = 0
        }
        let common = min(bytes.count, rest.count)
        guard bytes.prefix(common).elementsEqual(rest.prefix(common)) else { return nil }
        rest = rest.dropFirst(common)
        region.after = Array(bytes.dropFirst(common))
        item = order.next(one)
      }
      guard rest.isEmpty else { return nil }
    }
    joinForwards(&region, item)
    joinBackwards(&region, edit)
    return region
  }

  private func atEnd(_ edit: LineEdit) -> Region? {
    guard edit.removed.isEmpty, edit.line == order.lineCount else { return nil }
    var region = Region(previous: order.last)
    joinBackwards(&region, edit)
    return region
  }

  /// Takes the item behind into the region where it begins with lines that continue a record: they
  /// belong to whatever now stands before them.
  private func joinForwards(_ region: inout Region, _ next: Int32?) {
    guard let next, kinds[Int(next)] == .comment else { return }
    let bytes = Array(buffer[range(next)])
    guard isContinuing(bytes) else { return }
    region.items.append(next)
    region.after += bytes
  }

  /// Whether the first line belongs to the item before it.
  private func isContinuing(_ bytes: [UInt8]) -> Bool {
    switch LineClass.of(0..<(bytes.firstIndex(of: 0x0A) ?? bytes.count), in: bytes.span) {
    case .continuation, .stamp, .output, .unknown: true
    default: false
    }
  }

  /// Takes the item before into the region where the first new line continues it, or where that
  /// item's last line has no end.
  private func joinBackwards(_ region: inout Region, _ edit: LineEdit) {
    guard let previous = region.previous, region.before.isEmpty else { return }
    let first = edit.added.isEmpty ? region.after : edit.added
    if first.isEmpty || endsLine(previous) && !isContinuing(first) { return }
    region.before = Array(buffer[range(previous)])
    region.items.insert(previous, at: 0)
    region.previous = order.previous(previous)
  }

  private mutating func replace(
    _ old: [Int32], with bytes: Range<Int>, after previous: Int32?
  ) -> ItemChange {
    for item in old {
      order.remove(item, lines: lineCount(item))
    }
    let new = Array(appendItems(in: bytes))
    var place = previous
    for item in new {
      let rank = kinds[Int(item)] == .fact ? FactRank.of(buffer.span.extracting(range(item))) : 0
      order.insert(item, rank: rank, lines: lineCount(item), after: place)
      if !order.needsRecount.isEmpty {
        let counts = lineCounts
        order.recount { counts[$0] }
      }
      if kinds[Int(item)] == .fact { insertFact(item) }
      place = item
    }
    return ItemChange(removed: old, added: new)
  }

  /// The index behind the first `lines` lines.
  static func prefix(of bytes: ArraySlice<UInt8>, lines: Int) -> Int {
    var left = lines
    var i = bytes.startIndex
    while i < bytes.endIndex, left > 0 {
      if bytes[i] == 0x0A { left -= 1 }
      i += 1
    }
    return i
  }
}
