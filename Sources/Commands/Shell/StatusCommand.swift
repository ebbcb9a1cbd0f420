internal import CommandKit
internal import Diagnostics

/// `status`: where the analyst stands.
struct StatusCommand: QuestionCommand {
  static let declaration = Declaration(
    "status", .shell, "shows where you stand, and what is to do",
    examples: [Example("status", gives: "wire", after: [CommandFixtures.load])])

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {}

  func normalForm(in session: Session) -> String { "status" }

  func answer(from session: Session, page: Page) throws(Diagnostic) -> Output {
    Output(
      StatusText.lines(session, page, suggestions: true), next: StatusText.next(session))
  }
}
