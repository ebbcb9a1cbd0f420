public import Casebook

/// What `ach` asks: the analysis of competing hypotheses (R. J. Heuer, Psychology of Intelligence
/// Analysis, 1999, chapter 8).
public struct AchQuery: Sendable {
  /// Which hypotheses, in order; all where none is named.
  public var hypotheses: [HypothesisID] = []

  /// All of them.
  public init() {}

  /// Answers the question, in time linear in judgements but for sorting.
  public func answer(in casebook: Casebook) -> AchResult {
    let table = casebook.hypotheses
    let asked =
      hypotheses.isEmpty
      ? table.all.sorted { table[$0].name < table[$1].name } : hypotheses
    var place: [HypothesisID: Int] = [:]
    for (i, id) in asked.enumerated() { place[id] = i }
    var cells: [RecordID: [Consistency?]] = [:]
    for (key, one) in casebook.evidence {
      guard let i = place[key.hypothesis] else { continue }
      cells[key.target, default: Array(repeating: nil, count: asked.count)][i] = one.consistency
    }
    let grades = EvidenceGrades(casebook)
    let items = cells.map { AchItem($0.key, $0.value, grades) }
    return AchResult(query: self, hypotheses: asked, items: items.sorted { $0.precedes($1) })
  }
}

/// One item of evidence, judged against each hypothesis.
public struct AchItem: Sendable {
  /// The record.
  public let target: RecordID
  /// How it bears on each hypothesis; nil where it was not judged.
  public let cells: [Consistency?]
  /// How much it counts, from 0.04 to 1.
  public let weight: Double
  let graded: String
  let address: String
  let words: String

  init(_ target: RecordID, _ cells: [Consistency?], _ grades: EvidenceGrades) {
    self.target = target
    self.cells = cells
    let weight = grades.weight(of: target)
    self.weight = weight.value
    graded = weight.text
    (address, words) = grades.place(of: target)
  }

  /// How far it tells hypotheses apart: its weight times the distance from its most to its least
  /// consistent cell, 0 to 4. What is consistent with all alike has no diagnostic value; nil where
  /// it is judged against fewer than two.
  public var diagnosticity: Double? {
    let degrees = cells.compactMap { $0?.degree }
    guard degrees.count > 1, let low = degrees.min(), let high = degrees.max() else { return nil }
    return weight * Double(high - low)
  }

  /// What it adds to the weighted inconsistency of a hypothesis: its weight for an I, twice for II.
  func inconsistency(_ hypothesis: Int) -> Double {
    weight * Double(max(0, -(cells[hypothesis]?.degree ?? 0)))
  }

  fileprivate func precedes(_ other: AchItem) -> Bool {
    let (a, b) = (diagnosticity ?? -1, other.diagnosticity ?? -1)
    return a != b ? a > b : target < other.target
  }
}

/// The answer to `ach`.
public struct AchResult: Sendable {
  /// What was asked.
  public let query: AchQuery
  /// The hypotheses: the columns.
  public let hypotheses: [HypothesisID]
  /// The items, most diagnostic first.
  public let items: [AchItem]
  /// The weighted inconsistency of each hypothesis: the sum of `weight` for each I and twice
  /// `weight` for each II. The least inconsistent is the least refuted; consistency adds nothing,
  /// because it does not refute the others.
  public let scores: [Double]
  /// Places of the least inconsistent hypotheses; several where they are level.
  public let leaders: [Int]
  /// The single items without which others would be least inconsistent, with these.
  public let carriers: [(item: Int, leaders: [Int])]

  init(query: AchQuery, hypotheses: [HypothesisID], items: [AchItem]) {
    self.query = query
    self.hypotheses = hypotheses
    self.items = items
    let scores = hypotheses.indices.map { h in items.reduce(0) { $0 + $1.inconsistency(h) } }
    let leaders = AchResult.least(scores)
    self.scores = scores
    self.leaders = leaders
    carriers = items.indices.compactMap { i in
      let without = hypotheses.indices.map { scores[$0] - items[i].inconsistency($0) }
      let others = AchResult.least(without)
      return others == leaders ? nil : (i, others)
    }
  }

  /// The places of the least of some sums; what differs by less than rounding is level.
  private static func least(_ scores: [Double]) -> [Int] {
    guard let low = scores.min() else { return [] }
    return scores.indices.filter { scores[$0] - low < 1e-9 }
  }

  /// How many items are not judged against a hypothesis.
  func missing(_ hypothesis: Int) -> Int { items.count { $0.cells[hypothesis] == nil } }
}
