/// What stands in quotation marks in a paragraph, over as many sentences as it may.
///
/// A quotation ends with the mark that belongs to the one that began it; marks of other kinds within it
/// are part of it. One that is not closed runs to the end of the paragraph, as is usual where it goes
/// on in the next; but a straight mark that is not closed is a sign of inches or a slip, and begins
/// nothing. Single marks are left aside: they are apostrophes too.
struct Quotations: Sendable {
  /// A quotation with its marks, and without.
  struct Quotation: Equatable, Sendable {
    let outer: Range<Int>
    let inner: Range<Int>
  }

  /// The quotations, in order, in bytes of the paragraph.
  private(set) var ranges: [Quotation] = []

  /// A kind of mark: how it opens, how it may close, and whether it must.
  private struct Pair {
    let opening: [UInt8]
    let closing: [[UInt8]]
    var mustClose = false
  }

  private static let pairs = [
    Pair(opening: Array("\"".utf8), closing: [Array("\"".utf8)], mustClose: true),
    Pair(opening: Array("“".utf8), closing: [Array("”".utf8)]),
    Pair(opening: Array("„".utf8), closing: [Array("“".utf8), Array("”".utf8)]),
    Pair(opening: Array("«".utf8), closing: [Array("»".utf8)]),
  ]

  /// The quotations of a paragraph in UTF-8.
  init(in bytes: [UInt8]) {
    var at = 0
    // Where no closing mark follows any more, so that each kind is looked for to the end once.
    var isSpent = [Bool](repeating: false, count: Quotations.pairs.count)
    while at < bytes.count {
      guard let kind = Quotations.opening(at: at, in: bytes), !isSpent[kind] else {
        at += 1
        continue
      }
      let pair = Quotations.pairs[kind]
      let start = at + pair.opening.count
      if let end = Quotations.closing(of: pair, from: start, in: bytes) {
        ranges.append(Quotation(outer: at..<end.upperBound, inner: start..<end.lowerBound))
        at = end.upperBound
      } else if pair.mustClose {
        isSpent[kind] = true
        at = start
      } else {
        ranges.append(Quotation(outer: at..<bytes.count, inner: start..<bytes.count))
        return
      }
    }
  }

  /// Those that stand at least partly in a stretch.
  func overlapping(_ stretch: Range<Int>) -> ArraySlice<Quotation> {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].outer.upperBound <= stretch.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return ranges[low...].prefix { $0.outer.lowerBound < stretch.upperBound }
  }

  private static func opening(at place: Int, in bytes: [UInt8]) -> Int? {
    pairs.firstIndex { bytes[place...].starts(with: $0.opening) }
  }

  private static func closing(of pair: Pair, from start: Int, in bytes: [UInt8]) -> Range<Int>? {
    for at in start..<max(start, bytes.count) {
      for mark in pair.closing where bytes[at...].starts(with: mark) {
        return at..<at + mark.count
      }
    }
    return nil
  }
}
