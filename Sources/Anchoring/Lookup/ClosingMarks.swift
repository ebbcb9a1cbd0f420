internal import SourceText

/// Takes closing marks into a passage when their opening ones lie inside of it.
struct ClosingMarks {
  private let text: CanonicalText

  init(_ text: CanonicalText) {
    self.text = text
  }

  /// What opens for a mark that closes: English, French, German, Danish and Japanese habits, and
  /// straight marks, which close themselves.
  private static let openers: [UInt32: [UInt32]] = [
    0x201D: [0x201C, 0x201E, 0x201F], 0x201C: [0x201E], 0x2019: [0x2018, 0x201A],
    0x2018: [0x201A], 0xBB: [0xAB], 0xAB: [0xBB], 0x203A: [0x2039], 0x2039: [0x203A],
    0x22: [0x22], 0x29: [0x28], 0x5D: [0x5B], 0x7D: [0x7B], 0x300D: [0x300C], 0x300F: [0x300E],
    0xFF09: [0xFF08],
  ]

  /// The places, each with the closing marks directly after it that it opened.
  func taken(into places: [Range<Int>], within ranges: [Range<Int>]) -> [Range<Int>] {
    let known = Ranges(ranges)
    return places.map { place in
      let limit = known.container(of: place)?.upperBound ?? place.upperBound
      var place = place
      while place.upperBound < limit {
        let (mark, length) = UTF8Scalars.scalar(at: place.upperBound, in: text.bytes.span)
        guard let openers = Self.openers[mark], isOpen(openers, closedBy: mark, in: place) else {
          break
        }
        place = place.lowerBound..<place.upperBound + length
      }
      return place
    }
  }

  private func isOpen(_ openers: [UInt32], closedBy closer: UInt32, in place: Range<Int>) -> Bool {
    var depth = 0
    var i = place.lowerBound
    while i < place.upperBound {
      let (value, length) = UTF8Scalars.scalar(at: i, in: text.bytes.span)
      if openers.contains(value), value != closer || depth == 0 {
        depth += 1
      } else if value == closer, !isApostrophe(i, length) {
        depth = max(0, depth - 1)
      }
      i += length
    }
    return depth > 0
  }

  /// Whether a mark stands between two letters.
  private func isApostrophe(_ place: Int, _ length: Int) -> Bool {
    let span = text.bytes.span
    guard let before = UTF8Scalars.scalar(before: place, in: span)?.value,
      place + length < span.count
    else { return false }
    let after = UTF8Scalars.scalar(at: place + length, in: span).value
    return WordScalars.isWord(before) && WordScalars.isWord(after)
  }
}
