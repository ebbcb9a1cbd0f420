internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import SourceText

/// `untag`: takes tags off annotations.
struct UntagCommand: Command {
  static let references = Slot(ValueKind<[RecordID]>.reference, "the marks", repeats: true)

  static let declaration = Declaration(
    "untag", .marking, "takes tags off marks", slots: [references.erased], takesTags: true,
    examples: [
      Example(
        "untag 15a #red-line", gives: "15a",
        after: [CommandFixtures.load, "annotate 15.1 #red-line"])
    ])

  let references: [RecordID]
  let tags: [String]

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    tags = try arguments.tags()
    references = try arguments.all(Self.references, session).flatMap { $0 }
    try TagWork.check(references, tags, arguments.line)
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    try TagWork.run(references, on: &session, world.page) { names in
      names.removeAll { name in tags.contains { NameKey($0) == NameKey(name) } }
    }
  }
}
