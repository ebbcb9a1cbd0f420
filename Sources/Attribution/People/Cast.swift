/// The people and bodies of an article, as they come.
struct Cast {
  /// Somebody who is named.
  struct Person {
    /// The words of the longest name so far.
    var name: Range<Int>
    /// The last word of it.
    var surname: UInt64
    var gender: Gender = .unknown
    /// The office that the text gives, as tokens.
    var role: Range<Int>?
    /// Whose office it is: a number of the table of places.
    var place: Int?
    /// The body that the person speaks for, as tokens.
    var body: Range<Int>?
    /// The party of the notebook that it is.
    var known: Int?
    var mentions: [Int] = []
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
  private var bySurname: [UInt64: Int] = [:]

  /// The person of a surname, or of a given name that nobody else has.
  func person(_ key: UInt64) -> Int? { bySurname[key] }

  mutating func add(_ person: Person, also given: UInt64?) -> Int {
    people.append(person)
    bySurname[person.surname] = people.count - 1
    if let given, bySurname[given] == nil { bySurname[given] = people.count - 1 }
    return people.count - 1
  }

  /// The last mention before a token of somebody for whom a pronoun fits.
  func last(before token: Int, after floor: Int, _ gender: Gender) -> Int? {
    var best: (token: Int, person: Int)?
    for (i, person) in people.enumerated() where fits(person.gender, gender) {
      var (low, high) = (0, person.mentions.count)
      while low < high {
        let middle = (low + high) / 2
        if person.mentions[middle] < token { low = middle + 1 } else { high = middle }
      }
      guard low > 0, person.mentions[low - 1] >= floor else { continue }
      if best == nil || best!.token < person.mentions[low - 1] {
        best = (person.mentions[low - 1], i)
      }
    }
    return best?.person
  }

  func fits(_ gender: Gender, _ pronoun: Gender) -> Bool {
    gender == .unknown || pronoun == .unknown || gender == pronoun
  }
}
