internal import SourceText

/// Hard-wrapped text made whole again: a line end and the indentation after it become one blank
/// where the line was only broken because the next word did not fit.
enum Unwrapping {
  /// A text and, for each line of it, the line of the source at which it begins, from 1.
  struct Result {
    var bytes: [UInt8]
    var lineNumbers: [Int]
  }

  static func unwrap(_ bytes: [UInt8]) -> Result {
    let lines = lines(bytes)
    guard let width = width(lines, bytes) else {
      return Result(bytes: bytes, lineNumbers: Array(1...max(1, lines.count)))
    }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var numbers: [Int] = []
    for (i, line) in lines.enumerated() {
      if i > 0 {
        if joins(lines[i - 1], line, width, bytes) {
          while out.last == 0x20 { out.removeLast() }
          out.append(0x20)
          out += bytes[start(line, bytes)..<line.upperBound]
          continue
        }
        out.append(0x0A)
      }
      numbers.append(i + 1)
      out += bytes[line]
    }
    return Result(bytes: out, lineNumbers: numbers)
  }

  private static func lines(_ bytes: [UInt8]) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var start = 0
    for i in bytes.indices where bytes[i] == 0x0A {
      out.append(start..<i)
      start = i + 1
    }
    out.append(start..<bytes.count)
    return out
  }

  private static func start(_ line: Range<Int>, _ bytes: [UInt8]) -> Int {
    var start = line.lowerBound
    while start < line.upperBound, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    return start
  }

  private static func isBlank(_ line: Range<Int>, _ bytes: [UInt8]) -> Bool {
    start(line, bytes) == line.upperBound
  }

  /// Scalars of a line.
  private static func length(_ line: Range<Int>, _ bytes: [UInt8]) -> Int {
    bytes[line].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// Scalars of a line's first word.
  private static func firstWord(_ line: Range<Int>, _ bytes: [UInt8]) -> Int {
    let from = start(line, bytes)
    let end = bytes[from..<line.upperBound].firstIndex { $0 == 0x20 } ?? line.upperBound
    return length(from..<end, bytes)
  }

  /// The width at which the text was broken; nil where it was not. At least five lines must be
  /// followed, without a blank line between, by one whose first word would not have fitted, and
  /// these must be three in four of all such pairs.
  private static func width(_ lines: [Range<Int>], _ bytes: [UInt8]) -> Int? {
    let lengths = lines.map { length($0, bytes) }
    let usual = lengths.filter { $0 > 40 && $0 <= 100 }
    guard usual.count >= 5, let width = usual.sorted().dropLast(usual.count / 50).last,
      usual.count * 4 >= lengths.filter({ $0 > 40 }).count * 3
    else { return nil }
    var pairs = 0
    var full = 0
    for i in lines.indices.dropLast() {
      guard lengths[i] > 0, !isBlank(lines[i], bytes), !isBlank(lines[i + 1], bytes) else {
        continue
      }
      pairs += 1
      if lengths[i] + 1 + firstWord(lines[i + 1], bytes) > width - 4 { full += 1 }
    }
    return full >= 5 && full * 4 >= pairs * 3 ? width : nil
  }

  private static func joins(
    _ line: Range<Int>, _ next: Range<Int>, _ width: Int, _ bytes: [UInt8]
  ) -> Bool {
    if isBlank(line, bytes) || isBlank(next, bytes) { return false }
    return length(line, bytes) + 1 + firstWord(next, bytes) > width - 4
  }
}
