/// The names and aliases of the notebook's parties, by their first word.
struct KnownPhrases {
  let parties: [KnownParty]
  private(set) var byFirst: [UInt64: [Phrase]] = [:]

  init(_ parties: [KnownParty]) {
    self.parties = parties
    for (i, party) in parties.enumerated() {
      for name in [party.name] + party.aliases {
        let phrase = Phrase(name, .known(i), proper: false)
        if let first = phrase.keys.first { byFirst[first, default: []].append(phrase) }
      }
    }
    for key in byFirst.keys { byFirst[key]?.sort { $0.keys.count > $1.keys.count } }
  }
}
