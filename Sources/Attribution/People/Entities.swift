extension Reading {
  /// Finds the names that the tables and the notebook know; the longest counts, and one of the
  /// notebook before one of the tables.
  mutating func findEntities() {
    for paragraph in paragraphs {
      var i = paragraph.range.lowerBound
      while i < paragraph.range.upperBound {
        guard let found = entity(at: i, paragraph.range.upperBound) else {
          i += 1
          continue
        }
        tokens[i].entity = Int32(entities.count)
        entities.append(found)
        if case .office = found.meaning { i += 1 } else { i = found.range.upperBound }
      }
    }
  }

  private func entity(at i: Int, _ end: Int) -> Entity? {
    if !extra.byFirst.isEmpty, let list = extra.byFirst[tokens[i].key],
      let found = match(list, i, end)
    {
      return found
    }
    guard tokens[i].phrases >= 0 else { return nil }
    return match(knowledge.lexicon.phraseLists[Int(tokens[i].phrases)], i, end)
  }

  private func match(_ list: [Phrase], _ i: Int, _ end: Int) -> Entity? {
    for phrase in list where i + phrase.keys.count <= end {
      if phrase.proper, !tokens[i].isCapital { continue }
      if phrase.capitals, !tokens[i].shape.contains(.capitals) { continue }
      var fits = true
      for (k, key) in phrase.keys.enumerated() where tokens[i + k].key != key {
        fits = false
        break
      }
      if fits { return Entity(meaning: phrase.meaning, range: i..<i + phrase.keys.count) }
    }
    return nil
  }

  /// The entity that begins at a token.
  func entity(_ i: Int) -> Entity? {
    let number = Int(tokens[i].entity)
    return number >= 0 ? entities[number] : nil
  }
}
