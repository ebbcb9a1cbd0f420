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
        name: text(person.name), kind: .person, role: person.role.map { text($0) },
        country: person.place.map { knowledge.lexicon.places[$0].name },
        also: person.name.count > 1 ? [text(person.name.suffix(1))] : [],
        first: byteRange(person.first), mentions: person.mentions)
    }
  }

  private func bodyMembers() -> [CastMember] {
    var order: [String] = []
    var found: [String: CastMember] = [:]
    for body in cast.bodies {
      let name = text(body.range)
      if found[name] == nil {
        order.append(name)
        found[name] = CastMember(
          name: name, kind: .organisation, role: nil,
          country: body.place.map { knowledge.lexicon.places[$0].name }, also: [],
          first: byteRange(body.range), mentions: 0)
      }
      found[name]?.mentions += 1
    }
    return order.compactMap { found[$0] }
  }

  /// States, blocs and bodies of the table, with the capitals and seats that stand for them.
  private func placeMembers() -> [CastMember] {
    var order: [Int] = []
    var found: [Int: CastMember] = [:]
    for entity in entities {
      guard let (place, isAdjective) = place(of: entity) else { continue }
      let known = knowledge.lexicon.places[place]
      if found[place] == nil {
        order.append(place)
        found[place] = CastMember(
          name: known.name, kind: known.kind, role: nil, country: nil, also: [],
          first: byteRange(entity.range), mentions: 0)
      }
      found[place]?.mentions += 1
      let word = text(entity.range)
      if !isAdjective, word != known.name, found[place]?.also.contains(word) == false {
        found[place]?.also.append(word)
      }
    }
    return order.compactMap { found[$0] }
  }

  private func place(of entity: Entity) -> (Int, isAdjective: Bool)? {
    switch entity.meaning {
    case .name(let id), .metonym(let id): (id, false)
    case .adjective(let id): (id, true)
    case .office, .known: nil
    }
  }
}
