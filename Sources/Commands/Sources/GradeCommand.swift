internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat

/// `grade`: how far a source is to be relied on.
struct GradeCommand: Command {
  static let article = Slot(ValueKind<ArticleID>.article, "the article")
  static let grade = Slot(
    ValueKind<Reliability>.choice(Reliability.self, expected: "a grade from A to F"),
    "A reliable to E unreliable, F cannot be judged", as: "A-F")

  static let declaration = Declaration(
    "grade", .sources, "grades the reliability of a source",
    slots: [article.erased, grade.erased],
    discussion: """
      The Admiralty code's letter for the source: A completely reliable, B usually, C fairly, D not \
      usually reliable, E unreliable, F cannot be judged. It is judged independently of what the \
      article says; the credibility of the information stands on the claim.
      """,
    examples: [Example("grade wire C", gives: "wire  grade C", after: [CommandFixtures.load])])

  let article: ArticleID
  let grade: Reliability

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    article = try arguments.next(Self.article, session)
    grade = try arguments.next(Self.grade, session)
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    var graded = session.book.articles[article]
    let said = "\(graded.name)  grade \(grade.rawValue)"
    if graded.grade == grade { return Output(["nothing changed: \(said)"]) }
    graded.grade = grade
    let old = session.document.output(of: graded.item)
    try session.replaceRecord(
      graded.item,
      with: RecordText.command(LoadCommand.normalForm(graded, name: graded.name))
        + old.lines.map { RecordText.line("|", $0) }.joined())
    return Output([said])
  }
}
