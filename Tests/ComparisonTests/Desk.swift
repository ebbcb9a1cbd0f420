import Casebook
import SourceText

/// A statement of an invented article.
struct Said {
  var words: String
  var article = "wire"
  var speaker: String?
  var party: String?
  var issue: String?
  var stance: String?
  var condition: String?
  var hedge: Hedge?
  var said: String?
  var coder = "ab"
  var cue: String?
  var voice: Voice?
  var via: [String] = []
  var tags: [String] = []
  var act: Act?
  var addressee: String?

  /// Words on an issue.
  init(_ words: String, _ party: String?, _ issue: String? = "truce", _ stance: String? = nil) {
    self.words = words
    self.party = party
    self.issue = issue
    self.stance = stance
  }

  /// The same with some fields set.
  func with(_ change: (inout Said) -> Void) -> Said {
    var copy = self
    change(&copy)
    return copy
  }
}

/// Everything a casebook of invented states is made of. The order of each list is the order in
/// which it is added.
struct Desk {
  var parties: [Party] = [
    Desk.party("Alba", .state, "AL"), Desk.party("Corda", .state, "CO"),
    Desk.party("Tarn", .state, "TA"),
  ]
  /// Member, group, and the days between which it holds.
  var memberships: [(String, String, String?, String?)] = []
  var issues: [(name: String, proposition: String)] = [
    ("truce", "The fighting should stop before a settlement."),
    ("monitors", "Monitors should be stationed on both banks."),
    ("seat", "The council should have a seat of its own."),
  ]
  /// Name and days; a stretch of days is a bracket.
  var articles: [(name: String, days: String?)] = [("wire", "2031-04-17")]
  var statements: [Said] = []

  init(_ statements: [Said] = []) { self.statements = statements }

  static func party(_ name: String, _ kind: PartyKind?, _ short: String? = nil) -> Party {
    var party = Party(name: name, kind: kind)
    party.short = short
    return party
  }

  /// The casebook. Each article has one paragraph for each distinct passage, by its words.
  func casebook() -> Casebook {
    var book = Casebook()
    for party in parties { book.parties.define(party) }
    for (member, group, from, to) in memberships {
      book.parties.add(
        Membership(
          member: book.parties.named(member)!, group: book.parties.named(group)!,
          from: from.map { Day($0) }, to: to.map { Day($0) }))
    }
    for issue in issues {
      book.issues.define(Issue(name: issue.name, proposition: issue.proposition), name: issue.name)
    }
    for article in articles { define(article.name, article.days, in: &book) }
    for said in statements { add(said, to: &book) }
    return book
  }

  private func define(_ name: String, _ days: String?, in book: inout Casebook) {
    let passages = Set(statements.filter { $0.article == name }.map(\.words)).sorted()
    var text = ""
    var blocks: [Block] = []
    for passage in passages {
      let start = text.utf8.count
      text += passage
      blocks.append(Block(.paragraph, start..<text.utf8.count, line: blocks.count * 2 + 1))
      text += "\n\n"
    }
    var metadata = ArticleMetadata()
    if let range = days.flatMap({ DayRange($0) }) {
      metadata.published =
        range.isDay
        ? .stated(day: range.first, instant: nil, basis: "dateline")
        : .notStated(bracket: range, reasons: [])
    }
    let canonical = CanonicalText(text)
    let content = ArticleContent(text: canonical, blocks: blocks, metadata: metadata)
    book.articles.define(
      Article(
        name: name, source: "\(name).txt", content: content, textDigest: canonical.digest),
      name: name)
  }

  private func add(_ said: Said, to book: inout Casebook) {
    let annotation = annotate(said, in: &book)
    let digest = RecordID.statementDigest(
      annotation: book.annotations.id(annotation), speaker: said.speaker, party: said.party,
      issue: said.issue)
    var one = Statement(id: RecordID(.statement, digest: digest.hex), annotation: annotation)
    one.speaker = said.speaker.flatMap { book.parties.named($0) }
    one.party = said.party.flatMap { book.parties.named($0) }
    one.issue = said.issue.flatMap { book.issues.named($0) }
    one.stance = said.stance.flatMap { Stance(token: $0) }
    one.condition = said.condition
    one.hedge = said.hedge
    one.said = said.said.flatMap { DayRange($0) }
    one.coder = book.texts.intern(said.coder)
    one.cue = said.cue
    one.voice = said.voice
    one.act = said.act
    one.addressee = said.addressee.flatMap { book.parties.named($0) }
    one.via = said.via.compactMap { book.parties.named($0) }
    book.add(one)
  }

  private func annotate(_ said: Said, in book: inout Casebook) -> AnnotationRow {
    let id = book.articles.named(said.article)!
    let article = book.articles[id]
    let range = article.blocks.first { article.text[$0.range] == said.words }!.range
    let digest = RecordID.annotationDigest(
      text: article.textDigest, start: article.text.scalarOffset(ofByte: range.lowerBound),
      pieces: [said.words])
    let record = RecordID(.annotation, digest: digest.hex)
    if let known = book.annotations.row(of: record) { return known }
    var annotation = Annotation(id: record, article: id, pieces: [range])
    annotation.tags = said.tags.map { book.tags.define(Tag(name: $0), name: $0) }
    return book.add(annotation)!
  }
}

extension Day {
  /// `2031-04-17`
  init(_ text: String) { self = DayRange(text)!.first }
}

extension Casebook {
  /// Parties by name.
  func parties(_ names: String...) -> [PartyID] { names.map { parties.named($0)! } }

  /// Issues by name.
  func issues(_ names: String...) -> [IssueID] { names.map { issues.named($0)! } }
}
