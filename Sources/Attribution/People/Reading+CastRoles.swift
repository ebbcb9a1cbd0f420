extension Reading {
  /// Gender, office and country from the words around a name.
  mutating func describe(_ id: Int, _ range: Range<Int>, _ paragraph: Range<Int>) {
    let first = tokens[range.lowerBound]
    if cast.people[id].gender == .unknown, range.count > 1 {
      if first.isAny(.maleName) { cast.people[id].gender = .male }
      if first.isAny(.femaleName) { cast.people[id].gender = .female }
    }
    var i = range.lowerBound
    while i > paragraph.lowerBound, range.lowerBound - i < 9, isRoleWord(i - 1) { i -= 1 }
    if i < range.lowerBound { takeRole(id, i..<range.lowerBound) }
    let end = range.upperBound
    guard end + 1 < paragraph.upperBound, tokens[end].mark == .comma else { return }
    let apposition = phraseEnd(from: end + 1, to: paragraph.upperBound)
    guard apposition > end + 1, apposition - end < 16 else { return }
    let noun = head(of: end + 1..<apposition)
    // `Chief of Staff Brel, Foreign Minister Ada Norin, and …`: the next one in a row.
    guard !isNameWord(noun) || tokens[noun].isAny([.role, .title]),
      tokens[end + 1...noun].contains(where: { $0.isAny([.role, .title]) }),
      !tokens[end + 1].isAny([.subject, .plural]),
      apposition == paragraph.upperBound || !tokens[apposition].isWord
    else { return }
    takeRole(id, end + 1..<apposition)
  }

  private func isRoleWord(_ i: Int) -> Bool {
    let token = tokens[i]
    guard token.isWord else { return false }
    if token.isAny([.title, .role, .org]) { return true }
    if token.isAny(Reading.closed) {
      return token.key == Keys.of && i > 0 && tokens[i - 1].isCapital
    }
    if token.isAny([.weekday, .time]) { return false }
    return entity(i) != nil || isOffice(before: i + 1)
      || token.cue < 0 && tokens[i + 1].isAny([.role, .org])
        && !tokens[i + 1].isAny(.abbreviation)
  }

  private mutating func takeRole(_ id: Int, _ range: Range<Int>) {
    for i in range {
      if tokens[i].isAny(.female) { cast.people[id].gender = .female }
      if tokens[i].isAny(.male), cast.people[id].gender == .unknown {
        cast.people[id].gender = .male
      }
    }
    guard range.contains(where: { tokens[$0].isAny([.role, .title]) || entity($0) != nil }) else {
      return
    }
    let isOnlyTitle = range.count == 1 && tokens[range.lowerBound].isAny(.address)
    if cast.people[id].role == nil || cast.people[id].role!.count < range.count, !isOnlyTitle {
      cast.people[id].role = range
    }
    if cast.people[id].body == nil { cast.people[id].body = body(in: range) }
    if cast.people[id].place == nil {
      let place = range.contains { rank($0) == .envoy } ? home(ofEnvoy: range) : place(in: range)
      cast.people[id].place =
        place ?? placeOfPartner(before: range.lowerBound)
        ?? placeOfEmployer(before: range.lowerBound)
    }
  }

  /// The country that an envoy comes from: `the American envoy for Ukraine`, `ambassador to
  /// Germany` are sent there, not from there.
  private func home(ofEnvoy range: Range<Int>) -> Int? {
    let sent = range.first { tokens[$0].isAny(.preposition) && tokens[$0].key != Keys.of }
    return place(in: range.lowerBound..<(sent ?? range.upperBound))
  }

  /// The body in a description: `Alban Foreign Ministry spokesman`, `a spokesman for the bank`.
  func body(in range: Range<Int>) -> Range<Int>? {
    guard let head = range.first(where: { tokens[$0].isAny(.org) && !tokens[$0].isAny(.role) })
    else { return nil }
    var start = head
    while start > range.lowerBound, tokens[start - 1].isWord,
      !tokens[start - 1].isAny([.role, .preposition, .article, .possessive])
    {
      start -= 1
    }
    let named = tokens[head].isCapital || (start..<head + 1).contains { entity($0) != nil }
    return named ? start..<head + 1 : nil
  }

  /// `Secretary of State Kolm and envoy Brandt`: the second shares the first one's country.
  private func placeOfPartner(before i: Int) -> Int? {
    guard i > 2, tokens[i - 1].key == Keys.and, tokens[i - 2].isCapital,
      let partner = cast.person(tokens[i - 2].key)
    else { return nil }
    return cast.people[partner].place
  }

  /// `Oslin’s top aides, Chief of Staff Brel, Minister Norin`: those in the row have the country of
  /// whoever they work for.
  private func placeOfEmployer(before i: Int) -> Int? {
    var comma = i
    while comma > 0, i - comma < 24, isInRow(comma - 1), !tokens[comma - 1].isAny(.group) {
      comma -= 1
    }
    guard comma > 0, comma < i, tokens[comma].mark == .comma, tokens[comma - 1].isAny(.group) else {
      return nil
    }
    var owner = comma - 1
    while owner > 1, comma - owner < 5, tokens[owner].isWord { owner -= 1 }
    guard tokens[owner].mark == .genitive, owner > 0 else { return nil }
    if let found = place(in: owner - 1..<owner) { return found }
    return cast.person(tokens[owner - 1].key).flatMap { cast.people[$0].place }
  }

  /// A name, an office, or what stands between them in a row.
  private func isInRow(_ i: Int) -> Bool {
    tokens[i].mark == .comma || tokens[i].key == Keys.and || tokens[i].key == Keys.of
      || tokens[i].isWord && tokens[i].isCapital
  }
}
