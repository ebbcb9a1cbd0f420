extension Casebook {
  /// The annotations of an article, by where they begin, then end, then id.
  public func annotations(of article: ArticleID) -> [AnnotationRow] {
    let rows = order[article, default: []]
    return hidesMarks ? rows.filter { annotations.isAlive($0) } : rows
  }

  /// Adds an annotation in its place; nil when its id is in use.
  public mutating func add(_ annotation: Annotation) -> AnnotationRow? {
    guard let row = annotations.insert(annotation) else { return nil }
    let place = place(of: row, in: order[annotation.article, default: []])
    order[annotation.article, default: []].insert(row, at: place)
    return row
  }

  /// Reads where the search for each of some ids begins. Ids are spread over memory, so that each
  /// search begins with waiting; asked for at once the waits overlap.
  ///
  /// - Returns: the sum of what was read, of use to nobody: what is given must have been read.
  @discardableResult
  public func touch(_ ids: [RecordID]) -> Int32 {
    var sum: Int32 = 0
    for id in ids {
      sum &+= id.kind == .annotation ? annotations.touch(id) : statements.touch(id)
    }
    return sum
  }

  /// Takes an annotation out. Its statements stay until their own records go.
  public mutating func remove(_ row: AnnotationRow) {
    guard annotations.isAlive(row) else { return }
    let article = annotations.article(row)
    let place = place(of: row, in: order[article, default: []])
    if place < order[article, default: []].count, order[article]?[place] == row {
      order[article]?.remove(at: place)
    }
    annotations.remove(row)
  }

  /// The first annotation of the article that begins later than `start`, or begins there and ends
  /// later.
  public func successor(of row: AnnotationRow) -> AnnotationRow? {
    let rows = order[annotations.article(row), default: []]
    let next = place(of: row, in: rows) + 1
    return next < rows.count ? rows[next] : nil
  }

  /// The first place whose row does not come before `row`; marks mostly come in order, so the end
  /// is tried first.
  private func place(of row: AnnotationRow, in rows: [AnnotationRow]) -> Int {
    guard let last = rows.last else { return 0 }
    if precedes(last, row) { return rows.count }
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if precedes(rows[middle], row) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func precedes(_ a: AnnotationRow, _ b: AnnotationRow) -> Bool {
    let (startA, startB) = (annotations.start(a), annotations.start(b))
    if startA != startB { return startA < startB }
    let (endA, endB) = (annotations.end(a), annotations.end(b))
    return endA != endB ? endA < endB : annotations.id(a) < annotations.id(b)
  }

  /// The row of an annotation's id, for a statement that is to be added: records of statements stand
  /// in the order of their annotations, so that it mostly is that of the last statement, or the next
  /// one.
  public func annotationToState(_ id: RecordID) -> AnnotationRow? {
    annotations.row(of: id, near: Int(statements.annotations.last ?? 0))
  }

  /// A statement as a value.
  public func statement(_ row: StatementRow) -> Statement { statements.view(row, texts) }

  /// The lines of statements on an annotation, in the order in which they were made.
  public func statements(on annotation: AnnotationRow) -> [StatementRow] {
    var rows: [StatementRow] = []
    var next = annotations.firstStatement(annotation)
    while next >= 0 {
      rows.append(StatementRow(rawValue: next))
      next = statements.next(next)
    }
    return rows
  }

  /// Adds one coder's line of a statement.
  @discardableResult
  public mutating func add(_ statement: Statement) -> StatementRow {
    let cue = statement.cue.map { texts.intern($0) } ?? -1
    let row = statements.insert(statement, cue: cue)
    statements.setNext(row.rawValue, -1)
    guard let last = statements(on: statement.annotation).last else {
      annotations.setFirstStatement(statement.annotation, row.rawValue)
      return row
    }
    statements.setNext(last.rawValue, row.rawValue)
    return row
  }

  /// Takes one line of a statement out.
  public mutating func remove(_ row: StatementRow) {
    guard statements.isAlive(row.row) else { return }
    let annotation = AnnotationRow(rawValue: statements.annotations[row.row])
    let next = statements.next(row.rawValue)
    if annotations.firstStatement(annotation) == row.rawValue {
      annotations.setFirstStatement(annotation, next)
    } else if let before = statements(on: annotation).last(where: {
      statements.next($0.rawValue) == row.rawValue
    }) {
      statements.setNext(before.rawValue, next)
    }
    statements.remove(row)
  }

  /// The line that a coder has under a statement's id.
  public func statement(_ id: RecordID, coder: Int32) -> StatementRow? {
    guard statements.row(of: id) != nil else { return nil }
    return statements.rows(of: id).first { statements.coders[$0.row] == coder }
  }

  /// The article of a statement.
  public func article(of statement: StatementRow) -> ArticleID {
    annotations.article(AnnotationRow(rawValue: statements.annotations[statement.row]))
  }

  /// The day or days of a statement: when it was said, else its article's day, else the bracket of
  /// its article, else nil.
  public func days(of row: StatementRow) -> DayRange? {
    if statements.saidFirst[row.row] != .min {
      return DayRange(
        Day(number: statements.saidFirst[row.row]), Day(number: statements.saidLast[row.row]))
    }
    let article = articles[article(of: row)]
    return article.days
  }

  /// Defines an article; lines put back in it before stay put back.
  @discardableResult
  public mutating func define(_ article: Article) -> ArticleID {
    let id = articles.define(article, name: article.name)
    restore(id)
    return id
  }

  /// Puts a line that was set aside back among the paragraphs.
  public mutating func add(_ line: RestoredLine) {
    asides.append(line)
    restore(line.article)
  }

  /// Takes a restored line back out.
  public mutating func removeRestoredLine(of item: RecordItem) {
    let touched = asides.filter { $0.item == item }.map(\.article)
    asides.removeAll { $0.item == item }
    for article in touched { restore(article) }
  }

  private mutating func restore(_ id: ArticleID) {
    guard articles.isDefined(id) else { return }
    var article = articles[id]
    article.restored = Set(asides.filter { $0.article == id }.map(\.block))
    articles.define(article, name: article.name)
  }
}
