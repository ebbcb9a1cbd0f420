public import SourceText

/// Words in quotation marks.
public enum Quotation {
  /// Marks that open, with those that close them. A straight mark closes itself.
  private static let pairs: [(open: String, close: String)] = [
    ("“", "”"), ("„", "“"), ("«", "»"), ("»", "«"), ("「", "」"), ("『", "』"), ("\"", "\""),
  ]

  /// The stretches of a range that stand in quotation marks, marks included. A mark that is never
  /// closed runs to the end of the range: quotations go on over paragraphs.
  public static func quoted(in text: CanonicalText, _ range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var i = range.lowerBound
    while i < range.upperBound {
      guard let pair = pairs.first(where: { at(i, $0.open, text, range) }) else {
        i += 1
        continue
      }
      var end = i + pair.open.utf8.count
      while end < range.upperBound, !at(end, pair.close, text, range) { end += 1 }
      end = min(end + pair.close.utf8.count, range.upperBound)
      found.append(i..<end)
      i = end
    }
    return found
  }

  private static func at(_ i: Int, _ mark: String, _ text: CanonicalText, _ range: Range<Int>)
    -> Bool
  {
    i + mark.utf8.count <= range.upperBound
      && text.bytes[i..<i + mark.utf8.count].elementsEqual(mark.utf8)
  }
}
