import Casebook
import TestKit
import Testing

@testable import Comparison

/// The figure of what is coded, and its halves by name.
private func figure(_ lines: [String]) -> (value: Double, halves: [String], isExact: Bool)? {
  let coded = Coded(lines)
  let (congruence, conflict) = networks(coded.table)
  guard let found = DNAPolarisation(congruence: congruence, conflict: conflict) else { return nil }
  let halves = found.halves.map { half in half.map { coded.actors[Int($0)] }.joined() }
  return (found.value, halves, found.isExact)
}

private func networks(_ table: NetworkStatements) -> (congruence: Network, conflict: Network) {
  var options = NetworkOptions()
  options.measure = .congruence
  let congruence = table.network(options)
  options.measure = .conflict
  return (congruence, table.network(options))
}

/// A and B say the same twice each, C once the opposite: congruence 4 between A and B, conflict 2
/// between each of them and C; ‖C‖ = ‖K‖ = 8. Expected within a half of two are 4, between the halves
/// ½ · 8 / 4 = 1. AB|C differs by 4 · |2 − 1| = 4, the share 4/16; A|BC by 2 · |0 − 4| for B and C,
/// 2 · |0 − 1| for A and B, 2 · |2 − 1| for A and C, together 12: the worst, 12/16.
@Test func dnaPolarisationKeepsTheWorstHalves() throws {
  let found = try #require(figure(["A x 1", "A x 1", "B x 1", "B x 1", "C x -1"]))
  #expect(found.value == 0.75)
  #expect(found.halves == ["A", "BC"])
  #expect(found.isExact)
}

@Test func dnaPolarisationNeedsThreePartiesWithATie() {
  #expect(figure(["A x 1", "B x -1"]) == nil)
  #expect(figure(["A x 1", "B y 1", "C z 1"]) == nil)
}

/// Positions drawn for some parties on six issues.
private func drawn(_ parties: Int, seed: UInt64) -> NetworkStatements {
  var dice = SeededGenerator(seed: seed)
  var table = NetworkStatements(actorCount: parties, issueCount: 6)
  for actor in 0..<Int32(parties) {
    for _ in 0..<4 {
      let issue = Int32.random(in: 0..<6, using: &dice)
      table.append(actor: actor, issue: issue, level: Bool.random(using: &dice) ? 1 : -1, days: nil)
    }
  }
  return table
}

/// The figure of one split, as it is written down: pair by pair.
private func written(_ a: Network, _ b: Network, _ first: [Bool]) -> Double {
  let count = first.count
  let pairs = (0..<count).flatMap { i in (0..<count).map { (i, $0) } }.filter { $0 != $1 }
  let (alike, opposed) = (
    pairs.reduce(0) { $0 + a[$1.0, $1.1] }, pairs.reduce(0) { $0 + b[$1.0, $1.1] }
  )
  func size(_ side: Bool) -> Double { Double(first.count { $0 == side }) }
  let within = [true, false].reduce(0.0) { $0 + size($1) * (size($1) - 1) }
  let between = Double(pairs.count) - within
  let sum = pairs.reduce(0.0) { sum, pair in
    let (side, other) = (first[pair.0], first[pair.1])
    if side == other {
      let expected = size(side) * (size(side) - 1) / within * (alike / within)
      return sum + abs(a[pair.0, pair.1] - expected)
    }
    return sum + abs(b[pair.0, pair.1] - size(true) * size(false) / between * (opposed / between))
  }
  return sum / (alike + opposed)
}

@Test(arguments: 3..<9)
func everySplitIntoHalvesIsTried(parties: Int) throws {
  let (congruence, conflict) = networks(drawn(parties, seed: UInt64(parties)))
  let found = try #require(DNAPolarisation(congruence: congruence, conflict: conflict))
  let count = congruence.rows.count
  var largest = 0.0
  for number in 0..<(1 << count) {
    let first = (0..<count).map { number >> $0 & 1 == 1 }
    if abs(2 * first.count { $0 } - count) > 1 { continue }
    largest = max(largest, written(congruence, conflict, first))
  }
  #expect(abs(found.value - largest) < 1e-9)
  let first = congruence.rows.map { found.halves[0].contains($0) }
  #expect(first[0] && abs(written(congruence, conflict, first) - found.value) < 1e-9)
}

@Test(arguments: [21, 40, 75])
func manyPartiesAreSwappedUntilNothingIsGained(parties: Int) throws {
  let (congruence, conflict) = networks(drawn(parties, seed: 7))
  let found = try #require(DNAPolarisation(congruence: congruence, conflict: conflict))
  #expect(!found.isExact)
  var first = congruence.rows.map { found.halves[0].contains($0) }
  #expect(abs(written(congruence, conflict, first) - found.value) < 1e-9)
  for i in first.indices {
    for j in 0..<i where first[i] != first[j] && (i + j) % 7 == 0 {
      first.swapAt(i, j)
      #expect(written(congruence, conflict, first) < found.value + 1e-6)
      first.swapAt(i, j)
    }
  }
}
