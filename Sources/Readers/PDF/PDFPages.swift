internal import Casebook

/// The lines of a PDF as `pdftotext -bbox-layout` finds them.
struct PDFPages {
  /// A line of a page; lengths in points, from the upper left corner.
  struct Line {
    let page: Int
    /// The block of lines it is in, counted through all pages.
    let block: Int
    let text: [UInt8]
    /// In bytes of `text`, in order.
    let links: [BlockLink]
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    /// The height of its usual word: the size of its letters.
    let size: Double
  }

  private(set) var lines: [Line] = []
  /// The height of each page.
  private(set) var heights: [Double] = []

  var hasText: Bool { !lines.isEmpty }

  init(_ tree: XMLTree, _ links: PDFLinks) {
    var block = 0
    var n = 0
    while n < tree.count {
      if tree.isElement(n) {
        switch tree.local(n) {
        case "page": heights.append(Self.number(tree, "height", n))
        case "block": block += 1
        case "line":
          add(n, tree, block, links.boxes(onPage: heights.count))
          n = tree.end(n)
          continue
        default: break
        }
      }
      n += 1
    }
  }

  private mutating func add(
    _ n: Int, _ tree: XMLTree, _ block: Int, _ boxes: [PDFLinks.Box]
  ) {
    var text: [UInt8] = []
    var links: [BlockLink] = []
    var sizes: [Double] = []
    for word in tree.children(of: n) {
      let own = tree.text(in: word)
      if own.allSatisfy(Markup.isBlank) { continue }
      if !text.isEmpty { text.append(0x20) }
      let start = text.count
      text += own
      if let address = Self.address(of: word, tree, boxes) {
        links.append(start..<text.count, to: address)
      }
      sizes.append(Self.number(tree, "yMax", word) - Self.number(tree, "yMin", word))
    }
    if text.isEmpty || heights.isEmpty { return }
    sizes.sort()
    lines.append(
      Line(
        page: heights.count, block: block, text: text, links: links,
        left: Self.number(tree, "xMin", n),
        right: Self.number(tree, "xMax", n), top: Self.number(tree, "yMin", n),
        bottom: Self.number(tree, "yMax", n), size: sizes[sizes.count / 2]))
  }

  /// Where a word leads: to where the box leads that its middle is in.
  private static func address(of word: Int, _ tree: XMLTree, _ boxes: [PDFLinks.Box]) -> String? {
    if boxes.isEmpty { return nil }
    let x = (number(tree, "xMin", word) + number(tree, "xMax", word)) / 2
    let y = (number(tree, "yMin", word) + number(tree, "yMax", word)) / 2
    return boxes.first { $0.contains(x, y) }?.address
  }

  /// A number of an attribute; 0 where there is none.
  private static func number(_ tree: XMLTree, _ name: String, _ n: Int) -> Double {
    guard let value = tree.attribute(name, of: n).flatMap({ Double($0) }), value.isFinite else {
      return 0
    }
    return min(max(value, -1e6), 1e6)
  }
}

extension [BlockLink] {
  /// Adds a link behind the others; one that goes on with the last, but for a blank between them, is
  /// the same.
  mutating func append(_ range: Range<Int>, to address: String) {
    if let last = last, last.address == address, range.lowerBound <= last.range.upperBound + 1 {
      self[count - 1].range = last.range.lowerBound..<range.upperBound
    } else {
      append(BlockLink(range, to: address))
    }
  }
}

/// Lines that stand at the edge of every page: heads, feet, numbers of pages.
struct PDFEdges {
  /// For each line the reason to set it aside; nil for text.
  let reasons: [String?]

  /// The share of a page's height that is its edge, above and below.
  private static let edge = 0.12
  /// A line at the edge of so many pages is no text.
  private static let fewestPages = 3
  /// Of so many lines at each edge of a page any may be one.
  private static let mostLines = 3

  init(_ pages: PDFPages) {
    var seen: [[UInt8]: Int] = [:]
    let keys = PDFEdges.candidates(pages).map { isEdge, line in
      isEdge ? PDFEdges.key(line) : nil
    }
    for key in keys { if let key { seen[key, default: 0] += 1 } }
    let fewest = min(PDFEdges.fewestPages, max(2, pages.heights.count))
    reasons = keys.map { key in
      guard let key else { return nil }
      if PDFEdges.isNumber(key) { return "page number" }
      return seen[key, default: 0] >= fewest ? "page head or foot" : nil
    }
  }

  /// Each line with whether it is among the first or last of its page and near its edge.
  private static func candidates(_ pages: PDFPages) -> [(Bool, PDFPages.Line)] {
    var byPage: [Int: [Int]] = [:]
    for (i, line) in pages.lines.enumerated() { byPage[line.page, default: []].append(i) }
    var isEdge = [Bool](repeating: false, count: pages.lines.count)
    for (page, own) in byPage {
      let height = pages.heights[page - 1]
      let sorted = own.sorted { (pages.lines[$0].top, $0) < (pages.lines[$1].top, $1) }
      for i in sorted.prefix(mostLines) where pages.lines[i].bottom < height * edge {
        isEdge[i] = true
      }
      for i in sorted.suffix(mostLines) where pages.lines[i].top > height * (1 - edge) {
        isEdge[i] = true
      }
    }
    return zip(isEdge, pages.lines).map { ($0, $1) }
  }

  /// The words of a line with `#` for each number, so that numbered heads are the same.
  private static func key(_ line: PDFPages.Line) -> [UInt8] {
    var out: [UInt8] = []
    for byte in line.text {
      let byte = (0x30...0x39).contains(byte) ? 0x23 : byte
      if byte != 0x23 || out.last != 0x23 { out.append(byte) }
    }
    return out
  }

  /// `#`, `- # -`, `# / #`, `Page # of #`
  private static func isNumber(_ key: [UInt8]) -> Bool {
    guard key.contains(0x23) else { return false }
    let words = String(decoding: key, as: UTF8.self).lowercased().split { $0 == " " }
    let fitting: Set<Substring> = [
      "#", "-", "–", "—", "|", "/", "page", "p.", "seite", "s.", "of", "von", "#/#", "-#-",
      "página",
      "pagina", "de", "sur",
    ]
    return words.count <= 5 && words.allSatisfy { fitting.contains($0) }
  }
}
