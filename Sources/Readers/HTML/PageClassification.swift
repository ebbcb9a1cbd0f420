internal import Casebook
internal import SourceText

/// Every piece of a page as a block: what is the article's, and why the rest is set aside.
struct PageClassification {
  let page: PageLines
  let body: BodyChoice
  /// The title as the page's metadata has it, folded.
  let title: FoldedLine?
  /// The piece that is the headline.
  let headline: Int?
  /// The article's first piece and its last.
  let first: Int
  let last: Int

  /// The names of authors, as UTF-8.
  private let authors: [[UInt8]]

  init(_ page: PageLines, _ body: BodyChoice, title: String?, authors: [String]) {
    self.authors = authors.map { Array($0.utf8) }
    self.page = page
    self.body = body
    let wanted = title.map { FoldedLine($0) }
    self.title = wanted
    first = body.isIn.firstIndex(of: true) ?? 0
    last = body.isIn.lastIndex(of: true) ?? max(0, page.lines.count - 1)
    headline = PageClassification.headline(page, wanted)
  }

  /// The piece that says the title: in the largest heading, else anywhere.
  private static func headline(_ page: PageLines, _ title: FoldedLine?) -> Int? {
    guard let title else { return nil }
    let same = page.lines.indices.filter { page.lines[$0].folded == title }
    return same.first { page.page.pieces[$0].element == .heading1 } ?? same.first
  }

  /// The blocks, one a piece, in order; what is set aside without its links.
  func blocks(_ links: PageLinks) -> [Block] {
    page.lines.indices.map { i in
      let (kind, reason) = kind(i)
      let range = page.lines[i].range
      return Block(
        kind, range, line: page.lines[i].number, reason: reason,
        links: kind == .setAside || page.page.pieces[i].linked == 0 ? [] : links.links(in: range))
    }
  }

  private func kind(_ i: Int) -> (BlockKind, String?) {
    if i == headline { return (.headline, nil) }
    let line = page.lines[i]
    let roles = page.roles[i]
    if body.isIn[i], line.match?.action == .correction, line.words > 3 { return (.correction, nil) }
    if roles.isDisjoint(with: Roles.junk) || body.isIn[i] {
      if isCaption(i) { return (.caption, nil) }
    }
    if isTitleAgain(line) { return (.setAside, "repeats the title") }
    return body.isIn[i] ? inside(i) : outside(i)
  }

  private func isCaption(_ i: Int) -> Bool {
    let line = page.lines[i]
    let roles = page.roles[i]
    if line.match?.action == .caption, line.words > 1, line.words < 30 || !line.endsSentence {
      return true
    }
    if !roles.isDisjoint(with: [.caption, .figure]), line.words < 120 {
      return !roles.contains(.table) && !roles.contains(.quote)
    }
    return false
  }

  private func isTitleAgain(_ line: SourceLine) -> Bool {
    guard let title, let own = line.folded, title.bytes.count > 8 else { return false }
    return own == title
  }

  // MARK: In the article

  private func inside(_ i: Int) -> (BlockKind, String?) {
    let line = page.lines[i]
    let piece = page.page.pieces[i]
    let roles = page.roles[i]
    if roles.isJunk(line), let role = Roles.around.first(where: { roles.contains($0.role) }) {
      return (.setAside, role.reason)
    }
    if let match = line.match, match.action == .aside || match.action == .tail, line.words < 30 {
      return (.setAside, match.reason)
    }
    if page.repeated[i] { return (.setAside, "repeats another line") }
    if isAboutAuthor(i) { return (.setAside, "about the author") }
    if let reason = shortLine(i) { return (.setAside, reason) }
    switch piece.element {
    case .heading1, .heading2, .heading3:
      return (line.words > 30 || roles.contains(.standfirst) ? .paragraph : .heading, nil)
    case .listItem, .term: return (.listItem, nil)
    default: break
    }
    if piece.isRow || piece.element == .cell || piece.element == .row { return (.tableRow, nil) }
    if roles.contains(.listItem) { return (.listItem, nil) }
    if roles.contains(.quote) { return (.quote, nil) }
    return (.paragraph, nil)
  }

  /// A paragraph near the end that begins with the name of an author tells who that is.
  private func isAboutAuthor(_ i: Int) -> Bool {
    guard i + 6 > last || i > first + (last - first) * 3 / 4, page.lines[i].words < 120 else {
      return false
    }
    let range = page.lines[i].range
    return authors.contains { name in
      name.count > 5 && name.contains(0x20) && page.text.bytes[range].starts(with: name)
        && !page.text.bytes[range].dropFirst(name.count).prefix(2).contains(0x3A)
    }
  }

  /// What a line of the article says of itself that is no part of it.
  private func shortLine(_ i: Int) -> String? {
    let line = page.lines[i]
    let roles = page.roles[i]
    if line.words == 0 { return "no words" }
    let linked = page.page.pieces[i].linked * 10 >= page.page.pieces[i].range.count * 8
    if linked, line.words < 25, !isInList(i) || !line.endsSentence { return "link" }
    guard line.words <= 30, !line.endsSentence || line.words < 12 else { return nil }
    if Byline.isByline(page.text, line.range) { return "byline" }
    if roles.contains(.author), line.words < 25 { return "byline" }
    if roles.contains(.date), line.words < 15 { return "publication date" }
    if line.words <= 8, !line.endsSentence, !DateWords.days(in: page.text, line.range).isEmpty,
      i < first + 4
    {
      return "publication date"
    }
    return nil
  }

  private func isInList(_ i: Int) -> Bool { page.roles[i].contains(.listItem) }

  // MARK: Around the article

  private func outside(_ i: Int) -> (BlockKind, String?) {
    let line = page.lines[i]
    let roles = page.roles[i]
    if let role = Roles.around.first(where: { roles.contains($0.role) }) {
      return (.setAside, role.reason)
    }
    if let match = line.match, let reason = match.reason { return (.setAside, reason) }
    if Byline.isByline(page.text, line.range) { return (.setAside, "byline") }
    if line.words <= 14, !DateWords.days(in: page.text, line.range).isEmpty {
      return (.setAside, "publication date")
    }
    if i < first { return (.setAside, "before the article") }
    return (.setAside, i > last ? "after the article" : "short line without a sentence")
  }
}
