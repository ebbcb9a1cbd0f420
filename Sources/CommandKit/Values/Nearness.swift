internal import SourceText

/// Near misses: what was probably meant.
public enum Nearness {
  /// The words nearest to `typed`, at most three, nearest first: those that it begins, then those at
  /// a small edit distance (Damerau, restricted), at most a third of its length.
  public static func nearest(to typed: String, in words: [String]) -> [String] {
    let wanted = Array(NameKey(typed).text)
    var scored: [(score: Int, word: String)] = []
    for word in words {
      let key = Array(NameKey(word).text)
      if wanted.count >= 2, key.starts(with: wanted) || wanted.starts(with: key) && key.count > 2 {
        scored.append((0, word))
      } else if abs(key.count - wanted.count) <= 3 {
        let distance = distance(wanted, key)
        if distance <= max(1, wanted.count / 3) { scored.append((distance, word)) }
      }
    }
    return scored.sorted { ($0.score, $0.word) < ($1.score, $1.word) }.prefix(3).map(\.word)
  }

  /// Insertions, deletions, substitutions and swaps of neighbours between two words.
  static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...max(1, a.count) where i <= a.count {
      var row = [i]
      for j in 1...max(1, b.count) where j <= b.count {
        let same = a[i - 1] == b[j - 1]
        var best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = min(best, beforeLast[j - 2] + 1)
        }
        row.append(best)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }

  /// `did you mean ‘a’ or ‘b’?`, nil where nothing is near.
  static func question(_ typed: String, in words: [String]) -> String? {
    let near = nearest(to: typed, in: words).map { "‘\($0)’" }
    return near.isEmpty ? nil : "did you mean \(near.joined(separator: " or "))?"
  }
}
