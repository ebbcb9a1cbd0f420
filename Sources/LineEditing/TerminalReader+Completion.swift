extension TerminalReader {
  /// Rows to show below the line, and the line to go on with.
  struct Listing {
    var rows: [String]
    var line: EditedLine
  }

  /// Tab: inserts what all candidates have in common; pressed again, lists them. On an empty line
  /// it types the last hint.
  func complete() {
    let present = line
    if present.scalars.isEmpty, let hint = lastHint?(), !hint.isEmpty {
      return insert(Array(hint.unicodeScalars))
    }
    guard let completer else { return }
    let completion = completer.complete(present.text, at: present.byteOffset)
    guard !completion.candidates.isEmpty else {
      return terminal.write(Terminal.Sequence.bell)
    }
    if let extended = extend(present, completion) { return prepare(extended) }
    if previousKey == .control(0x09) { list(completion, under: present) }
  }

  /// Takes the hint that is shown, if the cursor is at the end of the line.
  func takeGhost() -> Bool {
    guard let ghost, !ghost.isEmpty, line.isAtEnd else { return false }
    insert(Array(ghost.unicodeScalars))
    return true
  }

  /// Draws the hint, dim, as far as there is room on the row. False when there is nothing to erase.
  func showGhost() -> Bool {
    ghost = nil
    guard showsGhost(), search == nil else { return false }
    let present = line
    guard present.isAtEnd, let hint = hint(for: present.text), !hint.shown.isEmpty else {
      return false
    }
    let used = present.scalars.reduce(prompt.width) { $0 + Cells.width($1) }
    let text = Cells.harmless(hint.shown)
    let shown = Cells.prefix(text, fitting: terminal.size.columns - 1 - used)
    guard !shown.isEmpty else { return false }
    ghost = Cells.harmless(hint.taken)
    typealias S = Terminal.Sequence
    terminal.write(S.saveCursor + S.dim + shown + S.plain + S.restoreCursor)
    return true
  }

  /// The newest line of the history that begins with this one, else what the hinter says.
  private func hint(for text: String) -> Hint? {
    if text.utf8.count >= Self.lettersForHistory, let old = history.newest(beginningWith: text) {
      let rest = String(old.dropFirst(text.count))
      return Hint(shown: rest, taken: rest)
    }
    return hinter?.hint(for: text)
  }

  /// Fewer bytes of a line begin too many others.
  private static var lettersForHistory: Int { 3 }

  /// Writes the rows below the line, and the line again below them.
  func show(_ listing: Listing) {
    terminal.write("\r\n" + listing.rows.map { $0 + "\r\n" }.joined())
    editor?.line = listing.line
    editor?.redraw()
  }

  /// The line with the common part in place, or nothing when that would add nothing.
  private func extend(_ present: EditedLine, _ completion: Completion) -> EditedLine? {
    let range = completion.replacing.clamped(to: 0..<present.text.utf8.count)
    let typed = present.text(range)
    var text = completion.commonPrefix
    if completion.candidates.count == 1 {
      let isFollowedByBlank = present.scalars[present.cursor...].first == " "
      if completion.candidates[0].isComplete, !isFollowedByBlank { text += " " }
    } else if completion.hidden > 0 || !Self.begins(text, with: typed) {
      return nil
    }
    guard text != typed else { return nil }
    var extended = present
    extended.replace(range, with: Cells.harmless(text))
    return extended
  }

  /// Whether what was typed stays, but for its case and for a quotation mark before it: what was
  /// found inside of names has nothing to insert before one name is left.
  private static func begins(_ text: String, with typed: String) -> Bool {
    func letters(_ text: String) -> String {
      (text.hasPrefix("\"") ? String(text.dropFirst()) : text).lowercased()
    }
    return letters(text).hasPrefix(letters(typed))
  }

  private func list(_ completion: Completion, under present: EditedLine) {
    let size = terminal.size
    let rows = CandidateTable.rows(
      completion.candidates, hidden: completion.hidden, columns: size.columns,
      limit: max(3, size.rows - 2))
    listing = Listing(rows: rows, line: present)
    prepare(EditedLine(present.scalars))
  }
}
