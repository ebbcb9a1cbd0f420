/// One statement, coded otherwise: what would be tied how.
struct Recoding: Sendable {
  /// The statement, and others that are the same in everything that counts here.
  let statements: [Int32]
  /// Its actor, by place in the graph.
  let node: Int
  /// Its issue.
  let issue: Int32
  /// The degree it has; nil where its coders differ.
  let from: Int8?
  /// The degree it would have.
  let to: Int8
  /// The change of its actor's counts on the issue.
  let change: LevelCounts
  /// What its change is divided by where ties are shares: all its actor says on the issue.
  let total: Double
  /// The change of its actor's tie to every node, in the graph's units.
  let changes: [Int]

  /// By how much another split comes nearer to the best one, and passes it, in the graph's units:
  /// half of Σⱼ δᵢⱼ (tᵢtⱼ − sᵢsⱼ), where s is the best split and t the other one.
  func gain(best: [Int], other: [Int]) -> Int {
    var gain = 0
    for j in changes.indices where changes[j] != 0 {
      gain += changes[j] * (other[node] * other[j] - best[node] * best[j])
    }
    return gain / 2
  }
}

/// The statements whose other coding would change the camps.
struct Reconsideration: Sendable {
  /// Sets of equal size; any one of them would.
  let sets: [Change]
  /// Whether fewer statements would not, whatever they were coded.
  let isLeast: Bool
  /// Whether there may be more sets of that size.
  let isCut: Bool

  /// One set, and who would stand on the other side then.
  struct Change: Sendable {
    let recodings: [(statement: Int32, recoding: Recoding)]
    let moved: [Int]
  }
}
