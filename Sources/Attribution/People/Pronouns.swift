/// Who `he` and `she` are: every pronoun of an article, resolved in the order of the text, so that
/// one that is resolved counts as a mention for the next.
///
/// The weights follow the usual observations on English anaphora (Lappin and Leass 1994): the nearer
/// sentence, the subject before the object and the genitive, who spoke before who is spoken of. They
/// were set on news texts; only their order of size matters.
struct Pronouns {
  /// Somebody at a place of the text, by name or by a pronoun that is resolved.
  struct Mention {
    var person: Int
    var sentence: Int
    var quote: Int32
    var weight: Int
  }

  /// How a pronoun stands in its clause.
  enum Use { case subject, object, possessive }

  /// How far back, in mentions and sentences, somebody is looked for.
  static let reach = (mentions: 24, sentences: 8)

  static let sentence = 12
  static let here = 8
  static let subject = 25
  static let genitive = -8
  static let quoted = -40
  /// The subject of the sentence in which a pronoun is an object: `Oslin met her`.
  static let own = -40
  static let speaker = 18
  static let gender = 12

  /// The person of each resolved pronoun, by its token.
  private(set) var people: [Int: Int] = [:]
  private var mentions: [Mention] = []
  /// What an earlier pronoun says of somebody whose name does not tell.
  private var learned: [Int: Cast.Gender] = [:]

  mutating func add(_ mention: Mention) { mentions.append(mention) }

  /// Resolves a pronoun of a gender; the mention that it makes has `weight`.
  mutating func resolve(
    _ token: Int, _ gender: Cast.Gender, _ use: Use, as mention: Mention, in cast: Cast
  ) {
    guard let person = best(gender, use, mention, cast) else { return }
    people[token] = person
    if use == .subject, cast.people[person].gender == .unknown, learned[person] == nil {
      learned[person] = gender
    }
    var mention = mention
    mention.person = person
    mentions.append(mention)
  }

  private func best(
    _ gender: Cast.Gender, _ use: Use, _ at: Mention, _ cast: Cast
  ) -> Int? {
    var best: (person: Int, score: Int)?
    for mention in mentions.suffix(Self.reach.mentions).reversed() {
      let distance = at.sentence - mention.sentence
      if distance > Self.reach.sentences { break }
      var known = cast.people[mention.person].gender
      if known == .unknown { known = learned[mention.person] ?? .unknown }
      guard cast.fits(known, gender) else { continue }
      var score = mention.weight - distance * Self.sentence
      if known == gender { score += Self.gender }
      if distance == 0 { score += Self.here }
      if use == .object, distance == 0, mention.weight >= Self.subject { score += Self.own }
      if mention.quote >= 0, mention.quote != at.quote { score += Self.quoted }
      if score > best?.score ?? .min { best = (mention.person, score) }
    }
    return best?.person
  }
}

extension Reading {
  /// Resolves the pronouns of the article; the drafts say who speaks.
  func resolvedPronouns() -> Pronouns {
    var pronouns = Pronouns()
    var speakers: Set<Int> = []
    for draft in drafts {
      if let source = draft.source { speakers.insert(nameWord(source) ?? source.head) }
    }
    var next = 0
    for sentence in sentences {
      for i in sentence.range {
        if let person = cast.named(at: i, from: &next) {
          let weight = standing(of: cast.start(at: next - 1), i, sentence.range, speakers)
          pronouns.add(
            .init(person: person, sentence: sentence.number, quote: quoteOf[i], weight: weight))
        } else if let gender = pronounGender(i) {
          pronouns.resolve(
            i, gender, use(of: i, sentence.range.upperBound),
            as: .init(
              person: -1, sentence: sentence.number, quote: quoteOf[i],
              weight: standing(of: i, i, sentence.range, speakers)), in: cast)
        }
      }
    }
    return pronouns
  }

  /// `her` before a noun is possessive, else an object.
  private func use(of i: Int, _ end: Int) -> Pronouns.Use {
    let token = tokens[i]
    if token.isAny(.subject) { return .subject }
    guard token.isAny(.possessive) else { return .object }
    let isNoun = i + 1 < end && tokens[i + 1].isWord && !tokens[i + 1].isAny(Reading.closed)
    return isNoun || !token.isAny(.object) ? .possessive : .object
  }

  private func pronounGender(_ i: Int) -> Cast.Gender? {
    let token = tokens[i]
    guard token.isAny([.subject, .object, .possessive]), token.isAny([.male, .female]) else {
      return nil
    }
    return token.isAny(.female) ? .female : .male
  }

  /// The weight of a mention whose words are `first...last`.
  private func standing(
    of first: Int, _ last: Int, _ sentence: Range<Int>, _ speakers: Set<Int>
  ) -> Int {
    var weight = speakers.contains(last) ? Pronouns.speaker : 0
    let after = last + 1
    if after < sentence.upperBound, tokens[after].mark == .genitive { return Pronouns.genitive }
    if tokens[last].isAny(.possessive), !tokens[last].isAny(.subject) { return weight }
    if speakers.contains(last) || isSubject(first, after, sentence) { weight += Pronouns.subject }
    return weight
  }

  /// Whether a name is the subject of its clause: nothing but a title, a mark or a small word before
  /// it, a verb behind it.
  private func isSubject(_ first: Int, _ after: Int, _ sentence: Range<Int>) -> Bool {
    var i = first
    while i > sentence.lowerBound, tokens[i - 1].isWord,
      tokens[i - 1].isAny([.title, .role, .org, .article, .region]) || entity(i - 1) != nil
        || i - 1 > sentence.lowerBound && tokens[i - 1].isCapital
    {
      i -= 1
    }
    if i == sentence.lowerBound || i == sentence.lowerBound + 1 && tokens[i - 1].isAny(.conjunction)
    {
      return true
    }
    let before = tokens[i - 1]
    guard
      before.isAny([.conjunction, .subordinator, .relative, .complementizer])
        || !before.isWord && before.mark != .genitive && before.mark != .open
    else { return false }
    return after < sentence.upperBound && isVerbal(after)
  }

  private func isVerbal(_ i: Int) -> Bool {
    let token = tokens[i]
    guard token.isWord, !token.isCapital else { return false }
    return token.isAny(WordClass.auxiliary.union([.finite, .adverb])) || token.cue >= 0
      || token.shape.contains(.ed) || token.shape.contains(.s)
  }
}
