internal import Casebook
internal import CommandKit
internal import SourceText

/// One thing with everything that is known about it.
struct RecordCard {
  private let session: Session
  private let page: Page

  init(_ session: Session, _ page: Page) {
    self.session = session
    self.page = page
  }

  private var book: Casebook { session.book }

  func lines(_ subject: ShowSubject) -> [String] {
    switch subject {
    case .records(let ids):
      ids.enumerated().flatMap { i, id in (i == 0 ? [] : [""]) + record(id) }
    case .article(let id): article(id)
    case .party(let id): party(id)
    case .issue(let id): issue(id)
    case .tag(let id): tag(id)
    case .hypothesis(let id): hypothesis(id)
    case .prose(let place, let sentence):
      [Layout.words(place)]
        + Layout.wrap(Layout.words(sentence), page.width.map { $0 - 2 }).map { "  " + $0 }
    case .passage(let article, let pieces):
      [session.hint(for: pieces[0], in: article)]
        + pieces.flatMap { quoted(Layout.words(book.articles[article].text[$0])) }
    }
  }

  private func quoted(_ text: String) -> [String] {
    Layout.wrap(Layout.quoted(text), page.width.map { $0 - 2 }).map { "  " + $0 }
  }

  private func field(_ name: String, _ text: String?) -> [String] {
    guard let text, !text.isEmpty else { return [] }
    let lines = Layout.wrap(VisibleText.showing(text), page.width.map { $0 - 14 })
    return lines.enumerated().map { i, line in
      (i == 0 ? "  " + name : "").padded(14) + line
    }
  }

  private func made(_ coder: Int32, _ time: Instant?) -> [String] {
    let who = [book.texts.text(coder), time?.description].compactMap { $0 }
    return field("coded", who.joined(separator: " "))
  }

  // MARK: Marks

  private func record(_ id: RecordID) -> [String] {
    switch id.kind {
    case .annotation: book.annotations.row(of: id).map(annotation) ?? []
    case .statement: statement(id)
    case .claim: book.claims.first { $0.id == id }.map(claim) ?? []
    case .link: book.links.first { $0.id == id }.map(link) ?? []
    }
  }

  private func annotation(_ row: AnnotationRow) -> [String] {
    let one = book.annotations[row]
    var out = ["\(book.address(of: row))  \(one.id.text)"]
    out += quoted(session.words(row))
    out += field("tags", one.tags.map { "#" + book.tags[$0].name }.joined(separator: " "))
    out += field("note", one.note)
    out += made(one.coder, one.time)
    if one.condition != .exact { out += field("anchor", "\(one.condition)") }
    var seen: [RecordID] = []
    for line in book.statements(on: row) where !seen.contains(book.statements.id(line)) {
      seen.append(book.statements.id(line))
      out += statement(book.statements.id(line), withWords: false)
    }
    return out + about(one.id)
  }

  private func statement(_ id: RecordID, withWords: Bool = true) -> [String] {
    var out: [String] = []
    for row in book.statements.rows(of: id) {
      let one = book.statement(row)
      out.append("\(id.text)  \(session.sentence(one))")
      if withWords {
        out += ["  \(book.address(of: one.annotation))"] + quoted(session.words(one.annotation))
      }
      out += parts(one) + made(one.coder, one.time)
    }
    return out + settled(id) + about(id)
  }

  private func settled(_ id: RecordID) -> [String] {
    guard let one = book.settled[id] else { return [] }
    let who = [one.stance.token, "by", book.texts.text(one.coder), one.time?.description]
    return field("settled", who.compactMap { $0 }.joined(separator: " ")) + field("why", one.why)
  }

  private func parts(_ one: Statement) -> [String] {
    func name(_ id: PartyID?) -> String? { id.map { book.parties[$0].name } }
    var out = field("speaker", name(one.speaker)) + field("party", name(one.party))
    out += field("via", one.via.compactMap { name($0) }.joined(separator: ", "))
    out += field("addressing", name(one.addressee)) + field("channel", one.channel)
    out += field("cue", one.cue.map { "“\($0)”" })
    let how = [one.voice?.rawValue, one.act?.rawValue, one.hedge.map { "hedged \($0.rawValue)" }]
    out += field("told", how.compactMap { $0 }.joined(separator: ", "))
    out += field("said", one.said?.readable)
    out += field("origin", one.isSuggested ? "suggested" : nil)
    out += field("words", one.isUncommitted ? "say that no position was taken" : nil)
    return out + field("note", one.note)
  }

  private func claim(_ one: Claim) -> [String] {
    [ClaimCommand.described(one)]
      + field("made by", one.made.map { session.shown(.record($0)) }.joined(separator: "; "))
      + field("note", one.note) + made(one.coder, one.time) + about(one.id)
  }

  private func link(_ one: Link) -> [String] {
    [LinkCommand.described(one)] + field("from", session.shown(.record(one.from)))
      + field("to", session.shown(.record(one.to))) + made(one.coder, one.time)
  }

  /// Notes, claims and links that concern a record.
  private func about(_ id: RecordID) -> [String] {
    book.notes.filter { $0.target == id }.flatMap { field("note", $0.text) }
      + book.claims.filter { $0.made.contains(id) }
      .flatMap { field("claim", ClaimCommand.described($0)) }
      + book.links.filter { $0.from == id || $0.to == id }
      .flatMap { field("link", LinkCommand.described($0)) } + evidence { $0.target == id }
  }

  /// Judgements, by record and hypothesis.
  private func evidence(_ isMeant: (Evidence.Key) -> Bool) -> [String] {
    if book.evidence.isEmpty { return [] }
    return book.evidence.values.filter { isMeant($0.key) }
      .sorted {
        ($0.target, book.hypotheses[$0.hypothesis].name)
          < ($1.target, book.hypotheses[$1.hypothesis].name)
      }
      .flatMap {
        field("evidence", EvidenceCommand.described($0, session)) + made($0.coder, $0.time)
      }
  }

  // MARK: Names

  private func article(_ id: ArticleID) -> [String] {
    let one = book.articles[id]
    let meta = one.content.metadata
    func sourced(_ value: String?, _ basis: String?) -> String? {
      value.map { $0 + (basis.map { " (\($0))" } ?? "") }
    }
    var out = ["\(one.name)  \(Layout.words(one.title))"]
    out += field("source", one.source + (one.isUnkept ? ", unkept" : ""))
    out += field("title", sourced(meta.title?.value, meta.title?.basis)) + others(.title, meta)
    out += field("author", one.typed.author ?? meta.byline.joined(separator: ", "))
    out += others(.author, meta)
    out += field(
      "publisher",
      one.typed.publisher.map { "\($0) (typed)" }
        ?? sourced(meta.publisher?.value, meta.publisher?.basis))
    out += published(one) + others(.published, meta)
    out += field("address", sourced(meta.url, meta.urlBasis))
    out += field("fetched", sourced(meta.fetched?.value, meta.fetched?.basis))
    out += field("language", one.language) + field("grade", one.grade?.rawValue)
    out += ArticleCopies(book).card(id).flatMap { field($0.name, $0.text) }
    out += field("text", "\(one.textDigest.hex.prefix(12))…, \(one.paragraphs.count) paragraphs")
    return out + field("marks", String(book.annotations(of: id).count))
  }

  /// What other places of the source say, which was not chosen.
  private func others(_ what: MetadataCandidate.Field, _ meta: ArticleMetadata) -> [String] {
    meta.others.filter { $0.field == what }
      .flatMap { field("", "not chosen: \(Layout.words($0.value)) (\($0.basis))") }
  }

  private func published(_ one: Article) -> [String] {
    if let typed = one.typed.published { return field("published", "\(typed.readable) (typed)") }
    switch one.content.metadata.published {
    case .stated(let day, let instant, let basis):
      return field("published", "\(instant ?? day.description) (\(basis))")
    case .notStated(let bracket, let reasons):
      let days = bracket.map { ": \($0.readable)" } ?? ""
      return field("published", "not stated\(days)")
        + reasons.flatMap { field("", "\(one.name):\($0)") }
    }
  }

  private func party(_ id: PartyID) -> [String] {
    let one = book.parties[id]
    var out = [session.described(id)] + field("country", one.country)
    out += field("basis", session.basis(ofParty: one.name))
    out += field("was", one.was.joined(separator: ", "))
    let members = book.parties.memberships.filter { $0.group == id }.map {
      book.parties[$0.member].name + ($0.role.map { " as \($0)" } ?? "")
    }
    out += field("members", members.joined(separator: ", "))
    let rows = book.statements.all.filter {
      book.statements.parties[$0.row] == id.rawValue
        || book.statements.speakers[$0.row] == id.rawValue
    }
    return out + field("statements", String(rows.count))
  }

  private func issue(_ id: IssueID) -> [String] {
    let one = book.issues[id]
    let rows = book.statements.all.filter { book.statements.issues[$0.row] == id.rawValue }
    return [IssueCommand.described(one)] + field("include", one.include)
      + field("exclude", one.exclude) + field("was", one.was.joined(separator: ", "))
      + field("statements", String(rows.count))
  }

  private func hypothesis(_ id: HypothesisID) -> [String] {
    [HypothesisCommand.described(book.hypotheses[id])] + evidence { $0.hypothesis == id }
  }

  private func tag(_ id: TagID) -> [String] {
    let one = book.tags[id]
    let marks = book.annotations.all.filter { book.annotations.tags($0).contains(id) }
    return [DefineCommand.described(one)] + field("include", one.include)
      + field("exclude", one.exclude) + field("marks", String(marks.count))
  }
}
