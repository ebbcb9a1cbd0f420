internal import Casebook

/// The names and aliases of the notebook's parties, by their first word.
struct KnownPhrases {
  let parties: [KnownParty]
  private(set) var byFirst: [UInt64: [Phrase]] = [:]
  /// People by the last word of their name; those of one surname in order.
  private(set) var bySurname: [UInt64: [Int]] = [:]
  /// What each party is among the places: the number of the table's place of that name, else one
  /// behind the table's; -1 for people.
  let places: [Int]

  /// - Parameter table: the states, blocs and bodies of the table of places.
  init(_ parties: [KnownParty], _ table: [Place]) {
    self.parties = parties
    places = Self.places(parties, table)
    for (i, party) in parties.enumerated() {
      if party.kind == .person {
        for name in [party.name] + party.aliases {
          guard let last = name.split(separator: " ").last else { continue }
          bySurname[Folding.key(last), default: []].append(i)
        }
        continue
      }
      for name in [party.name] + party.aliases {
        let phrase = Phrase(name, .known(i), proper: false)
        if let first = phrase.keys.first { byFirst[first, default: []].append(phrase) }
      }
    }
    for key in bySurname.keys { bySurname[key] = unique(bySurname[key] ?? []) }
    for key in byFirst.keys { byFirst[key]?.sort { $0.keys.count > $1.keys.count } }
  }

  private static func places(_ parties: [KnownParty], _ table: [Place]) -> [Int] {
    if parties.isEmpty { return [] }
    let named = Dictionary(
      table.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { a, _ in a })
    return parties.enumerated().map { i, party in
      if party.kind == .person || party.kind == .unnamed { return -1 }
      return ([party.name] + party.aliases).lazy.compactMap { named[$0] }.first ?? table.count + i
    }
  }

  /// The person of the notebook whom a name in the text means: the same words, or a surname that
  /// only one has.
  func person(_ surname: UInt64, written name: String) -> Int? {
    guard let list = bySurname[surname] else { return nil }
    let isFull = name.utf8.contains(0x20)
    if !isFull { return list.count == 1 ? list[0] : nil }
    return list.first { parties[$0].name == name || parties[$0].aliases.contains(name) }
  }
}

/// Without repetitions, in order.
private func unique(_ list: [Int]) -> [Int] {
  var out: [Int] = []
  for i in list where !out.contains(i) { out.append(i) }
  return out
}
