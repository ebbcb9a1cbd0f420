/// Which lines are the article's: the path of least contradiction through two states, in the article and
/// around it. A line votes by how much it looks like prose; going in and out costs, so that short lines
/// between paragraphs stay with them and a stray sentence of the page does not count.
struct BodyRegion {
  /// For each line, whether it lies in the article.
  let isIn: [Bool]
  /// What one entering costs: about one good paragraph.
  private static let entering = 3.0
  /// What leaving costs: about three short lines.
  private static let leaving = 2.0

  init(_ lines: [SourceLine], _ repeated: [Bool]) {
    let votes = lines.indices.map { repeated[$0] ? min(lines[$0].prose, -2) : lines[$0].prose }
    var path = BodyRegion.path(votes)
    BodyRegion.dropTails(&path, lines, votes)
    isIn = path
  }

  /// Viterbi over the two states.
  private static func path(_ votes: [Double]) -> [Bool] {
    var out = 0.0
    var inside = -entering
    var cameFrom: [(out: Bool, inside: Bool)] = []
    for vote in votes {
      let stayOut = out >= inside - leaving
      let stayIn = inside >= out - entering
      let newOut = stayOut ? out : inside - leaving
      let newIn = (stayIn ? inside : out - entering) + vote
      cameFrom.append((out: !stayOut, inside: stayIn))
      (out, inside) = (newOut, newIn)
    }
    var path = [Bool](repeating: false, count: votes.count)
    var state = inside > out
    for i in votes.indices.reversed() {
      path[i] = state
      state = state ? cameFrom[i].inside : cameFrom[i].out
    }
    return path
  }

  /// Stretches behind the largest one are dropped when a line between says that the article is over
  /// and they are much smaller: comments, other articles.
  private static func dropTails(_ path: inout [Bool], _ lines: [SourceLine], _ votes: [Double]) {
    var stretches: [(range: Range<Int>, mass: Double)] = []
    var i = 0
    while i < path.count {
      guard path[i] else {
        i += 1
        continue
      }
      let start = i
      while i < path.count, path[i] { i += 1 }
      stretches.append((start..<i, votes[start..<i].reduce(0, +)))
    }
    guard let main = stretches.max(by: { $0.mass < $1.mass }) else { return }
    for stretch in stretches where stretch.range != main.range {
      let isBehind = stretch.range.lowerBound >= main.range.upperBound
      let between =
        isBehind
        ? main.range.upperBound..<stretch.range.lowerBound
        : stretch.range.upperBound..<main.range.lowerBound
      let isOver = isBehind && lines[between].contains { $0.match?.action == .tail }
      let share = stretch.mass / max(1, main.mass)
      if isOver && share < 0.6 || share < 0.12 || between.count > 12 && share < 0.4 {
        for line in stretch.range { path[line] = false }
      }
    }
  }
}
