/// Looks for the fewest statements whose other coding would make another split the best one.
///
/// One and two statements are tried in every way against every other split that they could bring to
/// the front. Beyond that, statements are taken one by one, each time the one that gains most, for
/// each of the nearest splits; the smallest set found is given, and not said to be the least.
struct Reconsidering {
  let best: Split
  let table: RecodingTable
  /// Splits tried where more than two statements are needed.
  private static let mostTried = 256
  /// More statements than these are not looked for.
  private static let mostStatements = 40
  /// So many sets are given at most.
  private static let mostSets = 4

  /// The answer; nil where no set was found.
  func answer() -> Reconsideration? {
    if table.recodings.isEmpty { return nil }
    let gains = tried.map { other in
      table.recodings.map { $0.gain(best: best.sides, other: other.sides) }
    }
    let hasAll = best.hasAll && tried.count == best.others.count
    let single = singles(gains)
    if !single.isEmpty { return reconsideration(single, isLeast: true) }
    let pairs = self.pairs(gains)
    if !pairs.isEmpty { return reconsideration(pairs, isLeast: hasAll) }
    guard let many = many(gains) else { return nil }
    return reconsideration([many], isLeast: many.recodings.count == 3 && hasAll)
  }

  private func reconsideration(_ sets: [Reconsideration.Change], isLeast: Bool) -> Reconsideration {
    Reconsideration(
      sets: sets, isLeast: isLeast, isCut: sets.count == Reconsidering.mostSets)
  }

  /// The nearest splits, as many as can be tried against all recodings in a moment.
  private var tried: ArraySlice<Split.Other> {
    let each = max(1, table.recodings.count * best.sides.count)
    return best.others.prefix(max(16, 100_000_000 / each))
  }

  /// How far apart splits may be for two statements to change their order.
  static func slack(of table: RecodingTable) -> Int {
    let most = table.recodings.reduce(0) { most, one in
      max(most, one.changes.reduce(0) { $0 + abs($1) })
    }
    return 2 * most + table.mostTogether
  }

  private func singles(_ gains: [[Int]]) -> [Reconsideration.Change] {
    var sets: [Reconsideration.Change] = []
    var isTaken: Set<Int32> = []
    for (t, other) in tried.enumerated() {
      for (c, recoding) in table.recodings.enumerated() where gains[t][c] > other.gap {
        for statement in recoding.statements where isTaken.insert(statement).inserted {
          sets.append(.init(recodings: [(statement, recoding)], moved: moved(other)))
          if sets.count == Reconsidering.mostSets { return sets }
        }
      }
    }
    return sets
  }

  private func pairs(_ gains: [[Int]]) -> [Reconsideration.Change] {
    var sets: [Reconsideration.Change] = []
    for (t, other) in tried.enumerated() {
      let order = gains[t].indices.filter { gains[t][$0] > 0 }.sorted {
        gains[t][$0] != gains[t][$1] ? gains[t][$0] > gains[t][$1] : $0 < $1
      }
      if let pair = pair(order, gains[t], other) {
        let isKnown = sets.contains { set in
          set.recodings.map(\.statement) == pair.recodings.map(\.statement)
        }
        if !isKnown { sets.append(pair) }
        if sets.count == Reconsidering.mostSets { return sets }
      }
    }
    return sets
  }

  /// The first pair by which a split comes to the front, those of the greatest gains first.
  private func pair(_ order: [Int], _ gains: [Int], _ other: Split.Other) -> Reconsideration.Change?
  {
    let all = table.recodings
    let most = order.first.map { gains[$0] } ?? 0
    let together = table.mostTogether
    for (place, a) in order.enumerated() {
      if gains[a] + most + together <= other.gap { break }
      for b in order[place...] {
        if gains[a] + gains[b] + together <= other.gap { break }
        guard let statements = two(all[a], all[b], isSame: a == b) else { continue }
        let sum = gains[a] + gains[b] + togetherGain(all[a], all[b], other)
        if sum > other.gap {
          let recodings = [(statements.0, all[a]), (statements.1, all[b])]
          return .init(recodings: recodings, moved: moved(other))
        }
      }
    }
    return nil
  }

  /// Two different statements; nil where both recodings are of one alone.
  private func two(_ a: Recoding, _ b: Recoding, isSame: Bool) -> (Int32, Int32)? {
    if a.statements[0] != b.statements[0] { return (a.statements[0], b.statements[0]) }
    return a.statements.count > 1 ? (a.statements[0], a.statements[1]) : nil
  }

  private func togetherGain(_ a: Recoding, _ b: Recoding, _ other: Split.Other) -> Int {
    let change = table.together(a, b)
    if change == 0 { return 0 }
    let (s, t) = (best.sides, other.sides)
    return change * (t[a.node] * t[b.node] - s[a.node] * s[b.node]) / 2
  }

  private func many(_ gains: [[Int]]) -> Reconsideration.Change? {
    var least: Reconsideration.Change?
    for (t, other) in tried.prefix(Reconsidering.mostTried).enumerated() {
      let limit = (least?.recodings.count ?? Reconsidering.mostStatements + 1) - 1
      if let found = taken(gains[t], other, atMost: limit) { least = found }
    }
    return least
  }

  /// Takes what gains most until the split is in front.
  private func taken(_ gains: [Int], _ other: Split.Other, atMost limit: Int)
    -> Reconsideration.Change?
  {
    var gains = gains
    var chosen: [(statement: Int32, recoding: Recoding)] = []
    var used: Set<Int32> = []
    var sum = 0
    while sum <= other.gap, chosen.count < limit {
      var next: (place: Int, statement: Int32)?
      for c in gains.indices where gains[c] > 0 && gains[c] > (next.map { gains[$0.place] } ?? 0) {
        if let free = table.recodings[c].statements.first(where: { !used.contains($0) }) {
          next = (c, free)
        }
      }
      guard let next else { return nil }
      let recoding = table.recodings[next.place]
      sum += gains[next.place]
      used.insert(next.statement)
      chosen.append((next.statement, recoding))
      for c in gains.indices { gains[c] += togetherGain(recoding, table.recodings[c], other) }
    }
    return sum > other.gap ? .init(recodings: chosen, moved: moved(other)) : nil
  }

  /// Who stands elsewhere: the fewer of those who do and those who do not.
  private func moved(_ other: Split.Other) -> [Int] {
    let moved = other.sides.indices.filter { other.sides[$0] != best.sides[$0] }
    if 2 * moved.count <= other.sides.count { return moved }
    return other.sides.indices.filter { other.sides[$0] == best.sides[$0] }
  }
}
