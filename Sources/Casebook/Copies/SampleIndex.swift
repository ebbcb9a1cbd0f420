/// Which articles have a sampled shingle: what an article that has just come in is compared with.
///
/// It grows with the articles of a casebook; where one of them was taken out or has another text, it
/// is made anew.
struct SampleIndex: Sendable {
  /// What each row of the articles held when it was taken in.
  private var contents: [ArticleContent?] = []
  /// The place in `postings` where the list of each shingle begins.
  private var heads: [UInt64: Int32] = [:]
  /// The articles of each shingle, linked.
  private var postings: [(row: Int32, next: Int32, length: Int32)] = []

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
    var rows: [Int] = []
    for shingle in content.shingles.sample {
      var place = heads[shingle] ?? -1
      while place >= 0 {
        let (row, next, _) = postings[Int(place)]
        if counts[Int(row)] == 0 { rows.append(Int(row)) }
        counts[Int(row)] += 1
        place = next
      }
    }
    return rows.filter { $0 != article.row }.sorted().map { (ArticleID(row: $0), counts[$0]) }
  }

  private mutating func add(_ id: ArticleID, _ content: ArticleContent) {
    while contents.count <= id.row { contents.append(nil) }
    contents[id.row] = content
    for shingle in content.shingles.sample {
      let head = heads[shingle] ?? -1
      let length = head < 0 ? 1 : postings[Int(head)].length + 1
      if Int(length) > Self.common { continue }
      heads[shingle] = Int32(postings.count)
      postings.append((id.rawValue, head, length))
    }
  }
}
