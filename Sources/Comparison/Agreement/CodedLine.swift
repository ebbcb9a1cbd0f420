internal import Casebook
internal import SourceText

/// One coder's line of a statement, told by what is the same in any notebook: the article's text, the
/// names of party and issue.
struct CodedLine: Sendable {
  let coder: String
  let id: RecordID
  /// The digest of the article's text.
  let article: TextDigest
  /// The words: scalars of the article, half-open, first to last piece.
  let range: Range<Int>
  let pieces: [Range<Int>]
  let party: String
  let issue: String
  /// The stance as the table holds it.
  let stance: Int8
  /// The stance that coders agreed on, where they did.
  let settled: Int8?
  /// How it is shown.
  let address: String

  /// Whether two are about the same: the same party on the same issue in the same article.
  func isAbout(sameAs other: CodedLine) -> Bool {
    article == other.article && party == other.party && issue == other.issue
  }
}

/// The lines of a notebook, and how long its articles are.
struct CodedLines: Sendable {
  private(set) var lines: [CodedLine] = []
  /// The scalars of each article that has one, by digest.
  private(set) var lengths: [TextDigest: Int] = [:]
  /// The name of each article.
  private(set) var names: [TextDigest: String] = [:]

  /// The lines that fit. Of a notebook that is compared with others `name` stands for its coder, or,
  /// where it has several, before each. A line without an issue, or without a party and a speaker, is
  /// not taken.
  init(_ filter: StatementFilter, in casebook: Casebook, as name: String?) {
    let words = Words(casebook: casebook)
    var book = AddressBook(casebook)
    let rows = filter.rows(in: casebook)
    let counted = casebook.settled.isEmpty ? nil : casebook.countedStances
    let isOne = Set(rows.map { casebook.statements.coders[$0.row] }).count < 2
    for row in rows {
      let statement = casebook.statement(row)
      let article = casebook.annotations.article(statement.annotation)
      guard casebook.articles.isDefined(article), let issue = statement.issue,
        casebook.issues.isDefined(issue), let who = statement.party ?? statement.speaker
      else { continue }
      let text = casebook.articles[article].text
      let digest = casebook.articles[article].textDigest
      let pieces = casebook.annotations.pieces(of: statement.annotation).map { piece in
        text.scalarOffset(ofByte: piece.lowerBound)..<text.scalarOffset(ofByte: piece.upperBound)
      }
      guard let first = pieces.first, let last = pieces.last else { continue }
      lengths[digest] = text.scalarOffset(ofByte: text.count)
      names[digest] = casebook.articles[article].name
      lines.append(
        CodedLine(
          coder: name.map { isOne ? $0 : "\($0) \(words.coder(row))" } ?? words.coder(row),
          id: statement.id, article: digest,
          range: first.lowerBound..<last.upperBound, pieces: pieces, party: words.name(who),
          issue: words.name(issue), stance: casebook.statements.stances[row.row],
          settled: counted.map { $0[row.row] }.flatMap {
            casebook.settled[statement.id] == nil ? nil : $0
          },
          address: book.address(of: row)))
    }
  }

  /// All of several notebooks.
  init(joining some: [CodedLines]) {
    for one in some {
      lines += one.lines
      lengths.merge(one.lengths) { first, _ in first }
      names.merge(one.names) { first, _ in first }
    }
    let names = self.names
    lines = lines.enumerated().sorted { a, b in
      let (one, other) = (a.element, b.element)
      if one.article != other.article {
        let pair = (names[one.article] ?? "", names[other.article] ?? "")
        return pair.0 != pair.1 ? pair.0 < pair.1 : one.article.hex < other.article.hex
      }
      let keys = ((one.party, one.issue), (other.party, other.issue))
      if keys.0 != keys.1 { return keys.0 < keys.1 }
      if one.range.lowerBound != other.range.lowerBound {
        return one.range.lowerBound < other.range.lowerBound
      }
      return (one.range.upperBound, a.offset) < (other.range.upperBound, b.offset)
    }.map(\.element)
  }

  /// The coders, by name.
  var coders: [String] { Set(lines.map(\.coder)).sorted() }
}
