internal import Casebook
internal import CommandKit
internal import SourceText

/// An article as `read` and `next` show it: numbered paragraphs, the sentences' numbers in the margin,
/// marks in brackets with their letters, and under each paragraph what was marked.
struct ArticleView {
  private let article: ArticleID
  private let session: Session
  private let page: Page
  /// Cells before the text: mark of an unread paragraph, number, blanks.
  private static let margin = 7

  init(_ article: ArticleID, _ session: Session, _ page: Page) {
    self.article = article
    self.session = session
    self.page = page
  }

  /// The paragraphs of a range, with the headings and captions between them.
  func lines(_ range: ClosedRange<Int>) -> [String] {
    let one = session.book.articles[article]
    let shown =
      range.lowerBound == range.upperBound
      ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    let about = [one.publisher, one.days?.readable].compactMap { $0 }.joined(separator: ", ")
    var out = [
      Layout.spread(
        "\(one.name)   \(Layout.words(about))", "\(shown) of \(one.paragraphs.count)", page.columns),
      page.rule,
    ]
    var number = 0
    for block in one.blocks where block.kind != .setAside {
      if block.kind.isNumbered { number += 1 }
      let isIn = block.kind.isNumbered ? range.contains(number) : leads(number, range)
      if isIn { out += block.kind.isNumbered ? paragraph(block, number) : other(block) }
    }
    out.append(page.rule)
    out.append(legend(range))
    return out
  }

  /// Headings and captions belong to the paragraph after them.
  private func leads(_ number: Int, _ range: ClosedRange<Int>) -> Bool {
    range.contains(number + 1)
  }

  private func legend(_ range: ClosedRange<Int>) -> String {
    let name = session.book.articles[article].name
    let n = range.lowerBound
    return "· nothing marked yet     \(n)a a mark · \(n).2 a sentence · \(n)q its quoted words"
      + (session.article == article ? "" : " (\(name):\(n))")
  }

  /// One paragraph and its marks; `candidates` are the pieces of suggestions, shown as `[%1 …]`.
  func paragraph(
    _ block: Block, _ number: Int, candidates: [[Range<Int>]] = []
  ) -> [String] {
    let marks = session.book.marks(in: block.range, of: article).enumerated()
      .map { (Casebook.letter($0), $1) }.filter { session.book.annotations.isAlive($1) }
    let labelled =
      marks.map { ($0, session.book.annotations.pieces(of: $1)) }
      + candidates.enumerated().map { ("%\($0 + 1)", $1) }
    let sentences = session.sentences(of: block.range, in: article)
    let lettered = bracketed(block, labelled, sentences)
    var out: [String] = []
    let width = page.columns - Self.margin
    for (i, line) in wrapped(lettered, width).enumerated() {
      out.append(margin(i == 0, line.sentence, number, marks.isEmpty) + line.text)
    }
    if out.isEmpty { out = [margin(true, nil, number, true)] }
    for (letter, row) in marks { out += described(row, letter) }
    return out + [""]
  }

  private func margin(_ isFirst: Bool, _ sentence: Int?, _ number: Int, _ isUnmarked: Bool)
    -> String
  {
    if isFirst {
      let text = String(number)
      let dot = isUnmarked ? (page.isPlain ? "." : "·") : " "
      let gap = String(repeating: " ", count: max(0, 2 - text.count))
      return (dot + gap + text).padded(Self.margin)
    }
    return (sentence.map { "   .\($0)" } ?? "").padded(Self.margin)
  }

  private func other(_ block: Block) -> [String] {
    let text = Layout.words(session.book.articles[article].text[block.range])
    let indent = String(repeating: " ", count: Self.margin)
    let sign =
      block.kind == .heading ? "## " : block.kind == .headline ? "# " : "[\(block.kind.rawValue)] "
    return Layout.wrap(sign + text, page.columns - Self.margin).map { indent + $0 }
      + (block.kind == .caption ? [""] : [])
  }

  // MARK: Marks in the text

  /// A word of a paragraph, with the number of a sentence that begins at it.
  private struct Piece {
    var text: String
    var sentence: Int?
  }

  /// The paragraph's words, with `[a ` before and `]` after every piece of a mark.
  private func bracketed(
    _ block: Block, _ marks: [(label: String, pieces: [Range<Int>])], _ sentences: [Range<Int>]
  ) -> [Piece] {
    var opens: [Int: String] = [:]
    var closes: [Int: String] = [:]
    for mark in marks {
      for piece in mark.pieces {
        opens[piece.lowerBound, default: ""] += "[\(mark.label) "
        closes[piece.upperBound, default: ""] += "]"
      }
    }
    let cuts =
      (Array(opens.keys) + Array(closes.keys) + sentences.map(\.lowerBound)
        + [block.range.lowerBound, block.range.upperBound])
    let places = Set(cuts.filter { block.range.lowerBound <= $0 && $0 <= block.range.upperBound })
      .sorted()
    let text = session.book.articles[article].text
    var out: [Piece] = []
    var glued = ""
    for (from, to) in zip(places, places.dropFirst()) {
      glued += (closes[from] ?? "") + (opens[from] ?? "")
      let number = sentences.firstIndex { $0.lowerBound == from }.map { $0 + 1 }
      out.append(Piece(text: glued + Layout.words(text[from..<to]), sentence: number))
      glued = ""
    }
    if let last = closes[block.range.upperBound] { out.append(Piece(text: last, sentence: nil)) }
    return out
  }

  /// Lines of at most `width` cells; a line carries the number of the first sentence, from the
  /// second on, that begins in it.
  private func wrapped(_ pieces: [Piece], _ width: Int) -> [(text: String, sentence: Int?)] {
    var lines: [(text: String, sentence: Int?)] = [("", nil)]
    var isGlued = true
    for piece in pieces {
      var number = piece.sentence
      let words = piece.text.split(separator: " ", omittingEmptySubsequences: false)
      for (i, word) in words.enumerated() {
        if i > 0 { isGlued = false }
        if word.isEmpty { continue }
        add(String(word), isGlued, &lines, width)
        isGlued = true
        if let own = number {
          if own > 1, lines[lines.count - 1].sentence == nil {
            lines[lines.count - 1].sentence = own
          }
          number = nil
        }
      }
      isGlued = !piece.text.hasSuffix(" ")
    }
    return lines.filter { !$0.text.isEmpty }
  }

  private func add(
    _ word: String, _ isGlued: Bool, _ lines: inout [(text: String, sentence: Int?)], _ width: Int
  ) {
    let last = lines.count - 1
    if isGlued || lines[last].text.isEmpty {
      // A word that is glued to the one before stays with it, even where the line overflows.
      lines[last].text += word
      if DisplayWidth.cells(of: lines[last].text) > width,
        let blank = lines[last].text.lastIndex(of: " ")
      {
        let moved = String(lines[last].text[lines[last].text.index(after: blank)...])
        lines[last].text = String(lines[last].text[..<blank])
        lines.append((moved, nil))
      }
    } else if DisplayWidth.cells(of: lines[last].text) + 1 + DisplayWidth.cells(of: word) > width {
      lines.append((word, nil))
    } else {
      lines[last].text += " " + word
    }
  }

  /// What was marked: one line a party.
  func described(_ row: AnnotationRow, _ letter: String) -> [String] {
    let book = session.book
    let tags = book.annotations.tags(row).map { "#" + book.tags[$0].name }.joined(separator: " ")
    let groups = StatementGroup.groups(on: row, in: book)
    var lines = groups.map { group in
      let stances = group.positions.joined(separator: ", ")
      return (group.who.padded(3) + " " + stances, group.cue ?? "")
    }
    if lines.isEmpty { lines = [("", "")] }
    return lines.enumerated().map { i, line in
      let head = (i == 0 ? "    \(letter)" : "").padded(Self.margin) + line.0
      let cued = line.1.isEmpty ? head : head.padded(36) + "  " + line.1
      let whole = i == 0 && !tags.isEmpty ? Layout.spread(cued, tags, page.columns) : cued
      return Layout.cut(VisibleText.showing(whole), page.columns)
    }
  }
}

extension String {
  /// The text with blanks behind it, to fill some cells.
  func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - DisplayWidth.cells(of: self)))
  }
}
