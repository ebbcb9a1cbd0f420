/// Gathers articles into clusters: goes through them by day and joins each to the cluster whose first
/// article it shares most with, else begins one.
struct ClusterFinder {
  private let casebook: Casebook
  private(set) var leaders: [Int32]
  private(set) var ties: [Int32: NearCopies.Tie] = [:]
  private(set) var followers: [Int32: [ArticleID]] = [:]
  /// The places in `postings` where the list of each sampled shingle begins.
  private var heads: [UInt64: Int32] = [:]
  /// Clusters that have a shingle, linked.
  private var postings: [(leader: Int32, next: Int32, length: Int32)] = []

  /// Words that so many clusters have in common (a notice at the foot of every page) tell nothing,
  /// and would make the search quadratic.
  private static let common = 16
  /// With fewer words in common no article is a copy.
  private static let fewestWords = 40
  /// How many candidates are compared in full.
  private static let candidates = 3

  init(_ casebook: Casebook) {
    self.casebook = casebook
    leaders = Array(repeating: -1, count: casebook.articles.rowCount)
  }

  /// Whether an article comes first.
  static func isBefore(_ a: ArticleID, _ b: ArticleID, _ casebook: Casebook) -> Bool {
    key(a, casebook) < key(b, casebook)
  }

  /// By day, without a later change before with one, with more paragraphs, by name.
  private static func key(_ id: ArticleID, _ casebook: Casebook) -> (Int32, Int32, Int, String) {
    let one = casebook.articles[id]
    return (
      one.days?.first.number ?? .max, one.content.metadata.modified?.value.number ?? .min,
      -one.content.shingles.count, one.name
    )
  }

  /// How a copy hangs on an original; nil where it is none.
  static func tie(_ copy: ArticleID, to original: ArticleID, _ casebook: Casebook)
    -> NearCopies.Tie?
  {
    let first = casebook.articles[original].content.shingles
    let second = casebook.articles[copy].content.shingles
    let taken = first.standing(in: second)
    let own = second.standing(in: first)
    guard taken.words >= fewestWords, own.words >= fewestWords,
      taken.paragraphs * 2 >= first.count || own.paragraphs * 2 >= second.count
    else { return nil }
    return NearCopies.Tie(
      original: original, shared: taken.paragraphs, count: first.count, isVersion: false)
  }

  mutating func findCopies() {
    let order = casebook.articles.all.filter { target(of: $0) == nil }
      .map { (key: Self.key($0, casebook), id: $0) }.sorted { $0.key < $1.key }
    for (_, id) in order {
      if let tie = bestTie(id) {
        join(id, tie)
      } else {
        leaders[id.row] = id.rawValue
        addPostings(id)
      }
    }
  }

  /// Joins every later text to the cluster of the article that it is a text of. Those that name each
  /// other in a circle stand alone.
  mutating func joinVersions() {
    let articles = casebook.articles
    let versions = articles.all.filter { target(of: $0) != nil }
      .sorted { articles[$0].name < articles[$1].name }
    for id in versions {
      var (root, hops) = (id, 0)
      while let next = target(of: root), hops <= versions.count { (root, hops) = (next, hops + 1) }
      guard let original = target(of: id), target(of: root) == nil else {
        leaders[id.row] = id.rawValue
        continue
      }
      let shingles = articles[original].content.shingles
      let shared = shingles.standing(in: articles[id].content.shingles).paragraphs
      leaders[id.row] = leaders[root.row]
      ties[id.rawValue] = NearCopies.Tie(
        original: original, shared: shared, count: shingles.count, isVersion: true)
      followers[leaders[root.row], default: []].append(id)
    }
  }

  /// The article of which another is stated to be a later text, where it is there.
  private func target(of id: ArticleID) -> ArticleID? {
    guard let name = casebook.articles[id].versionOf else { return nil }
    return casebook.articles.named(name).flatMap { $0 == id ? nil : $0 }
  }

  private mutating func join(_ id: ArticleID, _ tie: NearCopies.Tie) {
    leaders[id.row] = tie.original.rawValue
    ties[id.rawValue] = tie
    followers[tie.original.rawValue, default: []].append(id)
  }

  /// The tie to the cluster with which it shares most paragraphs; of several, the first.
  private func bestTie(_ id: ArticleID) -> NearCopies.Tie? {
    var votes: [Int32: Int] = [:]
    for shingle in casebook.articles[id].content.shingles.sample {
      var place = heads[shingle] ?? -1
      if place >= 0, postings[Int(place)].length > Self.common { continue }
      while place >= 0 {
        votes[postings[Int(place)].leader, default: 0] += 1
        place = postings[Int(place)].next
      }
    }
    let names = casebook.articles
    let ranked = votes.sorted { a, b in
      if a.value != b.value { return a.value > b.value }
      return names[ArticleID(rawValue: a.key)].name < names[ArticleID(rawValue: b.key)].name
    }
    var best: NearCopies.Tie?
    for (leader, _) in ranked.prefix(Self.candidates) {
      guard let tie = Self.tie(id, to: ArticleID(rawValue: leader), casebook) else { continue }
      if tie.shared > best?.shared ?? 0 { best = tie }
    }
    return best
  }

  private mutating func addPostings(_ id: ArticleID) {
    for shingle in casebook.articles[id].content.shingles.sample {
      let head = heads[shingle] ?? -1
      let length = head < 0 ? 1 : postings[Int(head)].length + 1
      if Int(length) > Self.common + 1 { continue }
      heads[shingle] = Int32(postings.count)
      postings.append((id.rawValue, head, length))
    }
  }
}
