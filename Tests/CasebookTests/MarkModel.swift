import TestKit

@testable import Casebook

/// Annotations and statements as plain arrays, beside the casebook they are checked against.
struct MarkModel {
  var book = Casebook()
  var random: SeededGenerator
  private var annotations: [RecordID: Annotation] = [:]
  /// The statements on each annotation, in the order in which they were added.
  private var statements: [RecordID: [Statement]] = [:]
  private var rows: [RecordID: AnnotationRow] = [:]
  private let articles = [ArticleID(rawValue: 0), ArticleID(rawValue: 1)]

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private mutating func id(_ kind: RecordID.Kind) -> RecordID {
    RecordID(kind, digest: "00000" + String(100 + random.below(120), radix: 10))
  }

  // MARK: Changes

  mutating func step() {
    switch random.below(8) {
    case 0, 1, 2: addAnnotation()
    case 3: removeAnnotation()
    case 4, 5, 6: addStatement()
    default: removeStatement()
    }
  }

  private mutating func addAnnotation() {
    let id = id(.annotation)
    let start = random.below(20)
    var pieces = [start..<start + 1 + random.below(4)]
    if random.once(in: 3) { pieces.append(40..<50 + random.below(3)) }
    var new = Annotation(id: id, article: random.pick(articles), pieces: pieces)
    new.tags = random.once(in: 2) ? [TagID(row: random.below(4)), TagID(row: 7)] : []
    new.note = random.once(in: 3) ? "note \(random.below(9))" : nil
    new.coder = Int32(random.below(3)) - 1
    new.time = random.once(in: 4) ? nil : Instant(seconds: Int64(1 + random.below(1 << 31)))
    new.condition = random.pick([.exact, .normalised, .drifted, .orphan])
    new.item = Int32(random.below(1_000))
    let row = book.add(new)
    if annotations[id] != nil { return precondition(row == nil) }
    annotations[id] = new
    if let row { rows[id] = row }
  }

  /// Statements are withdrawn before their annotation, as `drop` does.
  private mutating func removeAnnotation() {
    guard let id = random.pick(Array(annotations.keys.sorted().map(Optional.some)) + [nil]),
      let row = rows[id]
    else { return }
    for statement in book.statements(on: row) { book.remove(statement) }
    statements[id] = nil
    book.remove(row)
    annotations[id] = nil
  }

  private mutating func addStatement() {
    guard !annotations.isEmpty else { return }
    let on = random.pick(annotations.keys.sorted())
    guard let row = rows[on] else { return }
    let id = RecordID(
      .statement, digest: String(on.text.dropFirst()) + "\(random.below(3))", digits: 9)
    let coder = Int32(random.below(3))
    if statements[on, default: []].contains(where: { $0.id == id && $0.coder == coder }) { return }
    var new = Statement(id: id, annotation: row)
    fill(&new)
    new.coder = coder
    book.add(new)
    statements[on, default: []].append(new)
  }

  private mutating func fill(_ new: inout Statement) {
    func maybe<Value>(_ value: Value) -> Value? { random.once(in: 2) ? value : nil }
    new.speaker = maybe(PartyID(row: random.below(9)))
    new.party = maybe(PartyID(row: random.below(9)))
    new.via = random.once(in: 4) ? [PartyID(row: 1), PartyID(row: 0)] : []
    new.addressee = random.once(in: 5) ? PartyID(row: 3) : nil
    new.channel = random.once(in: 5) ? "post on Telegram" : nil
    new.cue = maybe(random.pick(["said", "insists", ""]))
    new.issue = maybe(IssueID(row: random.below(5)))
    new.stance = maybe(random.pick(Stance.all))
    new.condition = random.once(in: 4) ? "if" : nil
    new.voice = maybe(random.pick(Voice.allCases))
    new.act = maybe(random.pick(Act.allCases))
    new.hedge = maybe(random.pick(Hedge.allCases))
    let first = Day(number: Int32(random.below(40_000)) - 20_000)
    new.said = maybe(DayRange(first, first.adding(random.below(9))))
    new.note = random.once(in: 5) ? "note" : nil
    new.time = maybe(Instant(seconds: 1_934_273_700))
    new.isSuggested = random.once(in: 3)
    new.item = Int32(random.below(1_000))
  }

  private mutating func removeStatement() {
    let all = statements.keys.sorted().flatMap { statements[$0] ?? [] }
    guard !all.isEmpty else { return }
    let one = random.pick(all)
    guard let row = book.statement(one.id, coder: one.coder) else { preconditionFailure("lost") }
    book.remove(row)
    for on in statements.keys {
      statements[on]?.removeAll { $0.id == one.id && $0.coder == one.coder }
    }
  }

  // MARK: What both say

  /// The annotations of each article in order, and what hangs on each, by the model.
  var expected: String {
    articles.map { article in
      let own = annotations.values.filter { $0.article == article }
      let sorted = own.sorted {
        ($0.hull.lowerBound, $0.hull.upperBound, $0.id)
          < ($1.hull.lowerBound, $1.hull.upperBound, $1.id)
      }
      return "article \(article.row)\n"
        + sorted.map { one in
          "\(one)\n" + (statements[one.id] ?? []).map { "  \($0)\n" }.joined()
        }.joined()
    }.joined() + "\(annotations.count), \(statements.values.reduce(0) { $0 + $1.count })\n"
  }

  /// The same by the casebook.
  var actual: String {
    articles.map { article in
      "article \(article.row)\n"
        + book.annotations(of: article).map { row in
          "\(book.annotations[row])\n"
            + book.statements(on: row).map { "  \(book.statement($0))\n" }.joined()
        }.joined()
    }.joined() + "\(book.annotations.count), \(book.statements.count)\n"
  }

  /// Ids of the model that are not found, and found ones that are not in the model.
  var lost: [String] {
    var lost: [String] = []
    for number in 100..<220 {
      let id = RecordID(.annotation, digest: "00000\(number)")
      let found = book.annotations.row(of: id)
      if found.map({ book.annotations[$0] }) != annotations[id] { lost.append(id.text) }
    }
    for one in statements.values.joined() {
      let lines = book.statements.rows(of: one.id)
      if !lines.contains(where: { book.statement($0) == one }) { lost.append(one.id.text) }
      if Set(lines).count != lines.count { lost.append("\(one.id.text) twice") }
      if book.statements.matching(one.id).filter({ $0 == one.id }).count != 1 {
        lost.append("\(one.id.text) not matched once")
      }
    }
    return lost
  }

  /// What comes after each annotation in its article, by the casebook and by its own order.
  var wrongSuccessors: Int {
    articles.map { article in
      let rows = book.annotations(of: article)
      return rows.indices.count { i in
        book.successor(of: rows[i]) != (i + 1 < rows.count ? rows[i + 1] : nil)
      }
    }.reduce(0, +)
  }
}
