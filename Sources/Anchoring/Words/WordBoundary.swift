/// Whether the ends of a range of UTF-8 bytes cut a word.
enum WordBoundary {
  /// Whether a word goes on across `place`, which is the start of a range.
  static func isCut(beforeRangeAt place: Int, in span: Span<UInt8>) -> Bool {
    guard place < span.count else { return false }
    let after = UTF8Scalars.scalar(at: place, in: span).value
    if WordScalars.isMark(after) { return place > 0 }
    guard let before = UTF8Scalars.scalar(before: place, in: span)?.value else { return false }
    return goesOn(before, after)
  }

  /// Whether a word goes on across `place`, which is the end of a range. `can` in `can't` is cut:
  /// it would say the opposite; `Russia` in `Russia's` is not.
  static func isCut(afterRangeAt place: Int, in span: Span<UInt8>) -> Bool {
    guard place < span.count else { return false }
    let (after, length) = UTF8Scalars.scalar(at: place, in: span)
    if WordScalars.isMark(after) { return true }
    guard let before = UTF8Scalars.scalar(before: place, in: span)?.value else { return false }
    return goesOn(before, after) || isContraction(before, after, place + length, in: span)
  }

  private static func goesOn(_ before: UInt32, _ after: UInt32) -> Bool {
    if WordScalars.needsNoBoundary(before) || WordScalars.needsNoBoundary(after) { return false }
    return WordScalars.isWord(before) && WordScalars.isWord(after)
  }

  private static func isContraction(
    _ before: UInt32, _ after: UInt32, _ next: Int, in span: Span<UInt8>
  ) -> Bool {
    guard before | 0x20 == 0x6E, ScalarFolding.kind(of: after) == .quote, next < span.count,
      span[next] | 0x20 == 0x74
    else { return false }
    return next + 1 == span.count
      || !WordScalars.isWord(UTF8Scalars.scalar(at: next + 1, in: span).value)
  }
}
