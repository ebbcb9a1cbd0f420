internal import Anchoring
public import Casebook
public import Diagnostics
internal import SourceText

extension PassageExpression {
  /// Finds the passage. Where typed words stand in several places, these become the rows of the
  /// session's listing, and the error names them.
  public func resolve(in session: inout Session) throws(Diagnostic) -> Passage {
    var found = try resolve(pieces[0], in: &session)
    for piece in pieces.dropFirst() {
      let next = try resolve(piece, in: &session)
      guard next.article == found.article else { throw error(.severalArticles, piece.range) }
      found.pieces += next.pieces
    }
    found.pieces.sort { $0.lowerBound < $1.lowerBound }
    for (a, b) in zip(found.pieces, found.pieces.dropFirst()) where a.upperBound > b.lowerBound {
      throw error(.overlappingPieces, range, hint: "give each piece its own words")
    }
    return found
  }

  /// The mark that the expression names, where it names one: an id, `it`, `15a`, a row.
  public func mark(in session: Session) throws(Diagnostic) -> AnnotationRow? {
    guard pieces.count == 1 else { return nil }
    let piece = pieces[0]
    if let text = piece.reference {
      return try annotation(
        ReferenceReader.id(text, piece.range, line, session), piece.range, session)
    }
    if let number = piece.row, case .record(let id)? = session.row(number) {
      return try annotation(id, piece.range, session)
    }
    guard let address = piece.address, let letter = address.letter else { return nil }
    let article = try article(of: piece, in: session)
    guard let row = session.book.mark(letter, paragraph: address.paragraph, of: article) else {
      throw error(
        .noSuchMark(String(decoding: line.bytes[piece.range], as: UTF8.self)), piece.range,
        hint: "read \(session.book.articles[article].name) \(address.paragraph)")
    }
    return row
  }

  /// The annotation whose full id the expression is, as in records: what `mark` would find, without
  /// looking at anything else.
  public func recordedMark(in book: Casebook) -> AnnotationRow? {
    guard pieces.count == 1, let id = pieces[0].id, id.count >= RecordID.fewestDigits else {
      return nil
    }
    return book.annotationToState(id)
  }

  private func annotation(_ id: RecordID, _ range: Range<Int>, _ session: Session)
    throws(Diagnostic) -> AnnotationRow
  {
    if let row = session.book.annotations.row(of: id) { return row }
    if let row = session.book.statements.rows(of: id).first {
      return session.book.statement(row).annotation
    }
    throw error(.notAMark(id.text), range)
  }

  private func resolve(_ piece: Piece, in session: inout Session) throws(Diagnostic) -> Passage {
    if piece.row != nil || piece.reference != nil || piece.address?.letter != nil {
      return try whole(piece, in: session)
    }
    let article = try article(of: piece, in: session)
    var within = session.searchable(article)
    if let address = piece.address {
      guard let pieces = session.pieces(of: address, in: article) else {
        throw noPlace(piece, article, session)
      }
      guard piece.words != nil else { return Passage(article: article, pieces: pieces) }
      within = pieces
    }
    return try lookUp(piece, article, within, &session)
  }

  private func whole(_ piece: Piece, in session: Session) throws(Diagnostic) -> Passage {
    var single = self
    single.pieces = [piece]
    if let row = try single.mark(in: session) {
      return Passage(
        article: session.book.annotations.article(row),
        pieces: session.book.annotations.pieces(of: row))
    }
    let number = piece.row ?? 0
    switch session.row(number) {
    case .passage(let article, let pieces), .suggestion(let article, let pieces, _):
      return Passage(article: article, pieces: pieces)
    default: throw error(.noSuchRow(number), piece.range, hint: "list or find something first")
    }
  }

  private func article(of piece: Piece, in session: Session) throws(Diagnostic) -> ArticleID {
    if let name = piece.article {
      if let id = session.book.articles.named(name) { return id }
      let range = piece.range.lowerBound..<piece.range.lowerBound + name.utf8.count
      throw ValueKind<ArticleID>.unknownArticle(name, range, line, session)
    }
    if let article = session.article { return article }
    let names = session.book.articles.all.map { session.book.articles[$0].name }
    if names.isEmpty { throw error(.noArticle, piece.range, hint: "load FILE as NAME") }
    throw error(
      .whichArticle, piece.range.lowerBound..<piece.range.lowerBound,
      hint: "put its name before it: " + names.joined(separator: ", "))
  }

  private func noPlace(_ piece: Piece, _ article: ArticleID, _ session: Session) -> Diagnostic {
    let count = session.book.articles[article].paragraphs.count
    let name = session.book.articles[article].name
    let typed = String(decoding: line.bytes[piece.range], as: UTF8.self)
    if piece.address?.isQuoted == true, (piece.address?.paragraph ?? 0) <= count {
      return error(.nothingQuoted(typed), piece.range)
    }
    return error(
      .noSuchPlace(typed), piece.range,
      hint: "\(name) has paragraphs 1 to \(count); read \(name) shows their sentences")
  }

  private func lookUp(
    _ piece: Piece, _ article: ArticleID, _ within: [Range<Int>], _ session: inout Session
  ) throws(Diagnostic) -> Passage {
    let text = session.book.articles[article].text
    let sentences = session.sentences(in: article)
    let ends: (Int) -> Int = { offset in
      guard let block = within.first(where: { $0.contains(offset) }) else { return offset }
      return sentences(block).first { $0.contains(offset) }?.upperBound ?? block.upperBound
    }
    switch Anchoring.lookUp(piece.words ?? "", in: text, within: within, sentenceEnd: ends) {
    case .found(let places, _) where places.count == 1:
      return Passage(article: article, pieces: places)
    case .found(let places, _):
      session.listing = places.map { .passage(article, [$0]) }
      throw severalPlaces(piece, places, article, session)
    case .nowhere(let nearest):
      throw nowhere(piece, nearest, article, session)
    }
  }

  private func severalPlaces(
    _ piece: Piece, _ places: [Range<Int>], _ article: ArticleID, _ session: Session
  ) -> Diagnostic {
    let text = session.book.articles[article].text
    let rows = places.prefix(9).enumerated().map { i, place in
      let from = text.offset(place.lowerBound, movedBy: -20)
      let to = text.offset(place.upperBound, movedBy: 30)
      let around = text[from..<to].split(separator: "\n").joined(separator: " ")
      return "%\(i + 1)  \(session.hint(for: place, in: article))  …\(around)…"
    }
    return error(
      .severalPlaces(places.count), piece.range,
      hint: "type the row, as %1, or more of the words", notes: rows)
  }

  private func nowhere(
    _ piece: Piece, _ nearest: Range<Int>?, _ article: ArticleID, _ session: Session
  ) -> Diagnostic {
    let name = session.book.articles[article].name
    guard let nearest else {
      return error(.notInArticle(name), piece.range, hint: "find shows where words stand")
    }
    let text = session.book.articles[article].text
    let place = session.hint(for: nearest, in: article)
    return error(
      .notInArticle(name), piece.range,
      hint: "nearest: \(place) \(JSONString.quote(text[nearest]))")
  }
}

extension Message {
  static let severalArticles = Message(
    "several-articles", "the pieces of a passage must be of one article")
  static let overlappingPieces = Message("overlapping-pieces", "pieces of the passage overlap")
  static let noArticle = Message("no-article", "no article is loaded")
  static let whichArticle = Message(
    "which-article", "several articles are loaded, and none is open")
  static func noSuchMark(_ text: String) -> Message {
    Message("no-such-mark", "there is no mark ‘\(text)’")
  }
  static func notAMark(_ id: String) -> Message {
    Message("not-a-mark", "‘\(id)’ is neither an annotation nor a statement")
  }
  static func noSuchRow(_ number: Int) -> Message {
    Message("no-such-row", "the last listing has no row %\(number) of this kind")
  }
  static func nothingQuoted(_ text: String) -> Message {
    Message("nothing-quoted", "there are no words in quotation marks at ‘\(text)’")
  }
  static func noSuchPlace(_ text: String) -> Message {
    Message("no-such-place", "there is no place ‘\(text)’")
  }
  static func severalPlaces(_ count: Int) -> Message {
    Message("several-places", "these words stand in \(count) places")
  }
  static func notInArticle(_ name: String) -> Message {
    Message("quote-not-found", "these words are not in ‘\(name)’")
  }
}
