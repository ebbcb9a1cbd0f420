/// Candidates as rows of text: in columns, or, where one has a gloss, one a row.
enum CandidateTable {
  /// The rows, each narrower than the window, at most so many; the last one then counts the rest,
  /// those that were not given among them.
  static func rows(_ given: [Candidate], hidden: Int = 0, columns: Int, limit: Int) -> [String] {
    let room = max(1, columns - 1)
    // No more than the window can hold in columns of one letter.
    let candidates = Array(given.prefix(max(1, limit) * max(1, columns)))
    let left = hidden + given.count - candidates.count
    let all =
      candidates.contains { !$0.gloss.isEmpty }
      ? glossed(candidates, room: room) : columned(candidates, room: room)
    guard all.count > limit || left > 0, limit > 0 else { return all }
    let shown = all.prefix(limit - 1)
    let perRow = max(1, (candidates.count + all.count - 1) / max(1, all.count))
    let rest = left + candidates.count - min(candidates.count, shown.count * perRow)
    return shown + [Cells.prefix("… \(rest) more", fitting: room)]
  }

  private static func glossed(_ candidates: [Candidate], room: Int) -> [String] {
    let texts = candidates.map { Cells.harmless($0.text) }
    let width = min(texts.map(Cells.width).max() ?? 0, max(1, room / 2))
    return zip(texts, candidates).map { text, candidate in
      let gloss = Cells.harmless(candidate.gloss)
      let row = gloss.isEmpty ? text : pad(text, to: width) + "  " + gloss
      return Cells.prefix(row, fitting: room)
    }
  }

  private static func columned(_ candidates: [Candidate], room: Int) -> [String] {
    let texts = candidates.map { Cells.harmless($0.text) }
    let width = (texts.map(Cells.width).max() ?? 0) + 2
    let perRow = max(1, (room + 2) / width)
    return stride(from: 0, to: texts.count, by: perRow).map { start in
      let row = texts[start..<min(texts.count, start + perRow)]
      let padded = row.dropLast().map { pad($0, to: width) } + row.suffix(1)
      return Cells.prefix(padded.joined(), fitting: room)
    }
  }

  private static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - Cells.width(text)))
  }
}
