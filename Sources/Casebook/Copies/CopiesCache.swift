internal import SourceText
internal import Synchronization

/// Keeps the near-copies of a casebook for as long as its articles stay what they are. Copies of a
/// casebook share it: what it keeps is told from what is asked for by the articles' digests.
final class CopiesCache: Sendable {
  private struct Key: Equatable {
    let row: Int32
    let digest: TextDigest
    let name: String
    let day: Int32?
    let modified: Int32?
    let versionOf: String?
  }

  private struct Kept {
    var key: [Key]
    var copies: NearCopies
  }

  private let kept = Mutex<Kept?>(nil)
  private let index = Mutex(SampleIndex())

  /// Every other article that has sampled shingles in common with one, and how many.
  func sharing(with article: ArticleID, in casebook: Casebook) -> [(of: ArticleID, count: Int)] {
    index.withLock { index in
      index.follow(casebook)
      return index.sharing(with: article, casebook.articles[article].content)
    }
  }

  func value(for casebook: Casebook) -> NearCopies {
    let key = casebook.articles.all.map { id in
      let one = casebook.articles[id]
      return Key(
        row: id.rawValue, digest: one.textDigest, name: one.name,
        day: one.days?.first.number,
        modified: one.content.metadata.modified?.value.number, versionOf: one.versionOf)
    }
    if let copies = kept.withLock({ $0?.key == key ? $0?.copies : nil }) { return copies }
    let copies = NearCopies(in: casebook)
    kept.withLock { $0 = Kept(key: key, copies: copies) }
    return copies
  }
}

/// What is made of a value when it is first asked for.
final class MadeOnce<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)

  func get(_ make: () -> Value) -> Value {
    value.withLock { kept in
      if let kept { return kept }
      let made = make()
      kept = made
      return made
    }
  }
}
