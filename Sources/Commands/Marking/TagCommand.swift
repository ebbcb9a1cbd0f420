internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import SourceText

/// `tag`: puts tags on annotations.
struct TagCommand: Command {
  static let references = Slot(ValueKind<[RecordID]>.reference, "the marks", repeats: true)

  static let declaration = Declaration(
    "tag", .marking, "puts tags on marks", slots: [references.erased], takesTags: true,
    discussion: "Tags belong to annotations: given a statement, its annotation is tagged.",
    examples: [
      Example(
        "tag 15a #red-line #truce/terms", gives: "#red-line #truce/terms",
        after: [CommandFixtures.load, "annotate 15.1"])
    ],
    otherWords: ["label": "tag REF #tag"])

  let references: [RecordID]
  let tags: [String]

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    tags = try arguments.tags()
    references = try arguments.all(Self.references, session).flatMap { $0 }
    try TagWork.check(references, tags, arguments.line)
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    try TagWork.run(references, on: &session, world.page) { names in
      for tag in tags where !names.contains(where: { NameKey($0) == NameKey(tag) }) {
        names.append(tag)
      }
    }
  }
}

/// What `tag` and `untag` have in common.
enum TagWork {
  static func check(_ references: [RecordID], _ tags: [String], _ line: CommandLine)
    throws(Diagnostic)
  {
    if references.isEmpty { throw Diagnostic(.expectedMark, at: line.end, hint: "15a, %3 or it") }
    if tags.isEmpty { throw Diagnostic(.expectedTag, at: line.end, hint: "… #TAG") }
  }

  /// Changes the tag names of every annotation that the references mean.
  static func run(
    _ references: [RecordID], on session: inout Session, _ page: Page,
    _ change: (inout [String]) -> Void
  ) throws(Diagnostic) -> Output {
    var lines: [String] = []
    var seen: Set<RecordID> = []
    for reference in references {
      guard let row = session.annotation(of: reference) else {
        throw Diagnostic(.notTaggable(reference.text))
      }
      let annotation = session.book.annotations[row]
      guard seen.insert(annotation.id).inserted else { continue }
      let before = annotation.tags.map { session.book.tags[$0].name }
      var names = before
      change(&names)
      names = names.map { session.spelling(ofTag: $0) }
      try session.rewrite(annotation, tags: names)
      guard let now = session.book.annotations.row(of: annotation.id) else { continue }
      let prefix = names == before ? "nothing changed: " : ""
      lines.append(prefix + AnnotateCommand.described(now, session, page))
    }
    return Output(lines)
  }
}

extension Session {
  /// The annotation that a record is, or hangs on; claims and links hang on none.
  func annotation(of id: RecordID) -> AnnotationRow? {
    switch id.kind {
    case .annotation: book.annotations.row(of: id)
    case .statement: book.statements.rows(of: id).first.map { book.statement($0).annotation }
    case .claim:
      book.claims.first { $0.id == id }?.made.lazy.compactMap { made in
        made.kind == .claim ? nil : self.annotation(of: made)
      }.first
    case .link: nil
    }
  }
}

extension Message {
  static let expectedMark = Message("expected", "expected a mark")
  static let expectedTag = Message("expected", "expected a tag, as #red-line")
  static func notTaggable(_ id: String) -> Message {
    Message("not-taggable", "‘\(id)’ hangs on no annotation that could carry a tag")
  }
}
