/// The people and bodies of an article, as they come.
struct Cast {
  /// Somebody who is named.
  struct Person {
    /// The words of the longest name so far.
    var name: Range<Int>
    /// The last word of it.
    var surname: UInt64
    /// Where it comes first.
    var first: Range<Int>
    /// The given name, where the table knows it.
    var given: UInt64?
    var gender: Gender = .unknown
    /// The office that the text gives, as tokens.
    var role: Range<Int>?
    /// Whose office it is: a number of the table of places.
    var place: Int?
    /// The body that the person speaks for, as tokens.
    var body: Range<Int>?
    var mentions = 0
  }

  /// Which pronoun fits.
  enum Gender { case unknown, male, female }

  /// A body with a name: `the Alban Foreign Ministry`.
  struct Body {
    var head: UInt64
    var range: Range<Int>
    var place: Int?
  }

  var people: [Person] = []
  var bodies: [Body] = []
  private var mentions: [(first: Int, token: Int, person: Int)] = []
  private var bodiesOf: [UInt64: [Int]] = [:]
  /// The people of each surname, as they come.
  private var bySurname: [UInt64: [Int]] = [:]
  /// Surnames by their spelling, whatever the ending; and which surname another one stands for.
  private var bySpelling: [UInt64: UInt64] = [:]
  private var sameName: [UInt64: UInt64] = [:]
  /// People by their given name, where nobody else has it.
  private var byGiven: [UInt64: Int] = [:]

  /// The person of a surname, the one named most often; else of a given name.
  func person(_ key: UInt64) -> Int? { bearer(of: key, .unknown) }

  /// The person of a surname for whom a gender fits, the one named most often.
  func bearer(of key: UInt64, _ gender: Gender) -> Int? {
    guard let list = bySurname[surname(key)] else { return byGiven[key] }
    var best: Int?
    for id in list where fits(people[id].gender, gender) {
      if best == nil || people[id].mentions > people[best ?? id].mentions { best = id }
    }
    return best
  }

  /// The person of a surname and a given name. Somebody of whom only the surname was known takes
  /// the given name on; two given names are two people.
  func bearer(of key: UInt64, given: UInt64, _ gender: Gender) -> Int? {
    guard let list = bySurname[surname(key)] else { return nil }
    if let same = list.first(where: { people[$0].given == given }) { return same }
    return list.first { people[$0].given == nil && fits(people[$0].gender, gender) }
  }

  /// `Zelensky` in an article that has `Zelenskyy` too is one name, the one that came first.
  mutating func note(_ key: UInt64, spelling: UInt64) {
    if bySurname[key] != nil { return }
    if let other = bySpelling[spelling], other != key { sameName[key] = other }
  }

  private func surname(_ key: UInt64) -> UInt64 { sameName.isEmpty ? key : sameName[key] ?? key }

  mutating func add(_ person: Person, spelling: UInt64) -> Int {
    people.append(person)
    if bySpelling[spelling] == nil { bySpelling[spelling] = person.surname }
    // Somebody else has it as their own: then it stands for no other one.
    sameName[person.surname] = nil
    bySurname[person.surname, default: []].append(people.count - 1)
    if let given = person.given, byGiven[given] == nil { byGiven[given] = people.count - 1 }
    return people.count - 1
  }

  /// Forgets where people are named, but not how often.
  mutating func clearMentions() { mentions = [] }

  /// Notes a mention anew, without counting it.
  mutating func place(_ person: Int, _ range: Range<Int>) {
    mentions.append((range.lowerBound, range.upperBound - 1, person))
  }

  /// The person whose name ends at a token.
  func named(at token: Int) -> Int? {
    mention(at: token).map { mentions[$0].person }
  }

  /// The number of the mention whose last token is `token`.
  func mention(at token: Int) -> Int? {
    var (low, high) = (0, mentions.count)
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].token < token { low = middle + 1 } else { high = middle }
    }
    return low < mentions.count && mentions[low].token == token ? low : nil
  }

  /// Notes that somebody is named in some tokens; they come in order.
  mutating func mention(_ person: Int, _ range: Range<Int>) {
    people[person].mentions += 1
    mentions.append((range.lowerBound, range.upperBound - 1, person))
  }

  /// The person whose name ends at a token; `next` is the first mention not yet asked for.
  func named(at token: Int, from next: inout Int) -> Int? {
    while next < mentions.count, mentions[next].token < token { next += 1 }
    guard next < mentions.count, mentions[next].token == token else { return nil }
    next += 1
    return mentions[next - 1].person
  }

  /// The first token of a mention.
  func start(at number: Int) -> Int { mentions[number].first }

  mutating func add(_ body: Body) {
    bodiesOf[body.head, default: []].append(bodies.count)
    bodies.append(body)
  }

  /// The last body with a head noun that is named before a token.
  func body(_ head: UInt64, before token: Int) -> Body? {
    guard let list = bodiesOf[head] else { return nil }
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if bodies[list[middle]].range.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? bodies[list[low - 1]] : nil
  }

  func fits(_ gender: Gender, _ pronoun: Gender) -> Bool {
    gender == .unknown || pronoun == .unknown || gender == pronoun
  }
}
