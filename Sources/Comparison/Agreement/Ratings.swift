/// What coders said of units: a value of each coder for each unit, or nothing.
public struct Ratings: Sendable {
  /// How many coders there are.
  public let coderCount: Int
  /// The values that occur, ascending.
  public let categories: [Double]
  /// The category of each unit by each coder, unit after unit; -1 where it was not coded.
  let cells: [Int32]

  /// How many units there are.
  public var unitCount: Int { coderCount == 0 ? 0 : cells.count / coderCount }

  /// Values by coder, then unit; nil and what is no number count as not coded. Shorter rows end in
  /// units not coded.
  public init(coders rows: [[Double?]]) {
    let units = rows.map(\.count).max() ?? 0
    let known = rows.joined().compactMap { $0 }.filter { $0.isFinite }
    self.init(
      coderCount: rows.count, categories: Set(known).sorted(), unitCount: units
    ) { coder, unit in unit < rows[coder].count ? rows[coder][unit] : nil }
  }

  /// Values asked for coder by coder and unit by unit, from categories that ascend.
  init(
    coderCount: Int, categories: [Double], unitCount: Int, value: (Int, Int) -> Double?
  ) {
    self.coderCount = coderCount
    self.categories = categories
    var place: [Double: Int32] = [:]
    for (i, category) in categories.enumerated() { place[category] = Int32(i) }
    cells = (0..<unitCount * coderCount).map { cell in
      value(cell % coderCount, cell / coderCount).flatMap { place[$0] } ?? -1
    }
  }

  /// The categories given to a unit, by coder; -1 where it was not coded.
  func unit(_ unit: Int) -> ArraySlice<Int32> {
    cells[unit * coderCount..<(unit + 1) * coderCount]
  }

  /// How many coders coded each unit.
  var sizes: [Int] { (0..<unitCount).map { unit($0).count { $0 >= 0 } } }

  /// How many units two coders or more coded.
  public var pairableCount: Int { sizes.count { $0 > 1 } }

  /// The same with one category told from all others alone.
  func against(_ category: Int) -> Ratings {
    Ratings(coderCount: coderCount, categories: [0, 1], unitCount: unitCount) { coder, unit in
      let cell = cells[unit * coderCount + coder]
      return cell < 0 ? nil : Int(cell) == category ? 1 : 0
    }
  }
}
