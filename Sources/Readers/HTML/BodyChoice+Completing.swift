/// What belongs to the article although its votes did not say so.
extension BodyChoice {
  /// The share of the article's votes that makes a form of paragraph the article's own.
  private static let ownForm = 0.3
  /// A paragraph of at least so many votes counts.
  private static let goodParagraph = 2.0

  /// Takes in paragraphs that stand apart from the others but have the form of most of them: the
  /// same element with the same classes, in the chosen part of the page.
  static func takeAlike(_ isIn: inout [Bool], _ page: PageLines, _ part: Range<Int>) {
    var mass: [String: Double] = [:]
    var all = 0.0
    let forms = part.map { form(page, $0) }
    for i in part where isIn[i] && page.votes[i] > 0 {
      mass[forms[i - part.lowerBound], default: 0] += page.votes[i]
      all += page.votes[i]
    }
    for i in part where !isIn[i] && page.votes[i] >= goodParagraph {
      if mass[forms[i - part.lowerBound], default: 0] > all * ownForm { isIn[i] = true }
    }
    guard let first = isIn.firstIndex(of: true), let last = isIn.lastIndex(of: true) else { return }
    for i in first...last where page.votes[i] > -0.5 { isIn[i] = true }
    takeTables(&isIn, page, last + 1..<max(last + 1, part.upperBound))
  }

  /// Takes in the tables and lists that follow, up to a line that says that the article is over.
  private static func takeTables(_ isIn: inout [Bool], _ page: PageLines, _ rest: Range<Int>) {
    var pending: [Int] = []
    for i in rest {
      let piece = page.page.pieces[i]
      let isHeading = [.heading2, .heading3].contains(piece.element)
      if page.lines[i].match != nil || page.isAround(i) || page.repeated[i] { return }
      if isHeading {
        pending.append(i)
      } else {
        guard page.votes[i] > 0, page.roles[i].contains(.table) || piece.element == .listItem
        else { return }
        for k in pending { isIn[k] = true }
        pending = []
        isIn[i] = true
      }
    }
  }

  private static func form(_ page: PageLines, _ i: Int) -> String {
    let node = page.page.pieces[i].node
    let parent = max(0, page.tree.parent(node))
    return "\(page.page.pieces[i].element.rawValue) "
      + (page.tree.attribute("class", of: node) ?? "") + "/"
      + (page.tree.attribute("class", of: parent) ?? "")
  }

  /// What stands above the headline holds at most this share of the article's votes.
  private static let aboveHeadline = 0.25

  /// Drops what stands above the one headline of the page, where that lies in the article: menus may
  /// hold sentences. Of several headlines each may be one of a section.
  static func dropAbove(_ isIn: inout [Bool], _ page: PageLines) {
    let headlines = page.page.pieces.indices.filter { page.page.pieces[$0].element == .heading1 }
    guard let first = isIn.firstIndex(of: true), let last = isIn.lastIndex(of: true),
      headlines.count == 1, let headline = headlines.first, (first...last).contains(headline)
    else { return }
    func mass(_ range: Range<Int>) -> Double {
      range.reduce(0) { isIn[$1] ? $0 + max(0, page.votes[$1]) : $0 }
    }
    let above = mass(first..<headline)
    guard above < (above + mass(headline..<last + 1)) * aboveHeadline else { return }
    for i in first..<headline { isIn[i] = false }
  }

  /// So many pieces above the article a summary is looked for.
  private static let above = 16

  /// Takes in the summary between the headline and the article.
  static func takeStandfirst(_ isIn: inout [Bool], _ page: PageLines) {
    guard let first = isIn.firstIndex(of: true) else { return }
    let from = max(0, first - above)
    let head = (from..<first).last { page.page.pieces[$0].element == .heading1 } ?? from
    for i in head..<first {
      let line = page.lines[i]
      let piece = page.page.pieces[i]
      guard piece.element != .heading1, line.words >= 6, !page.repeated[i], line.match == nil,
        piece.linked * 2 < piece.range.count,
        page.roles[i].isDisjoint(
          with: Roles.junk.union([.caption, .figure, .author, .date, .listItem]))
      else { continue }
      let isHeading = [.heading2, .heading3].contains(piece.element)
      if page.roles[i].contains(.standfirst) || isHeading
        || line.words >= 12 && line.endsSentence
      {
        isIn[i] = true
      }
    }
  }

  /// The votes of four paragraphs: a page with less is no article of prose.
  private static let littleProse = 14.0
  /// So many paragraphs and items of lists are a list of its own.
  private static let longList = 20

  /// Takes in the paragraphs and items of the page's main part where there is hardly any prose but a
  /// long list: a catalogue, a register.
  static func takeRegister(_ isIn: inout [Bool], _ page: PageLines) {
    let prose = isIn.indices.reduce(0) { isIn[$1] ? $0 + max(0, page.votes[$1]) : $0 }
    guard prose < littleProse,
      let main = (0..<page.tree.count).first(where: { page.tree.element($0) == .main })
    else { return }
    let rows = page.pieces(in: main).filter { i in
      [.paragraph, .listItem].contains(page.page.pieces[i].element) && !page.isAround(i)
        && !page.repeated[i] && page.lines[i].match == nil && page.lines[i].words >= 3
        && page.roles[i].isDisjoint(with: [.caption, .figure, .author, .date])
    }
    guard rows.count >= longList, rows.count(where: { isIn[$0] }) * 4 < rows.count else { return }
    for i in rows { isIn[i] = true }
  }
}
