internal import Casebook

/// To whom the words of statements count.
struct Belonging {
  /// Where one statement goes.
  enum Outcome: Equatable {
    case one(Int32)
    case several([Int32])
    case leftOut(LeftOut.Reason)
  }

  private let parties: PartyTable
  private let level: RollUp?
  private let asked: [Bool]
  private var timelines: [Timeline?]
  /// The one group to which a party's words count on every day, by row; `unknown` before the first
  /// question, `changing` where there is none such. Nearly all parties of a notebook have one.
  private var constant: [Int32]
  private static let unknown: Int32 = -1
  private static let changing: Int32 = -2
  /// Parties asked for whose members were found: those stand for others and get no column.
  private(set) var standsForOthers: [Bool]

  init(_ query: CompareQuery, in parties: PartyTable) {
    self.parties = parties
    level = query.rollUp
    asked = FilterPlan.flags(query.parties, parties.rowCount)
    timelines = Array(repeating: nil, count: level == nil ? 0 : parties.rowCount)
    constant = Array(repeating: Belonging.unknown, count: timelines.count)
    standsForOthers = Array(repeating: false, count: parties.rowCount)
  }

  /// To whom a statement counts; -1 stands for nobody recorded.
  mutating func outcome(party: Int32, speaker: Int32, days: DayPair) -> Outcome {
    if party < 0, speaker < 0 { return .leftOut(.noParty) }
    guard let level else { return asRecorded(party, speaker) }
    let source = Belonging.source(party, speaker, level, parties)
    if asked.isEmpty {
      let group = constantGroup(of: source)
      if group >= 0 { return .one(group) }
    }
    let turns = turns(of: [source, party, speaker], days)
    let first = outcome(source, party, speaker, on: days.isKnown ? days.first : .min)
    for day in turns where outcome(source, party, speaker, on: day) != first {
      return .leftOut(.membershipUnclear)
    }
    return first
  }

  private func asRecorded(_ party: Int32, _ speaker: Int32) -> Outcome {
    if asked.isEmpty { return .one(party >= 0 ? party : speaker) }
    if party >= 0, asked[Int(party)] { return .one(party) }
    if speaker >= 0, asked[Int(speaker)] { return .one(speaker) }
    return .leftOut(.otherParty)
  }

  /// From whom the way up begins. States and blocs: on whose behalf it was said. Organisations: the
  /// organisation on whose behalf, else the speaker's own.
  static func source(
    _ party: Int32, _ speaker: Int32, _ level: RollUp, _ parties: PartyTable
  ) -> Int32 {
    if party < 0 { return speaker }
    if speaker < 0 { return party }
    switch level {
    case .speaker: return speaker
    case .state, .bloc: return party
    case .organisation:
      let id = PartyID(rawValue: party)
      return parties.isDefined(id) && level.holds(parties[id].kind) ? party : speaker
    }
  }

  private mutating func turns(of rows: [Int32], _ days: DayPair) -> [Int32] {
    if days.isKnown, days.first == days.last { return [] }
    var turns: [Int32] = []
    for row in rows where row >= 0 {
      turns += timeline(row).turns(
        after: days.isKnown ? days.first : .min, to: days.isKnown ? days.last : .max)
    }
    return turns
  }

  private mutating func outcome(
    _ source: Int32, _ party: Int32, _ speaker: Int32, on day: Int32
  ) -> Outcome {
    let counted = timeline(source).stretch(on: day).counted
    if asked.isEmpty { return Belonging.outcome(counted) }
    var isAsked = false
    for row in [party, speaker] where row >= 0 {
      for group in timeline(row).stretch(on: day).reach where asked[Int(group)] {
        isAsked = true
        if !counted.contains(group) { standsForOthers[Int(group)] = true }
      }
    }
    let wanted = counted.filter { asked[Int($0)] }
    if !wanted.isEmpty { return Belonging.outcome(wanted) }
    return isAsked ? Belonging.outcome(counted) : .leftOut(.otherParty)
  }

  private mutating func constantGroup(of source: Int32) -> Int32 {
    let known = constant[Int(source)]
    if known != Belonging.unknown { return known }
    let stretches = timeline(source).stretches
    let isConstant = stretches.count == 1 && stretches[0].counted.count == 1
    let group = isConstant ? stretches[0].counted[0] : Belonging.changing
    constant[Int(source)] = group
    return group
  }

  private static func outcome(_ groups: [Int32]) -> Outcome {
    switch groups.count {
    case 0: .leftOut(.noGroup)
    case 1: .one(groups[0])
    default: .several(groups)
    }
  }

  private mutating func timeline(_ row: Int32) -> Timeline {
    if let known = timelines[Int(row)] { return known }
    let made = Timeline(of: PartyID(rawValue: row), in: parties, level: level ?? .speaker)
    timelines[Int(row)] = made
    return made
  }
}
