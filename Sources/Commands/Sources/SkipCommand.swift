internal import Casebook
internal import CommandKit
internal import Diagnostics

/// `skip`: passes over paragraphs.
struct SkipCommand: Command {
  static let paragraphs = Slot(
    ValueKind<ReadingPlace>.readingPlace, "up to the last of these", as: "N-M", optional: true)

  static let declaration = Declaration(
    "skip", .sources, "passes over the next paragraph, or several", slots: [paragraphs.erased],
    examples: [Example("skip 1-4", gives: "next is wire:5", after: [CommandFixtures.load])])

  let place: ReadingPlace?

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    place = try arguments.nextIfAny(Self.paragraphs, session)
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    guard let article = place?.article ?? NextCommand.unread(session) else {
      throw Diagnostic(.noArticle, hint: "load FILE")
    }
    let one = session.book.articles[article]
    let last = place?.paragraphs?.upperBound ?? (session.readTo[one.name] ?? 0) + 1
    let to = min(last, one.paragraphs.count)
    session.current = article
    session.readTo[one.name] = max(session.readTo[one.name] ?? 0, to)
    let isDone = to >= one.paragraphs.count
    return Output([isDone ? "\(one.name) is read to its end" : "next is \(one.name):\(to + 1)"])
  }
}
