internal import Casebook
internal import CommandKit
internal import Diagnostics

/// `read`: shows paragraphs with their sentences and marks.
struct ReadCommand: LookingCommand {
  static let place = Slot(
    ValueKind<ReadingPlace>.readingPlace, "the article, and which paragraphs", as: "NAME 5-7",
    optional: true)

  static let declaration = Declaration(
    "read", .sources, "shows an article by paragraph, with its marks",
    slots: [place.erased],
    discussion: """
      Paragraphs are numbered; `.2` in the margin is where the second sentence begins. Marks stand \
      in brackets with their letter: `15a` is the mark a of paragraph 15. A dot before the number \
      means that nothing is marked there yet.
      """,
    examples: [Example("read wire 15", gives: "15", after: [CommandFixtures.load])],
    otherWords: ["cat": "read ARTICLE", "print": "read ARTICLE", "view": "read ARTICLE"])

  let place: ReadingPlace

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    let given = try arguments.nextIfAny(Self.place, session)
    guard let article = given?.article ?? session.article else {
      throw Diagnostic(
        session.book.articles.all.isEmpty ? .noArticle : .whichArticle, at: arguments.line.end,
        hint: session.book.articles.all.isEmpty ? "load FILE" : "read NAME")
    }
    place = ReadingPlace(article: article, paragraphs: given?.paragraphs)
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    guard let article = place.article else { return Output() }
    let count = session.book.articles[article].paragraphs.count
    let range = place.paragraphs ?? 1...max(1, count)
    guard range.upperBound <= max(1, count) else {
      throw Diagnostic(
        .noParagraph(range.upperBound, session.book.articles[article].name),
        hint: "it has paragraphs 1 to \(count)")
    }
    session.current = article
    let view = ArticleView(article, session, world.page)
    return Output(view.lines(range))
  }
}

/// What `read` names: an article, some paragraphs, or both.
struct ReadingPlace: Sendable {
  var article: ArticleID?
  var paragraphs: ClosedRange<Int>?
}

extension ValueKind where Value == ReadingPlace {
  static let readingPlace = ValueKind(
    "NAME 5-7", expected: "an article or paragraphs, as 5-7",
    candidates: { $0.articles() },
    read: { cursor, session throws(Diagnostic) in
      var place = ReadingPlace()
      if let text = cursor.peekText, paragraphs(text) == nil {
        if let colon = text.lastIndex(of: ":"), let word = cursor.peek,
          let article = session.book.articles.named(text[..<colon]),
          let range = paragraphs(String(text[text.index(after: colon)...]))
        {
          cursor.next()
          _ = word
          return ReadingPlace(article: article, paragraphs: range)
        }
        place.article = try ValueKind<ArticleID>.article.read(&cursor, session)
      }
      if let text = cursor.peekText, let range = paragraphs(text) {
        cursor.next()
        place.paragraphs = range
      }
      return place
    })

  /// `5` or `5-7`.
  private static func paragraphs(_ text: String) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
      first >= 1, first <= last
    else { return nil }
    return first...last
  }
}

extension Message {
  static let noArticle = Message("no-article", "no article is loaded")
  static let whichArticle = Message(
    "which-article", "several articles are loaded, and none is open")
  static func noParagraph(_ number: Int, _ name: String) -> Message {
    Message("no-such-place", "‘\(name)’ has no paragraph \(number)")
  }
}
