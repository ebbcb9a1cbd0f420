internal import CEditLine
internal import Glibc

/// A terminal to write to.
struct Terminal {
  let descriptor: Int32

  /// The sequences in use, all understood by anything that calls itself xterm, and by the console.
  enum Sequence {
    static let pasteOn = "\u{1b}[?2004h"
    static let pasteOff = "\u{1b}[?2004l"
    static let saveCursor = "\u{1b}7"
    static let restoreCursor = "\u{1b}8"
    static let dim = "\u{1b}[2m"
    static let plain = "\u{1b}[0m"
    static let clearRow = "\u{1b}[K"
    static let clearBelow = "\u{1b}[J"
    static let bell = "\u{7}"
    static func up(_ rows: Int) -> String { rows > 0 ? "\u{1b}[\(rows)A" : "" }
  }

  /// Columns and rows; 80 by 24 where the terminal does not know.
  var size: (columns: Int, rows: Int) {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard unsafe cel_window_size(descriptor, &columns, &rows) == 0 else { return (80, 24) }
    return (Int(columns), Int(rows))
  }

  /// Writes text whole. A terminal that is gone is noticed when it is read.
  func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 && errno != EINTR { return }
      rest = rest.dropFirst(max(0, count))
    }
  }
}
