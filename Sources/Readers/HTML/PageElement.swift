internal import CMarkup

/// What an element is for a reader of its text.
enum PageElement: UInt8, Sendable {
  case inline, block, paragraph, heading1, heading2, heading3, list, listItem, quote, figure
  case caption, table, row, cell, breakLine, link, navigation, header, footer, aside, form
  case button, control, article, main, section, time, title, meta, linkTag, head, body, root, hidden
  case address, summary, preformatted, term, picture, base

  /// Whether the text before it and in it are two pieces.
  var isBlock: Bool {
    switch self {
    case .inline, .link, .time, .breakLine, .cell, .button, .picture, .base: false
    default: true
    }
  }

  /// What the element with a number of the parser is.
  static func of(_ tag: Int) -> PageElement { tag < byNumber.count ? byNumber[tag] : .inline }

  private static let byNumber: [PageElement] = (0..<cmarkup_tag_count()).map { tag in
    names[String(cString: cmarkup_tag_name(tag))] ?? .inline
  }

  private static let names: [String: PageElement] = {
    let kinds: [(PageElement, String)] = [
      (.block, "div center fieldset dl hgroup details dialog menu noscript object video audio"),
      (.block, "hr legend map frameset canvas"),
      (.paragraph, "p"), (.heading1, "h1"), (.heading2, "h2"), (.heading3, "h3 h4 h5 h6"),
      (.list, "ul ol dir"), (.listItem, "li dd"), (.term, "dt"), (.quote, "blockquote"),
      (.figure, "figure"), (.caption, "figcaption caption"), (.table, "table"),
      (.row, "tr"), (.cell, "td th"), (.section, "tbody thead tfoot section"),
      (.breakLine, "br"), (.link, "a"), (.navigation, "nav"), (.header, "header"),
      (.footer, "footer"), (.aside, "aside"), (.form, "form"), (.button, "button"),
      (.control, "select textarea option optgroup datalist label input"),
      (.article, "article"), (.main, "main"), (.time, "time"), (.title, "title"),
      (.meta, "meta"), (.linkTag, "link"), (.head, "head"), (.body, "body"), (.root, "html"),
      (.hidden, "script style template svg iframe noembed noframes embed"),
      (.address, "address"), (.summary, "summary"), (.preformatted, "pre listing xmp"),
      (.picture, "img picture source"), (.base, "base"),
    ]
    var out: [String: PageElement] = [:]
    for (element, names) in kinds {
      for name in names.split(separator: " ") { out[String(name)] = element }
    }
    return out
  }()
}
