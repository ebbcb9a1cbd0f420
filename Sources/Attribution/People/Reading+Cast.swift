internal import Casebook

extension Reading {
  /// Finds the people and bodies of the article; then, when all names are known, who is named
  /// where: a surname may come before the full name.
  mutating func findCast() {
    var names: [Range<Int>] = []
    for paragraph in paragraphs {
      var i = datelineEnd(paragraph.range)
      while i < paragraph.range.upperBound {
        if tokens[i].isAny(.org) { noteBody(i, paragraph.range.lowerBound) }
        guard isNameWord(i) else {
          i += 1
          continue
        }
        let end = nameEnd(i, paragraph.range.upperBound)
        let name = nameBehindOffice(i..<end, paragraph.range.lowerBound)
        notePerson(name, in: paragraph.range)
        names.append(name)
        i = max(end, i + 1)
      }
    }
    cast.clearMentions()
    for name in names where !isBodyName(name) {
      if let id = bearer(of: name) { cast.place(id, name) }
    }
  }

  /// The dash behind `PORT SELAN, Alba (HP) —` at the beginning of a paragraph, whose names are
  /// places; the beginning itself where none is.
  private func datelineEnd(_ range: Range<Int>) -> Int {
    let lo = range.lowerBound
    guard range.count > 2, tokens[lo].shape.contains(.capitals),
      let dash = (lo + 1..<min(lo + 12, range.upperBound)).first(where: { tokens[$0].mark == .dash }
      )
    else { return lo }
    let isPlace = (lo..<dash).allSatisfy { i in
      tokens[i].isWord ? tokens[i].isCapital : tokens[i].mark != .colon && !tokens[i].endsSentence
    }
    return isPlace ? dash : lo
  }

  /// `Minister of Defence Jon Reed`: the name begins with the given name, if the office has an `of`.
  private func nameBehindOffice(_ name: Range<Int>, _ lo: Int) -> Range<Int> {
    guard name.lowerBound - 2 >= lo, tokens[name.lowerBound - 1].key == Keys.of,
      tokens[name.lowerBound - 2].isAny([.title, .role]),
      let given = name.dropLast().first(where: { tokens[$0].isAny([.maleName, .femaleName]) })
    else { return name }
    return given..<name.upperBound
  }

  /// Who of the people so far has a name.
  private func bearer(of name: Range<Int>) -> Int? {
    let key = tokens[name.upperBound - 1].key
    let gender = title(before: name.lowerBound)
    guard let given = given(name) else { return cast.bearer(of: key, gender) }
    return cast.bearer(of: key, given: given, gender)
  }

  /// The given name in a name of several words: the first word that the table knows as one.
  private func given(_ name: Range<Int>) -> UInt64? {
    name.dropLast().first { tokens[$0].isAny([.maleName, .femaleName]) }.map { tokens[$0].key }
  }

  /// What `Mr.` or `Mrs.` before a name says.
  private func title(before i: Int) -> Cast.Gender {
    guard i > 0, tokens[i - 1].isAny(.address) else { return .unknown }
    return tokens[i - 1].isAny(.female) ? .female : tokens[i - 1].isAny(.male) ? .male : .unknown
  }

  /// `Harbour Trust Bank`: what goes before the noun of a body.
  private func isBodyName(_ name: Range<Int>) -> Bool {
    name.upperBound < tokens.count && tokens[name.upperBound].isAny(.org)
      && tokens[name.upperBound].isCapital
  }

  private mutating func notePerson(_ range: Range<Int>, in paragraph: Range<Int>) {
    let last = range.upperBound - 1
    let key = tokens[last].key
    if range.upperBound < paragraph.upperBound, isBodyName(range) { return }
    let spelling = Folding.spelling(bytes, tokens[last].range)
    cast.note(key, spelling: spelling)
    let titled =
      range.lowerBound > paragraph.lowerBound
      && (tokens[range.lowerBound - 1].isAny([.title, .role]) || isOffice(before: range.lowerBound))
    if let known = bearer(of: range) {
      cast.mention(known, range)
      if cast.people[known].given == nil { cast.people[known].given = self.given(range) }
      if cast.people[known].name.count < range.count, isBetterName(range, than: known) {
        cast.people[known].name = range
      }
      describe(known, range, paragraph)
      return
    }
    let given = tokens[range.lowerBound].isAny([.maleName, .femaleName])
    let isKnown = extra.bySurname[key] != nil
    guard range.count <= 4, titled || isKnown || range.count > 1,
      !tokens[range.lowerBound].isAny(.region)
    else { return }
    guard given || titled || isKnown || range.count == 2 || range.count == 3 else { return }
    let first = tokens[range.lowerBound]
    // `Debating Oslin was hard.`
    if first.shape.contains(.ing), !given,
      range.lowerBound == paragraph.lowerBound || !tokens[range.lowerBound - 1].isWord
    {
      return
    }
    if tokens[last].isAny(.site), !given { return }
    if !given, !titled, !isKnown, isInRowOfPlaces(range, paragraph.lowerBound) { return }
    let id = cast.add(
      Cast.Person(name: range, surname: key, first: range, given: self.given(range)),
      spelling: spelling)
    cast.mention(id, range)
    describe(id, range, paragraph)
  }

  /// `in Brenna`, `attacks in Brenna and Mar Ostrey`: where something is, not who.
  private func isInRowOfPlaces(_ range: Range<Int>, _ lo: Int) -> Bool {
    var i = range.lowerBound
    while i - 2 >= lo, tokens[i - 1].key == Keys.and || tokens[i - 1].mark == .comma,
      tokens[i - 2].isCapital, tokens[i - 2].isWord
    {
      i -= 2
      while i > lo, tokens[i - 1].isCapital, tokens[i - 1].isWord,
        !tokens[i - 1].isAny(.preposition)
      {
        i -= 1
      }
    }
    return i > lo && tokens[i - 1].key == Keys.in && !tokens[i - 1].isCapital
  }

  private mutating func noteBody(_ i: Int, _ lo: Int) {
    // `State` of `State Department` is no body of its own.
    if i + 1 < tokens.count, tokens[i + 1].isCapital, tokens[i + 1].isAny(.org) { return }
    var start = i
    while start > lo, i - start < 6, tokens[start - 1].isCapital,
      !tokens[start - 1].isAny(.weekday),
      tokens[start - 1].isWord, !tokens[start - 1].isAny([.subject, .preposition])
    {
      start -= 1
    }
    while start < i, tokens[start].isAny(Reading.closed) { start += 1 }
    guard start < i else { return }
    cast.add(
      Cast.Body(head: tokens[i].key, range: start..<i + 1, place: place(in: start..<i + 1)))
  }

  /// The state, bloc or body that a stretch of words names; that of an adjective first.
  func place(in range: Range<Int>) -> Int? {
    var office: Int?
    for i in range {
      guard let found = entity(i) else { continue }
      switch found.meaning {
      case .adjective(let place), .name(let place), .metonym(let place): return place
      case .office(let id):
        if office == nil, let name = knowledge.lexicon.offices[id].country {
          office = knowledge.lexicon.places.firstIndex { $0.name == name }
        }
      case .known(let id):
        if extra.places[id] >= 0 { return extra.places[id] }
      }
    }
    return office
  }

  /// A state, bloc or body by its number: of the table, behind them those that only the notebook
  /// knows.
  func place(_ number: Int) -> Place {
    let table = knowledge.lexicon.places
    if number < table.count { return table[number] }
    let party = extra.parties[number - table.count]
    return Place(name: party.name, kind: party.kind ?? .organisation)
  }

  /// A person's office without article and country: `foreign minister` of `the Russian foreign
  /// minister`.
  func office(of person: Cast.Person) -> Range<Int>? {
    guard var range = person.role else { return nil }
    while let first = range.first, tokens[first].isAny([.article, .possessive]) {
      range = range.dropFirst()
    }
    if let first = range.first, let country = entity(first), isCountry(country, person) {
      range = min(country.range.upperBound, range.upperBound)..<range.upperBound
    }
    if let last = range.last, range.count > 2, let country = entity(last),
      isCountry(country, person), country.range.upperBound == range.upperBound,
      country.range.lowerBound > range.lowerBound + 1,
      tokens[country.range.lowerBound - 1].key == Keys.of
    {
      range = range.lowerBound..<country.range.lowerBound - 1
    }
    return range.isEmpty ? nil : range
  }

  private func isCountry(_ entity: Entity, _ person: Cast.Person) -> Bool {
    switch entity.meaning {
    case .adjective(let place), .name(let place): place == person.place
    case .known(let id): extra.places[id] >= 0 && extra.places[id] == person.place
    case .office, .metonym: false
    }
  }
}
