@testable internal import LineEditing

/// A small terminal: it interprets what is written to it and shows the rows a person would see.
public struct Screen {
  /// What each cell shows; the second one of a wide character is empty.
  public private(set) var cells: [[String]]
  /// The row of the cursor, from 0.
  public private(set) var row = 0
  /// Its column, from 0.
  public private(set) var column = 0
  /// Sequences and control characters that this terminal does not know.
  public private(set) var unknown: [String] = []
  /// Whether bracketed paste is on.
  public private(set) var bracketsPaste = false
  /// How often it was switched on: as often as a line was asked for.
  public private(set) var promptCount = 0
  private(set) var isDim = false
  /// Everything that was ever written dim.
  public private(set) var dimText = ""
  /// How many cells a row has.
  public let columns: Int
  /// How many rows there are.
  public let rowCount: Int

  private var saved = (0, 0)
  private var wraps = false
  private var decoder = ScalarDecoder()
  private var sequence: String?

  /// An empty screen.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    rowCount = rows
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The rows without blanks at their ends; empty ones at the end are left out.
  public var rows: [String] {
    var result = cells.map { row in
      var text = row.joined()
      while text.last == " " { text.removeLast() }
      return text
    }
    while result.last == "" { result.removeLast() }
    return result
  }

  /// Takes what a program writes.
  public mutating func write(_ bytes: some Sequence<UInt8>) {
    var scalars: [Unicode.Scalar] = []
    for byte in bytes { decoder.feed(byte) { scalars.append($0) } }
    for scalar in scalars { take(scalar) }
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    if var sequence {
      sequence.unicodeScalars.append(scalar)
      let isWhole =
        sequence.first == "["
        ? sequence.count > 1 && (0x40...0x7e).contains(scalar.value) : true
      self.sequence = isWhole ? nil : sequence
      if isWhole { obey(sequence) }
      return
    }
    switch scalar {
    case "\u{1b}": sequence = ""
    case "\r": move(toColumn: 0)
    case "\n": lineFeed()
    case "\u{8}": move(toColumn: column - 1)
    case "\u{7}": break
    default:
      if scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value) {
        unknown.append("control \(scalar.value)")
      } else {
        put(scalar)
      }
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    // A window of one column shows one half of a wide character.
    let width = min(columns, Cells.width(scalar))
    if isDim { dimText.unicodeScalars.append(scalar) }
    guard width > 0 else {
      let left = max(0, wraps ? column : column - 1)
      cells[row][left].unicodeScalars.append(scalar)
      return
    }
    if wraps || column + width > columns {
      move(toColumn: 0)
      lineFeed()
    }
    cells[row][column] = String(scalar)
    if width == 2 { cells[row][column + 1] = "" }
    wraps = column + width >= columns
    column = min(columns - 1, column + width)
  }

  private mutating func move(toColumn wanted: Int) {
    column = max(0, min(columns - 1, wanted))
    wraps = false
  }

  private mutating func move(toRow wanted: Int) {
    row = max(0, min(rowCount - 1, wanted))
    wraps = false
  }

  private mutating func lineFeed() {
    wraps = false
    if row + 1 < rowCount {
      row += 1
      return
    }
    cells.removeFirst()
    cells.append(Array(repeating: " ", count: columns))
  }
}

extension Screen {
  private mutating func obey(_ sequence: String) {
    guard sequence.first == "[", let final = sequence.last else {
      switch sequence {
      case "7": saved = (row, column)
      case "8": (row, column) = saved
      default: unknown.append(sequence)
      }
      return
    }
    let parameters = sequence.dropFirst().dropLast()
    let numbers = parameters.split(separator: ";").map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    switch final {
    case "A": move(toRow: row - count)
    case "B": move(toRow: row + count)
    case "C": move(toColumn: column + count)
    case "D": move(toColumn: column - count)
    case "G": move(toColumn: count - 1)
    case "H":
      move(toRow: count - 1)
      move(toColumn: numbers.count > 1 ? numbers[1] - 1 : 0)
    case "K": clearRow(from: column)
    case "J": clearBelow()
    case "P": deleteCells(count)
    case "@": insertCells(count)
    case "m": isDim = numbers.contains(2)
    case "h" where parameters == "?2004":
      bracketsPaste = true
      promptCount += 1
    case "l" where parameters == "?2004": bracketsPaste = false
    default: unknown.append(sequence)
    }
  }

  private mutating func clearRow(from start: Int) {
    for index in start..<columns { cells[row][index] = " " }
  }

  private mutating func clearBelow() {
    clearRow(from: column)
    for below in (row + 1)..<max(rowCount, row + 1) {
      cells[below] = Array(repeating: " ", count: columns)
    }
  }

  private mutating func deleteCells(_ count: Int) {
    let number = min(count, columns - column)
    cells[row].removeSubrange(column..<(column + number))
    cells[row] += Array(repeating: " ", count: number)
  }

  private mutating func insertCells(_ count: Int) {
    let number = min(count, columns - column)
    cells[row].insert(contentsOf: Array(repeating: " ", count: number), at: column)
    cells[row].removeLast(number)
  }
}
