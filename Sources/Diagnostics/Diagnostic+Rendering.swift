internal import SourceText

extension Diagnostic {
  /// The diagnostic as text, each line ended by LF.
  ///
  /// First `FILE:LINE:COLUMN: error: sentence [id]`, without a place for a line that was just typed, then the user's own line, then carets placed
  /// by display cells (the column counts characters), then explanation, hint and notes. A line
  /// longer than 400 cells is cut around the place.
  public func rendered() -> String {
    var out = head + "\n"
    if let place, !place.text.isEmpty { out += Excerpt(of: place).rendered }
    if let explanation { out += "  = \(VisibleText.showing(explanation))\n" }
    if let hint { out += "  = hint: \(VisibleText.showing(hint))\n" }
    for note in notes { out += "    \(VisibleText.showing(note))\n" }
    return out
  }

  private var head: String {
    var parts = ""
    if let place {
      if !place.file.isEmpty { parts += VisibleText.showing(place.file) + ":" }
      if place.line > 0 { parts += "\(place.line):" }
      if !place.file.isEmpty, !place.text.isEmpty { parts += "\(column(of: place)):" }
      if !parts.isEmpty { parts += " " }
    }
    let sentence = VisibleText.showing(message.sentence)
    return "\(parts)\(severity.rawValue): \(sentence) [\(message.id)]"
  }

  private func column(of place: Place) -> Int {
    String(decoding: place.text.utf8.prefix(place.span.lowerBound), as: UTF8.self).count + 1
  }
}

/// The user's line with carets under the words meant.
private struct Excerpt {
  private let before: String
  private let words: String
  private let after: String

  init(of place: Diagnostic.Place) {
    let bytes = Array(place.text.utf8)
    let start = min(place.span.lowerBound, bytes.count)
    let end = min(max(place.span.upperBound, start), bytes.count)
    func show(_ range: Range<Int>) -> String {
      VisibleText.showing(String(decoding: bytes[range], as: UTF8.self))
    }
    before = Excerpt.tail(show(0..<start), fitting: 300)
    words = String(DisplayWidth.prefix(of: show(start..<end), fitting: 80))
    after = String(DisplayWidth.prefix(of: show(end..<bytes.count), fitting: 100))
  }

  var rendered: String {
    let indent = String(repeating: " ", count: DisplayWidth.cells(of: before))
    let carets = String(repeating: "^", count: max(1, DisplayWidth.cells(of: words)))
    return "  \(before)\(words)\(after)\n  \(indent)\(carets)\n"
  }

  private static func tail(_ text: String, fitting width: Int) -> String {
    if DisplayWidth.cells(of: text) <= width { return text }
    return "…" + text.suffix(width / 2)
  }
}
