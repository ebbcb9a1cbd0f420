internal import SourceText

/// Cutting, padding and wrapping by the cells of a terminal.
enum Layout {
  /// The narrowest screen that is drawn for.
  static let narrowest = 40
  /// The width of the rules where no width is given.
  static let standard = 80

  /// What stands after something that was cut.
  static let ellipsis = "…"

  /// The text with blanks behind it.
  static func left(_ text: String, _ width: Int) -> String {
    text + blanks(width - DisplayWidth.cells(of: text))
  }

  /// The text with blanks before it.
  static func right(_ text: String, _ width: Int) -> String {
    blanks(width - DisplayWidth.cells(of: text)) + text
  }

  /// The text in the middle, nearer to the left.
  static func centred(_ text: String, _ width: Int) -> String {
    let free = width - DisplayWidth.cells(of: text)
    return left(blanks(free / 2) + text, width)
  }

  static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  static func rule(_ width: Int?) -> String {
    String(repeating: "─", count: width ?? standard)
  }

  /// The text, or as much of it as fits, ending in `…`; at the end of a word where one ends in the
  /// second half.
  static func cut(_ text: String, to width: Int?) -> String {
    guard let width, DisplayWidth.cells(of: text) > width else { return text }
    if width < 2 { return width == 1 ? ellipsis : "" }
    let head = DisplayWidth.prefix(of: text, fitting: width - 2)
    if let blank = head.lastIndex(of: " "), DisplayWidth.cells(of: head[..<blank]) * 2 > width {
      return head[..<blank] + " " + ellipsis
    }
    return DisplayWidth.prefix(of: text, fitting: width - 1) + ellipsis
  }

  /// One text at each end of a line; on two lines where they do not fit.
  static func ends(_ first: String, _ second: String, width: Int?) -> [String] {
    guard let width else { return [first + "  " + second] }
    let free = width - DisplayWidth.cells(of: first) - DisplayWidth.cells(of: second)
    if free >= 2 { return [first + blanks(free) + second] }
    return [cut(first, to: width), cut(second, to: width)]
  }

  /// Items in lines, broken between items; lines after the first begin with `hang` blanks. An item
  /// too long for a line of its own is broken at its blanks.
  static func wrap(_ items: [String], lead: String, hang: Int, width: Int?) -> [String] {
    guard let width else { return [trimmed(lead + items.joined(separator: " "))] }
    var lines: [String] = []
    var line = lead
    var isFresh = true
    for item in items.flatMap({ pieces(of: $0, fitting: width - hang) }) {
      let joined = isFresh ? line + item : line + " " + item
      if !isFresh, DisplayWidth.cells(of: joined) > width {
        lines.append(trimmed(line))
        line = blanks(hang) + item
      } else {
        line = joined
      }
      isFresh = false
    }
    return lines + [trimmed(line)]
  }

  /// A sentence in lines.
  static func wrap(sentence: String, hang: Int = 0, width: Int?) -> [String] {
    let words = sentence.split(separator: " ").map(String.init)
    return wrap(words, lead: "", hang: hang, width: width)
  }

  private static func pieces(of item: String, fitting width: Int) -> [String] {
    if DisplayWidth.cells(of: item) <= width { return [item] }
    return item.split(separator: " ").flatMap { word in
      var rest = String(word)
      var pieces: [String] = []
      while DisplayWidth.cells(of: rest) > max(2, width) {
        let head = DisplayWidth.prefix(of: rest, fitting: max(2, width))
        if head.isEmpty { break }
        pieces.append(String(head))
        rest = String(rest.dropFirst(head.count))
      }
      return pieces + [rest]
    }
  }

  /// Without blanks at the end: no line of a notebook has any.
  static func trimmed(_ line: String) -> String {
    var end = line.endIndex
    while end > line.startIndex, line[line.index(before: end)] == " " {
      end = line.index(before: end)
    }
    return String(line[..<end])
  }
}
