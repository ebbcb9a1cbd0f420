/// Which pieces of a page are its article's: the part of the page whose pieces vote most for it,
/// and in that the run of them that is least contradicted.
struct BodyChoice {
  /// For each piece whether it is of the article.
  let isIn: [Bool]
  /// The element that was chosen.
  let node: Int

  init(_ page: PageLines) {
    let sums = BodyChoice.sums(
      page.votes.indices.map { i in
        let vote = page.votes[i]
        return vote >= 0 ? vote : vote * (page.isAround(i) ? BodyChoice.against : BodyChoice.doubt)
      })
    let node = BodyChoice.first(of: BodyChoice.best(page, sums), sums, page)
    let part = page.pieces(in: node)
    var isIn = [Bool](repeating: false, count: page.lines.count)
    let tails = part.map { page.lines[$0].match?.action == .tail && page.lines[$0].words < 30 }
    let region = BodyRegion(votes: Array(page.votes[part]), tails: tails)
    for (k, inside) in region.isIn.enumerated() { isIn[part.lowerBound + k] = inside }
    BodyChoice.takeAlike(&isIn, page, part)
    BodyChoice.dropAbove(&isIn, page)
    BodyChoice.takeStandfirst(&isIn, page)
    BodyChoice.takeRegister(&isIn, page)
    self.isIn = isIn
    self.node = node
  }

  private static func sums(_ votes: [Double]) -> [Double] {
    var sums = [0.0]
    sums.reserveCapacity(votes.count + 1)
    for vote in votes { sums.append(sums[sums.count - 1] + vote) }
    return sums
  }

  /// What names for the article's body add to an element's votes.
  private static let bodyBonus = 1.15
  private static let articleBonus = 1.08

  /// What a vote against the article counts where parts of the page are compared: between its
  /// paragraphs stands much that is easily told from them.
  private static let against = 0.02
  /// The same where only the line itself says so.
  private static let doubt = 0.12
  /// The part of an element's votes that an element within it must hold to be taken in its place.
  private static let mostOf = 0.8

  /// The innermost element that holds most of the votes.
  private static func best(_ page: PageLines, _ sums: [Double]) -> Int {
    var scores = [Double](repeating: -.infinity, count: page.tree.count)
    var best = 0
    for n in 0..<page.tree.count {
      guard let element = page.tree.element(n), page.tree.end(n) > n + 1 else { continue }
      let part = page.pieces(in: n)
      if part.isEmpty { continue }
      var score = sums[part.upperBound] - sums[part.lowerBound]
      if score > 0 {
        if page.page.roles[n].contains(.body) { score *= bodyBonus }
        if element == .article || element == .main { score *= articleBonus }
      }
      scores[n] = score
      if score > scores[best] { best = n }
    }
    return innermost(best, scores, page.tree)
  }

  private static func innermost(_ start: Int, _ scores: [Double], _ tree: MarkupTree) -> Int {
    var node = start
    while true {
      var child = node + 1
      var next: Int?
      while child < tree.end(node) {
        if scores[child] > scores[node] * mostOf { next = child }
        child = tree.end(child)
      }
      guard let next else { return node }
      node = next
    }
  }

  /// Of several articles in one element, each with a headline of its own, the first: pages go on
  /// with others when the reader comes to the end. A part with less than this share of the votes is
  /// no article.
  private static let leastArticle = 0.15

  private static func first(of node: Int, _ sums: [Double], _ page: PageLines) -> Int {
    func votes(_ n: Int) -> Double {
      let part = page.pieces(in: n)
      return sums[part.upperBound] - sums[part.lowerBound]
    }
    let all = votes(node)
    var found: [Int] = []
    var n = node + 1
    while n < page.tree.end(node) {
      if page.tree.element(n) == .article, hasHeadline(n, page), votes(n) > all * leastArticle {
        found.append(n)
        n = page.tree.end(n)
      } else {
        n += 1
      }
    }
    guard found.count > 1, found.reduce(0, { $0 + votes($1) }) > all * mostOf else { return node }
    return found[0]
  }

  private static func hasHeadline(_ n: Int, _ page: PageLines) -> Bool {
    page.page.headings.contains {
      page.tree.element($0) == .heading1 && (n..<page.tree.end(n)).contains($0)
    }
  }
}
