internal import Casebook

extension Reading {
  /// The people, bodies and places of the article, in the order in which they come.
  func castMembers() -> [CastMember] {
    (people() + bodyMembers() + placeMembers()).sorted {
      ($0.first.lowerBound, $0.name) < ($1.first.lowerBound, $1.name)
    }
  }

  private func people() -> [CastMember] {
    cast.people.map { person in
      CastMember(
        name: text(person.name), kind: .person, role: office(of: person).map { text($0) },
        country: person.place.map { place($0).name },
        also: [], first: byteRange(person.first), mentions: person.mentions)
    }
  }

  private func bodyMembers() -> [CastMember] {
    var order: [String] = []
    var found: [String: CastMember] = [:]
    for body in cast.bodies where !isSeat(body.range) {
      let name = text(body.range)
      if found[name] == nil {
        order.append(name)
        found[name] = CastMember(
          name: name, kind: .organisation, role: nil,
          country: body.place.map { place($0).name }, also: [],
          first: byteRange(body.range), mentions: 0)
      }
      found[name]?.mentions += 1
    }
    return order.compactMap { found[$0] }
  }

  /// Whether a body is one that stands for its state: `the State Department` is listed there.
  private func isSeat(_ range: Range<Int>) -> Bool {
    range.contains { i in
      guard let found = entity(i), found.range.upperBound == range.upperBound else { return false }
      if case .metonym = found.meaning { return true }
      return false
    }
  }

  /// States, blocs and bodies of the table, with the capitals and seats that stand for them.
  private func placeMembers() -> [CastMember] {
    var order: [Int] = []
    var found: [Int: CastMember] = [:]
    for entity in entities {
      guard let (place, isAdjective) = place(of: entity) else { continue }
      let known = self.place(place)
      if found[place] == nil {
        order.append(place)
        found[place] = CastMember(
          name: known.name, kind: known.kind, role: nil, country: nil, also: [],
          first: byteRange(entity.range), mentions: 0)
      }
      found[place]?.mentions += 1
      let word = text(entity.range)
      if !isAdjective, let member = found[place] { found[place]?.also = also(member, word) }
    }
    return order.compactMap { found[$0] }
  }

  /// The other names of a member with one more; `Paris` goes before `PARIS`.
  private func also(_ member: CastMember, _ word: String) -> [String] {
    if Folding.key(member.name) == Folding.key(word) { return member.also }
    var also = member.also
    guard let old = also.firstIndex(where: { Folding.key($0) == Folding.key(word) }) else {
      return also + [word]
    }
    if word.utf8.contains(where: { (0x61...0x7A).contains($0) }) { also[old] = word }
    return also
  }

  private func place(of entity: Entity) -> (Int, isAdjective: Bool)? {
    switch entity.meaning {
    case .name(let id), .metonym(let id): (id, false)
    case .adjective(let id): (id, true)
    case .known(let id): extra.places[id] < 0 ? nil : (extra.places[id], false)
    case .office: nil
    }
  }
}
