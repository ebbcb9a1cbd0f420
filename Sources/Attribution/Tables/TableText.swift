/// A row of a table that does not read.
public struct TableProblem: Error, Equatable, Sendable {
  /// The table's file.
  public let table: String
  /// The line, from 1.
  public let line: Int
  /// The line itself.
  public let text: String
  /// What is wrong, lower case, without a full stop.
  public let sentence: String
}

/// A table of tab-separated cells: one row a line, `#` begins a comment, blank lines are passed.
struct TableText {
  let name: String
  let bytes: [UInt8]

  /// One row and its line.
  struct Row {
    var line: Int
    var cells: [String]
  }

  /// The rows in order.
  var rows: [Row] {
    var rows: [Row] = []
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (i, bytes) in lines.enumerated() {
      let line = String(decoding: bytes.last == 0x0D ? bytes.dropLast() : bytes, as: UTF8.self)
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      rows.append(Row(line: i + 1, cells: cells))
    }
    return rows
  }

  /// A problem of a row.
  func problem(_ row: Row, _ sentence: String) -> TableProblem {
    TableProblem(
      table: name, line: row.line, text: row.cells.joined(separator: "\t"), sentence: sentence)
  }

  /// The phrases of a cell, parted by `;`; none for `-`.
  static func phrases(_ cell: String) -> [String] {
    cell == "-" ? [] : cell.split(separator: ";").map(String.init)
  }
}
