import Casebook
import CommandKit
import SourceText
import TestKit

/// Types lines at random: mostly what an analyst would type, sometimes what nobody should.
struct RandomAnalyst {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// Sources for a folder; all invented.
  static let sources = [
    (
      "talks.txt",
      """
      Port Selan hosts first direct talks

      Envoys of Alba and Corda met on Monday in Port Selan for the first time in six years.

      “There will be no truce without guarantees,” Mira Oslin said. “Nobody should expect one.” \
      Alba's delegation left early; Corda called that “a gesture”.

      Corda insists that the islands are not for sale, and that fishing rights must be settled \
      first. Alba rejects this. Alba rejects this.

      The Harbour House said: "We will talk — but not at any price…" It gave no day.
      """
    ),
    (
      "наречје.txt",
      """
      Преговори у Селану 🕊️

      Олсин каже да нема примирја без гаранција. Корда то одбија.

      Zażółć gęślą jaźń — naïve café, 北京 said 「no truce」 on 17 April.

      Hidden: \u{9B}31m red, \u{202E}turned\u{202C}, a\u{200B}b and \u{7F} end.
      """
    ),
    (
      "brief.txt",
      "A short wire\n\nAlba will wait. Corda will not. Alba will wait.\n\nMediators, #tagged "
        + "and -- dashed, keep \"talking\" \\ waiting.\n"
    ),
  ]

  static let parties = ["Alba", "Corda", "Mira Oslin", "the Harbour House", "Zoë Ångström", "北方"]
  static let issues = ["truce", "islands", "fishing-rights", "tra-nga"]
  static let tags = ["red-line", "offer/price", "доказ", "x"]
  static let texts = [
    "plain words", "a \"quoted\" word, and \\ a stroke", "wide 北京 and é and 👩‍🚀",
    "“typographic” – dashes… -- and #hash", "it's", "said on truce to Alba", "  inner   blanks",
    "hidden \u{1B}[31m and \u{202E} \u{9B}1m", "two\nlines",
    "a text that is so long that its record has to be broken over more than one line of the "
      + "notebook, with \"marks\" in it and 北京 too, and still goes on for some words more",
  ]
  static let notes = [
    "a note", "turned \u{202E} \u{85} over",
    "compare with “the other”; 12 % #x -- y", "note \"with\" marks , and commas",
    "a long note that goes on and on so that its record is broken over several lines, which must "
      + "be joined again to the very same text, blanks   and all, when it is read the next time",
  ]

  /// The next line for a session.
  mutating func line(for session: Session) -> String {
    let book = session.book
    switch random.below(36) {
    case 0, 1: return load(book)
    case 2, 3: return party()
    case 4: return issue()
    case 5: return define()
    case 6, 7, 8, 9: return "annotate \(passage(book))\(tagWords(book))\(note())"
    case 10, 11, 12, 13: return attribute(book)
    case 14: return "\(random.pick(["tag", "untag"])) \(reference(book)) #\(tag())"
    case 15: return "note \(reference(book)) \(random.pick(Self.notes))"
    case 16: return claim(book)
    case 17: return link(book)
    case 18, 19: return edit(book)
    case 20: return drop(book)
    case 21: return rename(book)
    case 22: return keep()
    case 23: return write()
    case 24: return member()
    case 25: return "grade \(article(book)) \(random.pick(["A", "c", "F", "G", "B"]))"
    case 26: return random.pick(["undo", "undo", "redo"])
    case 27: return question(book)
    case 28: return aside(book)
    case 29, 30, 31: return suggested(session)
    case 32, 33: return hypothesis(book)
    default: return invalid(book)
    }
  }

  // MARK: Names

  private mutating func text() -> String { JSONString.quote(random.pick(Self.texts)) }

  private mutating func name() -> String { JSONString.quote(random.pick(Self.parties)) }

  private mutating func tag() -> String { random.pick(Self.tags) }

  private mutating func tagWords(_ book: Casebook) -> String {
    random.once(in: 3) ? random.several(Self.tags, most: 3).map { " #\($0)" }.joined() : ""
  }

  private mutating func note() -> String {
    random.once(in: 4) ? " -- \(random.pick(Self.notes))" : ""
  }

  private mutating func article(_ book: Casebook) -> String {
    book.articles.all.isEmpty ? "nowhere" : book.articles[random.pick(book.articles.all)].name
  }

  mutating func reference(_ book: Casebook) -> String {
    var ids = book.annotations.all.map { book.annotations.id($0).text }
    ids += book.annotations.all.flatMap { book.statements(on: $0) }
      .map { book.statements.id($0).text }
    ids += book.claims.map(\.id.text) + book.links.map(\.id.text) + ["it", "%1", "1a"]
    return random.pick(ids)
  }

  // MARK: Passages

  private mutating func passage(_ book: Casebook) -> String {
    (0...(random.once(in: 4) ? 1 + random.below(2) : 0)).map { _ in piece(book) }
      .joined(separator: " + ")
  }

  private mutating func piece(_ book: Casebook) -> String {
    guard !book.articles.all.isEmpty else { return "\"words\"" }
    let article = book.articles[random.pick(book.articles.all)]
    let number = 1 + random.below(article.paragraphs.count + (random.once(in: 20) ? 1 : 0))
    switch random.below(8) {
    case 0: return "\(article.name):\(number)"
    case 1: return "\(article.name):\(number).\(1 + random.below(3))"
    case 2: return "\(article.name):\(number)q"
    case 3: return "\(article.name) \(words(of: article, number))"
    default: return "\(article.name):\(number) \(words(of: article, number))"
    }
  }

  private mutating func words(of article: Article, _ number: Int) -> String {
    guard number <= article.paragraphs.count else { return "\"nothing\"" }
    let words = article.text[article.paragraphs[number - 1].range].split(separator: " ")
    let from = random.below(words.count)
    let to = min(words.count, from + 1 + random.below(6))
    return JSONString.quote(words[from..<to].joined(separator: " "))
  }

  // MARK: Commands

  private mutating func load(_ book: Casebook) -> String {
    let (file, _) = random.pick(Self.sources)
    var line = "load \(file) as a\(random.below(4))"
    if random.once(in: 3) { line += " published 2031-04-\(10 + random.below(9))" }
    if random.once(in: 4) { line += " title \(text())" }
    if random.once(in: 5) { line += " grade \(random.pick(["A", "D"]))" }
    if random.once(in: 6) { line += " version-of \(article(book))" }
    return line
  }

  private mutating func party() -> String {
    var line = "party \(name())"
    if random.once(in: 2) { line += " kind \(random.pick(PartyKind.words))" }
    if random.once(in: 4) { line += " short \(random.pick(["AL", "CO", "X"]))" }
    if random.once(in: 3) { line += " of \(name()) as \(text())" }
    if line.contains(" of "), random.once(in: 2) { line += " from 2030" }
    if random.once(in: 4) { line += " also \(text()), \"Selan\"" }
    return line
  }

  private mutating func member() -> String {
    var line = "member \(name()) of \(name())"
    if random.once(in: 2) { line += " as \(text())" }
    if random.once(in: 2) { line += " from 2031-01-01 to 2031-12" }
    return random.once(in: 4) ? "alias \(name()) \(text())" : line
  }

  private mutating func issue() -> String {
    var line = "issue \(random.pick(Self.issues)) \(text())"
    if random.once(in: 3) { line += " parent \(random.pick(Self.issues))" }
    if random.once(in: 3) { line += " exclude \(text())" }
    return line
  }

  private mutating func define() -> String {
    "define #\(tag()) \(text())" + (random.once(in: 2) ? " include \(text())" : "")
  }

  private mutating func attribute(_ book: Casebook) -> String {
    let subject = random.once(in: 3) ? reference(book) : passage(book)
    return "attribute \(subject)" + statementParts() + positions() + tagWords(book) + note()
  }

  private mutating func statementParts() -> String {
    var parts: [String] = []
    if random.once(in: 2) { parts.append("to \(name())") }
    if random.once(in: 3) { parts.append("for \(name())") }
    if random.once(in: 4) { parts.append("cue \(text())") }
    if random.once(in: 6) { parts.append("via \(name())") }
    if random.once(in: 8) { parts.append("addressing \(name())") }
    if random.once(in: 8) { parts.append("channel \(text())") }
    if random.once(in: 4) { parts.append("act \(random.pick(Act.words))") }
    if random.once(in: 4) { parts.append("voice \(random.pick(Voice.words))") }
    if random.once(in: 4) { parts.append("said 2031-04-1\(random.below(9))") }
    if random.once(in: 6) { parts.append("hedge \(random.pick(Hedge.words))") }
    return parts.shuffled(using: &random).map { " " + $0 }.joined()
  }

  private mutating func positions() -> String {
    if random.once(in: 4) { return "" }
    return " on "
      + (0...random.below(2)).map { _ in
        var one = random.pick(Self.issues)
        if !random.once(in: 3) { one += " \(random.pick(Stance.all).token)" }
        if random.once(in: 4) { one += " if \(text())" }
        return one
      }.joined(separator: ", ")
  }

  private mutating func claim(_ book: Casebook) -> String {
    var line = "claim \(reference(book)) \(text())"
    if random.once(in: 2) { line += " kind \(random.pick(ClaimKind.words))" }
    if random.once(in: 3) { line += " credibility \(1 + random.below(7))" }
    if random.once(in: 3) { line += " likelihood \(random.pick(["70%", "remote", "probable"]))" }
    return line + note()
  }

  private mutating func link(_ book: Casebook) -> String {
    "link \(reference(book)) \(random.pick(Relation.words)) \(reference(book))\(note())"
  }
}
