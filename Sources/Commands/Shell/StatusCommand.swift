internal import Casebook
internal import CommandKit
internal import Diagnostics

/// `status`: where the analyst stands.
struct StatusCommand: QuestionCommand {
  static let declaration = Declaration(
    "status", .shell, "shows where you stand, and what is to do",
    examples: [Example("status", gives: "wire", after: [CommandFixtures.load])])

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {}

  func normalForm(in session: Session) -> String { "status" }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    try answer(from: session, page: world.page, world.attention)
  }

  func answer(from session: Session, page: Page) throws(Diagnostic) -> Output {
    try answer(from: session, page: page, .none)
  }

  private func answer(from session: Session, page: Page, _ attention: Attention)
    throws(Diagnostic) -> Output
  {
    let articles = StatusText.articles(session)
    var open: [ArticleID: Int] = [:]
    for (number, id) in articles.enumerated() {
      try attention.step("looking through article", number + 1, of: articles.count)
      open[id] = Suggestions(id, session).open.count
    }
    return Output(
      StatusText.lines(session, page, suggestions: open), next: StatusText.next(session))
  }
}
