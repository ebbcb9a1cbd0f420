internal import NotebookFormat

/// The difference of two texts by lines.
enum LineDifference {
  /// Edits that turn one text into the other, from the end to the beginning, so that each one's line
  /// number is true when it is applied.
  static func edits(from old: [UInt8], to new: [UInt8]) -> [LineEdit] {
    let a = lines(old)
    let b = lines(new)
    var head = 0
    while head < a.count, head < b.count, a[head] == b[head] { head += 1 }
    var tail = 0
    while tail < a.count - head, tail < b.count - head,
      a[a.count - 1 - tail] == b[b.count - 1 - tail]
    {
      tail += 1
    }
    let oldMiddle = Array(a[head..<a.count - tail])
    let newMiddle = Array(b[head..<b.count - tail])
    if oldMiddle.isEmpty && newMiddle.isEmpty { return [] }
    // Differences of very different texts cost the product of their lengths: one edit serves.
    if oldMiddle.count > 4_000 || newMiddle.count > 4_000 {
      return [edit(head, oldMiddle[...], newMiddle[...])]
    }
    return hunks(oldMiddle, newMiddle).reversed().map { hunk in
      edit(head + hunk.old.lowerBound, oldMiddle[hunk.old], newMiddle[hunk.new])
    }
  }

  private static func edit(
    _ line: Int, _ removed: ArraySlice<ArraySlice<UInt8>>, _ added: ArraySlice<ArraySlice<UInt8>>
  ) -> LineEdit {
    LineEdit(line: line, removed: removed.flatMap { $0 }, added: added.flatMap { $0 })
  }

  /// Stretches of lines that differ, in order.
  private static func hunks(_ a: [ArraySlice<UInt8>], _ b: [ArraySlice<UInt8>])
    -> [(old: Range<Int>, new: Range<Int>)]
  {
    let difference = b.difference(from: a)
    let removed = Set(difference.removals.map(\.offset))
    let inserted = Set(difference.insertions.map(\.offset))
    var out: [(old: Range<Int>, new: Range<Int>)] = []
    var i = 0
    var j = 0
    while i < a.count || j < b.count {
      let (fromA, fromB) = (i, j)
      while removed.contains(i) { i += 1 }
      while inserted.contains(j) { j += 1 }
      if i > fromA || j > fromB {
        out.append((fromA..<i, fromB..<j))
      } else {
        i += 1
        j += 1
      }
    }
    return out
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var out: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      out.append(bytes[start..<end])
      start = end
    }
    return out
  }
}

extension CollectionDifference.Change {
  var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
