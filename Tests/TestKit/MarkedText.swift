/// A text with stretches marked in it, so that nobody counts offsets: `say ⟦no⟧ more`.
public struct MarkedText: Sendable {
  /// The text without the marks.
  public let text: String
  /// The bytes between each pair of marks, in order.
  public let ranges: [Range<Int>]

  /// Reads a text with marks; marks do not nest.
  public init(_ marked: String) {
    var text = ""
    var ranges: [Range<Int>] = []
    var start = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": start = text.utf8.count
      case "⟧": ranges.append(start..<text.utf8.count)
      default: text.unicodeScalars.append(scalar)
      }
    }
    self.text = text
    self.ranges = ranges
  }

  /// A text with marks around some of its bytes.
  public static func marking(_ ranges: [Range<Int>], in text: String) -> String {
    var bytes = Array(text.utf8)
    for range in ranges.sorted(by: { $0.lowerBound > $1.lowerBound }) {
      bytes.insert(contentsOf: Array("⟧".utf8), at: range.upperBound)
      bytes.insert(contentsOf: Array("⟦".utf8), at: range.lowerBound)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
