/// What a word is to the rules. The tables `words.*.tsv` list the words of each class by the
/// names below; a word may belong to several.
struct WordClass: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: UInt64) { rawValue = 1 << bit }

  static let article = WordClass(bit: 0)
  static let possessive = WordClass(bit: 1)
  static let preposition = WordClass(bit: 2)
  static let conjunction = WordClass(bit: 3)
  static let subordinator = WordClass(bit: 4)
  static let complementizer = WordClass(bit: 5)
  static let question = WordClass(bit: 6)
  static let relative = WordClass(bit: 7)
  static let subject = WordClass(bit: 8)
  static let object = WordClass(bit: 9)
  static let male = WordClass(bit: 10)
  static let female = WordClass(bit: 11)
  static let plural = WordClass(bit: 12)
  static let be = WordClass(bit: 13)
  static let have = WordClass(bit: 14)
  static let `do` = WordClass(bit: 15)
  static let modal = WordClass(bit: 16)
  static let negation = WordClass(bit: 17)
  static let adverb = WordClass(bit: 18)
  static let catenative = WordClass(bit: 19)
  static let time = WordClass(bit: 20)
  static let timeLead = WordClass(bit: 21)
  static let weekday = WordClass(bit: 22)
  static let medium = WordClass(bit: 23)
  static let title = WordClass(bit: 24)
  static let role = WordClass(bit: 25)
  static let group = WordClass(bit: 26)
  static let org = WordClass(bit: 27)
  static let document = WordClass(bit: 28)
  static let particle = WordClass(bit: 29)
  static let abbreviation = WordClass(bit: 30)
  static let number = WordClass(bit: 31)
  static let finite = WordClass(bit: 32)
  static let clausal = WordClass(bit: 33)
  static let plain = WordClass(bit: 34)
  static let maleName = WordClass(bit: 35)
  static let femaleName = WordClass(bit: 36)
  static let evidential = WordClass(bit: 37)
  static let subjunctive = WordClass(bit: 38)
  static let postposition = WordClass(bit: 39)
  static let prefix = WordClass(bit: 40)
  static let nounLike = WordClass(bit: 41)
  static let opinion = WordClass(bit: 42)
  static let genitive = WordClass(bit: 43)
  static let impersonal = WordClass(bit: 44)
  static let accusative = WordClass(bit: 45)
  static let summary = WordClass(bit: 46)
  static let region = WordClass(bit: 47)
  static let address = WordClass(bit: 48)
  static let site = WordClass(bit: 49)
  static let copula = WordClass(bit: 50)
  static let support = WordClass(bit: 51)
  /// Nouns for an occasion or a medium of speech: `interview`, `post`.
  static let occasion = WordClass(bit: 52)
  /// Prepositions before an occasion or a medium: `on X`, `at a rally`.
  static let occasionLead = WordClass(bit: 53)

  /// Adjectives and participles that stand behind their noun, before a preposition: `officials
  /// familiar with`.
  static let postposed = WordClass(bit: 54)

  /// Auxiliaries: they stand inside of a verb group.
  static let auxiliary: WordClass = [.be, .have, .do, .modal]
  /// What may stand before a noun and belongs to it.
  static let determiner: WordClass = [.article, .possessive]
  /// Nouns for somebody who can say something.
  static let agent: WordClass = [.title, .role, .group, .org]
  /// What a capitalised word in the middle of a sentence can still be.
  static let nominal: WordClass = [
    .male, .female, .plural, .time, .weekday, .medium, .title, .role, .group, .org, .document,
    .particle, .abbreviation, .number, .maleName, .femaleName, .opinion,
    .region, .address, .site, .occasion,
  ]

  /// The classes by the names the tables use.
  static let named: [String: WordClass] = [
    "article": .article, "possessive": .possessive, "preposition": .preposition,
    "conjunction": .conjunction, "subordinator": .subordinator,
    "complementizer": .complementizer, "question": .question, "relative": .relative,
    "subject": .subject, "object": .object, "male": .male, "female": .female, "plural": .plural,
    "be": .be, "have": .have, "do": .do, "modal": .modal, "negation": .negation,
    "adverb": .adverb, "catenative": .catenative, "time": .time, "timelead": .timeLead,
    "weekday": .weekday, "medium": .medium, "title": .title, "role": .role, "group": .group,
    "org": .org, "document": .document, "particle": .particle, "abbreviation": .abbreviation,
    "number": .number, "finite": .finite, "clausal": .clausal, "plain": .plain,
    "evidential": .evidential, "subjunctive": .subjunctive, "postposition": .postposition,
    "prefix": .prefix, "nounlike": .nounLike,
    "opinion": .opinion, "genitive": .genitive,
    "impersonal": .impersonal, "accusative": .accusative,
    "summary": .summary, "region": .region, "address": .address, "site": .site, "copula": .copula,
    "support": .support, "occasion": .occasion, "occasionlead": .occasionLead,
    "postposed": .postposed,
  ]
}
