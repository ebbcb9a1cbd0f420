internal import SourceText

/// The pieces of a page with what can be seen of each: its line, the parts of the page it is in,
/// and how much it looks like the text of an article.
struct PageLines {
  let tree: MarkupTree
  let page: PageText
  let text: CanonicalText
  let lines: [SourceLine]
  /// For each piece what the elements around it say, where they do not hold most of the page.
  let roles: [Roles]
  /// For each piece how much it looks like prose.
  let votes: [Double]
  /// Whether a piece stands in the page before, word for word.
  let repeated: [Bool]

  init(
    _ tree: MarkupTree, _ page: PageText, _ text: CanonicalText, numbers: [Int],
    _ language: String?
  ) {
    self.tree = tree
    self.page = page
    self.text = text
    let bit = Language.bit(language)
    lines = page.pieces.indices.map {
      SourceLine(page.pieces[$0].range, number: numbers[$0], blanksBefore: 1, in: text, bit)
    }
    roles = PageLines.roles(tree, page, lines)
    repeated = PageLines.repeated(lines, page, roles)
    var votes: [Double] = []
    for i in lines.indices {
      votes.append(PageLines.vote(lines[i], page.pieces[i], roles[i], repeated[i]))
    }
    self.votes = votes
  }

  /// The pieces within an element.
  func pieces(in n: Int) -> Range<Int> {
    let start = lower(n)
    return start..<max(start, lower(tree.end(n)))
  }

  private func lower(_ node: Int) -> Int { PageLines.lower(node, page) }

  /// The first piece that begins at or behind a node.
  private static func lower(_ node: Int, _ page: PageText) -> Int {
    var (low, high) = (0, page.pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if page.pieces[middle].first < node { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Roles

  /// The share of a page's prose up to which an element can be a part around the article.
  private static let largestPart = 0.35
  private static let largestComments = 0.85
  /// The same for an element that is a menu: there may be sentences of what each page offers.
  private static let largestMenu = 0.6

  private static func roles(
    _ tree: MarkupTree, _ page: PageText, _ lines: [SourceLine]
  ) -> [Roles] {
    var mass = [Double](repeating: 0, count: lines.count + 1)
    for i in lines.indices {
      let isProse = lines[i].endsSentence && lines[i].words >= 8
      mass[i + 1] = mass[i] + (isProse ? Double(lines[i].words) : 0)
    }
    let all = max(1, mass[lines.count])
    var inherited = [Roles](repeating: [], count: tree.count)
    for n in 0..<tree.count where tree.element(n) != nil {
      var own = page.roles[n]
      if !own.isEmpty, tree.end(n) > n + 8 {
        let share = (mass[lower(tree.end(n), page)] - mass[lower(n, page)]) / all
        if share > largestPart {
          own.subtract(
            Roles.junk.subtracting([.comments, .menu]).union([.author, .date, .caption, .title]))
          own.subtract([.figure, .listItem, .aside, .header, .standfirst])
        }
        if share > largestComments { own.subtract(.comments) }
        if share > largestMenu { own.subtract(.menu) }
      }
      let parent = tree.parent(n)
      inherited[n] = parent < 0 ? own : inherited[parent].union(own)
    }
    let found: [Roles] = page.pieces.map { piece in
      // Within code the parts are those of its language: comments, tags.
      let holder = piece.element == .preformatted ? piece.node : tree.parent(piece.first)
      return holder < 0 ? [] : inherited[holder]
    }
    return withoutCommon(found, lines, all)
  }

  /// Without the parts that together hold much of the page's prose: each paragraph may be in an
  /// element that is called after the button above it.
  private static func withoutCommon(
    _ roles: [Roles], _ lines: [SourceLine], _ all: Double
  ) -> [Roles] {
    var common: Roles = []
    for (role, _) in Roles.around where role != .comments {
      var mass = 0.0
      for i in lines.indices where roles[i].contains(role) {
        if lines[i].endsSentence, lines[i].words >= 8 { mass += Double(lines[i].words) }
      }
      if mass > all * ([.menu, .hidden].contains(role) ? largestMenu : largestPart) {
        common.insert(role)
      }
    }
    return common.isEmpty ? roles : roles.map { $0.subtracting(common) }
  }

  /// Lines that stand in the page before, links and parts around the article left out: a table of
  /// contents says every heading before it comes. Rows of tables may be alike.
  private static func repeated(
    _ lines: [SourceLine], _ page: PageText, _ roles: [Roles]
  ) -> [Bool] {
    var seen: Set<FoldedLine> = []
    return lines.indices.map { i in
      let piece = page.pieces[i]
      guard let folded = lines[i].folded, lines[i].words > 3, lines[i].words < 60,
        !piece.isRow, piece.element != .cell, piece.element != .preformatted,
        piece.linked * 2 < piece.range.count, roles[i].isDisjoint(with: .junk)
      else { return false }
      return !seen.insert(folded).inserted
    }
  }

  /// Whether an element or its names say that a piece is around the article, or it is a link.
  func isAround(_ i: Int) -> Bool {
    page.pieces[i].linked * 10 > page.pieces[i].range.count * 6 || roles[i].isJunk(lines[i])
  }

  // MARK: Votes

  private static func vote(
    _ line: SourceLine, _ piece: PagePiece, _ roles: Roles, _ isRepeated: Bool
  ) -> Double {
    var vote = line.prose
    let linked = Double(piece.linked) / Double(max(1, piece.range.count))
    if linked > 0.6 { vote = min(vote, line.words > 25 ? 0 : -1.5) }
    if linked > 0.9, line.words < 40 { vote = min(vote, -2) }
    if !roles.isDisjoint(with: Roles.junk), roles.isJunk(line) { return min(vote, -2.5) }
    if isRepeated { return min(vote, -1) }
    // What a click shows is of the article where it stands between its paragraphs.
    if roles.contains(.hidden) { return min(vote, -0.3) }
    if !roles.isDisjoint(with: [.caption, .figure, .author, .date]) { return min(vote, 0) }
    switch piece.element {
    case .paragraph where vote > 0: return vote + 0.4
    // There a list of names is as long as a sentence elsewhere.
    case .paragraph where line.isWide && line.match == nil: return max(vote, 0.4)
    case .heading2, .heading3: return max(vote, linked > 0.5 ? -1 : -0.2)
    case .listItem where linked < 0.5, .term where linked < 0.5:
      return max(vote, line.words > 3 ? 0.2 : -0.3)
    case .preformatted: return max(vote, 0.5)
    default: break
    }
    if roles.contains(.table), linked < 0.5 { return max(vote, 0.1) }
    return vote
  }
}
