/// Which articles have a sampled shingle: what an article that has just come in is compared with.
///
/// It grows with the articles of a casebook; where one of them was taken out or has another text, it
/// is made anew.
struct SampleIndex: Sendable {
  /// What each row of the articles held when it was taken in.
  private var contents: [ArticleContent?] = []
  /// The articles that have a shingle.
  private var rows: [UInt64: Rows] = [:]

  /// The articles of a shingle, in the order in which they came. Most have one; those of a notice
  /// that every page has are read for each article, and stand one behind the other.
  private struct Rows {
    let first: Int32
    var others: [Int32] = []
  }

  /// Of so many articles that have a shingle in common, the first are enough to tell a copy by; to
  /// look at all of them would be quadratic where every page has the same notice at its foot.
  private static let common = 64

  /// Takes in what came since the last time.
  mutating func follow(_ casebook: Casebook) {
    let articles = casebook.articles
    var isStale = contents.count > articles.rowCount
    for (row, known) in contents.enumerated() where known != nil && !isStale {
      let id = ArticleID(row: row)
      isStale = !articles.isDefined(id) || articles[id].content !== known
    }
    if isStale { self = SampleIndex() }
    for id in articles.all where id.row >= contents.count || contents[id.row] == nil {
      add(id, articles[id].content)
    }
  }

  /// Every other article that has shingles in common with one, and how many, by row.
  func sharing(with article: ArticleID, _ content: ArticleContent) -> [(of: ArticleID, count: Int)]
  {
    var counts = [Int](repeating: 0, count: contents.count)
    var met: [Int] = []
    func count(_ row: Int32) {
      if counts[Int(row)] == 0 { met.append(Int(row)) }
      counts[Int(row)] += 1
    }
    for shingle in content.shingles.sample {
      guard let rows = rows[shingle] else { continue }
      count(rows.first)
      for row in rows.others { count(row) }
    }
    return met.filter { $0 != article.row }.sorted().map { (ArticleID(row: $0), counts[$0]) }
  }

  private mutating func add(_ id: ArticleID, _ content: ArticleContent) {
    while contents.count <= id.row { contents.append(nil) }
    contents[id.row] = content
    for shingle in content.shingles.sample {
      guard let place = rows.index(forKey: shingle) else {
        rows[shingle] = Rows(first: id.rawValue)
        continue
      }
      if rows.values[place].others.count + 1 < Self.common {
        rows.values[place].others.append(id.rawValue)
      }
    }
  }
}
