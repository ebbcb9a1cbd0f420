/// Which articles carry one text: a wire story and its reprints, an article and its later texts.
///
/// A *copy* is found from the words: at least half of its paragraphs, or of those of the other
/// article, stand in both (`ParagraphShingles.standing`), with forty words or more. The original is
/// the one with the earliest day; of several, one that states no later change, then the one with the
/// most paragraphs, then by name; what has no day comes last. A *later text* (`load … version-of`) is stated by the analyst, never
/// found; it belongs to the cluster of the article whose text it is.
///
/// It depends on what the casebook holds, never on the order in which that was added.
public struct NearCopies: Sendable {
  /// How an article depends on another one.
  public struct Tie: Equatable, Sendable {
    /// The article of which it is a copy or a later text.
    public let original: ArticleID
    /// How many paragraphs of the original stand in it, some words edited or not.
    public let shared: Int
    /// How many paragraphs the original has.
    public let count: Int
    /// Whether the analyst stated that it is a later text of the same article.
    public let isVersion: Bool
  }

  /// The first article of each article's cluster, by row; -1 for a row that is empty.
  private let leaders: [Int32]
  private let ties: [Int32: Tie]
  /// The others of each cluster, by day and name.
  private let followers: [Int32: [ArticleID]]

  /// Finds them; texts are compared with the first of each cluster only, so that it takes time in
  /// proportion to the texts.
  init(in casebook: Casebook) {
    var finder = ClusterFinder(casebook)
    finder.findCopies()
    finder.joinVersions()
    leaders = finder.leaders
    ties = finder.ties
    followers = finder.followers
  }

  /// Whether every article stands alone.
  public var isEmpty: Bool { ties.isEmpty }

  /// The article with which the cluster of an article begins: itself where it stands alone.
  public func original(of article: ArticleID) -> ArticleID {
    let leader = article.row < leaders.count ? leaders[article.row] : -1
    return leader < 0 ? article : ArticleID(rawValue: leader)
  }

  /// On which article it depends; nil for the first of a cluster, and for one that stands alone.
  public func tie(of article: ArticleID) -> Tie? { ties[article.rawValue] }

  /// The others of the cluster that begins with an article: by day and name, later texts last.
  public func followers(of article: ArticleID) -> [ArticleID] {
    followers[article.rawValue, default: []]
  }

  /// How the text of an article hangs together with that of another one, whichever comes first;
  /// looks at those alone that have words in common with it.
  public static func nearest(to article: ArticleID, in casebook: Casebook) -> (
    of: ArticleID, Tie
  )? {
    var best: (count: Int, id: ArticleID)?
    for (other, shared) in casebook.copies.sharing(with: article, in: casebook) {
      guard let known = best, shared <= known.count else {
        best = (shared, other)
        continue
      }
      let isFirst = shared == known.count && ClusterFinder.isBefore(other, known.id, casebook)
      if isFirst { best = (shared, other) }
    }
    guard let other = best?.id else { return nil }
    let isFirst = ClusterFinder.isBefore(article, other, casebook)
    let (original, copy) = isFirst ? (article, other) : (other, article)
    return ClusterFinder.tie(copy, to: original, casebook).map { (copy, $0) }
  }
}

extension Casebook {
  /// Which articles carry one text. Made when it is first asked for, and anew only when the articles
  /// have changed; what an article's words come to stays with its content.
  public var nearCopies: NearCopies { copies.value(for: self) }
}
