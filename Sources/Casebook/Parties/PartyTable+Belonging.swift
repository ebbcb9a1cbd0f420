extension PartyTable {
  /// Everything a party belongs to on a day, directly and through others, nearest first; the party
  /// itself is not among it. Circles are walked once.
  public func groups(of party: PartyID, on day: Day?) -> [PartyID] {
    groups(of: party) { $0.holds(on: day) }
  }

  private func groups(of party: PartyID, where holds: (Membership) -> Bool) -> [PartyID] {
    var found: [PartyID] = []
    var next = [party]
    while let one = next.first {
      next.removeFirst()
      for membership in memberships(of: one) where holds(membership) {
        let group = membership.group
        guard group != party, isDefined(group), !found.contains(group) else { continue }
        found.append(group)
        next.append(group)
      }
    }
    return found
  }

  /// For whom somebody speaks when it is not said: the state, else the organisation, else the bloc,
  /// else the party of no stated kind, that they belong to on that day. Nil where there are several or
  /// none. Where no day is known every membership is looked at: only what all of them agree on is
  /// taken.
  public func represented(by speaker: PartyID, on day: Day?) -> PartyID? {
    let groups = day == nil ? groups(of: speaker) { _ in true } : groups(of: speaker, on: day)
    for kind in [PartyKind.state, .organisation, .bloc, nil] {
      let fitting = groups.filter { self[$0].kind == kind }
      if !fitting.isEmpty { return fitting.count == 1 ? fitting[0] : nil }
    }
    return nil
  }
}
