/// What a source is, found from its first bytes.
enum SourceFormat {
  case html, text

  /// So many bytes are looked at.
  private static let head = 4_096

  static func of(_ bytes: [UInt8]) -> SourceFormat {
    // Bytes of UTF-16 are every second one.
    let letters = bytes.prefix(head).filter { $0 != 0 && $0 != 0xFE && $0 != 0xFF }
    return isHTML(letters) ? .html : .text
  }

  private static let marks: [StaticString] = [
    "<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<script",
  ]
  private static let elements: [StaticString] = [
    "<div", "<p", "<h1", "<main", "<section", "<table",
  ]

  /// Whether a page begins here: behind blanks, comments and processing instructions a tag that
  /// only pages have.
  private static func isHTML(_ bytes: [UInt8]) -> Bool {
    let span = bytes.span
    var i = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while i < span.count {
      if Markup.isBlank(span[i]) {
        i += 1
      } else if Markup.begins("<!--", at: i, span) {
        guard let end = Markup.end(of: "-->", from: i, span) else { return false }
        i = end
      } else if Markup.begins("<?xml", at: i, span) {
        guard let end = Markup.end(of: ">", from: i, span) else { return false }
        i = end
      } else {
        break
      }
    }
    guard i < span.count, span[i] == 0x3C else { return hasMarks(span, from: i) }
    return marks.contains { Markup.begins($0, at: i, span) }
      || elements.contains { Markup.begins($0, at: i, span) } || hasMarks(span, from: i)
  }

  /// Whether a page begins further down, behind a line of something else.
  private static func hasMarks(_ span: Span<UInt8>, from start: Int) -> Bool {
    for i in start..<span.count where span[i] == 0x3C {
      if Markup.begins("<!doctype html", at: i, span) || Markup.begins("<html", at: i, span) {
        return true
      }
    }
    return false
  }
}
