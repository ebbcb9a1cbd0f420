internal import Casebook

/// Who a source is.
struct Identity {
  var name: String?
  var role: String?
  var organisation: String?
  var party: String?
  var kind: PartyKind?
  var person: Int?
  var sureness: Sureness = .guessed
}

extension Reading {
  /// Text of some tokens.
  func text(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    return String(
      decoding: bytes[Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)],
      as: UTF8.self)
  }

  /// Who the source of a statement is.
  func identity(of source: Source, _ pronouns: Pronouns) -> Identity {
    switch source.kind {
    case .pronoun:
      return pronouns.people[source.head].map { person($0, .guessed) } ?? Identity(name: nil)
    case .relative: return relative(source)
    case .phrase: return phrase(source)
    }
  }

  /// `who`: the person or phrase before it.
  private func relative(_ source: Source) -> Identity {
    var end = source.head
    while end > 0, tokens[end - 1].mark == .comma { end -= 1 }
    guard let found = phraseSubject(endingAt: end, from: max(0, end - 24)) else {
      return Identity(name: nil)
    }
    var who = phrase(found)
    who.sureness = .inferred
    return who
  }

  func person(_ id: Int, _ sureness: Sureness) -> Identity {
    let person = cast.people[id]
    var who = Identity(
      name: text(person.name), role: office(of: person).map { text($0) }, organisation: nil,
      party: nil,
      kind: nil, person: id, sureness: sureness)
    if let place = person.place {
      who.party = self.place(place).name
      who.kind = self.place(place).kind
    }
    who.organisation = person.body.map { text($0) }
    if who.party == nil, let body = who.organisation {
      (who.party, who.kind) = (body, .organisation)
    }
    return known(person, who)
  }

  /// What the notebook says of a person goes before what the text says.
  private func known(_ person: Cast.Person, _ who: Identity) -> Identity {
    guard let id = extra.person(person.surname, written: who.name ?? "") else { return who }
    var who = who
    let party = extra.parties[id]
    who.name = party.name
    who.role = who.role ?? party.roles.first
    if let group = party.memberOf.first {
      who.party = group
      who.kind = kind(of: group)
    }
    return who
  }

  /// What a party of the notebook or of the tables is.
  private func kind(of name: String) -> PartyKind? {
    extra.parties.first { $0.name == name }?.kind
      ?? knowledge.lexicon.places.first { $0.name == name }?.kind
  }

  private func phrase(_ source: Source) -> Identity {
    guard let i = nameWord(source), let id = cast.named(at: i) ?? cast.person(tokens[i].key) else {
      return body(source)
    }
    let named = source.range.count > 2 && cast.people[id].place != nil
    return person(id, named ? .certain : .inferred)
  }

  /// The word of a phrase that names a person: its head, or the name in apposition (`his lawyer,
  /// Jon Reed`).
  func nameWord(_ source: Source) -> Int? {
    let head = source.head
    if tokens[head].isCapital, cast.person(tokens[head].key) != nil { return head }
    if let last = nameBehindOffice(source) { return last }
    guard let comma = source.range.first(where: { $0 > head && tokens[$0].mark == .comma }) else {
      return nil
    }
    var i = comma + 1
    while i < source.range.upperBound, tokens[i].isWord, tokens[i].isCapital { i += 1 }
    return i > comma + 1 ? i - 1 : nil
  }

  /// `Secretary of State Jon Reed`: the name that ends a phrase, if nothing but the words of the
  /// office before it stands between the head and it.
  private func nameBehindOffice(_ source: Source) -> Int? {
    let last = source.range.upperBound - 1
    guard last > source.head + 2, tokens[source.head].isCapital,
      tokens[source.head].isAny([.title, .role]), tokens[source.head + 1].key == Keys.of,
      let mention = cast.mention(at: last)
    else { return nil }
    let isOffice = (source.head + 2..<last).allSatisfy {
      tokens[$0].isCapital && !tokens[$0].isAny([.title, .role])
    }
    return isOffice && cast.start(at: mention) > source.head + 2 ? last : nil
  }

  /// A state, a metonym, a body, a group, or a bare office.
  private func body(_ source: Source) -> Identity {
    var who = Identity(name: text(withoutInsertion(source)), sureness: .inferred)
    // `a statement from the Alban Foreign Ministry` is said by the ministry.
    if tokens[source.head].isAny(.document), source.head + 1 < source.range.upperBound,
      let issuer = self.body(in: source.head + 1..<source.range.upperBound)
    {
      who.name = text(issuer)
    }
    if let found = place(in: source.range) {
      take(&who, found)
      who.sureness = .certain
      if let leader = leader(source, found) { return leader }
    }
    for i in source.range {
      guard let found = entity(i), case .known(let id) = found.meaning else { continue }
      who.name = extra.parties[id].name
      who.party = extra.parties[id].memberOf.first ?? extra.parties[id].name
      who.kind = extra.parties[id].kind
    }
    guard who.party == nil else { return who }
    let head = tokens[source.head]
    if head.isAny(.org), let known = cast.body(head.key, before: source.range.lowerBound) {
      who.name = text(known.range)
      who.organisation = who.name
      if let place = known.place { take(&who, place) }
      return who
    }
    if source.range.count <= 2, head.isAny(.role), let id = holder(of: head.key) {
      return person(id, .guessed)
    }
    guard head.isAny([.org, .group, .document]) else { return who }
    who.party = who.name
    who.kind = head.isAny(.org) ? .organisation : .unnamed
    return who
  }

  /// What a source is: a person who is in the cast, a group, a body; else a name of two words and
  /// more is somebody's.
  func kind(of source: Source, _ who: Identity) -> PartyKind? {
    guard let name = who.name else { return nil }
    let head = tokens[source.head]
    if who.person != nil || who.role != nil { return .person }
    if name == who.organisation || name == who.party { return who.kind }
    if head.isAny(.group) { return .unnamed }
    if head.isAny(.role) { return .person }
    let isBody = head.isAny([.org, .document]) || source.range.contains { entity($0) != nil }
    return !isBody && head.isCapital && source.range.count > 1 ? .person : .organisation
  }

  /// Whether a source is nothing but another name of its state: its capital, its government's seat.
  func isMetonym(_ source: Source, _ who: Identity) -> Bool {
    guard who.kind == .state, who.person == nil, who.organisation == nil, who.name != who.party
    else { return false }
    let name = withoutInsertion(source)
    guard let found = entity(name.lowerBound), found.range == name else { return false }
    switch found.meaning {
    case .name, .metonym: return true
    case .adjective, .office, .known: return false
    }
  }

  private func withoutInsertion(_ source: Source) -> Range<Int> {
    let comma = source.range.first { $0 > source.head && tokens[$0].mark == .comma }
    var start = source.range.lowerBound
    // `its foreign ministry`, `the Netherlands`: the name begins behind the small word.
    while start < source.head, tokens[start].isAny(.determiner) { start += 1 }
    return start..<(comma ?? source.range.upperBound)
  }

  private func take(_ who: inout Identity, _ place: Int) {
    who.party = self.place(place).name
    who.kind = self.place(place).kind
  }

  /// `the French leader`: the head of state or government of the country whom the text names.
  private func leader(_ source: Source, _ place: Int) -> Identity? {
    guard source.range.contains(where: { rank($0) == .head }) else { return nil }
    for (id, person) in cast.people.prefix(400).enumerated() where person.place == place {
      guard let role = person.role, role.contains(where: { rank($0) == .head }) else { continue }
      return self.person(id, .guessed)
    }
    return nil
  }

  func rank(_ i: Int) -> Office.Rank? {
    guard let found = entity(i), case .office(let id) = found.meaning else { return nil }
    return knowledge.lexicon.offices[id].rank
  }

  /// The only person whose office has that word.
  private func holder(of key: UInt64) -> Int? {
    var only: Int?
    for (id, person) in cast.people.prefix(400).enumerated() {
      guard let role = person.role, role.contains(where: { tokens[$0].key == key }) else {
        continue
      }
      if only != nil { return nil }
      only = id
    }
    return only
  }
}
