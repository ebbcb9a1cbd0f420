internal import SourceText

/// How much of what stood around a piece still stands around a place, from 0 to 1.
struct ContextScore {
  /// Two letters of unrelated sentences agree often enough for about this similarity; it counts as
  /// none.
  static let chance = 0.4

  private let piece: AnchorPiece
  private let before: [UInt8]
  private let after: [UInt8]
  private let text: CanonicalText

  init(_ piece: AnchorPiece, in text: CanonicalText) {
    self.piece = piece
    self.text = text
    before = FoldedText(piece.before).bytes.reversed()
    after = FoldedText(piece.after).bytes
  }

  /// The similarity of what stands before a place; nil where nothing stood before the piece.
  func before(_ place: Range<Int>) -> Double? {
    let start = text.offset(place.lowerBound, movedBy: -AnchorPiece.contextLength)
    let here = FoldedText(bytes: Array(text.bytes[start..<place.lowerBound])).bytes
    return similarity(before, here.reversed())
  }

  /// The similarity of what stands after a place; nil where nothing stood after the piece.
  func after(_ place: Range<Int>) -> Double? {
    let end = text.offset(place.upperBound, movedBy: AnchorPiece.contextLength)
    let here = FoldedText(bytes: Array(text.bytes[place.upperBound..<end])).bytes
    return similarity(after, here)
  }

  /// Both sides together. A piece that was the whole text has nothing to compare: any place does.
  func both(_ place: Range<Int>) -> Double {
    let sides = [before(place), after(place)].compactMap { $0 }
    return sides.isEmpty ? 1 : sides.reduce(0, +) / Double(sides.count)
  }

  /// A quick measure to choose the places worth a closer look: how many bytes next to the place
  /// are those next to the piece.
  func adjacent(_ place: Range<Int>) -> Int {
    let span = text.bytes.span
    var count = 0
    var i = place.lowerBound - 1
    for byte in piece.before.utf8.reversed() {
      guard i >= 0, span[i] == byte else { break }
      count += 1
      i -= 1
    }
    i = place.upperBound
    for byte in piece.after.utf8 {
      guard i < span.count, span[i] == byte else { break }
      count += 1
      i += 1
    }
    return count
  }

  private func similarity(_ a: [UInt8], _ b: [UInt8]) -> Double? {
    if a.isEmpty { return nil }
    let distance = EditDistance.between(a.span, b.span, freeEnd: true)
    let raw = 1 - Double(distance) / Double(a.count)
    return max(0, (raw - Self.chance) / (1 - Self.chance))
  }
}
