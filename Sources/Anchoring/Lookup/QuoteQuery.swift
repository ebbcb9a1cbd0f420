/// Words as they are typed to point at a passage: literal words, or, where the text does not have
/// them literally, words with an ellipsis in between or at the end.
public struct QuoteQuery: Hashable, Sendable {
  /// The typed words without blanks around them.
  public let literal: String
  /// The parts between ellipses; empty where there is no ellipsis.
  let parts: [Part]
  /// Whether an ellipsis stands at the end: the passage runs to the end of the sentence.
  let runsToSentenceEnd: Bool

  /// Words between two ellipses, folded.
  struct Part: Hashable, Sendable {
    var folded: [UInt8]
    /// Whether its last word may be cut: no blank parts it from the ellipsis.
    var mayCutEnd: Bool
  }

  /// Reads typed words.
  public init(_ typed: String) {
    let bytes = Array(typed.utf8)
    literal = String(decoding: bytes[Self.trimmed(bytes, 0..<bytes.count)], as: UTF8.self)
    (parts, runsToSentenceEnd) = Self.parts(of: bytes)
  }

  private static func parts(of bytes: [UInt8]) -> ([Part], runsToSentenceEnd: Bool) {
    var parts: [Part] = []
    var start = 0
    var ellipses = 0
    var endsOpen = false
    while start <= bytes.count {
      let ellipsis = ellipsis(in: bytes, from: start)
      let range = start..<(ellipsis?.lowerBound ?? bytes.count)
      let words = trimmed(bytes, range)
      if !words.isEmpty {
        let folded = FoldedText(bytes: Array(bytes[words])).bytes
        let cut =
          ellipsis == nil
          ? ellipses > 0 && words.lowerBound == start : words.upperBound == range.upperBound
        if !folded.isEmpty { parts.append(Part(folded: folded, mayCutEnd: cut)) }
      }
      guard let ellipsis else {
        endsOpen = words.isEmpty
        break
      }
      ellipses += 1
      start = ellipsis.upperBound
    }
    let open = ellipses > 0 && endsOpen
    return (ellipses > 0 && (parts.count > 1 || open) ? parts : [], open)
  }

  /// The first `…` or run of three or more points.
  private static func ellipsis(in bytes: [UInt8], from start: Int) -> Range<Int>? {
    var i = start
    while i + 2 < bytes.count {
      if bytes[i...].starts(with: [0xE2, 0x80, 0xA6]) { return i..<i + 3 }
      if bytes[i...].starts(with: [0x2E, 0x2E, 0x2E]) {
        let end = bytes[i...].firstIndex { $0 != 0x2E } ?? bytes.count
        return i..<end
      }
      i += 1
    }
    return nil
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    let span = bytes.span
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      let (value, length) = UTF8Scalars.scalar(at: start, in: span)
      if !isBlank(value) { break }
      start += length
    }
    while start < end, let (value, length) = UTF8Scalars.scalar(before: end, in: span) {
      if !isBlank(value) { break }
      end -= length
    }
    return start..<max(start, end)
  }

  private static func isBlank(_ value: UInt32) -> Bool {
    let kind = ScalarFolding.kind(of: value)
    return kind == .blank || kind == .dropped
  }
}
