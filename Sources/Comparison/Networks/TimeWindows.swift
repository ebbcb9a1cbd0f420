internal import Casebook

/// Windows of time that move over the statements.
public struct TimeWindows: Sendable {
  /// What windows are measured in.
  public enum Unit: Sendable {
    /// Days.
    case days
    /// Weeks that begin on Monday.
    case weeks
    /// Months of the calendar.
    case months
    /// Statements, in the order of their days.
    case events
  }

  /// What they are measured in.
  public var unit: Unit
  /// How many units a window has.
  public var size: Int
  /// By how many units each begins after the one before.
  public var step: Int
  /// How much statements count within one.
  public var kernel: WindowKernel

  /// Windows of that many units, each moved on by `step`. Numbers below 1 are taken as 1.
  public init(
    _ size: Int, _ unit: Unit, step: Int = 1, kernel: WindowKernel = .uniform
  ) {
    self.unit = unit
    self.size = max(1, size)
    self.step = max(1, step)
    self.kernel = kernel
  }
}

/// One window with the statements in it.
public struct TimeWindow: Sendable {
  /// The first day, as a day number.
  public let first: Int32
  /// The last day.
  public let last: Int32
  /// The rows in it, by day.
  public let rows: [Int32]
  /// What each counts.
  public let weights: [Double]
}

extension NetworkStatements {
  /// How many statements are in no window, because their days are not known.
  public var undatedCount: Int {
    var count = 0
    for row in 0..<self.count where !hasDay(row) {
      if row == 0 || statements[row] != statements[row - 1] { count += 1 }
    }
    return count
  }

  /// How many windows `forEachWindow` would give, found without going through them.
  public func windowCount(_ windows: TimeWindows) -> Int {
    let dated = (0..<count).filter { hasDay($0) }
    guard let first = dated.lazy.map({ firstDays[$0] }).min(),
      let latest = dated.lazy.map({ lastDays[$0] }).max()
    else { return 0 }
    if windows.unit == .events { return eventWindowCount(dated, windows) }
    // Of windows that begin with `start` the last is the first that ends on the latest day or later.
    let span = windows.units(from: windows.begin(of: first), to: latest)
    return max(0, span - windows.size + windows.step - 1) / windows.step + 1
  }

  private func eventWindowCount(_ dated: [Int], _ windows: TimeWindows) -> Int {
    let events = Set(dated.map { statements[$0] }).count
    let rest = events - min(windows.size, events)
    return (rest + windows.step - 1) / windows.step + 1
  }

  /// Gives each window in turn, from the one that holds the first dated statement to the one that
  /// holds the last; empty ones too.
  ///
  /// A statement that is known by a bracket of days is in the windows that hold all of it, with the
  /// weight of the middle. Windows of events hold `size` statements (fewer only where there are no
  /// more); their weights go by place, not by day.
  ///
  /// - Parameter ofPairs: whether the weights of two statements are multiplied.
  public func forEachWindow(
    _ windows: TimeWindows, ofPairs: Bool = false, _ body: (TimeWindow) -> Void
  ) {
    func weight(_ u: Double) -> Double { windows.kernel.weight(at: u, ofPairs: ofPairs) }
    let dated = (0..<Int32(count)).filter { hasDay(Int($0)) }
    let rows = CountingSort.byDay(dated, days: firstDays)
    if rows.isEmpty { return }
    if windows.unit == .events { return forEachEvent(rows, windows, weight, body) }
    let latest = rows.reduce(Int32.min) { max($0, lastDays[Int($1)]) }
    var start = windows.begin(of: firstDays[Int(rows[0])])
    var from = 0
    while true {
      let end = windows.moved(start, by: windows.size) - 1
      while from < rows.count, firstDays[Int(rows[from])] < start { from += 1 }
      body(window(start, end, rows[from...], weight))
      if end >= latest { return }
      start = windows.moved(start, by: windows.step)
    }
  }

  private func window(
    _ first: Int32, _ last: Int32, _ rows: ArraySlice<Int32>, _ weight: (Double) -> Double
  ) -> TimeWindow {
    var (taken, weights): ([Int32], [Double]) = ([], [])
    let middle = (Double(first) + Double(last)) / 2
    let half = (Double(last) - Double(first) + 1) / 2
    for row in rows {
      if firstDays[Int(row)] > last { break }
      if lastDays[Int(row)] > last { continue }
      let day = (Double(firstDays[Int(row)]) + Double(lastDays[Int(row)])) / 2
      taken.append(row)
      weights.append(weight((day - middle) / half))
    }
    return TimeWindow(first: first, last: last, rows: taken, weights: weights)
  }

  /// Windows over statements: rows of one statement are one event.
  private func forEachEvent(
    _ rows: [Int32], _ windows: TimeWindows, _ weight: (Double) -> Double,
    _ body: (TimeWindow) -> Void
  ) {
    var events: [Range<Int>] = []
    for i in rows.indices {
      if let last = events.last, statements[Int(rows[last.lowerBound])] == statements[Int(rows[i])]
      {
        events[events.count - 1] = last.lowerBound..<(i + 1)
      } else {
        events.append(i..<(i + 1))
      }
    }
    let size = min(windows.size, events.count)
    var start = 0
    while start + size <= events.count {
      body(eventWindow(events[start..<(start + size)], rows, weight))
      if start + size == events.count { return }
      start = min(start + windows.step, events.count - size)
    }
  }

  private func eventWindow(
    _ events: ArraySlice<Range<Int>>, _ rows: [Int32], _ weight: (Double) -> Double
  ) -> TimeWindow {
    var (taken, weights): ([Int32], [Double]) = ([], [])
    var (first, last) = (Int32.max, Int32.min)
    let half = Double(events.count) / 2
    for (place, event) in events.enumerated() {
      let own = weight((Double(place) + 0.5 - half) / half)
      for i in event {
        taken.append(rows[i])
        weights.append(own)
        first = min(first, firstDays[Int(rows[i])])
        last = max(last, lastDays[Int(rows[i])])
      }
    }
    return TimeWindow(first: first, last: last, rows: taken, weights: weights)
  }
}

extension TimeWindows {
  /// The first day of the unit in which a day lies.
  fileprivate func begin(of day: Int32) -> Int32 {
    let one = Day(number: day)
    switch unit {
    case .days, .events: return day
    case .weeks: return day - Int32(one.weekday)
    case .months: return day - Int32(one.civil.day) + 1
    }
  }

  /// How many units there are from the one that begins on a day to the one that holds another.
  fileprivate func units(from first: Int32, to last: Int32) -> Int {
    let days = Int(last) - Int(first)
    switch unit {
    case .days, .events: return days + 1
    case .weeks: return days / 7 + 1
    case .months:
      let (a, b) = (Day(number: first).civil, Day(number: last).civil)
      return (b.year - a.year) * 12 + b.month - a.month + 1
    }
  }

  /// The first day that many units later; a first day of a month for months. A span that no calendar
  /// holds ends with the calendar.
  fileprivate func moved(_ first: Int32, by count: Int) -> Int32 {
    switch unit {
    case .days, .events: return Int32(clamping: Int(first) + min(count, 4_000_000))
    case .weeks: return Int32(clamping: Int(first) + 7 * min(count, 600_000))
    case .months:
      let civil = Day(number: first).civil
      let months = civil.year * 12 + civil.month - 1 + min(count, 120_000)
      let last = Day(year: 9999, month: 12, day: 31)
      return Day(year: months / 12, month: months % 12 + 1, day: 1)?.number
        ?? (last?.number ?? first) + 1
    }
  }
}
