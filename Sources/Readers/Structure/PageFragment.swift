internal import Casebook
internal import Diagnostics
internal import SourceText

/// Markup that is known to be an article, without the page around it: an entry of a feed, a chapter,
/// a mail. It is read as a page is, and where that finds no paragraph everything is kept.
struct PageFragment {
  /// The headline, where it is known.
  var title: String?
  /// UTF-8; text without a tag is taken as text.
  var markup: [UInt8]
  /// BCP 47.
  var language: String?
  /// Where it stands on the net; its links start there.
  var address: String?

  func read(name: String) throws(Diagnostic) -> ReadArticle {
    var page = Array("<!doctype html><html><head></head><body><article>".utf8)
    if let title {
      page += Array("<h1>".utf8) + Self.escaped(Array(title.utf8)) + Array("</h1>".utf8)
    }
    page += hasTags ? markup : paragraphs
    page += Array("</article></body></html>".utf8)
    return Self.kept(try HTMLReader.read(page, name: name, address: address))
  }

  private var hasTags: Bool {
    let span = markup.span
    for i in markup.indices.dropLast() where span[i] == 0x3C {
      if Markup.isLetter(span[i + 1]) || span[i + 1] == 0x2F { return true }
    }
    return false
  }

  /// Plain text as markup: blank lines part paragraphs.
  private var paragraphs: [UInt8] {
    var out = Array("<p>".utf8)
    var breaks = 0
    for byte in markup where byte != 0x0D {
      if byte == 0x0A {
        breaks += 1
      } else if byte != 0x20 || breaks == 0 {
        if breaks > 1 { out += Array("</p><p>".utf8) } else if breaks == 1 { out.append(0x20) }
        breaks = 0
        out += byte == 0x3C ? Array("&lt;".utf8) : [byte]
      }
    }
    return out
  }

  static func escaped(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    for byte in text {
      switch byte {
      case 0x26: out += Array("&amp;".utf8)
      case 0x3C: out += Array("&lt;".utf8)
      default: out.append(byte)
      }
    }
    return out
  }

  /// The article, with everything but the headline as paragraphs where none was found.
  private static func kept(_ article: ReadArticle) -> ReadArticle {
    let content = article.content
    if content.blocks.contains(where: \.kind.isNumbered) { return article }
    let blocks = content.blocks.map { block in
      block.kind == .headline || block.kind == .caption
        ? block : Block(.paragraph, block.range, line: block.line, links: block.links)
    }
    return ReadArticle(
      content: ArticleContent(text: content.text, blocks: blocks, metadata: content.metadata),
      encoding: article.encoding, notes: article.notes)
  }
}
