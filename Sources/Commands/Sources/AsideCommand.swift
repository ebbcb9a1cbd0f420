internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import SourceText

/// `aside`: what was set aside and why, and how a line comes back.
struct AsideCommand: RecordCommand {
  static let article = Slot(ValueKind<ArticleID>.article, "the article")
  static let keep = Keyword(
    "keep", ValueKind<String>.text, "puts a line back, by row or words", as: "N|\"words\"")

  static let declaration = Declaration(
    "aside", .sources, "lists what was set aside, and puts lines back",
    slots: [article.erased], keywords: [keep.erased],
    discussion: """
      Navigation, sharing buttons, related articles and the like are set aside when an article is \
      loaded, each with its reason and its line in the source. A line put back is a paragraph from \
      then on; the paragraphs after it move up by one, and the marks keep their words.
      """,
    examples: [
      Example(
        "aside pasted", gives: "reading time",
        after: ["load examples/articles/pasted.txt as pasted"])
    ])

  let article: ArticleID
  let kept: String?

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    kept = try arguments.value(Self.keep, session)
    article = try arguments.next(Self.article, session)
  }

  static let phases = [RecordPhase.restoredLines]

  /// The blocks that were set aside and not put back.
  private func setAside(_ session: Session) -> [Int] {
    let blocks = session.book.articles[article].blocks
    return blocks.indices.filter { blocks[$0].kind == .setAside }
  }

  func apply(_ record: RecordContext, to session: inout Session) throws(Diagnostic) {
    guard let kept, let block = block(kept, setAside(session), session) else {
      throw Diagnostic(
        .notSetAside(kept ?? "", session.book.articles[article].name), hint: "aside NAME lists them"
      )
    }
    session.book.add(RestoredLine(article: article, block: block, item: record.item))
  }

  static func withdraw(_ line: CommandLine, item: RecordItem, from session: inout Session) {
    session.book.removeRestoredLine(of: item)
  }

  private func block(_ text: String, _ blocks: [Int], _ session: Session) -> Int? {
    let article = session.book.articles[article]
    if let exact = blocks.first(where: { article.text[article.blocks[$0].range] == text }) {
      return exact
    }
    let key = NameKey(text).text
    let fitting = blocks.filter {
      NameKey(article.text[article.blocks[$0].range]).text.hasPrefix(key)
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    let blocks = setAside(session)
    guard let kept else { return listing(blocks, session, world.page) }
    let one = session.book.articles[article]
    var found = block(kept, blocks, session)
    if let number = Int(kept.hasPrefix("%") ? String(kept.dropFirst()) : kept),
      (1...max(1, blocks.count)).contains(number), number <= blocks.count
    {
      found = blocks[number - 1]
    }
    guard let found else {
      throw Diagnostic(.notSetAside(kept, one.name), hint: "aside \(one.name) lists them")
    }
    let line = Self.normalForm(one.name, keeping: one.text[one.blocks[found].range])
    try session.addRecord(RecordText.command(line), at: .behind(one.item))
    try session.renewHints(article)
    let number = session.book.articles[article].paragraphNumber(
      at: one.blocks[found].range.lowerBound)
    return Output([
      "\(one.name):\(number ?? 0)  \(Layout.cut(Layout.words(one.text[one.blocks[found].range]), 60))"
    ])
  }

  static func normalForm(_ article: String, keeping words: String) -> String {
    var line = NormalForm("aside")
    line.add(article)
    line.add("keep", quoting: words)
    return line.text
  }

  private func listing(_ blocks: [Int], _ session: Session, _ page: Page) -> Output {
    let one = session.book.articles[article]
    if blocks.isEmpty { return Output(["\(one.name): nothing is set aside"]) }
    var lines = ["\(one.name)   \(Layout.count(blocks.count, "line")) set aside"]
    for (i, number) in blocks.enumerated() {
      let block = one.blocks[number]
      let reason = Layout.fit(block.reason ?? "", 24)
      let head = "%\(i + 1)".padded(4) + " line \(block.line)".padded(10) + reason + "  "
      let width = page.width.map { max(16, $0 - DisplayWidth.cells(of: head)) }
      lines.append(head + Layout.cut(Layout.words(one.text[block.range]), width))
    }
    return Output(
      lines, rows: blocks.map { .setAside(article, $0) }, next: ["aside \(one.name) keep 1"])
  }

  func answer(_ record: RecordContext, in session: Session, _ page: Page) -> Output {
    Output(["\(session.book.articles[article].name)  kept “\(Layout.words(kept ?? ""))”"])
  }
}

extension Session {
  /// Writes the place hints of an article's marks anew: its paragraphs have other numbers now.
  mutating func renewHints(_ article: ArticleID) throws(Diagnostic) {
    for row in book.annotations(of: article) {
      let annotation = book.annotations[row]
      try rewrite(annotation, tags: annotation.tags.map { book.tags[$0].name })
    }
  }
}

extension Message {
  static func notSetAside(_ text: String, _ article: String) -> Message {
    Message("not-set-aside", "no line ‘\(text)’ of ‘\(article)’ was set aside")
  }
}
