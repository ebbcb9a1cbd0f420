extension Reading {
  /// Whether a name begins at a token.
  func isNameWord(_ i: Int) -> Bool {
    let token = tokens[i]
    guard token.isCapital, token.isWord, !token.isAny([.title, .role, .weekday, .org]) else {
      return false
    }
    let isGiven = token.isAny([.maleName, .femaleName])
    // `Bill Reed` is no bill.
    if token.isAny(.document) {
      return isGiven && i + 1 < tokens.count && tokens[i + 1].isCapital && tokens[i + 1].isWord
    }
    if token.isAny(.time), !isGiven { return false }
    if let found = entity(i) {
      switch found.meaning {
      case .known: return false
      case .office, .name, .adjective, .metonym:
        guard isGiven, i + 1 < tokens.count, tokens[i + 1].isCapital else { return false }
      }
    }
    if token.isAny(Reading.closed.union([.question, .group])), !token.isAny(.particle) {
      return false
    }
    return knowledge.language == "de" ? isGermanName(i) : true
  }

  /// In German every noun is a capital: a name is a given name, what follows one, or what follows
  /// an office.
  private func isGermanName(_ i: Int) -> Bool {
    if tokens[i].isAny([.maleName, .femaleName]) || cast.person(tokens[i].key) != nil {
      return true
    }
    guard i > 0, tokens[i - 1].isAny([.title, .role]) || isOffice(before: i) else { return false }
    return true
  }

  /// Whether an office of the table ends before a token.
  func isOffice(before i: Int) -> Bool {
    for j in max(0, i - 3)..<i {
      if let found = entity(j), case .office = found.meaning, found.range.upperBound == i {
        return true
      }
    }
    return false
  }

  /// The end of the name that begins at `i`.
  func nameEnd(_ i: Int, _ hi: Int) -> Int {
    var j = i + 1
    let isGiven = tokens[i].isAny([.maleName, .femaleName])
    while j < hi, tokens[j].isWord {
      let isOffice =
        tokens[j].isAny([.title, .role])
        && !(j == i + 1 && tokens[i].isAny([.maleName, .femaleName]))
      // `Greater London`: no person, unless a given name stands before.
      if !isGiven, isPlace(j) { break }
      // `in Port Selan, D.C. He said`: a pronoun begins a sentence whose beginning was not seen; `I`
      // may be a queen's number.
      if tokens[j].isAny(.subject), tokens[j].end - tokens[j].start > 1 { break }
      if tokens[j].isCapital, !tokens[j].isAny([.weekday, .org]), !isOffice {
        j += 1
      } else if tokens[j].isAny(.particle), j + 1 < hi, tokens[j + 1].isCapital,
        !tokens[j].isAny(.article)
      {
        j += 2
      } else {
        break
      }
    }
    return min(j, hi)
  }

  private func isPlace(_ i: Int) -> Bool {
    switch entity(i)?.meaning {
    case .name, .metonym: true
    default: false
    }
  }

  /// Whether a longer name is a name: `Old Jon Reed` is not where `Jon Reed` is known.
  func isBetterName(_ range: Range<Int>, than known: Int) -> Bool {
    let name = cast.people[known].name
    let isGiven = { (i: Int) in self.tokens[i].isAny([.maleName, .femaleName]) }
    if isGiven(range.lowerBound) { return true }
    if name.count > 1, isGiven(name.lowerBound) { return false }
    return !tokens[range.lowerBound].shape.contains(.ing)
  }
}
