internal import Casebook

/// The lines of a PDF put together to headings and paragraphs.
struct PDFLayout {
  private(set) var draft = ArticleDraft()
  /// What was done to the words.
  private(set) var notes: [String] = []

  private let lines: [PDFPages.Line]
  private let reasons: [String?]
  /// The size of most letters.
  private let body: Double
  private var open: OpenBlock?
  private var held: [(bytes: [UInt8], page: Int, reason: String)] = []
  private var hyphens = 0

  /// Letters so much larger than most are a heading's.
  private static let large = 1.15
  /// More words are no heading.
  private static let longestHeading = 30

  init(_ pages: PDFPages) {
    lines = pages.lines
    reasons = PDFEdges(pages).reasons
    body = PDFLayout.usual(pages.lines)
    for i in lines.indices { take(i) }
    flush()
    if hyphens > 0 {
      notes.append("\(hyphens) words that were parted at line ends were joined")
    }
    promoteTitle()
  }

  /// The size that most letters have, to a tenth of a point.
  private static func usual(_ lines: [PDFPages.Line]) -> Double {
    var counts: [Int: Int] = [:]
    for line in lines { counts[Int(line.size * 10), default: 0] += line.text.count }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return Double(most?.key ?? 100) / 10
  }

  private mutating func take(_ i: Int) {
    let line = lines[i]
    if let reason = reasons[i] {
      held.append((line.text, line.page, reason))
      return
    }
    let kind = kind(i)
    if let last = open, last.kind == kind, continues(last.last, i, kind) {
      join(line)
      open?.last = i
    } else {
      flush()
      open = OpenBlock(kind, line, i)
    }
  }

  private func kind(_ i: Int) -> BlockKind {
    let line = lines[i]
    let words = line.text.split(separator: 0x20).count
    if line.size >= body * Self.large, words <= Self.longestHeading { return .heading }
    if let last = open, last.kind == .caption, lines[last.last].block == line.block {
      return .caption
    }
    if isAlone(i), words <= 12, words > 0, line.text.count < 100, !SentenceEnd.isAt(line.text[...]),
      (0x41...0x5A).contains(line.text[0]), open == nil || SentenceEnd.isAt(open!.bytes[...]),
      i + 1 < lines.count, lines[i + 1].size >= body * 0.9, !isAlone(i + 1)
    {
      return .heading
    }
    let match = LineTable.shared.match(FoldedLine(line.text.prefix(600)), words: words)
    return match?.action == .caption ? .caption : .paragraph
  }

  /// Whether a line is a block of its own.
  private func isAlone(_ i: Int) -> Bool {
    (i == 0 || lines[i - 1].block != lines[i].block)
      && (i + 1 >= lines.count || lines[i + 1].block != lines[i].block)
  }

  /// Whether a line goes on with what the line before it began.
  private func continues(_ before: Int, _ i: Int, _ kind: BlockKind) -> Bool {
    let (last, line) = (lines[before], lines[i])
    if kind == .heading {
      return last.page == line.page && abs(last.size - line.size) < 0.5
        && line.top - last.bottom < line.size
    }
    if kind == .caption { return last.block == line.block }
    let ends = SentenceEnd.isAt(last.text[...])
    if last.block != line.block {
      // A paragraph that goes on in the next column or on the next page.
      return !ends && Self.beginsSmall(line.text)
    }
    if !ends { return true }
    let isIndented = line.left > last.left + line.size * 0.8
    let isShort = last.right < line.right - line.size * 6
    let isApart = line.top - last.bottom > line.size * 0.8
    return !isIndented && !isShort && !isApart
  }

  /// Whether a line begins with a small letter, of any script that has them.
  private static func beginsSmall(_ text: [UInt8]) -> Bool {
    let first = String(decoding: text.prefix(4), as: UTF8.self).first
    return first?.isLowercase == true
  }

  private mutating func join(_ line: PDFPages.Line) {
    guard let end = open?.bytes.last else { return }
    let before = open?.bytes.dropLast().last ?? 0
    if end == 0x2D, Markup.isLetter(before) || before >= 0x80, Self.beginsSmall(line.text) {
      open?.removeHyphen()
      hyphens += 1
    } else {
      open?.bytes.append(0x20)
    }
    open?.append(line)
  }

  private mutating func flush() {
    if let done = open { draft.add(done.kind, done.bytes, place: done.page, links: done.links) }
    open = nil
    for aside in held {
      draft.add(.setAside, aside.bytes, place: aside.page, reason: aside.reason)
    }
    held = []
  }

  /// The first heading of the first page with letters is the headline.
  private mutating func promoteTitle() {
    guard let heading = draft.first(.heading), heading.line == lines.first?.page else { return }
    draft.promote(.heading)
  }
}

/// A block to which lines may still come.
private struct OpenBlock {
  let kind: BlockKind
  var bytes: [UInt8]
  /// In bytes of `bytes`.
  private(set) var links: [BlockLink]
  let page: Int
  /// The number of its last line.
  var last: Int

  init(_ kind: BlockKind, _ line: PDFPages.Line, _ number: Int) {
    (self.kind, bytes, links) = (kind, line.text, line.links)
    (page, last) = (line.page, number)
  }

  mutating func append(_ line: PDFPages.Line) {
    let start = bytes.count
    bytes += line.text
    for link in line.links {
      links.append(
        link.range.lowerBound + start..<link.range.upperBound + start, to: link.address)
    }
  }

  mutating func removeHyphen() {
    bytes.removeLast()
    guard let link = links.last, link.range.upperBound > bytes.count else { return }
    links[links.count - 1].range = link.range.lowerBound..<bytes.count
  }
}
