/// Units that were coded alike, whoever said what, counted together: what there are few of however
/// many units there are.
struct RatingPatterns: Sendable {
  /// How many coders gave each category, category after category, of each pattern.
  private(set) var counts: [Int32] = []
  /// How many categories there are.
  let categoryCount: Int
  /// The pattern of each unit that two coders or more coded.
  private(set) var units: [Int32] = []

  /// How many patterns there are.
  var count: Int { categoryCount == 0 ? 0 : counts.count / categoryCount }

  init(_ ratings: Ratings) {
    categoryCount = ratings.categories.count
    var known: [[Int32]: Int32] = [:]
    for unit in 0..<ratings.unitCount {
      var key = [Int32](repeating: 0, count: categoryCount)
      var size = 0
      for cell in ratings.unit(unit) where cell >= 0 {
        key[Int(cell)] += 1
        size += 1
      }
      if size < 2 { continue }
      if let pattern = known[key] {
        units.append(pattern)
      } else {
        let pattern = Int32(count)
        known[key] = pattern
        counts += key
        units.append(pattern)
      }
    }
  }

  /// How many units have each pattern.
  var frequencies: [Int] {
    var frequencies = [Int](repeating: 0, count: count)
    for unit in units { frequencies[Int(unit)] += 1 }
    return frequencies
  }

  /// How many coders gave each category in a pattern.
  func pattern(_ pattern: Int) -> ArraySlice<Int32> {
    counts[pattern * categoryCount..<(pattern + 1) * categoryCount]
  }
}
