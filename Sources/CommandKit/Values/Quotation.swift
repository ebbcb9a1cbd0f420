public import SourceText

/// Words in quotation marks.
public enum Quotation {
  /// A mark that opens, and the one that closes what it opened; a straight mark closes itself.
  private struct Pair {
    let open: [UInt8]
    let close: [UInt8]

    init(_ open: String, _ close: String) {
      self.open = Array(open.utf8)
      self.close = Array(close.utf8)
    }
  }

  private static let pairs = [
    Pair("“", "”"), Pair("„", "“"), Pair("«", "»"), Pair("»", "«"), Pair("「", "」"),
    Pair("『", "』"), Pair("\"", "\""),
  ]

  /// Whether a mark may begin with a byte: one look at most bytes of a text is enough.
  private static let begins: [Bool] = (0..<256).map { byte in
    pairs.contains { $0.open[0] == UInt8(byte) }
  }

  /// The stretches of a range that stand in quotation marks, marks included. A mark that is never
  /// closed runs to the end of the range: quotations go on over paragraphs.
  public static func quoted(in text: CanonicalText, _ range: Range<Int>) -> [Range<Int>] {
    let bytes = text.bytes.span.extracting(range)
    let begins = begins
    var found: [Range<Int>] = []
    var i = 0
    while i < bytes.count {
      guard begins[Int(bytes[i])], let pair = pairs.first(where: { stands($0.open, at: i, bytes) })
      else {
        i += 1
        continue
      }
      var end = i + pair.open.count
      while end < bytes.count, !stands(pair.close, at: end, bytes) { end += 1 }
      end = min(end + pair.close.count, bytes.count)
      found.append(range.lowerBound + i..<range.lowerBound + end)
      i = end
    }
    return found
  }

  private static func stands(_ mark: [UInt8], at i: Int, _ bytes: Span<UInt8>) -> Bool {
    guard i + mark.count <= bytes.count, bytes[i] == mark[0] else { return false }
    for k in 1..<mark.count where bytes[i + k] != mark[k] { return false }
    return true
  }
}
