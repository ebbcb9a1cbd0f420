internal import Attribution
internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import SourceText

/// `show`: everything about one thing.
struct ShowCommand: QuestionCommand {
  static let subject = Slot(
    ValueKind<ShowSubject>.showSubject, "a mark, a row, an article, a party, an issue or a tag",
    as: "REF|NAME", repeats: true)

  static let declaration = Declaration(
    "show", .marking, "shows everything about a record, a row or a name", slots: [subject.erased],
    discussion: """
      A mark with its words, tags, notes, statements, claims and links; an article with where its \
      title, day and publisher come from; a party with its memberships; an issue with its \
      definition. `show %3`, or `show 3`, shows what is behind row 3 of the last listing.
      """,
    examples: [
      Example(
        "show 15a", gives: "no truce without guarantees",
        after: CommandFixtures.truce + [CommandFixtures.statement])
    ])

  let subjects: [ShowSubject]

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    subjects = try arguments.all(Self.subject, session)
    if subjects.isEmpty {
      throw Diagnostic(.expectedMark, at: arguments.line.end, hint: "show 15a, show %3, show NAME")
    }
  }

  func normalForm(in session: Session) -> String {
    var line = NormalForm("show")
    for subject in subjects {
      switch subject {
      case .records(let ids): for id in ids { line.add(id.text) }
      case .article(let id): line.add(session.book.articles[id].name)
      case .party(let id): line.add(name: session.book.parties[id].name)
      case .issue(let id): line.add(session.book.issues[id].name)
      case .hypothesis(let id): line.add(session.book.hypotheses[id].name)
      case .tag(let id): line.add(tags: [session.book.tags[id].name])
      case .passage, .prose: break
      }
    }
    return line.text
  }

  func answer(from session: Session, page: Page) throws(Diagnostic) -> Output {
    let card = RecordCard(session, page)
    var lines: [String] = []
    for subject in subjects {
      if !lines.isEmpty { lines.append("") }
      lines += card.lines(subject)
    }
    return Output(lines)
  }
}

/// What `show` names.
enum ShowSubject: Sendable {
  case records([RecordID])
  case article(ArticleID)
  case party(PartyID)
  case issue(IssueID)
  case tag(TagID)
  case hypothesis(HypothesisID)
  case passage(ArticleID, [Range<Int>])
  /// The analyst's own words: where they stand, and a sentence.
  case prose(String, String)
}

extension ValueKind where Value == ShowSubject {
  static let showSubject = ValueKind(
    "REF|NAME", expected: "a mark, a row or a name",
    candidates: {
      $0.marks() + $0.articles() + $0.issues() + $0.parties() + $0.tags() + $0.hypotheses()
    },
    read: { cursor, session throws(Diagnostic) in
      guard let word = cursor.peek else { throw cursor.missing("a mark, a row or a name") }
      let text = cursor.line.text(word)
      if word.form == .plain, text.hasPrefix("%"), let row = row(text, session) {
        cursor.next()
        return row
      }
      // A bare number has no other meaning here, and a row is what is meant after a listing.
      if word.form == .plain, Int(text) != nil, session.book.parties.named(text) == nil {
        guard let row = row("%" + text, session) else {
          throw Diagnostic(
            .noRow(text), at: cursor.line.place(word.range),
            hint: session.listing.isEmpty ? "list" : "show %1")
        }
        cursor.next()
        return row
      }
      if word.form == .plain, ReferenceReader.isReference(text) {
        return .records(try ValueKind<[RecordID]>.reference.read(&cursor, session))
      }
      if let article = session.book.articles.named(text) {
        cursor.next()
        return .article(article)
      }
      if let issue = session.book.issues.named(text) {
        cursor.next()
        return .issue(issue)
      }
      if let hypothesis = session.book.hypotheses.named(text) {
        cursor.next()
        return .hypothesis(hypothesis)
      }
      if text.hasPrefix("#"), let tag = session.book.tags.named(text.dropFirst()) {
        cursor.next()
        return .tag(tag)
      }
      return .party(try ValueKind<PartyID>.who.read(&cursor, session))
    })

  private static func row(_ text: String, _ session: Session) -> ShowSubject? {
    guard let number = Int(text.dropFirst()), let row = session.row(number) else { return nil }
    switch row {
    case .record(let id): return .records([id])
    case .statements(let ids): return .records(ids)
    case .article(let id): return .article(id)
    case .party(let id): return .party(id)
    case .issue(let id): return .issue(id)
    case .tag(let id): return .tag(id)
    case .prose(let place, let sentence): return .prose(place, sentence)
    case .passage(let article, let pieces), .suggestion(let article, let pieces, _):
      return .passage(article, pieces)
    case .castMember(let article, let name):
      guard let member = session.cast(of: article).first(where: { $0.name == name }) else {
        return .article(article)
      }
      return session.partyMeant(by: member.name).map { .party($0) }
        ?? .passage(article, [member.first])
    case .setAside(let article, let block):
      return .passage(article, [session.book.articles[article].blocks[block].range])
    }
  }
}

extension Message {
  fileprivate static func noRow(_ text: String) -> Message {
    Message("no-row", "the last listing has no row \(text)")
  }
}
