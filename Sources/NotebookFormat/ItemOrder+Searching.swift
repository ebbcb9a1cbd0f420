extension ItemOrder {
  /// The last item for which `precedes` holds, among items sorted so that those for which it holds
  /// come first; items for which it is nil are passed over.
  ///
  /// - Parameter rank: what tells of most items whether they precede without asking, which means
  ///   reading them where they lie: an item of another rank that is known precedes where its rank is
  ///   lower. 0 is lower than all.
  func lastPreceding(rank: UInt32 = 0, _ precedes: (Int32) -> Bool?) -> Int32? {
    var low = 0
    var high = sequence.count
    while low < high {
      let middle = (low + high) / 2
      let decided = first(of: Int(sequence[middle]), rank, precedes)
      if decided == true { low = middle + 1 } else { high = middle }
    }
    for place in stride(from: low - 1, through: 0, by: -1) {
      if let found = last(of: Int(sequence[place]), rank, precedes) { return found }
    }
    return nil
  }

  private static func decide(
    _ chunk: ItemChunk, _ i: Int, _ rank: UInt32, _ precedes: (Int32) -> Bool?
  ) -> Bool? {
    let own = chunk.rank(i)
    return own == 0 || own == rank ? precedes(chunk[i]) : own < rank
  }

  /// What holds for the first item of a chunk that is not passed over.
  private func first(of chunk: Int, _ rank: UInt32, _ precedes: (Int32) -> Bool?) -> Bool? {
    for i in 0..<chunks[chunk].count {
      if let decided = Self.decide(chunks[chunk], i, rank, precedes) { return decided }
    }
    return nil
  }

  /// The same within a chunk.
  private func last(of chunk: Int, _ rank: UInt32, _ precedes: (Int32) -> Bool?) -> Int32? {
    let items = chunks[chunk]
    var found: Int32?
    var low = 0
    var high = items.count
    while low < high {
      // The last item up to the middle that is not passed over decides.
      let middle = (low + high) / 2
      var place = middle
      var decided = Self.decide(items, place, rank, precedes)
      while decided == nil, place > low {
        place -= 1
        decided = Self.decide(items, place, rank, precedes)
      }
      if decided == true { found = items[place] }
      if decided == false { high = place } else { low = middle + 1 }
    }
    return found
  }
}
