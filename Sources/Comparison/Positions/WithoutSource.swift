internal import Casebook

/// What a party held before and from each moment on when one source is left out: what a change rests
/// on. In time linear in the statements, however many sources there are.
///
/// Moments are parted by days, and stay so whatever is left out; but one of them may fall into pieces,
/// where only statements of the source hold it together, or be gone, where all of it is of the source.
struct WithoutSource {
  /// What is left of a moment: the position of its first piece, and of its last one.
  private struct Rest {
    let first: Position
    let last: Position
  }

  private let moments: [Moment]
  private let names: [String]
  /// By moment, what is left without each of its sources; nil where nothing is.
  private var rests: [[Int: Rest?]] = []
  /// By moment, the nearest one before it, and after it, that is not all of the source that this one is
  /// all of.
  private var earlier: [Int] = []
  private var later: [Int] = []

  init(_ moments: [Moment], _ statements: [ComparedStatement], _ sources: [String]) {
    self.moments = moments
    let names = Set(sources).sorted()
    self.names = names
    var numbers: [String: Int] = [:]
    for (i, name) in names.enumerated() { numbers[name] = i }
    rests = moments.map { moment in
      MomentPieces(moment.places.map { (statements[$0], numbers[sources[$0]] ?? 0) }).rests
        .mapValues { $0.map { Rest(first: $0.first, last: $0.last) } }
    }
    earlier = moments.indices.map { $0 - 1 }
    later = moments.indices.map { $0 + 1 }
    for i in moments.indices.dropFirst() where only(i) != nil && only(i) == only(i - 1) {
      earlier[i] = earlier[i - 1]
    }
    for i in moments.indices.dropLast().reversed() where only(i) != nil && only(i) == only(i + 1) {
      later[i] = later[i + 1]
    }
  }

  /// The source that a moment is all of.
  private func only(_ moment: Int) -> Int? {
    rests[moment].count == 1 ? rests[moment].first?.key : nil
  }

  func name(of source: Int) -> String { names[source] }

  /// The sources of two moments, by name.
  func sources(of one: Int, _ other: Int) -> [Int] {
    Set(rests[one].keys).union(rests[other].keys).sorted()
  }

  /// What was held last before a moment, without a source; nil where nothing is known of it.
  func held(before moment: Int, without source: Int) -> Position? {
    var i = moment - 1
    if i >= 0, only(i) == source { i = earlier[i] }
    if i < 0 { return nil }
    guard let rest = rests[i][source] else { return moments[i].position }
    return rest?.last
  }

  /// What was held first from a moment on, without a source.
  func held(from moment: Int, without source: Int) -> Position? {
    var i = moment
    if only(i) == source { i = later[i] }
    if i == moments.count { return nil }
    guard let rest = rests[i][source] else { return moments[i].position }
    return rest?.first
  }
}

/// The pieces into which a moment falls without each of its sources.
///
/// Statements stand by their first day. A piece begins where all before it have ended; as the moment
/// is one piece, that can only be where the one statement that reaches farthest is of the source left
/// out. So each place is the beginning of a piece for one source at most, and the greatest and least of
/// two sources tell the rest.
private struct MomentPieces {
  private(set) var rests: [Int: (first: Position, last: Position)?] = [:]

  init(_ statements: [(one: ComparedStatement, source: Int)]) {
    let sources = Set(statements.map(\.source))
    if sources.count == 1 {
      for source in sources { rests.updateValue(nil, forKey: source) }
      return
    }
    let positions = statements.map { $0.one.position ?? Position(0, 0) }
    let days = statements.map { one -> DayPair in
      let days = one.one.days
      return DayPair(first: days?.first.number ?? .min, last: days?.last.number ?? .min)
    }
    let before = MomentPieces.hulls(statements.map(\.source), positions)
    let after = Array(
      MomentPieces.hulls(statements.map(\.source).reversed(), positions.reversed()).reversed())
    // Where the first piece ends and the last begins, by source.
    var cuts: [Int: (first: Int, last: Int)] = [:]
    var reach = TwoSources<Int32>()
    for (i, statement) in statements.enumerated() {
      if let best = reach.best, best.source != statement.source,
        let rest = reach.other(than: best.source), rest < days[i].first
      {
        cuts[best.source] = (cuts[best.source]?.first ?? i, i)
      }
      reach.take(days[i].last, of: statement.source)
    }
    for source in sources {
      let cut = cuts[source]
      let first = before[(cut?.first ?? statements.count) - 1].position(without: source)
      let last = after[cut?.last ?? 0].position(without: source)
      guard let first, let last else { continue }
      rests[source] = (first, last)
    }
  }

  /// The hull of everything up to each place, told apart by source.
  private static func hulls(_ sources: [Int], _ positions: [Position]) -> [Hull] {
    var hull = Hull()
    return zip(sources, positions).map { source, position in
      hull.high.take(position.high, of: source)
      hull.low.take(-position.low, of: source)
      return hull
    }
  }

  private struct Hull {
    var high = TwoSources<Int>()
    /// Of the low ends with their sign turned.
    var low = TwoSources<Int>()

    func position(without source: Int) -> Position? {
      guard let high = high.other(than: source), let low = low.other(than: source) else {
        return nil
      }
      return Position(-low, high)
    }
  }
}

/// The greatest value, and the greatest of any other source.
private struct TwoSources<Value: Comparable> {
  private(set) var best: (value: Value, source: Int)?
  private var second: (value: Value, source: Int)?

  mutating func take(_ value: Value, of source: Int) {
    guard let first = best else {
      best = (value, source)
      return
    }
    if first.source == source {
      best = (max(first.value, value), source)
    } else if value > first.value {
      (best, second) = ((value, source), first)
    } else if second.map({ value > $0.value }) ?? true {
      second = (value, source)
    }
  }

  /// The greatest value that is not of a source.
  func other(than source: Int) -> Value? {
    best.flatMap { $0.source == source ? second?.value : $0.value }
  }
}
