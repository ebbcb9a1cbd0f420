internal import Attribution
internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import SourceText

/// `suggest`: who may say what in an article.
struct SuggestCommand: Command {
  static let scope = Slot(
    ValueKind<SuggestionScope>.articleOrPassage, "the article, or a part of it",
    as: "ARTICLE|PASSAGE", optional: true)

  static let walk = Keyword("walk", ValueKind<Bool>.flag, "goes through them one by one")

  static let declaration = Declaration(
    "suggest", .marking, "proposes the statements of an article: who says what",
    slots: [scope.erased], keywords: [walk.erased],
    discussion: """
      Quotations, reported speech and paraphrase are found by their cues (said, insists, according \
      to, concerns that), and speakers by names, offices, pronouns and metonyms. A row marked `?` \
      rests on a pronoun or a bare role. Nothing is recorded until it is taken: `accept 1 3-5`, \
      `accept 2 on truce +1`, `refuse 4`; a row is a passage like those of `find`. `suggest 5-7` \
      proposes those of some paragraphs, `suggest walk` shows them one by one.

      Lines that you add to the tables of cues, offices, places and names are read from \
      `verbatim/tables` beside the config file, in files of the same names (`cues.en.tsv`); \
      `verbatim --check-tables` reads them all.
      """,
    examples: [
      Example("suggest wire", gives: "suggestions", after: [CommandFixtures.load]),
      Example("suggest wire:2-3", gives: "suggestion", after: [CommandFixtures.load]),
    ])

  let scope: SuggestionScope?
  let walks: Bool

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    walks = try arguments.value(Self.walk, session) ?? false
    scope = try arguments.nextIfAny(Self.scope, session)
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    try session.checkTables()
    let passage = try scope?.passage(in: &session)
    guard let article = passage?.article ?? session.article else {
      throw Diagnostic(.suggestWhere, hint: "suggest NAME, or load FILE as NAME")
    }
    session.current = article
    if walks {
      session.walk = Walk(article, within: passage?.pieces)
      return WalkCard.next(&session, world)
    }
    let found = Suggestions(article, session.seen(by: world.coder), within: passage?.pieces)
    let unsure = found.open.count { found.all[$0].sureness == .guessed }
    var lines = [
      "\(scope?.typed ?? session.book.articles[article].name)   "
        + "\(Layout.count(found.open.count, "suggestion")), \(unsure) to look at; "
        + "\(found.taken) taken, \(found.refused) refused"
    ]
    for (i, number) in found.open.enumerated() {
      lines.append(line(i + 1, found.all[number], article, session, world.page))
    }
    let rows = found.open.map { Row.suggestion(article, found.all[$0].content, $0) }
    return Output(lines, rows: rows, next: rows.isEmpty ? ["next"] : ["accept 1", "refuse 1"])
  }

  private func line(
    _ row: Int, _ one: Suggestion, _ article: ArticleID, _ session: Session, _ page: Page
  ) -> String {
    let text = session.book.articles[article].text
    let place = session.hint(for: one.content[0], in: article)
    let at = place.split(separator: ":").dropFirst().joined(separator: ":")
    let who = one.sourceName ?? "?"
    let party = one.party.flatMap { name in
      session.partyMeant(by: name).flatMap { session.book.parties[$0].short } ?? name
    }
    let cue = one.cue.map { Layout.words(text[$0]) } ?? ""
    let head =
      "%\(row)".padded(4) + (one.sureness == .guessed ? "? " : "  ") + Layout.fit(at, 6)
      + Layout.fit(Layout.words(party ?? "-"), 9) + " " + Layout.fit(Layout.words(who), 16) + " "
      + Layout.fit(cue, 12) + " " + Layout.fit(one.voice.rawValue, 8) + " "
    let words = Layout.words(one.content.map { text[$0] }.joined(separator: " … "))
    return head
      + Layout.cut(words, page.width.map { max(16, $0 - DisplayWidth.cells(of: head)) })
  }
}

extension Message {
  static let suggestWhere = Message("suggest-where", "no article is open to suggest from")
}
