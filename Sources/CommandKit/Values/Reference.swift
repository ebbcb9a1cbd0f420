public import Casebook
internal import Diagnostics
internal import LineEditing

extension ValueKind where Value == [RecordID] {
  /// One word that refers to records: an id or its beginning, `it`, `15a`, `london:15a`, `%3`,
  /// `%2-5`, `%all`.
  public static let reference = ValueKind(
    "REF", expected: "a mark, as a8f536ced, 15a, %3 or it", candidates: { $0.marks() },
    read: { cursor, session throws(Diagnostic) in
      guard let word = cursor.peek, word.form == .plain else {
        throw cursor.missing("a mark, as a8f536ced, 15a, %3 or it")
      }
      let ids = try ReferenceReader.ids(cursor.line.text(word), word.range, cursor.line, session)
      cursor.next()
      return ids
    })
}

/// Understands references to records.
public enum ReferenceReader {
  /// Whether a word has the form of an id of four digits or more.
  static func isID(_ text: String) -> Bool { RecordID(prefix: text.utf8) != nil }

  /// Whether a word can be a reference at all.
  public static func isReference(_ text: String) -> Bool {
    if text == "it" || text.hasPrefix("%") || isID(text) { return true }
    let address = text.lastIndex(of: ":").map { text[text.index(after: $0)...] } ?? text[...]
    return Address(address)?.letter != nil
  }

  /// The records that one word refers to.
  static func ids(_ text: String, _ range: Range<Int>, _ line: CommandLine, _ session: Session)
    throws(Diagnostic) -> [RecordID]
  {
    if text.hasPrefix("%") { return try rows(text, range, line, session) }
    if text == "it" || isID(text) { return [try id(text, range, line, session)] }
    let colon = text.lastIndex(of: ":")
    let name = colon.map { String(text[..<$0]) }
    let written = colon.map { text[text.index(after: $0)...] } ?? text[...]
    guard let address = Address(written), let letter = address.letter,
      let article = name.map({ session.book.articles.named($0) }) ?? session.article
    else {
      throw Diagnostic(
        .notAReference(text), at: line.place(range), hint: "list shows what there is")
    }
    guard let row = session.book.mark(letter, paragraph: address.paragraph, of: article) else {
      throw Diagnostic(
        .noSuchMark(text), at: line.place(range),
        hint: "read \(session.book.articles[article].name) \(address.paragraph)")
    }
    return [session.book.annotations.id(row)]
  }

  /// The record that an id, its beginning, or `it` refers to.
  static func id(_ text: String, _ range: Range<Int>, _ line: CommandLine, _ session: Session)
    throws(Diagnostic) -> RecordID
  {
    if text == "it" {
      guard let it = session.it, session.item(of: it) != nil else {
        throw Diagnostic(
          .noIt, at: line.place(range), hint: "annotate or attribute something first")
      }
      return it
    }
    guard let short = RecordID(prefix: text.utf8) else {
      throw Diagnostic(.notAReference(text), at: line.place(range))
    }
    if short.count >= 8, session.item(of: short) != nil { return short }
    let matching = session.ids(beginningWith: short)
    if matching.count == 1 { return matching[0] }
    if matching.isEmpty {
      throw Diagnostic(.unknownID(text), at: line.place(range), hint: "list shows what there is")
    }
    throw Diagnostic(
      .ambiguousID(text, matching.count), at: line.place(range), hint: "give more of its digits",
      notes: matching.prefix(9).map(\.text))
  }

  private static func rows(
    _ text: String, _ range: Range<Int>, _ line: CommandLine, _ session: Session
  ) throws(Diagnostic) -> [RecordID] {
    guard let numbers = rowNumbers(text, count: session.listing.count) else {
      throw Diagnostic(
        .noRows(text), at: line.place(range),
        hint: session.listing.isEmpty
          ? "list something first" : "%1 to %\(session.listing.count), %all")
    }
    let ids = numbers.flatMap { number -> [RecordID] in
      switch session.listing[number - 1] {
      case .record(let id): [id]
      case .statements(let ids): ids
      default: []
      }
    }
    if let gone = ids.first(where: { session.item(of: $0) == nil }) {
      throw Diagnostic(.unknownID(gone.text), at: line.place(range), hint: "list what there is now")
    }
    return ids
  }

  /// The numbers that `%3`, `%2-5` or `%all` means among `count` rows; nil where it means none.
  public static func rowNumbers(_ text: String, count: Int) -> [Int]? {
    let body = text.hasPrefix("%") ? text.dropFirst() : text[...]
    if body == "all" { return count == 0 ? nil : Array(1...count) }
    let ends = body.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first >= 1,
      first <= last, last <= count
    else { return nil }
    return Array(first...last)
  }
}

extension Session {
  /// What a row of the last listing stands for; nil where there is no such row, or no longer what
  /// it stood for.
  public func row(_ number: Int) -> Row? {
    guard number >= 1, number <= listing.count else { return nil }
    let row = listing[number - 1]
    let isThere =
      switch row {
      case .record(let id): item(of: id) != nil
      case .passage(let id, _), .suggestion(let id, _, _), .castMember(let id, _),
        .article(let id), .setAside(let id, _):
        book.articles.isDefined(id)
      case .party(let id): book.parties.isDefined(id)
      case .issue(let id): book.issues.isDefined(id)
      case .tag(let id): book.tags.isDefined(id)
      case .statements, .prose: true
      }
    return isThere ? row : nil
  }

  func ids(beginningWith short: RecordID) -> [RecordID] {
    switch short.kind {
    case .annotation: book.annotations.matching(short)
    case .statement: book.statements.matching(short)
    case .claim: book.claims.map(\.id).filter { $0.begins(with: short) }
    case .link: book.links.map(\.id).filter { $0.begins(with: short) }
    }
  }
}

extension Message {
  static let noIt = Message("no-it", "nothing was marked yet that ‘it’ could mean")
  static func notAReference(_ text: String) -> Message {
    Message("not-a-reference", "‘\(text)’ refers to no record")
  }
  static func unknownID(_ text: String) -> Message {
    Message("unknown-id", "no record ‘\(text)’")
  }
  static func ambiguousID(_ text: String, _ count: Int) -> Message {
    Message("ambiguous-id", "\(count) ids begin with ‘\(text)’")
  }
  static func noRows(_ text: String) -> Message {
    Message("no-such-row", "the last listing has no rows ‘\(text)’")
  }
}
