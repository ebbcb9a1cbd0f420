internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import SourceText

/// `refuse`: turns suggestions down; they do not come back.
struct RefuseCommand: RecordCommand {
  static let subject = Slot(
    ValueKind<RefusalSubject>.refusal, "rows of the last `suggest`; in records the words",
    as: "ROWS", repeats: true)

  static let declaration = Declaration(
    "refuse", .marking, "turns suggestions down; they do not come back", slots: [subject.erased],
    discussion: """
      The refusal is recorded with its words, so that the same suggestion is not made again, here or \
      in the notebook of somebody who opens it. `undo` brings it back.
      """,
    examples: [
      Example("refuse 1", gives: "refused", after: [CommandFixtures.load, "suggest wire"])
    ])

  let subjects: [RefusalSubject]

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    subjects =
      [try arguments.next(Self.subject, session)]
      + (try arguments.all(Self.subject, session))
  }

  static let phases = [RecordPhase.refusals]

  func apply(_ record: RecordContext, to session: inout Session) throws(Diagnostic) {
    for case .words(let article, let words) in subjects {
      session.book.refusals.append(Refusal(article: article, words: words, item: record.item))
    }
  }

  static func withdraw(_ line: CommandLine, item: RecordItem, from session: inout Session) {
    session.book.refusals.removeAll { $0.item == item }
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    var lines: [String] = []
    let listing = session.listing
    for subject in subjects {
      switch subject {
      case .words(let article, let words):
        lines.append(try refuse(words, article, &session))
      case .rows(let rows):
        for row in rows {
          guard case .suggestion(let article, let pieces, _) = listing[row - 1] else { continue }
          let text = session.book.articles[article].text
          let words = pieces.map { text[$0] }.joined(separator: " … ")
          lines.append(try refuse(words, article, &session))
        }
      }
    }
    return Output(lines, next: ["suggest"])
  }

  private func refuse(_ words: String, _ article: ArticleID, _ session: inout Session)
    throws(Diagnostic) -> String
  {
    let shown = Layout.quoted(Layout.cut(Layout.words(words), 60))
    if session.book.refusals.contains(where: { $0.article == article && $0.words == words }) {
      return "nothing changed: \(shown) is refused already"
    }
    let one = session.book.articles[article]
    try session.addRecord(
      RecordText.command(Self.normalForm(one.name, words)), at: .behind(one.item))
    return "refused  \(shown)"
  }

  static func normalForm(_ article: String, _ words: String) -> String {
    var line = NormalForm("refuse")
    line.add(article)
    line.add(quoting: words)
    return line.text
  }

  func answer(_ record: RecordContext, in session: Session, _ page: Page) -> Output {
    Output(
      subjects.compactMap { subject in
        guard case .words(_, let words) = subject else { return nil }
        return "refused  \(Layout.quoted(Layout.cut(Layout.words(words), 60)))"
      })
  }
}

/// What is refused: rows of a listing, or an article's words.
enum RefusalSubject: Sendable {
  case rows([Int])
  case words(ArticleID, String)
}

extension ValueKind where Value == RefusalSubject {
  /// Rows, or `NAME "words"`.
  static let refusal = ValueKind(
    "ROWS", expected: "rows of suggest, as 4, 2-5 or all",
    read: { cursor, session throws(Diagnostic) in
      guard let word = cursor.peek, word.form == .plain,
        let article = session.book.articles.named(cursor.line.text(word))
      else { return .rows(try ValueKind<[Int]>.suggestionRows.read(&cursor, session)) }
      cursor.next()
      guard let words = cursor.peek, words.isQuoted else {
        throw cursor.missing("the words that are refused, in quotation marks")
      }
      cursor.next()
      return .words(article, cursor.line.text(words))
    })
}
