internal import Anchoring
internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import SourceText

/// How annotations are made, recorded and rewritten: shared by `annotate`, `attribute` and `claim`.
extension Session {
  /// The annotation of a passage: the one that is there, with the tags and the note added, or a new
  /// one.
  mutating func annotate(
    _ passage: Passage, tags: [String] = [], note: String? = nil, in world: World
  ) throws(Diagnostic) -> AnnotationRow {
    let text = book.articles[passage.article].text
    let digest = RecordID.annotationDigest(
      text: book.articles[passage.article].textDigest,
      start: text.scalarOffset(ofByte: passage.pieces[0].lowerBound),
      pieces: passage.pieces.map { text[$0] })
    var id = RecordID(.annotation, digest: digest.hex)
    var digits = 8
    while let row = book.annotations.row(of: id) {
      let known = book.annotations[row]
      if known.article == passage.article, known.pieces == passage.pieces {
        try add(tags: tags, note: note, to: row)
        return try self.row(of: id)
      }
      digits += 2
      guard digits <= RecordID.mostDigits else { throw Diagnostic(.noFreeID(id.text)) }
      id = RecordID(.annotation, digest: digest.hex, digits: digits)
    }
    var new = Annotation(id: id, article: passage.article, pieces: passage.pieces)
    new.note = note
    let line = annotateLine(new, tags: tags.map { spelling(ofTag: $0) })
    try setFacts(.id(id), ["\(Session.by(world))"] + anchorFacts(passage))
    try addRecord(
      RecordText.command(line),
      at: .mark(passage.article, passage.pieces[0].lowerBound..<new.hull.upperBound))
    return try row(of: id)
  }

  private func row(of id: RecordID) throws(Diagnostic) -> AnnotationRow {
    guard let row = book.annotations.row(of: id) else { throw Diagnostic(.notMade(id.text)) }
    return row
  }

  /// `by CODER TIME`, for the facts of a record made now.
  static func by(_ world: World) -> String {
    "by \(NormalForm.name(world.coder)) \(world.clock().description)"
  }

  /// The anchor of a passage as fact lines, one a piece.
  func anchorFacts(_ passage: Passage) -> [String] {
    let article = book.articles[passage.article]
    return describe(passage.pieces, in: article.text).pieces.map { piece in
      AnchorFact(
        article: article.name, start: piece.start, length: piece.length, before: piece.before,
        after: piece.after
      ).text
    }
  }

  /// The line of an annotation in normal form.
  func annotateLine(_ annotation: Annotation, tags: [String]) -> String {
    let text = book.articles[annotation.article].text
    var line = NormalForm("annotate")
    for (i, piece) in annotation.pieces.enumerated() {
      if i > 0 { line.add("+") }
      line.add(hint(for: piece, in: annotation.article))
      line.add(quoting: text[piece])
    }
    line.add("as", annotation.id.text)
    line.add(tags: tags)
    line.add(note: annotation.note)
    return line.text
  }

  /// Adds tags and a note to an annotation; what it has already changes nothing.
  mutating func add(tags: [String], note: String?, to row: AnnotationRow) throws(Diagnostic) {
    if tags.isEmpty, note == nil { return }
    var annotation = book.annotations[row]
    if let note, !note.isEmpty, annotation.note != note {
      annotation.note = annotation.note.map { "\($0) \(note)" } ?? note
    }
    var names = annotation.tags.map { book.tags[$0].name }
    for tag in tags where !names.contains(where: { NameKey($0) == NameKey(tag) }) {
      names.append(spelling(ofTag: tag))
    }
    try rewrite(annotation, tags: names)
  }

  /// Writes an annotation's line anew.
  mutating func rewrite(_ annotation: Annotation, tags: [String]) throws(Diagnostic) {
    try replaceRecord(
      annotation.item, with: RecordText.command(annotateLine(annotation, tags: tags)))
  }

  /// The annotation that a passage or a reference means, made where it is a passage.
  mutating func mark(
    _ expression: PassageExpression, tags: [String] = [], in world: World
  ) throws(Diagnostic) -> AnnotationRow {
    if let row = try expression.mark(in: self) {
      try add(tags: tags, note: nil, to: row)
      return row
    }
    let passage = try expression.resolve(in: &self)
    return try annotate(passage, tags: tags, in: world)
  }

  /// The words of a mark, on one line, safe to show.
  func words(_ row: AnnotationRow) -> String {
    let article = book.annotations.article(row)
    guard book.articles.isDefined(article) else { return "" }
    return Layout.words(book.annotations[row].words(in: book.articles[article].text))
  }

  /// The address of a mark without its article where that is the open one: `15a`.
  func shortAddress(_ row: AnnotationRow) -> String {
    let address = book.address(of: row)
    guard let article, article == book.annotations.article(row),
      let colon = address.lastIndex(of: ":")
    else { return address }
    return String(address[address.index(after: colon)...])
  }
}

extension Message {
  static func noFreeID(_ id: String) -> Message {
    Message("no-free-id", "every id like ‘\(id)’ is taken by another record")
  }
  static func notMade(_ id: String) -> Message {
    Message("not-made", "the record ‘\(id)’ could not be made")
  }
}
