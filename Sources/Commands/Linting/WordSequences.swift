/// Looks for many sequences of words at once, in time linear in the text and the sequences, whatever they
/// have in common.
///
/// Source: A. Aho, M. Corasick, *Efficient string matching: an aid to bibliographic search* (1975), with
/// words for letters.
struct WordSequences {
  /// Whether each sequence was found.
  private(set) var isFound: [Bool]
  private var next: [Step: Int32] = [:]
  /// The longest proper end of each state that is a state too.
  private var fallback: [Int32] = [0]
  /// The sequence that ends in each state; -1 for none.
  private var ending: [Int32] = [-1]
  /// The nearest state by fallbacks in which a sequence ends; -1 for none.
  private var shorter: [Int32] = [-1]
  private var isSeen: [Bool] = []

  private struct Step: Hashable {
    let state: Int32
    let word: UInt64
  }

  /// Sequences that differ from each other, none of them empty.
  init(_ sequences: [[UInt64]]) {
    isFound = Array(repeating: false, count: sequences.count)
    // States in the order of their depth: all first words, then all second ones.
    var states = [Int32](repeating: 0, count: sequences.count)
    var open = sequences.indices.map { $0 }
    var depth = 0
    while !open.isEmpty {
      for i in open {
        states[i] = state(after: states[i], sequences[i][depth])
        if sequences[i].count == depth + 1 { ending[Int(states[i])] = Int32(i) }
      }
      depth += 1
      open.removeAll { sequences[$0].count == depth }
    }
    for state in ending.indices.dropFirst() {
      let end = Int(fallback[state])
      shorter[state] = ending[end] >= 0 ? Int32(end) : shorter[end]
    }
    isSeen = Array(repeating: false, count: ending.count)
  }

  private mutating func state(after state: Int32, _ word: UInt64) -> Int32 {
    if let known = next[Step(state: state, word: word)] { return known }
    let new = Int32(ending.count)
    fallback.append(state == 0 ? 0 : reached(from: fallback[Int(state)], word))
    ending.append(-1)
    shorter.append(-1)
    next[Step(state: state, word: word)] = new
    return new
  }

  /// The state after one more word.
  private func reached(from state: Int32, _ word: UInt64) -> Int32 {
    var state = state
    while true {
      if let after = next[Step(state: state, word: word)] { return after }
      if state == 0 { return 0 }
      state = fallback[Int(state)]
    }
  }

  /// Notes which sequences stand in a text.
  mutating func look(in words: some Sequence<UInt64>) {
    var state: Int32 = 0
    for word in words {
      state = reached(from: state, word)
      var end = ending[Int(state)] >= 0 ? state : shorter[Int(state)]
      while end >= 0, !isSeen[Int(end)] {
        isSeen[Int(end)] = true
        isFound[Int(ending[Int(end)])] = true
        end = shorter[Int(end)]
      }
    }
  }
}
