internal import CEditLine

/// The owner of one libedit editor. All unsafe code of the terminal stands here.
@safe final class Editor {
  /// Who gives the input and prepares edits.
  protocol Owner: AnyObject {
    /// The next scalar, or the value of an `EditorCode`.
    func nextScalar() -> UInt32
    /// The line that the code `apply` puts in place.
    func preparedLine() -> EditedLine?
  }

  private var handle: OpaquePointer?
  /// The owner owns this object too.
  weak var owner: (any Owner)?

  /// None when the descriptors are not a terminal. A terminal type that is not known counts as
  /// xterm-256color.
  init?(input: Int32, output: Int32, terminal: String) {
    unsafe handle = cel_open(
      input, output, Unmanaged.passUnretained(self).toOpaque(),
      { unsafe Editor.of($0).give() },
      { unsafe Editor.of($0).applyPrepared() })
    guard let handle = unsafe handle else { return nil }
    if unsafe cel_set_terminal(handle, terminal) != 0 {
      _ = unsafe cel_set_terminal(handle, "xterm-256color")
    }
    for code in EditorCode.allCases {
      if let function = code.function {
        _ = unsafe cel_bind(handle, code.rawValue, function)
      } else {
        _ = unsafe cel_bind_apply(handle, code.rawValue)
      }
    }
  }

  deinit {
    if let handle = unsafe handle { unsafe cel_close(handle) }
  }

  /// The line as it stands.
  var line: EditedLine {
    get {
      var count: Int32 = 0
      let start = unsafe cel_line(handle, &count)
      let values = unsafe UnsafeBufferPointer(start: start, count: Int(count))
      let scalars = unsafe values.map { Unicode.Scalar($0) ?? ScalarDecoder.replacement }
      return EditedLine(scalars, cursor: Int(unsafe cel_cursor(handle)))
    }
    set {
      let values = newValue.scalars.map(\.value) + [0]
      unsafe cel_replace_line(handle, values, Int32(newValue.cursor))
    }
  }

  /// Edits one line. False when the input ended.
  func edit() -> Bool { unsafe cel_read_line(handle) > 0 }

  /// What stands before the line, without control characters.
  func setPrompt(_ scalars: [Unicode.Scalar]) {
    let values = scalars.map(\.value)
    _ = unsafe cel_set_prompt(handle, values, Int32(values.count))
  }

  /// Draws prompt and line on an empty row.
  func redraw() { unsafe cel_refresh(handle) }

  /// Takes the columns of the window, and rows for the longest line: libedit 3.1 writes through a
  /// null pointer when a line does not fit into the rows that it counts on.
  func fit(columns: Int) {
    let rows = Self.mostCells / max(2, columns) + 3
    unsafe cel_set_size(handle, Int32(columns), Int32(rows))
  }

  /// A longer line is not accepted, in scalars. Yanking may double it within libedit, which writes
  /// a scalar that it cannot print in 8 cells.
  static let longestLine = 1 << 13
  private static let mostCells = longestLine * 2 * 8

  /// Whether the terminal is in editing mode.
  func setRaw(_ raw: Bool) { unsafe cel_set_raw(handle, raw ? 1 : 0) }

  private static func of(_ pointer: UnsafeMutableRawPointer?) -> Editor {
    unsafe Unmanaged<Editor>.fromOpaque(pointer!).takeUnretainedValue()
  }

  private func give() -> Int32 { Int32(bitPattern: owner?.nextScalar() ?? 0) }

  private func applyPrepared() {
    if let prepared = owner?.preparedLine() { line = prepared }
  }
}
