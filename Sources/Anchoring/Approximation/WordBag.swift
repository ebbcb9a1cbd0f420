/// The words to look for, with how often and how much each counts.
struct WordBag {
  /// How many words are looked for: the width of the window.
  let count: Int
  private let slots: [UInt64: Int]
  private var wanted: [Int] = []
  private var weights: [Int] = []
  /// Which of the lowest twelve bits of keys occur: nearly every other word of a text is passed
  /// without looking it up.
  private var filter = [Bool](repeating: false, count: 4096)

  /// Takes words with what each counts.
  init(_ words: [(key: UInt64, weight: Int)]) {
    count = words.count
    var slots: [UInt64: Int] = [:]
    for word in words {
      let slot = slots[word.key] ?? wanted.count
      if slot == wanted.count {
        slots[word.key] = slot
        wanted.append(0)
        weights.append(word.weight)
        filter[Int(word.key & 4095)] = true
      }
      wanted[slot] += 1
      weights[slot] = max(weights[slot], word.weight)
    }
    self.slots = slots
  }

  /// So many windows are kept, the best: enough to tell a passage from its lookalikes.
  static let kept = 24

  /// The windows of a folded text that share most words with the bag, as ranges of the folded
  /// bytes. One pass; a window that overlaps a better one is left out.
  func windows(in folded: FoldedText) -> [Range<Int>] {
    if count == 0 { return [] }
    let span = folded.bytes.span
    var scanner = WordScanner(0..<span.count)
    var have = [Int](repeating: 0, count: wanted.count)
    var ring = [(slot: Int, start: Int)](repeating: (-1, 0), count: count)
    var best = BestWindows(limit: Self.kept)
    var score = 0
    var index = 0
    while let word = scanner.next(in: span) {
      let leaving = ring[index % count].slot
      if leaving >= 0 {
        have[leaving] -= 1
        if have[leaving] < wanted[leaving] { score -= weights[leaving] }
      }
      let slot = filter[Int(word.key & 4095)] ? slots[word.key] ?? -1 : -1
      ring[index % count] = (slot, word.range.lowerBound)
      index += 1
      guard slot >= 0 else { continue }
      if have[slot] < wanted[slot] { score += weights[slot] }
      have[slot] += 1
      let first = index < count ? 0 : ring[index % count].start
      best.offer(first..<word.range.upperBound, score: score)
    }
    return best.windows.sorted { $0.score > $1.score }.map(\.range)
  }
}

/// The best windows seen so far.
private struct BestWindows {
  let limit: Int
  private(set) var windows: [(range: Range<Int>, score: Int)] = []
  private var least = 0

  init(limit: Int) {
    self.limit = limit
  }

  mutating func offer(_ range: Range<Int>, score: Int) {
    if let last = windows.indices.last, windows[last].range.overlaps(range) {
      if score > windows[last].score { windows[last] = (range, score) }
      return
    }
    if windows.count == limit {
      if score <= least { return }
      guard let worst = windows.indices.min(by: { windows[$0].score < windows[$1].score }) else {
        return
      }
      windows.remove(at: worst)
    }
    windows.append((range, score))
    least = windows.lazy.map(\.score).min() ?? 0
  }
}
