public import Casebook
internal import NotebookFormat

/// Where a new record belongs.
public enum Placement: Sendable {
  /// With the codebook records of its kind, before the first `load`; people under their state.
  case codebook(verb: String, under: PartyID?)
  /// Behind the articles loaded before, under a heading of its own name.
  case load(name: String)
  /// The same behind the load of the article before it, which has no marks yet: the next article of
  /// one source. To look for the last load of all would take quadratic time for thousands of them.
  case loadBehind(RecordItem, name: String)
  /// In the order of an article's marks: the article, and where the mark begins and ends, in bytes.
  case mark(ArticleID, Range<Int>)
  /// Behind the statements, claims and notes of a record.
  case under(RecordID)
  /// Directly behind an item, in its block.
  case behind(RecordItem)
  /// In a block of its own at the end of a section, or at the end of the notebook.
  case section(String?)
}

/// A line of the notebook at which text is put in.
struct Spot {
  /// Lines before it.
  var line: Int
  /// Text put in before the new lines: a blank line, a heading.
  var before = ""
  /// Text put in after them.
  var after = ""

  func edit(with text: String) -> LineEdit {
    LineEdit(line: line, removed: [], added: Array((before + text + after).utf8))
  }
}

extension Session {
  /// The place at which a record's text is put in.
  func spot(for placement: Placement) -> Spot {
    switch placement {
    case .codebook(let verb, let under): codebookSpot(verb, under)
    case .load(let name): loadSpot(name)
    case .loadBehind(let item, let name): headed(block(behind: item), name)
    case .mark(let article, let range): markSpot(article, range)
    case .under(let id): item(of: id).map { sameBlock(lastOfGroup($0)) } ?? block(at: bodyEnd)
    case .behind(let item): sameBlock(item)
    case .section(let heading): sectionSpot(heading)
    }
  }

  /// The record of a mark, a claim or a link.
  public func item(of id: RecordID) -> RecordItem? {
    switch id.kind {
    case .annotation: book.annotations.row(of: id).map { book.annotations.item($0) }
    case .statement: book.statements.rows(of: id).first.map { book.statements.item($0) }
    case .claim: book.claims.first { $0.id == id }?.item
    case .link: book.links.first { $0.id == id }?.item
    }
  }

  private func sameBlock(_ item: RecordItem) -> Spot {
    var spot = Spot(line: document.endLine(of: item))
    if !document.endsLine(item) { spot.before = "\n" }
    return spot
  }

  /// A block of its own behind an item, with a blank line before and after.
  private func block(behind item: RecordItem?) -> Spot {
    guard let item else { return Spot(line: 0) }
    var spot = Spot(line: document.endLine(of: item))
    if document.kind(item) != .blank { spot.before = document.endsLine(item) ? "\n" : "\n\n" }
    if document.endsWithListItem(item) { spot.before += "<!-- -->\n\n" }
    if let next = document.next(item), document.kind(next) != .blank { spot.after = "\n" }
    return spot
  }

  private func block(at line: Int) -> Spot {
    line == 0 ? Spot(line: 0) : block(behind: document.item(atLine: line - 1))
  }

  // MARK: Marks

  /// The last record of the block that hangs on an annotation: statements, claims, notes, links.
  func lastOfGroup(_ item: RecordItem) -> RecordItem {
    var last = item
    while let next = document.next(last),
      document.kind(next) == .record || document.kind(next) == .comment,
      document.kind(next) == .comment || !document.isRecord(next, of: ["annotate", "load", "keep"])
    {
      last = next
    }
    return last
  }

  private func markSpot(_ article: ArticleID, _ range: Range<Int>) -> Spot {
    let rows = book.annotations(of: article)
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      let start = book.annotations.start(rows[middle])
      let later =
        start > range.lowerBound
        || (start == range.lowerBound && book.annotations.end(rows[middle]) > range.upperBound)
      if later { high = middle } else { low = middle + 1 }
    }
    if low < rows.count, document.contains(book.annotations.item(rows[low])) {
      return before(book.annotations.item(rows[low]))
    }
    let last = low > 0 ? book.annotations.item(rows[low - 1]) : book.articles[article].item
    return block(behind: endOfPart(document.contains(last) ? last : book.articles[article].item))
  }

  private func before(_ item: RecordItem) -> Spot {
    var spot = Spot(line: document.line(item) - 1)
    if let previous = document.previous(item), document.kind(previous) != .blank {
      spot.before = "\n"
    }
    spot.after = "\n"
    return spot
  }

  /// The last item of an article's part, counted from one of its records: up to the next heading,
  /// `load`, kept result or fact.
  private func endOfPart(_ item: RecordItem) -> RecordItem? {
    var last = item
    var end = item
    while let next = document.next(last) {
      let kind = document.kind(next)
      if kind == .heading || kind == .fact { break }
      if kind == .record, document.isRecord(next, of: ["load", "keep"]) { break }
      last = next
      if kind != .blank { end = next }
    }
    return end
  }

  // MARK: Codebook

  private func codebookSpot(_ verb: String, _ under: PartyID?) -> Spot {
    if let under, book.parties.isDefined(under), document.contains(book.parties[under].item) {
      return sameBlock(lastOfPeople(book.parties[under].item))
    }
    if let item = lastCodebookItem(of: verb) { return sameBlock(item) }
    if let item = lastCodebookItem(of: nil) { return block(behind: item) }
    return block(at: codebookEnd)
  }

  private func lastOfPeople(_ state: RecordItem) -> RecordItem {
    var last = state
    while let next = document.next(last), document.kind(next) == .record,
      document.isRecord(next, of: ["member"])
        || document.contains(next, " kind person ")
        || document.contains(next, " kind organisation ")
    {
      last = next
    }
    return last
  }

  /// The last item of a codebook verb; of any, where none is named.
  private func lastCodebookItem(of verb: String?) -> RecordItem? {
    var items: [RecordItem] = []
    if verb == nil || verb == "party" || verb == "member" {
      items += book.parties.all.map { book.parties[$0].item }
      items += book.parties.memberships.map(\.item)
    }
    if verb == nil || verb == "issue" { items += book.issues.all.map { book.issues[$0].item } }
    if verb == nil || verb == "define" { items += book.tags.all.map { book.tags[$0].item } }
    if verb == nil || verb == "hypothesis" {
      items += book.hypotheses.all.map { book.hypotheses[$0].item }
    }
    return document.last(of: items)
  }

  /// The line before the first article: before its heading.
  private var codebookEnd: Int {
    let loads = book.articles.all.map { book.articles[$0].item }.filter { document.contains($0) }
    guard var item = loads.min(by: { document.line($0) < document.line($1) }) else {
      return bodyEnd
    }
    while let previous = document.previous(item),
      [.blank, .heading].contains(document.kind(previous)),
      document.line(previous) > 2
    {
      item = previous
      if document.kind(previous) == .heading { break }
    }
    return document.line(item) - 1
  }

  // MARK: Articles and sections

  private func loadSpot(_ name: String) -> Spot {
    let spot: Spot
    if let last = document.last(of: book.articles.all.map { book.articles[$0].item }) {
      spot = block(behind: endOfPart(last))
    } else if let codebook = lastCodebookItem(of: nil) {
      spot = block(behind: codebook)
    } else {
      spot = block(at: firstSectionEnd)
    }
    return headed(spot, name)
  }

  /// With the heading of an article.
  private func headed(_ spot: Spot, _ name: String) -> Spot {
    var spot = spot
    spot.before += "## \(name)\n\n"
    return spot
  }

  /// Before the first kept result, else the end of the body.
  private var firstSectionEnd: Int { bodyEnd }

  private func sectionSpot(_ heading: String?) -> Spot {
    guard let heading else { return block(at: bodyEnd) }
    guard let start = document.heading(heading) else {
      var spot = block(at: bodyEnd)
      spot.before += "## \(heading)\n\n"
      return spot
    }
    var last = start
    var end = start
    while let next = document.next(last), document.kind(next) != .heading,
      document.kind(next) != .fact
    {
      last = next
      if document.kind(next) != .blank { end = next }
    }
    return block(behind: end)
  }

  /// The line at which the body ends: before the heading of the facts, or at the end.
  var bodyEnd: Int {
    guard let first = document.firstFact else { return lineOfLastText }
    var item = first
    while let previous = document.previous(item), document.kind(previous) != .record {
      item = previous
      if document.kind(previous) == .heading { break }
    }
    return document.kind(item) == .heading ? lineBefore(item) : document.line(first) - 1
  }

  /// Lines up to the last item before `item` that is not blank.
  private func lineBefore(_ item: RecordItem) -> Int {
    var last = document.previous(item)
    while let one = last, document.kind(one) == .blank { last = document.previous(one) }
    return last.map { document.endLine(of: $0) } ?? 0
  }

  private var lineOfLastText: Int {
    var last = document.last
    while let one = last, document.kind(one) == .blank { last = document.previous(one) }
    return last.map { document.endLine(of: $0) } ?? 0
  }
}
