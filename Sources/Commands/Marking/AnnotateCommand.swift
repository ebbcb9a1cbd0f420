internal import Anchoring
internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import SourceText

/// `annotate`: marks a passage.
struct AnnotateCommand: RecordCommand {
  static let passage = Slot(ValueKind<PassageExpression>.passage, "what to mark")

  static let declaration = Declaration(
    "annotate", .marking, "marks a passage, with tags and a note", slots: [passage.erased],
    takesTags: true, takesNote: true, takesID: true,
    discussion: """
      A passage is a paragraph (`wire:5`), a sentence (`wire:5.2`), several paragraphs (`5-7`), the \
      quoted words of a paragraph (`5q`), words of the article in quotation marks, a row of `find` \
      (`%3`), or several of these joined by ` + `. Quotation marks, dashes, blanks and capitals \
      need not be typed as printed; what is recorded is the article's own words. "first words … \
      last words" spans what lies between; "words..." runs to the end of the sentence.

      Marking the same words again adds the tags and the note.
      """,
    examples: [
      Example(
        "annotate wire \"no truce without guarantees\" #red-line", gives: "no truce without",
        after: [CommandFixtures.load]),
      Example("annotate 15.1 -- The first refusal.", gives: "15a", after: [CommandFixtures.load]),
    ],
    otherWords: ["mark": "annotate PASSAGE", "highlight": "annotate PASSAGE"])

  let expression: PassageExpression
  let tags: [String]
  let note: String?
  let id: RecordID?

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    let expression = try arguments.next(Self.passage, session)
    let tags = try arguments.tags()
    id = try arguments.id(.annotation)
    self.expression = expression
    self.tags = tags
    note = arguments.note
  }

  var recordID: RecordID? { id }

  static let phases = [RecordPhase.annotations]

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    let row: AnnotationRow
    if let known = try expression.mark(in: session) {
      row = known
      try session.add(tags: tags, note: note, to: known)
    } else {
      let passage = try expression.resolve(in: &session)
      row = try session.annotate(passage, tags: tags, note: note, in: world)
    }
    session.it = session.book.annotations.id(row)
    return Output([Self.described(row, session, world.page)])
  }

  func answer(_ record: RecordContext, in session: Session, _ page: Page) -> Output {
    guard let id, let row = session.book.annotations.row(of: id) else { return Output() }
    return Output([Self.described(row, session, page)])
  }

  static func described(_ row: AnnotationRow, _ session: Session, _ page: Page) -> String {
    let tags = session.book.annotations.tags(row).map { "#" + session.book.tags[$0].name }
    let address = session.book.address(of: row)
    let id = session.book.annotations.id(row).text
    let tail = ([id] + tags).joined(separator: " ")
    let width = page.width.map { max(20, $0 - address.count - tail.count - 6) }
    return "\(address)  \(Layout.quoted(Layout.cut(session.words(row), width)))  \(tail)"
  }

  static func withdraw(_ line: CommandLine, item: RecordItem, from session: inout Session) {
    guard let id = line.recordID, let row = session.book.annotations.row(of: id),
      session.book.annotations.item(row) == item
    else { return }
    session.withdraw(row)
  }

  func apply(_ record: RecordContext, to session: inout Session) throws(Diagnostic) {
    var facts = MarkFacts()
    if let id { facts = MarkFacts(of: id, in: session.document, withContext: false) }
    let found = try AnchoredPassage(expression, facts, id, in: &session)
    var annotation = Annotation(
      id: id ?? newID(found, session), article: found.article, pieces: found.pieces)
    annotation.condition = found.condition
    annotation.note = note
    annotation.tags = tags.map { session.use(tag: $0) }
    annotation.coder = facts.coders.first.map { session.book.texts.intern($0.name) } ?? -1
    annotation.time = facts.coders.first?.time
    annotation.item = record.item
    if session.book.add(annotation) == nil { throw Diagnostic(.sameID(annotation.id.text)) }
  }

  /// The id of a record that has none.
  private func newID(_ found: AnchoredPassage, _ session: Session) -> RecordID {
    let digest = RecordID.annotationDigest(
      text: session.book.articles[found.article].textDigest, start: found.start,
      pieces: expression.words)
    return RecordID(.annotation, digest: digest.hex)
  }
}

extension Session {
  /// Takes an annotation out of the casebook.
  mutating func withdraw(_ row: AnnotationRow) { book.remove(row) }

  /// The tag of that name; made where it is new. What no record defines is written as it was last.
  mutating func use(tag name: String) -> TagID {
    if let known = book.tags.named(name),
      book.tags[known].item >= 0 || book.tags[known].name == name
    {
      return known
    }
    return book.tags.define(Tag(name: name), name: name)
  }

  /// A tag's name as it is written already, else as it was typed.
  func spelling(ofTag name: String) -> String {
    book.tags.named(name).map { book.tags[$0].name } ?? name
  }
}

extension CommandLine {
  /// The id behind the last `as`.
  var recordID: RecordID? {
    guard let place = words.lastIndex(where: { $0.form == .plain && text($0) == "as" }),
      place + 1 < words.count
    else { return nil }
    return RecordID(Array(text(words[place + 1]).utf8))
  }
}

extension Message {
  static func sameID(_ id: String) -> Message {
    Message("same-id", "two records have the id ‘\(id)’", exit: .unreadableNotebook)
  }
}
