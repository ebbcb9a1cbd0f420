internal import Casebook

extension NetworkStatements {
  /// The rows that count, in their order, each the first of its kind in its period. Where coders
  /// differ the row of the greatest weight stands for all of its kind.
  func counted(
    _ rows: [Int32], _ weights: [Double]?, _ once: CountedOnce
  ) -> ([Int32], [Double]?) {
    if once == .never { return (rows, weights) }
    var best: [Kind: Int] = [:]
    best.reserveCapacity(rows.count)
    func weight(_ place: Int) -> Double {
      self.weights[Int(rows[place])] * (weights?[place] ?? 1)
    }
    for (place, row) in rows.enumerated() {
      let kind = kind(Int(row), once)
      if let known = best[kind], weight(known) >= weight(place) { continue }
      best[kind] = place
    }
    let kept = best.values.sorted()
    return (kept.map { rows[$0] }, weights.map { weights in kept.map { weights[$0] } })
  }

  /// What makes two rows the same.
  private struct Kind: Hashable {
    let actor: Int32
    let issue: Int32
    let level: Int8
    let isArticle: Bool
    let period: Int32
  }

  private func kind(_ row: Int, _ once: CountedOnce) -> Kind {
    let period = hasDay(row) ? once.period(firstDays[row], lastDays[row]) : nil
    return Kind(
      actor: actors[row], issue: issues[row], level: levels[row], isArticle: period == nil,
      period: period ?? articles[row])
  }
}

extension CountedOnce {
  /// The number of the period in which both days lie; nil where they lie in two, or where there is
  /// none.
  fileprivate func period(_ first: Int32, _ last: Int32) -> Int32? {
    let (a, b) = (period(first), period(last))
    return a == b ? a : nil
  }

  private func period(_ day: Int32) -> Int32? {
    let civil = Day(number: day).civil
    switch self {
    case .never, .article: return nil
    case .day: return day
    case .week: return day - Int32(Day(number: day).weekday)
    case .month: return Int32(civil.year * 12 + civil.month)
    case .year: return Int32(civil.year)
    case .dnaMonth: return Int32(civil.month)
    }
  }
}
