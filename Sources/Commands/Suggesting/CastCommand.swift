internal import Attribution
internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import SourceText

/// `cast`: who is in an article.
struct CastCommand: Command {
  static let article = Slot(ValueKind<ArticleID>.article, "the article", optional: true)

  static let declaration = Declaration(
    "cast", .codebook, "lists who is in an article, with offices and countries",
    slots: [article.erased],
    discussion: """
      People stand with the office and the country that the text gives, states with the capitals \
      and seats that stand for them. A row marked `=` is known already. `accept 1-9` makes parties \
      of rows, with aliases, role and membership; one undo takes all of it back.
      """,
    examples: [Example("cast wire", gives: "Mira Oslin", after: [CommandFixtures.load])],
    otherWords: ["people": "cast", "who": "cast", "speakers": "cast", "actors": "cast"])

  let article: ArticleID?

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    article = try arguments.nextIfAny(Self.article, session)
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    guard let article = article ?? session.article else {
      throw Diagnostic(.castWhere, hint: "cast NAME, or load FILE as NAME")
    }
    try session.checkTables()
    session.current = article
    let members = session.cast(of: article)
    let one = session.book.articles[article]
    let known = members.count { session.partyMeant(by: $0.name) != nil }
    var lines = ["\(one.name)   \(Layout.count(members.count, "name")), \(known) known already"]
    for (i, member) in members.enumerated() {
      lines.append(line(i + 1, member, article, session, world.page))
    }
    let rows = members.map { Row.castMember(article, $0.name) }
    let next = known < members.count ? ["accept 1-\(members.count)"] : []
    return Output(lines, rows: rows, next: next + ["suggest \(one.name)"])
  }

  private func line(
    _ row: Int, _ member: CastMember, _ article: ArticleID, _ session: Session, _ page: Page
  ) -> String {
    let place = session.hint(for: member.first, in: article)
    let at = place.split(separator: ":").dropFirst().first ?? "title"
    let known = session.partyMeant(by: member.name)
    var who = Layout.words(known.map { session.book.parties[$0].name } ?? member.name)
    if let known, NameKey(session.book.parties[known].name) != NameKey(member.name) {
      who += " (\(Layout.words(member.name)))"
    }
    let office = [member.role, member.country].compactMap { $0.map(Layout.words) }
    let also =
      member.also.isEmpty ? [] : ["also \(member.also.map(Layout.words).joined(separator: ", "))"]
    let text =
      "%\(row)".padded(5) + (known == nil ? "  " : "= ") + Layout.fit(String(at), 6)
      + Layout.fit(member.kind.rawValue, 13) + Layout.fit(who, 24) + " "
      + "\(member.mentions)×".padded(5) + (office + also).joined(separator: "; ")
    return Layout.cut(text, page.width)
  }
}

/// A name of an article made a party.
struct CastDefinition {
  /// Lines that define it, the state before its people.
  let lines: [String]
  /// Its name.
  let name: String

  init(_ member: CastMember, _ session: Session) {
    var definition = PartyDefinition(member.name, kind: member.kind)
    let group = member.country.flatMap {
      definition.belong(to: $0, kind: .state, as: member.role, in: session)
    }
    definition.also = member.also.filter {
      session.book.parties.meant(by: Layout.words($0)).isEmpty
    }
    name = definition.name
    lines = [group, definition.line].compactMap { $0 }
  }
}

extension Session {
  /// Who is in an article, as it has them.
  func cast(of article: ArticleID) -> [CastMember] {
    let one = book.articles[article]
    return Suggester.cast(
      in: one.text.bytes, blocks: one.blocks, language: one.language ?? "en", known: knownParties,
      vocabulary: vocabulary)
  }
}

extension Message {
  static let castWhere = Message("cast-where", "no article is open whose cast could be listed")
}
