internal import SourceText

/// A table of figures: names on the left, columns of figures, and what stands at the right end.
/// Columns that do not fit go into further tables with the same rows.
struct FigureTable {
  /// The head of each column.
  var heads: [String]
  /// The name of each row, number included.
  var names: [String]
  /// The figures of each row, one a column.
  var figures: [[String]]
  /// The heads of the columns at the right end, with the least width of each.
  var tailHeads: [String]
  /// What stands there in each row.
  var tails: [[String]]
  /// A text after all that for each row; cut to what is left of the line.
  var notes: [String]

  /// A head that is longer is cut.
  private static let widestHead = 12
  private static let gap = "  "

  /// The lines for a width.
  func lines(width: Int?) -> [String] {
    let heads = heads.map { Layout.cut($0, to: width == nil ? nil : FigureTable.widestHead) }
    let widths = heads.indices.map { i in
      max(6, DisplayWidth.cells(of: heads[i]), figures.map { cells($0[i]) }.max() ?? 0)
    }
    let head = nameWidth(width)
    let free = width.map { $0 - head - tailWidth }
    var lines: [String] = []
    for chunk in FigureTable.chunks(widths, free: free) {
      let isLast = chunk.upperBound == heads.count
      lines.append(line("", heads, widths, chunk, isLast ? tailHeads : [], head: head))
      for i in names.indices {
        let tail = isLast ? tails[i] : []
        let start = line(names[i], figures[i], widths, chunk, tail, head: head)
        lines.append(isLast ? noted(start, notes[i], width) : start)
      }
    }
    return lines
  }

  /// Whether the notes stand whole at this width.
  func hasRoomForNotes(width: Int?) -> Bool {
    guard let width else { return true }
    return lines(width: width).suffix(names.count).enumerated().allSatisfy { i, line in
      notes[i].isEmpty || line.hasSuffix(notes[i]) && cells(line) <= width
    }
  }

  private func noted(_ start: String, _ note: String, _ width: Int?) -> String {
    let room = width.map { $0 - cells(start) - 2 }
    if note.isEmpty || room.map({ $0 < min(8, cells(note)) }) ?? false { return start }
    return Layout.trimmed(start + FigureTable.gap + Layout.cut(note, to: room))
  }

  private func line(
    _ name: String, _ figures: [String], _ widths: [Int], _ chunk: Range<Int>, _ tail: [String],
    head: Int
  ) -> String {
    let name = Layout.cut(name, to: head - 1)
    var cells = chunk.map { Layout.centred(figures[$0], widths[$0]) }
    for (i, text) in tail.enumerated() {
      cells.append(Layout.centred(text, max(3, self.cells(tailHeads[i]))))
    }
    return Layout.trimmed(Layout.left(name, head) + cells.joined(separator: FigureTable.gap))
  }

  private func cells(_ text: String) -> Int { DisplayWidth.cells(of: text) }

  /// Names take what they need, on a screen at most half of it.
  private func nameWidth(_ width: Int?) -> Int {
    let longest = (names.map { cells($0) }.max() ?? 0) + 1
    return width.map { min(longest, $0 / 2) } ?? longest
  }

  private var tailWidth: Int { tailHeads.reduce(0) { $0 + 2 + max(3, cells($1)) } }

  /// Stretches of columns that fit beside each other; one column at least.
  private static func chunks(_ widths: [Int], free: Int?) -> [Range<Int>] {
    guard let free else { return [0..<widths.count] }
    var chunks: [Range<Int>] = []
    var start = 0
    while start < widths.count {
      var end = start + 1
      var used = widths[start]
      while end < widths.count, used + 2 + widths[end] <= free {
        used += 2 + widths[end]
        end += 1
      }
      chunks.append(start..<end)
      start = end
    }
    return chunks.isEmpty ? [0..<0] : chunks
  }
}
