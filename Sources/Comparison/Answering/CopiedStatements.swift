internal import Casebook

/// Tells the statements that stand in copies only: the same words, in another article of the same
/// cluster, with the same party, issue and stance. They are shown, and count once.
struct CopiedStatements {
  private struct Key: Hashable {
    let cluster: ArticleID
    let party: Int32
    let issue: Int32
    let low: Int?
    let high: Int?
    let kind: Marks.RawValue
    let words: [UInt8]
  }

  /// The numbers of the units that repeat another one. Where the original has the statement, that
  /// one counts; else the first by place.
  static func find(in units: Units, _ columns: Columns) -> [Int] {
    if columns.casebook.articles.rowCount < 2 || units.count < 2 { return [] }
    let copies = columns.casebook.nearCopies
    if copies.isEmpty { return [] }
    let articles = units.all.map { columns.article(of: units.lines[Int($0.start)]) }
    var counted: [Key: Int] = [:]
    var found: [Int] = []
    for isOriginal in [true, false] {
      for (number, unit) in units.all.enumerated() {
        let article = ArticleID(row: articles[number])
        let original = copies.original(of: article)
        guard (original == article) == isOriginal, !copies.followers(of: original).isEmpty else {
          continue
        }
        let key = key(unit, original, units, columns)
        if let known = counted[key], known != article.row {
          found.append(number)
        } else {
          counted[key] = article.row
        }
      }
    }
    return found
  }

  private static func key(
    _ unit: Unit, _ cluster: ArticleID, _ units: Units, _ columns: Columns
  ) -> Key {
    let annotation = columns.annotation(of: units.lines[Int(unit.start)])
    return Key(
      cluster: cluster, party: unit.party, issue: unit.issue, low: unit.position?.low,
      high: unit.position?.high, kind: unit.kind.rawValue,
      words: FoldedWords.folding(columns.words(of: annotation)))
  }
}

extension Tally {
  /// How many of the counted statements stand in copies only; every id once.
  var copiedCount: Int {
    guard units.all.contains(where: \.isCopy) else { return 0 }
    var copied: Set<RecordID> = []
    var own: Set<RecordID> = []
    for unit in units.all {
      let id = columns.statements.id(StatementRow(rawValue: units.lines[Int(unit.start)]))
      if unit.isCopy { copied.insert(id) } else { own.insert(id) }
    }
    return copied.subtracting(own).count
  }
}
