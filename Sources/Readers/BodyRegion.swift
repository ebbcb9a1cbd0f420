/// Which lines are the article's: the path of least contradiction through two states, in the
/// article and around it. A line votes by how much it looks like prose; going in and out costs, so
/// that a stray sentence of the page does not count. What lies between two stretches of the article
/// is of it too: lists, tables and headings of a guide are short lines, but a page says when its
/// article is over.
struct BodyRegion {
  /// For each line, whether it lies in the article.
  let isIn: [Bool]
  /// What one entering costs: less than one good paragraph.
  private static let entering = 2.0
  /// What leaving costs: about one short line.
  private static let leaving = 1.0
  /// A stretch with less than this share of the largest one's votes is not of the article.
  private static let least = 0.03
  /// The same where more lines than `far` lie between the two.
  private static let leastFarAway = 0.05
  private static let far = 12
  /// The same behind a line that says that the article is over: comments, other articles.
  private static let leastBehindEnd = 0.6
  /// A gap of more lines is a part of the page around it.
  private static let longestGap = 100

  init(_ lines: [SourceLine], _ repeated: [Bool]) {
    self.init(
      votes: lines.indices.map { repeated[$0] ? min(lines[$0].prose, -2) : lines[$0].prose },
      tails: lines.map { $0.match?.action == .tail })
  }

  /// The region of lines of which it is known how much they look like prose, and which say that the
  /// article is over.
  init(votes: [Double], tails: [Bool]) {
    var path = BodyRegion.path(votes)
    BodyRegion.dropStrays(&path, tails, votes)
    BodyRegion.fillGaps(&path, tails)
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

  /// The runs of lines in one state.
  private static func runs(_ path: [Bool], of state: Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var i = 0
    while i < path.count {
      let start = i
      while i < path.count, path[i] == state { i += 1 }
      if i > start { runs.append(start..<i) } else { i += 1 }
    }
    return runs
  }

  /// Drops stretches that are much smaller than the largest one.
  private static func dropStrays(_ path: inout [Bool], _ tails: [Bool], _ votes: [Double]) {
    let stretches = runs(path, of: true).map { (range: $0, mass: votes[$0].reduce(0, +)) }
    guard let main = stretches.max(by: { $0.mass < $1.mass }) else { return }
    for stretch in stretches where stretch.range != main.range {
      let isBehind = stretch.range.lowerBound >= main.range.upperBound
      let between =
        isBehind
        ? main.range.upperBound..<stretch.range.lowerBound
        : stretch.range.upperBound..<main.range.lowerBound
      let isOver = isBehind && tails[between].contains(true)
      let share = stretch.mass / max(1, main.mass)
      if isOver && share < leastBehindEnd || share < least
        || between.count > far && share < leastFarAway
      {
        for line in stretch.range { path[line] = false }
      }
    }
  }

  /// Takes in what lies between two stretches, where no line says that the article is over.
  private static func fillGaps(_ path: inout [Bool], _ tails: [Bool]) {
    guard let first = path.firstIndex(of: true), let last = path.lastIndex(of: true) else { return }
    for gap in runs(path, of: false) where gap.lowerBound > first && gap.upperBound <= last {
      if gap.count <= longestGap, !tails[gap].contains(true) {
        for line in gap { path[line] = true }
      }
    }
  }
}
