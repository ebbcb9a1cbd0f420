internal import Casebook
public import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import SourceText

/// Everything a session's records add up to, as lines sorted within each kind: two sessions with
/// the same dump are the same sum, in whatever order it came about.
public struct CasebookDump {
  private let session: Session
  private var book: Casebook { session.book }

  /// The dump of a session.
  public init(_ session: Session) { self.session = session }

  /// One line for each thing.
  public var text: String {
    let kinds = [
      articles, parties, memberships, issues, tags, annotations, statements, claims, links, notes,
      kept, asides, refusals, hypotheses, evidence, settled,
      problems,
    ]
    return kinds.map { $0.sorted().map { $0 + "\n" }.joined() }.joined()
  }

  // MARK: Codebook

  private var parties: [String] {
    book.parties.all.map { id in
      let party = book.parties[id]
      return line(
        "party", party.name, at: party.item,
        [
          ("kind", party.kind?.rawValue), ("short", party.short), ("also", list(party.also)),
          ("country", party.country), ("was", list(party.was)),
        ])
    }
  }

  private var memberships: [String] {
    book.parties.memberships.map { one in
      line(
        "member", "\(name(one.member)) of \(name(one.group))", at: one.item,
        [("as", one.role), ("from", one.from?.description), ("to", one.to?.description)])
    }
  }

  private var issues: [String] {
    book.issues.all.map { id in
      let issue = book.issues[id]
      return line(
        "issue", issue.name, at: issue.item,
        [
          ("proposition", issue.proposition), ("parent", issue.parent),
          ("include", issue.include), ("exclude", issue.exclude), ("was", list(issue.was)),
        ])
    }
  }

  /// A tag that nothing uses or defines any more leaves its row behind, which says nothing.
  private var tags: [String] {
    let used = Set(book.annotations.all.flatMap { book.annotations.tags($0) })
    return book.tags.all.filter { used.contains($0) || book.tags[$0].item >= 0 }.map { id in
      let tag = book.tags[id]
      return line(
        "tag", tag.name, at: tag.item,
        [
          ("definition", tag.definition), ("include", tag.include), ("exclude", tag.exclude),
        ])
    }
  }

  // MARK: Articles

  private var articles: [String] {
    book.articles.all.map { id in
      let one = book.articles[id]
      return line(
        "article", one.name, at: one.item,
        [
          ("source", one.source), ("bytes", one.sourceDigest?.hex), ("text", one.textDigest.hex),
          ("grade", one.grade?.rawValue), ("title", one.typed.title),
          ("published", one.typed.published?.description), ("publisher", one.typed.publisher),
          ("author", one.typed.author), ("language", one.typed.language),
          ("version-of", one.versionOf), ("unkept", one.isUnkept ? "yes" : nil),
          ("restored", list(one.restored.sorted().map(String.init))),
          ("paragraphs", "\(one.paragraphs.count)"),
        ])
    }
  }

  private var asides: [String] {
    book.asides.map { line("aside", "\(name($0.article)) \($0.block)", at: $0.item, []) }
  }

  private var refusals: [String] {
    book.refusals.map { line("refusal", "\(name($0.article)) \($0.words)", at: $0.item, []) }
  }

  // MARK: Marks

  private var annotations: [String] {
    book.annotations.all.map { row in
      let one = book.annotations[row]
      let pieces = one.pieces.map { "\($0)" }.joined(separator: ",")
      return line(
        "annotation", one.id.text, at: one.item,
        [
          ("in", name(one.article)), ("at", pieces), ("address", book.address(of: row)),
          ("tags", list(one.tags.map { book.tags[$0].name })), ("note", one.note),
          ("coder", book.texts.text(one.coder)), ("time", one.time?.description),
          ("condition", "\(one.condition)"),
        ])
    }
  }

  private var statements: [String] {
    book.annotations.all.flatMap { row in
      book.statements(on: row).map { statement(book.statement($0)) }
    } + ["statements \(book.statements.count)"]
  }

  private func statement(_ one: Statement) -> String {
    line(
      "statement", one.id.text, at: one.item,
      [
        ("coder", book.texts.text(one.coder)), ("on", book.annotations.id(one.annotation).text),
        ("speaker", one.speaker.map(name)), ("party", one.party.map(name)),
        ("via", list(one.via.map(name))), ("addressee", one.addressee.map(name)),
        ("channel", one.channel),
        ("cue", one.cue), ("issue", one.issue.map(name)),
        ("stance", one.stance?.token), ("if", one.condition), ("voice", one.voice?.rawValue),
        ("act", one.act?.rawValue), ("hedge", one.hedge?.rawValue),
        ("said", one.said?.description), ("note", one.note), ("time", one.time?.description),
        ("suggested", one.isSuggested ? "yes" : nil),
        ("uncommitted", one.isUncommitted ? "yes" : nil),
      ])
  }

  private var claims: [String] {
    book.claims.map { one in
      line(
        "claim", one.id.text, at: one.item,
        [
          ("text", one.text), ("made", list(one.made.map(\.text))), ("kind", one.kind?.rawValue),
          ("status", one.status?.rawValue), ("credibility", one.credibility.map(String.init)),
          ("likelihood", one.likelihood?.rawValue), ("confidence", one.confidence?.rawValue),
          ("note", one.note), ("coder", book.texts.text(one.coder)),
          ("time", one.time?.description),
        ])
    }
  }

  private var links: [String] {
    book.links.map { one in
      line(
        "link", one.id.text, at: one.item,
        [
          ("from", one.from.text), ("relation", one.relation.rawValue), ("to", one.to.text),
          ("why", one.why), ("coder", book.texts.text(one.coder)),
          ("time", one.time?.description),
        ])
    }
  }

  private var notes: [String] {
    book.notes.map { line("note", "\($0.target.text) \($0.text)", at: $0.item, []) }
  }

  private var hypotheses: [String] {
    book.hypotheses.all.map { id in
      let one = book.hypotheses[id]
      return line("hypothesis", one.name, at: one.item, [("proposition", one.proposition)])
    }
  }

  private var settled: [String] {
    book.settled.values.map { one in
      line(
        "settled", one.statement.text, at: one.item,
        [
          ("is", one.stance.token), ("why", one.why), ("coder", book.texts.text(one.coder)),
          ("time", one.time?.description),
        ])
    }
  }

  private var evidence: [String] {
    book.evidence.values.map { one in
      let hypothesis =
        book.hypotheses.isDefined(one.hypothesis)
        ? book.hypotheses[one.hypothesis].name : "(hypothesis that is gone)"
      return line(
        "evidence", "\(one.target.text) \(hypothesis)", at: one.item,
        [
          ("is", one.consistency.rawValue), ("why", one.why),
          ("coder", book.texts.text(one.coder)), ("time", one.time?.description),
        ])
    }
  }

  private var kept: [String] { book.kept.map { line("kept", $0.question, at: $0.item, []) } }

  private var problems: [String] { session.problems.map { "problem \($0.rendered())" } }

  // MARK: Lines

  private func line(
    _ kind: String, _ name: String, at item: RecordItem, _ fields: [(String, String?)]
  ) -> String {
    var out = "\(kind) \(JSONString.quote(name))"
    for case (let key, let value?) in fields { out += " \(key) \(JSONString.quote(value))" }
    if item < 0 { return out }
    guard session.document.contains(item) else { return out + " at a record that is gone" }
    return out + " line \(session.document.line(item))"
  }

  private func list(_ values: [String]) -> String? {
    values.isEmpty ? nil : values.map { JSONString.quote($0) }.joined(separator: ",")
  }

  private func name(_ id: PartyID) -> String {
    book.parties.isDefined(id) ? book.parties[id].name : "(party that is gone)"
  }

  private func name(_ id: IssueID) -> String {
    book.issues.isDefined(id) ? book.issues[id].name : "(issue that is gone)"
  }

  private func name(_ id: ArticleID) -> String {
    book.articles.isDefined(id) ? book.articles[id].name : "(article that is gone)"
  }
}
