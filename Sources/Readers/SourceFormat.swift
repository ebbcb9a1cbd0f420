/// What a source is, found from its first bytes.
enum SourceFormat {
  case html, text, feed, jsonFeed, compressed, zip, mail, mailbox, webArchive, warc, markdown, pdf
  case press
  /// What no reader is for; its name, and what to do.
  case other(String, hint: String)

  /// So many bytes are looked at.
  private static let head = 4_096

  static func of(_ bytes: [UInt8]) -> SourceFormat {
    for (mark, format) in magic where bytes.starts(with: mark) { return format }
    // In whatever letters: no reader is for it in any others.
    if Markup.contains("%pdf-", in: 0..<min(1_024, bytes.count), bytes.span) { return .pdf }
    if bytes.dropFirst(257).starts(with: "ustar".utf8) {
      return .other("an archive of other files", hint: "unpack it, and load the files")
    }
    // Bytes of UTF-16 are every second one.
    let letters = bytes.prefix(head).filter { $0 != 0 && $0 != 0xFE && $0 != 0xFF }
    if let root = xmlRoot(letters), feedRoots.contains(root) { return .feed }
    // What begins with a tag is no mail and no front matter, nor an export of a database.
    if letters.first(where: { !Markup.isBlank($0) }) == 0x3C {
      return isHTML(letters) ? .html : .text
    }
    if isJSONFeed(letters) { return .jsonFeed }
    if MarkdownReader.isFrontMatter(bytes.prefix(head)) { return .markdown }
    if MailReader.isMailbox(bytes.prefix(head)) { return .mailbox }
    if MailReader.isMail(bytes.prefix(head)) { return .mail }
    if PressReader.isExport(bytes) { return .press }
    return isHTML(letters) ? .html : .text
  }

  /// What a source begins with.
  private static let magic: [([UInt8], SourceFormat)] = [
    ([0x1F, 0x8B], .compressed), (Array("BZh".utf8), .compressed),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .compressed), ([0x28, 0xB5, 0x2F, 0xFD], .compressed),
    ([0x50, 0x4B, 0x03, 0x04], .zip), (Array("bplist00".utf8), .webArchive),
    (Array("WARC/".utf8), .warc),
    (
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
      .other("a file of an old office program", hint: "save it as DOCX or ODT, and load that")
    ),
    (Array("{\\rtf".utf8), .other("a file in RTF", hint: "save it as DOCX or ODT, and load that")),
  ]

  private static let feedRoots: Set<String> = ["rss", "feed", "rdf:rdf", "channel"]

  /// The name of the first element in lower case, where nothing but blanks, comments, processing
  /// instructions and a document type stands before it.
  private static func xmlRoot(_ bytes: [UInt8]) -> String? {
    let span = bytes.span
    var i = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while i < span.count {
      if Markup.isBlank(span[i]) {
        i += 1
      } else if Markup.begins("<!--", at: i, span) {
        i = Markup.end(of: "-->", from: i, span) ?? span.count
      } else if Markup.begins("<?", at: i, span) || Markup.begins("<!", at: i, span) {
        i = Markup.end(of: ">", from: i, span) ?? span.count
      } else if span[i] == 0x3C {
        return String(
          decoding: Markup.lowered(Markup.name(at: i + 1, span).prefix(20), span), as: UTF8.self)
      } else {
        return nil
      }
    }
    return nil
  }

  /// `https://jsonfeed.org/version/1.1` stands in every JSON feed, mostly as its first value.
  private static func isJSONFeed(_ bytes: [UInt8]) -> Bool {
    guard bytes.first(where: { !Markup.isBlank($0) }) == 0x7B else { return false }
    return Markup.contains("jsonfeed.org/version", in: 0..<bytes.count, bytes.span)
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
