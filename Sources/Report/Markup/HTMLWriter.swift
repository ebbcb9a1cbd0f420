internal import SourceText

/// Writes HTML in which no text can become markup: elements and attributes are cases of lists,
/// every text is escaped, and destinations of links are types of their own.
struct HTMLWriter {
  /// The markup so far, UTF-8.
  private(set) var bytes: [UInt8] = []

  /// An element with what `body` writes in it.
  mutating func element(
    _ tag: Tag, _ attributes: [Attribute] = [], _ body: (inout HTMLWriter) -> Void
  ) {
    open(tag, attributes)
    body(&self)
    bytes += "</\(tag.rawValue)>".utf8
  }

  /// An element with a text in it.
  mutating func element(_ tag: Tag, _ attributes: [Attribute] = [], _ text: String) {
    element(tag, attributes) { $0.text(text) }
  }

  /// An element that has no end: `br`, `hr`, `meta`.
  mutating func void(_ tag: Tag, _ attributes: [Attribute] = []) { open(tag, attributes) }

  /// A text: escaped, with controls and whatever else is invisible written out, line feeds kept.
  mutating func text(_ text: String) {
    for byte in VisibleText.showing(text, lines: true).utf8 { add(byte) }
  }

  /// A line feed, so that the file can be read and compared line by line.
  mutating func line() { bytes.append(0x0A) }

  /// The doctype.
  mutating func doctype() { bytes += "<!doctype html>\n".utf8 }

  /// The style sheet. It is a file of the program's own and ends no element.
  mutating func style(_ sheet: [UInt8]) {
    bytes += "<style>\n".utf8
    bytes += sheet
    bytes += "</style>".utf8
  }

  private mutating func open(_ tag: Tag, _ attributes: [Attribute]) {
    bytes += "<\(tag.rawValue)".utf8
    for attribute in attributes {
      bytes += " \(attribute.name.rawValue)=\"".utf8
      let value = VisibleText.showing(attribute.value)
      for byte in value.utf8 { add(byte) }
      bytes.append(0x22)
    }
    bytes.append(0x3E)
  }

  private mutating func add(_ byte: UInt8) {
    switch byte {
    case 0x26: bytes += "&amp;".utf8
    case 0x3C: bytes += "&lt;".utf8
    case 0x3E: bytes += "&gt;".utf8
    case 0x22: bytes += "&quot;".utf8
    case 0x27: bytes += "&#39;".utf8
    default: bytes.append(byte)
    }
  }
}

/// The elements in use.
enum Tag: String {
  case a, article, blockquote, body, br, caption, circle, code, dd, desc, details, div, dl, dt, em
  case figcaption, figure, footer, g, h1, h2, h3, h4, h5, h6, head, header, hr, html, li, line
  case main, meta, nav, ol, p, pre, rect, section, small, span, strong, summary, svg, table, tbody,
    td
  case text, th, thead, title, tr, ul

  /// A heading of a level, from 1; 6 for every deeper one.
  static func heading(_ level: Int) -> Tag {
    let all: [Tag] = [.h1, .h2, .h3, .h4, .h5, .h6]
    return all[min(max(level, 1), 6) - 1]
  }
}

/// An attribute. `href` can only be made from a destination that is safe to follow.
struct Attribute {
  /// The attributes whose values are texts.
  enum Name: String {
    case charset, colspan, content, cx, cy, height, id, lang, name, r, role, rx, scope, start
    case tabindex, viewBox, width, x, x1, x2, y, y1, y2, rel, href, style
    case kind = "class"
    case described = "aria-describedby"
    case equivalent = "http-equiv"
    case hidden = "aria-hidden"
    case label = "aria-label"
    case labelled = "aria-labelledby"
    case textAnchor = "text-anchor"
  }

  let name: Name
  let value: String

  private init(_ name: Name, _ value: String) {
    self.name = name
    self.value = value
  }

  /// An attribute whose value is a text.
  static func the(_ name: Name, _ value: String) -> Attribute {
    precondition(name != .href && name != .style, "made by `to` and `share` only")
    return Attribute(name, value)
  }

  /// `class`
  static func kind(_ value: String) -> Attribute { Attribute(.kind, value) }

  /// A link to a place on the page.
  static func to(place: String) -> Attribute { Attribute(.href, "#" + place) }

  /// A link to a page on the net.
  static func to(_ address: WebAddress) -> Attribute { Attribute(.href, address.text) }

  /// The share of a whole that a bar shows, in per cent.
  static func share(_ percent: Int) -> Attribute { Attribute(.style, "width:\(percent)%") }

  /// A number of an SVG attribute: one decimal, so that it is the same on every machine.
  static func at(_ name: Name, _ value: Double) -> Attribute {
    let tenths = Int((value * 10).rounded())
    let size = tenths.magnitude
    let sign = tenths < 0 ? "-" : ""
    let rest = size % 10 == 0 ? "" : ".\(size % 10)"
    return Attribute(name, "\(sign)\(size / 10)\(rest)")
  }
}
