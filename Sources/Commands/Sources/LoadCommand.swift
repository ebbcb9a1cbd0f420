internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import SourceText

/// `load`: brings articles into the notebook.
struct LoadCommand: RecordCommand {
  static let paths = Slot(
    ValueKind<String>.path, "a file, a folder, a glob, an address, or - for standard input",
    as: "PATH",
    repeats: true)
  static let name = Keyword(
    "as", ValueKind<String>.shortName, "its name in the notebook", usual: true)
  static let title = Keyword("title", ValueKind<String>.text, "states the headline")
  static let published = Keyword("published", ValueKind<DayRange>.days, "states the day")
  static let publisher = Keyword("publisher", ValueKind<String>.text, "states the publisher")
  static let author = Keyword("author", ValueKind<String>.text, "states the author")
  static let language = Keyword("language", ValueKind<String>.text, "states the language", as: "xx")
  static let grade = Keyword(
    "grade", .choice(Reliability.self, expected: "a grade from A to F"), "grades the source")
  static let version = Keyword(
    "version-of", ValueKind<ArticleID>.article, "of which it is a later text")
  static let unkept = Keyword("unkept", ValueKind<Bool>.flag, "keeps nothing but marked words")

  static let declaration = Declaration(
    "load", .sources, "brings in an article, or several", slots: [paths.erased],
    keywords: [
      name.erased, title.erased, published.erased, publisher.erased, author.erased,
      language.erased, grade.erased, version.erased, unkept.erased,
    ],
    discussion: """
      Saved web pages (HTML, MHTML, Safari web archives, WARC), plain and pasted text, PDF, DOCX, \
      ODT, EPUB, Markdown with front matter, feeds, mail and mailboxes, text exports of press \
      databases, and any of these packed with gzip: what a file is, is found from its content. \
      Headline, headings, paragraphs and captions are told apart, and what is not the article is set \
      aside, each line with its reason (`aside NAME`). The text is kept in `sources/` beside the \
      notebook, and all marks refer to it.

      An address, `http://…` or `https://…`, is fetched when the line is typed, and never again: a \
      notebook that is opened or replayed has the kept text. The address that answered after all \
      redirects is recorded.

      A feed, a mailbox, a book gives several articles, together one change; `load feed.xml#3` \
      loads one of them. Several files, a folder or a glob are one change each: each stands or \
      fails alone.

      A wire story and its reprints are told from their words: what is a copy of what is said here, \
      by `list articles` and by `show NAME`, and comparisons count what stands in several copies \
      once. A later text of the same article is not found, it is stated: `version-of NAME`.
      """,
    examples: [
      Example("load examples/articles/wire.txt as wire grade C", gives: "22 paragraphs")
    ],
    otherWords: ["add": "load FILE", "fetch": "load ADDRESS"])

  let paths: [String]
  let name: String?
  let typed: TypedMetadata
  let grade: Reliability?
  let versionOf: ArticleID?
  let isUnkept: Bool
  let line: CommandLine

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    line = arguments.line
    name = try arguments.value(Self.name, session)
    var typed = TypedMetadata()
    typed.title = try arguments.value(Self.title, session)
    typed.published = try arguments.value(Self.published, session)
    typed.publisher = try arguments.value(Self.publisher, session)
    typed.author = try arguments.value(Self.author, session)
    typed.language = try arguments.value(Self.language, session)
    self.typed = typed
    grade = try arguments.value(Self.grade, session)
    versionOf = try arguments.value(Self.version, session)
    isUnkept = try arguments.value(Self.unkept, session) ?? false
    let first = try arguments.next(Self.paths, session)
    paths = [first] + (try arguments.all(Self.paths, session))
  }

  static let phases = [RecordPhase.loads]

  private var recordName: String {
    name ?? LoadLine.name(for: SourceReference(paths[0]).path)
  }

  func apply(_ record: RecordContext, to session: inout Session) throws(Diagnostic) {
    if let old = session.book.articles.named(recordName) {
      throw Diagnostic(.definedTwice("article", session.book.articles[old].name))
    }
    let facts = ArticleFacts(session.document.facts(of: .name(recordName)))
    let key = facts.text?.hex ?? "load \(recordName)"
    guard let content = session.contents[key] else {
      throw Diagnostic(.noText(recordName))
    }
    var article = Article(
      name: recordName, source: paths[0], content: content,
      textDigest: facts.text ?? content.text.digest)
    article.sourceDigest = facts.bytes
    article.grade = grade
    article.typed = typed
    article.versionOf = versionOf.map { session.book.articles[$0].name }
    article.isUnkept = isUnkept
    article.item = record.item
    session.book.define(article)
  }

  static func withdraw(_ line: CommandLine, item: RecordItem, from session: inout Session) {
    for id in session.book.articles.all where session.book.articles[id].item == item {
      session.book.articles.remove(id)
      // Rows may stand for places in it.
      session.listing = []
    }
  }

  func answer(_ record: RecordContext, in session: Session, _ page: Page) -> Output {
    guard let id = session.book.articles.named(recordName) else { return Output() }
    return Output(ArticleSummary.kept(session.book.articles[id]))
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    let sources = try LoadSources(paths, line, session, world).all
    if sources.count > 1, name != nil {
      throw Diagnostic(
        .oneName(sources.count), at: line.place(0..<line.bytes.count), hint: "leave out: as NAME")
    }
    var lines: [String] = []
    var failed: Diagnostic?
    var answered = 0
    var before = LoadedBefore()
    for (number, source) in sources.enumerated() {
      do throws(Diagnostic) {
        if sources.count > 1 {
          try world.attention.step("loading article", number + 1, of: sources.count)
        }
        lines += try load(source, &before, &session, world)
        if sources.count > 1 { try session.commitPart(line: "load \(NormalForm.name(source))") }
        answered += 1
      } catch {
        session.takeBackPart()
        before = LoadedBefore()
        if sources.count == 1 { throw error }
        if world.attention.isInterrupted() { throw Diagnostic(.stoppedLoading(number)) }
        failed = error
        lines += error.rendered().split(separator: "\n").map(String.init)
      }
    }
    if let failed, answered == 0 { throw failed }
    return Output(lines, next: advice(session))
  }

  private func advice(_ session: Session) -> [String] {
    guard let article = session.article ?? session.book.articles.all.last else { return [] }
    let one = session.book.articles[article]
    return ["next"] + (one.grade == nil ? ["grade \(one.name) C"] : []) + ["read \(one.name)"]
  }

  /// Loads all articles of a source; what cannot be read of it is said.
  private func load(
    _ source: String, _ before: inout LoadedBefore, _ session: inout Session, _ world: World
  ) throws(Diagnostic) -> [String] {
    let loading = try SourceLoading(source, self, session, world)
    if loading.parts.count == 1, loading.problems.isEmpty {
      return try load(loading.parts[0], of: source, &before, &session, world)
    }
    var lines: [String] = []
    for part in loading.parts where before.named(part.article, in: session) == nil {
      let name = partName(part.address ?? source, part.part, session)
      let article = try add(part, name: name, &before, &session, world)
      lines.append(ArticleSummary.line(article, world.page))
    }
    if let first = loading.parts.first.flatMap({ before.named($0.article, in: session) }) {
      session.current = first
    }
    let already = loading.parts.count - lines.count
    let head = ArticleSummary.head(source, loaded: lines.count, already: already)
    return [head] + lines + loading.notes.map { "  note: \($0)" }
      + loading.problems.flatMap { $0.warning }
  }

  private func load(
    _ loading: Loading, of source: String, _ before: inout LoadedBefore,
    _ session: inout Session, _ world: World
  ) throws(Diagnostic) -> [String] {
    if let known = before.named(loading.article, in: session) {
      session.current = known
      return ["nothing changed: it is loaded as \(session.book.articles[known].name)"]
    }
    if let name, session.book.articles.named(name) != nil {
      throw Diagnostic(
        .nameExists(name), at: line.place(0..<line.bytes.count), hint: "load it as another name")
    }
    let name = name ?? partName(loading.address ?? source, loading.part, session)
    let article = try add(loading, name: name, &before, &session, world)
    session.current = session.book.articles.named(article.name)
    let copies = session.current.flatMap { ArticleCopies.note(on: $0, in: session.book) }
    return ArticleSummary.shown(
      article, loading.encoding, [copies].compactMap { $0 } + loading.notes, world.page)
  }

  private func add(
    _ loading: Loading, name: String, _ before: inout LoadedBefore, _ session: inout Session,
    _ world: World
  ) throws(Diagnostic) -> Article {
    var article = loading.article
    article.name = name
    article.grade = grade
    article.typed = typed
    article.versionOf = versionOf.map { session.book.articles[$0].name }
    article.isUnkept = isUnkept
    try Loading.keep(article, in: session, world)
    session.contents[article.textDigest.hex] = article.content
    let facts = [
      "bytes \(article.sourceDigest?.hex ?? "")", "text \(article.textDigest.hex) reader 1",
    ]
    try session.setFacts(.name(article.name), facts)
    let outputs = ArticleSummary.kept(article).map { RecordText.line("|", $0) }.joined()
    try session.addRecord(
      RecordText.command(Self.normalForm(article, name: article.name)) + outputs,
      at: before.last.map { .loadBehind($0, name: name) } ?? .load(name: name))
    if let id = session.book.articles.named(name) { before.add(session.book.articles[id], id) }
    return article
  }

  /// `feed-3`, the third article of `feed.xml`; with `as wire` it is `wire-3`.
  private func partName(_ source: String, _ part: Int?, _ session: Session) -> String {
    guard let part else { return LoadNames.free(LoadNames.stem(source), session) }
    let stem = name ?? LoadNames.stem(SourceReference(source).path)
    return LoadNames.free("\(stem)-\(part)", session)
  }
}

extension Message {
  static func noText(_ name: String) -> Message {
    Message("evidence-missing", "the text of ‘\(name)’ is not there", exit: .evidenceMissing)
  }
  static func stoppedLoading(_ count: Int) -> Message {
    Message("stopped-loading", "cancelled after \(count) articles; what is loaded stays loaded")
  }
  static func oneName(_ count: Int) -> Message {
    Message("one-name", "\(count) articles cannot have one name")
  }
}
