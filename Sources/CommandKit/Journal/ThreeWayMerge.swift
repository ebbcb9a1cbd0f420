internal import NotebookFormat

/// Takes into one text what changed in another, both made from the same one: line by line, but a
/// record is one thing, so that no record is put together from two sides.
struct ThreeWayMerge {
  /// What turns ours into both: from the end to the beginning.
  private(set) var edits: [LineEdit] = []
  /// The records, or the first lines of prose, that both sides changed, as they were before.
  private(set) var conflicts: [String] = []

  /// A stretch of lines that one side changed; lines of the common text, half-open.
  private struct Hunk {
    var lines: Range<Int>
    /// The same, widened to whole records.
    var records: Range<Int>
    var edit: LineEdit
    var growth: Int
  }

  /// Compares both sides with what they were made from.
  init(base: [UInt8], ours: [UInt8], theirs: [UInt8]) {
    let document = Document(base)
    let records = Self.records(of: document)
    let mine = Self.hunks(base, ours, records)
    let other = Self.hunks(base, theirs, records)
    // Both sides are in order, and so are the records that they touch: one pass.
    var (shift, next, same, touched) = (0, 0, 0, 0)
    for hunk in other {
      // What ours put in at the same place stands before what theirs put in.
      while next < mine.count, mine[next].lines.upperBound <= hunk.lines.lowerBound {
        shift += mine[next].growth
        next += 1
      }
      while same < mine.count, mine[same].edit.line < hunk.edit.line { same += 1 }
      if same < mine.count, mine[same].edit == hunk.edit { continue }
      let records = hunk.records
      while touched < mine.count, mine[touched].records.upperBound <= records.lowerBound {
        touched += 1
      }
      // To put something in at the same place is no clash.
      if touched < mine.count, mine[touched].records.lowerBound < records.upperBound {
        conflicts.append(Self.name(of: records, document))
      } else {
        var edit = hunk.edit
        edit.line += shift
        edits.append(edit)
      }
    }
    edits.reverse()
  }

  /// The lines of each record of more than one line.
  private static func records(of document: Document) -> [Range<Int>] {
    var line = 0
    var out: [Range<Int>] = []
    for item in document.items {
      let count = document.lineCount(item)
      if document.kind(item) == .record, count > 1 { out.append(line..<line + count) }
      line += count
    }
    return out
  }

  private static func hunks(_ base: [UInt8], _ side: [UInt8], _ records: [Range<Int>]) -> [Hunk] {
    LineDifference.edits(from: base, to: side).reversed().map { edit in
      let removed = lineCount(edit.removed)
      let lines = edit.line..<edit.line + removed
      return Hunk(
        lines: lines, records: widened(lines, records), edit: edit,
        growth: lineCount(edit.added) - removed)
    }
  }

  /// The lines with all of each record that they touch; records are in order.
  private static func widened(_ lines: Range<Int>, _ records: [Range<Int>]) -> Range<Int> {
    var (low, high) = (0, records.count)
    while low < high {
      let middle = (low + high) / 2
      if records[middle].upperBound <= lines.lowerBound { low = middle + 1 } else { high = middle }
    }
    var out = lines
    while low < records.count, isTouched(records[low], by: lines) {
      out =
        min(out.lowerBound, records[low].lowerBound)..<max(out.upperBound, records[low].upperBound)
      low += 1
    }
    return out
  }

  private static func isTouched(_ record: Range<Int>, by lines: Range<Int>) -> Bool {
    lines.isEmpty
      ? record.lowerBound < lines.lowerBound && lines.lowerBound < record.upperBound
      : record.lowerBound < lines.upperBound && lines.lowerBound < record.upperBound
  }

  private static func lineCount(_ bytes: [UInt8]) -> Int {
    bytes.count { $0 == 0x0A } + (bytes.isEmpty || bytes.last == 0x0A ? 0 : 1)
  }

  /// What stood in the first of these lines: the id or the first words of a record.
  private static func name(of lines: Range<Int>, _ document: Document) -> String {
    guard let item = document.item(atLine: lines.lowerBound) else { return "the end" }
    let bytes =
      document.kind(item) == .record
      ? document.command(of: item)[...] : document.buffer[document.range(item)]
    let line = bytes.prefix { $0 != 0x0A }
    let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    if let place = words.lastIndex(of: "as"), place + 1 < words.count { return words[place + 1] }
    return words.prefix(3).joined(separator: " ")
  }
}
