public import SourceText

/// A text with quotes, dashes, blanks, ellipses, case and composition folded, and the way back to
/// the text itself.
///
/// Making one takes some milliseconds for each megabyte; who searches a text often keeps it.
public struct FoldedText: Sendable {
  /// The folded bytes.
  public let bytes: [UInt8]
  /// The bytes that were folded.
  let source: [UInt8]
  private let checkpoints: [Checkpoint]

  /// A place where a unit of folding begins, in both texts.
  private struct Checkpoint {
    var folded: UInt32
    var source: UInt32
  }

  /// The way back is remembered every so many folded bytes: it then costs 3 per cent of the text,
  /// and at most so many bytes are folded again to find a place.
  private static let stride = 256

  /// Folds a text.
  public init(_ text: CanonicalText) {
    self.init(bytes: text.bytes)
  }

  /// Folds a string.
  public init(_ string: String) {
    self.init(bytes: Array(string.utf8))
  }

  init(bytes source: [UInt8]) {
    let span = source.span
    var out: [UInt8] = []
    out.reserveCapacity(source.count)
    var checkpoints: [Checkpoint] = []
    var next = 0
    var i = 0
    while i < span.count {
      if out.count >= next {
        checkpoints.append(Checkpoint(folded: UInt32(out.count), source: UInt32(i)))
        next = out.count + Self.stride
      }
      i = Folding.step(at: i, in: span, into: &out)
    }
    bytes = out
    self.source = source
    self.checkpoints = checkpoints
  }

  /// The part of the text that a range of the folded bytes stands for; nil where the range is empty
  /// or begins or ends inside of what was folded as one, as `s` in `ß`.
  public func sourceRange(of folded: Range<Int>) -> Range<Int>? {
    if folded.isEmpty || folded.upperBound > bytes.count { return nil }
    let start = walk(to: folded.lowerBound)
    let end = walk(to: folded.upperBound)
    guard start.folded == folded.lowerBound, end.folded == folded.upperBound else { return nil }
    return afterDropped(start.source)..<end.source
  }

  /// Like `sourceRange`, widened to whole units.
  func widenedSourceRange(of folded: Range<Int>) -> Range<Int> {
    let start = afterDropped(walk(to: folded.lowerBound).source)
    let end = walk(to: folded.upperBound)
    if end.folded == folded.upperBound { return min(start, end.source)..<end.source }
    var ignored: [UInt8] = []
    return start..<Folding.step(at: end.source, in: source.span, into: &ignored)
  }

  /// The last unit that begins at or before a folded offset; of several the first, so that what
  /// folds to nothing behind a range stays outside of it.
  private func walk(to offset: Int) -> (source: Int, folded: Int) {
    guard var slot = checkpoints.indices.last else { return (0, 0) }
    var low = 0
    while low < slot {
      let middle = (low + slot + 1) / 2
      if Int(checkpoints[middle].folded) <= offset { low = middle } else { slot = middle - 1 }
    }
    var place = Int(checkpoints[slot].source)
    var folded = Int(checkpoints[slot].folded)
    let span = source.span
    var out: [UInt8] = []
    while folded < offset, place < span.count {
      out.removeAll(keepingCapacity: true)
      let next = Folding.step(at: place, in: span, into: &out)
      if folded + out.count > offset { break }
      place = next
      folded += out.count
    }
    return (place, folded)
  }

  /// The first place at or after `start` where something stands that does not fold to nothing.
  private func afterDropped(_ start: Int) -> Int {
    let span = source.span
    var place = start
    while place < span.count {
      let (value, length) = UTF8Scalars.scalar(at: place, in: span)
      if ScalarFolding.kind(of: value) != .dropped { break }
      place += length
    }
    return place
  }
}
