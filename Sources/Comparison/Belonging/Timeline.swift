internal import Casebook

/// To whom a party belongs, stretch of days by stretch of days.
struct Timeline {
  /// What holds from one day until the next stretch begins.
  struct Stretch {
    /// The first day; `Int32.min` for the first stretch.
    var from: Int32
    /// Everybody the party belongs to, itself included, by row.
    var reach: [Int32]
    /// Those to whom its words count on the level, by row.
    var counted: [Int32]
  }

  /// By first day; never empty.
  let stretches: [Stretch]

  init(of party: PartyID, in parties: PartyTable, level: RollUp) {
    let days = Timeline.turns(of: party, in: parties)
    stretches = ([.min] + days).map { from in
      let groups = Timeline.reach(of: party, in: parties) { $0.isIn(force: from) }
      return Stretch(
        from: from, reach: groups,
        counted: Timeline.counted(party, in: parties, level: level, on: from))
    }
  }

  /// The stretch that holds on a day.
  func stretch(on day: Int32) -> Stretch {
    var low = 0
    var high = stretches.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if stretches[middle].from <= day { low = middle } else { high = middle - 1 }
    }
    return stretches[low]
  }

  /// The days after `first`, up to `last`, on which something changes.
  func turns(after first: Int32, to last: Int32) -> [Int32] {
    stretches.lazy.map(\.from).filter { $0 > first && $0 <= last }
  }

  /// Every day on which a membership on some way up begins, or has just ended.
  private static func turns(of party: PartyID, in parties: PartyTable) -> [Int32] {
    var days: Set<Int32> = []
    _ = reach(of: party, in: parties) { membership in
      if let from = membership.from { days.insert(from.number) }
      if let to = membership.to { days.insert(to.number + 1) }
      return true
    }
    return days.sorted()
  }

  private static func reach(
    of party: PartyID, in parties: PartyTable, where holds: (Membership) -> Bool
  ) -> [Int32] {
    var found = [party]
    var next = 0
    while next < found.count {
      for membership in parties.memberships(of: found[next]) where holds(membership) {
        let group = membership.group
        if parties.isDefined(group), !found.contains(group) { found.append(group) }
      }
      next += 1
    }
    return found.map(\.rawValue).sorted()
  }

  /// Where the ways up first reach the level. Only blocs are walked through, since a member of
  /// several blocs counts in each of them, a bloc of blocs too.
  private static func counted(
    _ party: PartyID, in parties: PartyTable, level: RollUp, on day: Int32
  ) -> [Int32] {
    if level == .speaker { return [party.rawValue] }
    var found: [PartyID] = []
    var seen = [party]
    var next = 0
    while next < seen.count {
      let one = seen[next]
      next += 1
      let kind = parties.isDefined(one) ? parties[one].kind : nil
      if level.holds(kind) { found.append(one) }
      if level.holds(kind) && level != .bloc || !level.passes(kind) { continue }
      for membership in parties.memberships(of: one) where membership.isIn(force: day) {
        let group = membership.group
        if parties.isDefined(group), !seen.contains(group) { seen.append(group) }
      }
    }
    return found.map(\.rawValue).sorted()
  }
}

extension Membership {
  /// Whether it holds on the day with a number; `Int32.min` stands for the days before any other.
  func isIn(force day: Int32) -> Bool {
    (from.map { $0.number <= day } ?? true) && (to.map { day <= $0.number } ?? true)
  }
}
