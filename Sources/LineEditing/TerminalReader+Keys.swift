internal import Glibc

extension TerminalReader {
  /// Does what a key asks for.
  func handle(_ key: Key) {
    if search != nil, handleInSearch(key) { return }
    switch key {
    case .scalar(let scalar):
      if !takeShortcut(scalar) { insert([scalar]) }
    case .paste(let bytes): take(pasted: bytes)
    case .control(0x03): finish(.interrupted)
    case .control(0x04): deleteAfterOrEnd()
    case .delete: delete(before: 0, after: line.characterAfter)
    case .control(0x08), .control(0x7f): delete(before: line.characterBefore, after: 0)
    case .control(0x09): complete()
    case .left, .control(0x02): moveCursor(by: -line.characterBefore)
    case .right, .control(0x06):
      if !takeGhost() { moveCursor(by: line.characterAfter) }
    case .end, .control(0x05):
      if !takeGhost() { perform(.toEnd) }
    case .up, .control(0x10): recall(-1)
    case .down, .control(0x0e): recall(1)
    case .control(0x12): beginSearch()
    case .control(0x1a): suspend()
    default:
      if let code = EditorCode(key) { perform(code) }
    }
  }

  /// Does what a key does on an empty line; false where it is a letter like others.
  private func takeShortcut(_ scalar: Unicode.Scalar) -> Bool {
    guard !isPastShortcut, let shortcut = shortcuts[scalar], line.scalars.isEmpty else {
      return false
    }
    isPastShortcut = true
    switch shortcut {
    case .line(let text):
      type(scalar)
      finish(.line(text))
    case .text(let text): insert(Array(text.unicodeScalars))
    }
    return true
  }

  /// Does what a signal asks for.
  func handle(signal: Int32) {
    switch signal {
    case SIGWINCH:
      let columns = terminal.size.columns
      redraw(rowsAbove: rowOfCursor) { $0.fit(columns: columns) }
    case SIGCONT:
      terminal.write(Terminal.Sequence.pasteOn)
      redraw(rowsAbove: 0) { $0.setRaw(true) }
    case SIGINT: finish(.interrupted)
    default: finish(.signal(signal))
    }
  }

  /// Inserts scalars at the cursor. ASCII is libedit's fast path.
  func insert(_ scalars: [Unicode.Scalar]) {
    let safe = scalars.filter { !Cells.isHarmful($0) }
    var edited = line
    if safe.count == 1, safe[0].isASCII, edited.scalars.count < Editor.longestLine {
      return type(safe[0])
    }
    guard !safe.isEmpty else { return }
    edited.insert(safe)
    prepare(edited)
  }

  private func deleteAfterOrEnd() {
    if line.scalars.isEmpty { return finish(.end) }
    delete(before: 0, after: line.characterAfter)
  }

  private func delete(before: Int, after: Int) {
    guard before + after > 0 else { return }
    var edited = line
    edited.scalars.removeSubrange((edited.cursor - before)..<(edited.cursor + after))
    edited.cursor -= before
    prepare(edited)
  }

  private func moveCursor(by count: Int) {
    var edited = line
    edited.cursor += count
    prepare(edited)
  }

  /// One line is inserted, without its end; several are handed on and never executed.
  private func take(pasted bytes: [UInt8]) {
    var text = Self.withLineFeeds(bytes)
    if text.utf8.last == UInt8(ascii: "\n") { text.unicodeScalars.removeLast() }
    let scalars = text.unicodeScalars
    guard !scalars.contains("\n"), line.scalars.count + scalars.count <= Editor.longestLine else {
      unfinished = line
      return finish(.paste(Self.withLineFeeds(bytes)))
    }
    insert(scalars.map { $0 == "\t" ? " " : $0 })
  }

  /// Terminals send CR for the end of a line.
  private static func withLineFeeds(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\n"), index > 0, bytes[index - 1] == UInt8(ascii: "\r") { continue }
      result.append(byte == UInt8(ascii: "\r") ? UInt8(ascii: "\n") : byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Stops the program until it is continued.
  private func suspend() {
    terminal.write(Terminal.Sequence.pasteOff + "\r\n")
    editor?.setRaw(false)
    raise(SIGTSTP)
    terminal.write(Terminal.Sequence.pasteOn)
    redraw(rowsAbove: 0) { $0.setRaw(true) }
  }

  private var rowOfCursor: Int {
    let before = line.scalars[..<line.cursor].reduce(prompt.width) { $0 + Cells.width($1) }
    return before / max(1, terminal.size.columns)
  }

  /// Draws anew from the row of the prompt, after a change.
  private func redraw(rowsAbove: Int, _ change: (Editor) -> Void) {
    guard let editor else { return }
    terminal.write("\r" + Terminal.Sequence.up(rowsAbove) + Terminal.Sequence.clearBelow)
    change(editor)
    editor.redraw()
  }
}
