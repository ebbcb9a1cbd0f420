internal import SourceText

/// Ranges in the order of the text, asked for the one that contains another.
struct Ranges {
  private let ranges: [Range<Int>]

  init(_ ranges: [Range<Int>]) {
    self.ranges = ranges
  }

  /// The range that contains a place wholly.
  func container(of place: Range<Int>) -> Range<Int>? {
    guard let range = last(startingAtOrBefore: place.lowerBound) else { return nil }
    return place.upperBound <= range.upperBound ? range : nil
  }

  /// The part of a place that lies in the first range it meets.
  func clip(_ place: Range<Int>) -> Range<Int>? {
    var low = place.lowerBound
    if let range = last(startingAtOrBefore: low), low < range.upperBound {
      return low..<min(place.upperBound, range.upperBound)
    }
    guard let next = ranges.first(where: { $0.lowerBound > low }) else { return nil }
    low = next.lowerBound
    let clipped = low..<max(low, min(place.upperBound, next.upperBound))
    return clipped.isEmpty ? nil : clipped
  }

  private func last(startingAtOrBefore place: Int) -> Range<Int>? {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].lowerBound <= place { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : ranges[low - 1]
  }
}

/// Which ends of a match must not cut a word.
enum WholeEnds {
  /// Both.
  case both
  /// Only the start: words that begin like the typed ones.
  case start
}

extension CanonicalText {
  /// The places of some bytes, at word boundaries.
  func places(ofExact words: [UInt8], within ranges: [Range<Int>]) -> [Range<Int>] {
    guard let first = ranges.first, let last = ranges.last else { return [] }
    let search = ByteSearch(words, in: bytes)
    let known = Ranges(ranges)
    var places: [Range<Int>] = []
    var at = first.lowerBound
    while let start = search.next(in: bytes, from: at, to: last.upperBound) {
      let place = start..<start + words.count
      let whole = known.container(of: place) != nil && bytes.isWhole(place, ends: .both)
      if whole { places.append(place) }
      at = whole ? place.upperBound : start + 1
    }
    return places
  }
}

extension FoldedText {
  /// The places in the text itself of some folded bytes.
  func places(
    ofFolded words: [UInt8], within ranges: [Range<Int>], ends: WholeEnds
  ) -> [Range<Int>] {
    let known = Ranges(ranges)
    return matches(of: words) { place in
      known.container(of: place) != nil && source.isWhole(place, ends: ends)
    }
  }

  /// The places of some folded bytes that are `wanted`; one begins where the last has ended.
  func matches(of words: [UInt8], where wanted: (Range<Int>) -> Bool) -> [Range<Int>] {
    if words.isEmpty { return [] }
    let search = ByteSearch(words, in: bytes)
    var places: [Range<Int>] = []
    var at = 0
    while let start = search.next(in: bytes, from: at, to: bytes.count) {
      at = start + 1
      guard let place = sourceRange(of: start..<start + words.count), wanted(place) else {
        continue
      }
      places.append(place)
      at = start + words.count
    }
    return places
  }
}

extension [UInt8] {
  /// Whether a range of the bytes cuts no word.
  func isWhole(_ place: Range<Int>, ends: WholeEnds) -> Bool {
    !WordBoundary.isCut(beforeRangeAt: place.lowerBound, in: span)
      && (ends == .start || !WordBoundary.isCut(afterRangeAt: place.upperBound, in: span))
  }
}
