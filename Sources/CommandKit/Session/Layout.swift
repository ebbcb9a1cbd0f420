internal import SourceText

/// Laying text out in cells of a terminal.
public enum Layout {
  /// The text in exactly `width` cells: cut with `…`, or filled with blanks.
  public static func fit(_ text: String, _ width: Int) -> String {
    let cut = cut(text, width)
    return cut + String(repeating: " ", count: max(0, width - DisplayWidth.cells(of: cut)))
  }

  /// The text in at most `width` cells, ended with `…` where something is left out.
  public static func cut(_ text: String, _ width: Int?) -> String {
    guard let width, DisplayWidth.cells(of: text) > width else { return text }
    var kept = DisplayWidth.prefix(of: text, fitting: max(0, width - 1))
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  /// A left and a right text on one line of `width` cells; at least one blank between them.
  public static func spread(_ left: String, _ right: String, _ width: Int) -> String {
    let room = width - DisplayWidth.cells(of: right) - 1
    let cut = cut(left, max(8, room))
    let gap = max(1, width - DisplayWidth.cells(of: cut) - DisplayWidth.cells(of: right))
    return right.isEmpty ? cut : cut + String(repeating: " ", count: gap) + right
  }

  /// A text broken at blanks into lines of at most `width` cells.
  public static func wrap(_ text: String, _ width: Int?) -> [String] {
    guard let width else { return [text] }
    var lines: [String] = []
    var line = ""
    var cells = 0
    for word in text.split(separator: " ") {
      let own = DisplayWidth.cells(of: word)
      if cells > 0, cells + 1 + own > width {
        lines.append(line)
        line = ""
        cells = 0
      }
      if cells > 0 {
        line += " "
        cells += 1
      }
      line += word
      cells += own
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// Words of an article on one line, safe to show.
  public static func words(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 != 0x0A && $0 != 0x09 }) { return VisibleText.showing(text) }
    return VisibleText.showing(
      text.split(whereSeparator: { $0 == "\n" || $0 == "\t" }).joined(separator: " "))
  }

  /// The words in quotation marks; words that begin with one are left as they are.
  public static func quoted(_ words: String) -> String {
    ["“", "\"", "„", "«", "‘"].contains { words.hasPrefix($0) } ? words : "“\(words)”"
  }

  /// `1 statement`, `2 statements`.
  public static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}
