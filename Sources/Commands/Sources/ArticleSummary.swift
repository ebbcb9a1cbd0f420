internal import Casebook
internal import CommandKit
internal import SourceText

/// What `load` answers: the title, what was told apart, where publisher and day come from.
enum ArticleSummary {
  /// The two lines that a notebook stores.
  static func kept(_ article: Article) -> [String] {
    [Layout.words(article.title), origin(article) + counts(article)]
  }

  private static func origin(_ article: Article) -> String {
    var parts: [String] = []
    if let publisher = article.publisher { parts.append(Layout.words(publisher)) }
    if let typed = article.typed.published {
      parts.append("published \(typed.description) (typed)")
    } else {
      switch article.content.metadata.published {
      case .stated(let day, _, let basis): parts.append("published \(day.description) (\(basis))")
      case .notStated(let bracket, _):
        parts.append(bracket.map { "published \($0.description) (not stated)" } ?? "day not stated")
      }
    }
    return parts.map { $0 + "; " }.joined()
  }

  /// `22 paragraphs, 3 captions, 931 words; 10 lines set aside`
  static func counts(_ article: Article, language: Bool = false) -> String {
    func number(_ kind: BlockKind) -> Int { article.content.blocks.count { $0.kind == kind } }
    var parts = [Layout.count(article.content.blocks.count { $0.kind.isNumbered }, "paragraph")]
    for (kind, noun) in [(BlockKind.heading, "heading"), (.caption, "caption")]
    where number(kind) > 0 {
      parts.append(Layout.count(number(kind), noun))
    }
    parts.append(Layout.count(words(article), "word"))
    if language, let code = article.language { parts.append(code) }
    let aside = number(.setAside)
    return parts.joined(separator: ", ")
      + (aside > 0 ? "; \(Layout.count(aside, "line")) set aside" : "")
  }

  /// Words of the numbered blocks: runs between blanks that hold a letter or a digit.
  static func words(_ article: Article) -> Int {
    var count = 0
    for block in article.content.blocks where block.kind.isNumbered {
      count +=
        words(in: article.text.bytes.span.extracting(block.range))
        ?? words(in: article.text[block.range])
    }
    return count
  }

  /// Words of a text that has nothing beyond ASCII but letters, quotation marks and dashes that are
  /// common; nil for any other text.
  ///
  /// Where words end cannot be foreseen by the processor: what a byte is decides by arithmetic.
  private static func words(in bytes: Span<UInt8>) -> Int? {
    let classes = byteClasses
    var count = 0
    // 1 within a word.
    var word: UInt8 = 0
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      let kind = classes[Int(byte)]
      i += 1
      if kind & beyond != 0 {
        guard let length = followers(of: byte, bytes.extracting(i..<min(i + 2, bytes.count))) else {
          return nil
        }
        if length == 1 { word = 1 }
        i += length
      } else {
        let blank = kind & 1
        count += Int(word & blank)
        word = (word | kind >> 1) & (blank ^ 1)
      }
    }
    return count + Int(word)
  }

  private static let beyond: UInt8 = 4

  /// 1 for a blank, 2 for a letter or a digit, 0 for any other sign, `beyond` for what is not ASCII.
  private static let byteClasses: [UInt8] = (UInt8.min...UInt8.max).map { byte in
    switch byte {
    case 0x09...0x0D, 0x20: 1
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: 2
    case 0..<0x80: 0
    default: beyond
    }
  }

  /// How many bytes follow the first one of a scalar beyond ASCII: one for a letter of U+00C0 to
  /// U+00FF, two for a dash, quotation mark or ellipsis of U+2010 to U+2026; nil for any other.
  private static func followers(of first: UInt8, _ rest: Span<UInt8>) -> Int? {
    switch first {
    case 0xC3 where rest.count > 0 && rest[0] != 0x97 && rest[0] != 0xB7: 1
    case 0xE2 where rest.count > 1 && rest[0] == 0x80 && isMark(rest[1]): 2
    default: nil
    }
  }

  private static func isMark(_ last: UInt8) -> Bool { (0x90...0xA6).contains(last) }

  private static func words(in text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace)
      .count { word in word.contains { $0.isLetter || $0.isNumber } }
  }

  /// What is shown at the prompt.
  static func shown(_ article: Article, _ encoding: String, _ notes: [String], _ page: Page)
    -> [String]
  {
    let meta = article.content.metadata
    let head = "\(article.name)   “\(Layout.words(article.title))”"
    var lines = [Layout.cut(head, page.width), "  " + counts(article, language: true)]
    func field(_ name: String, _ text: String) {
      lines.append(Layout.cut("  " + name.padded(11) + Layout.words(text), page.width))
    }
    let publisher = meta.publisher.map { "\($0.value) (\($0.basis))" }
    field("publisher", article.typed.publisher ?? publisher ?? "not stated")
    lines += published(article, page)
    field(
      "author",
      article.typed.author
        ?? (meta.byline.isEmpty ? "not stated" : meta.byline.joined(separator: ", ")))
    if encoding != "UTF-8" { field("encoding", encoding) }
    for note in notes { field("note", note) }
    return lines
  }

  private static func published(_ article: Article, _ page: Page) -> [String] {
    func line(_ name: String, _ text: String) -> String {
      Layout.cut("  " + name.padded(11) + Layout.words(text), page.width)
    }
    if let typed = article.typed.published {
      return [line("published", "\(typed.readable) (typed)")]
    }
    let meta = article.content.metadata
    switch meta.published {
    case .stated(let day, _, let basis):
      return [line("published", "\(DayRange(day, day).readable) (\(basis))")]
    case .notStated(let bracket, let reasons):
      var lines = [line("published", "not stated" + (bracket.map { ": \($0.readable)" } ?? ""))]
      if !reasons.isEmpty {
        lines.append(line("", reasons.map { "\(article.name):\($0)" }.joined(separator: ", ")))
      }
      if let day = meta.referenceDay?.value {
        lines.append(line("", "days in words are counted from \(day.description)"))
      }
      return lines
    }
  }
}
