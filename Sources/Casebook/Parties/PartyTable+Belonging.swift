extension PartyTable {
  /// Everything a party belongs to on a day, directly and through others, nearest first; the party
  /// itself is not among it. Circles are walked once.
  public func groups(of party: PartyID, on day: Day?) -> [PartyID] {
    var found: [PartyID] = []
    var next = [party]
    while let one = next.first {
      next.removeFirst()
      for membership in memberships(of: one) where membership.holds(on: day) {
        let group = membership.group
        guard group != party, isDefined(group), !found.contains(group) else { continue }
        found.append(group)
        next.append(group)
      }
    }
    return found
  }

  /// For whom somebody speaks when it is not said: the state, else the organisation, that they
  /// belong to on that day. Nil where there are several or none.
  public func represented(by speaker: PartyID, on day: Day?) -> PartyID? {
    let groups = groups(of: speaker, on: day)
    for kind in [PartyKind.state, .organisation] {
      let fitting = groups.filter { self[$0].kind == kind }
      if !fitting.isEmpty { return fitting.count == 1 ? fitting[0] : nil }
    }
    return nil
  }
}
