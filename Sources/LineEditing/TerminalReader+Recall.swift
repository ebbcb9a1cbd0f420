/// A search in the history: what is sought, where it was found, and the line before it began.
struct HistorySearch {
  var words = ""
  var match: Int?
  let before: EditedLine
}

extension TerminalReader {
  /// Shows an older (−1) or newer (1) line of the history; after the newest, what was typed.
  func recall(_ step: Int) {
    let count = history.lines.count
    let index = (recalled?.index ?? count) + step
    guard (0...count).contains(index), index < count || recalled != nil else { return }
    let draft = recalled?.draft ?? line
    recalled = index < count ? (index, draft) : nil
    prepare(index < count ? EditedLine(history.lines[index]) : draft)
  }

  /// Begins to search: from now on letters are sought, not inserted.
  func beginSearch() {
    search = HistorySearch(before: line)
    showSearch()
  }

  /// What a key does during a search. False when it ends the search and is still to be done.
  func handleInSearch(_ key: Key) -> Bool {
    switch key {
    case .scalar(let scalar): extendSearch(by: [scalar])
    case .paste(let bytes) where !bytes.contains(where: { $0 == 0x0a || $0 == 0x0d }):
      extendSearch(by: Array(String(decoding: bytes, as: UTF8.self).unicodeScalars))
    case .control(0x08), .control(0x7f):
      if search?.words.isEmpty == false { search?.words.removeLast() }
      find(before: history.lines.count)
    case .control(0x12), .up: find(before: search?.match ?? history.lines.count)
    case .control(0x13), .down: findNewer()
    case .control(0x07), .escape: endSearch(with: search?.before)
    case .unknown: break
    default:
      endSearch(with: nil)
      return false
    }
    return true
  }

  private func extendSearch(by scalars: [Unicode.Scalar]) {
    let safe = scalars.filter { !Cells.isHarmful($0) }
    var words = EditedLine(search?.words ?? "")
    guard words.scalars.count + safe.count <= 256 else { return }
    words.insert(safe)
    search?.words = words.text
    find(before: search?.match.map { $0 + 1 } ?? history.lines.count)
  }

  private func find(before index: Int) {
    guard let words = search?.words else { return }
    let found = words.isEmpty ? nil : history.newest(containing: words, before: index)
    showSearch(found)
  }

  private func findNewer() {
    guard let words = search?.words, let match = search?.match else { return }
    showSearch(history.oldest(containing: words, after: match))
  }

  /// Shows what was found. When nothing was, the line stays as it is and the prompt says so.
  private func showSearch(_ found: Int? = nil) {
    guard let search else { return }
    if let found { self.search?.match = found }
    let isMissing = found == nil && !search.words.isEmpty
    let label = isMissing ? "not found" : "search"
    editor?.setPrompt(Prompt("\(label) “\(search.words)”: ").scalars)
    prepare(found.map { EditedLine(history.lines[$0]) } ?? line)
  }

  private func endSearch(with line: EditedLine?) {
    search = nil
    editor?.setPrompt(prompt.scalars)
    prepare(line ?? self.line)
  }
}
