/// One word of a command line.
public struct Word: Equatable, Sendable {
  /// How a word was written.
  public enum Form: UInt8, Sendable {
    /// Letters between blanks; may be a keyword, a number, a tag, a reference.
    case plain
    /// A JSON string: only text.
    case quoted
    /// Typographic quotation marks: literally what stands between them.
    case literal
    /// A comma between words.
    case comma
  }

  /// Bytes of the line, quotation marks included, half-open.
  public var range: Range<Int>
  /// How it was written.
  public var form: Form
  /// Whether a quoted word holds escapes.
  var isEscaped = false

  /// Whether it is text in quotation marks.
  public var isQuoted: Bool { form == .quoted || form == .literal }
}

/// Splits a line into its words.
struct WordScanner {
  let bytes: [UInt8]
  private(set) var words: [Word] = []
  /// The bytes behind ` -- `, to the end of the line.
  private(set) var note: Range<Int>?
  /// Where a quotation mark was opened and never closed.
  private(set) var unclosed: Int?

  init(_ bytes: [UInt8], takesNote: Bool) {
    self.bytes = bytes
    words.reserveCapacity(16)
    scan(takesNote: takesNote)
  }

  private mutating func scan(takesNote: Bool) {
    let line = bytes
    let span = line.span
    var i = 0
    while i < span.count {
      let byte = span[i]
      if byte == 0x20 || byte == 0x09 || byte == 0x0A {
        i += 1
      } else if byte == 0x22 {
        i = quoted(from: i)
      } else if byte == 0xE2, i + 2 < span.count, span[i + 1] == 0x80, span[i + 2] == 0x9C {
        i = literal(from: i)
      } else if byte == 0x2C {
        words.append(Word(range: i..<i + 1, form: .comma))
        i += 1
      } else {
        i = plain(from: i)
        if takesNote, isDashes(words[words.count - 1].range) {
          words.removeLast()
          note = noteRange(from: i)
          return
        }
      }
    }
  }

  private func isDashes(_ range: Range<Int>) -> Bool {
    range.count == 2 && bytes[range.lowerBound] == 0x2D && bytes[range.lowerBound + 1] == 0x2D
  }

  private func noteRange(from start: Int) -> Range<Int> {
    var from = start
    if from < bytes.count, bytes[from] == 0x20 { from += 1 }
    var to = bytes.count
    while to > from, bytes[to - 1] == 0x20 { to -= 1 }
    return from..<to
  }

  private mutating func quoted(from start: Int) -> Int {
    let line = bytes
    let span = line.span
    var i = start + 1
    var escaped = false
    while i < span.count, span[i] != 0x22 {
      if span[i] == 0x5C {
        escaped = true
        i += 1
      }
      i += 1
    }
    if i >= span.count { unclosed = start }
    let end = min(i + 1, span.count)
    words.append(Word(range: start..<end, form: .quoted, isEscaped: escaped))
    return end
  }

  /// Up to the matching closing mark; marks inside nest.
  private mutating func literal(from start: Int) -> Int {
    var depth = 0
    var i = start
    while i + 2 < bytes.count {
      if bytes[i] == 0xE2, bytes[i + 1] == 0x80 {
        if bytes[i + 2] == 0x9C { depth += 1 }
        if bytes[i + 2] == 0x9D { depth -= 1 }
        if depth == 0 {
          words.append(Word(range: start..<i + 3, form: .literal))
          return i + 3
        }
        i += 3
      } else {
        i += 1
      }
    }
    unclosed = start
    words.append(Word(range: start..<bytes.count, form: .literal))
    return bytes.count
  }

  /// Up to a blank or a quotation mark; a comma at its end is a word of its own.
  private mutating func plain(from start: Int) -> Int {
    let line = bytes
    let span = line.span
    var i = start
    while i < span.count, span[i] != 0x20, span[i] != 0x09, span[i] != 0x0A, span[i] != 0x22 {
      if span[i] == 0xE2, i > start, i + 2 < span.count, span[i + 1] == 0x80, span[i + 2] == 0x9C {
        break
      }
      i += 1
    }
    var end = i
    while end > start + 1, span[end - 1] == 0x2C { end -= 1 }
    words.append(Word(range: start..<end, form: .plain))
    for comma in end..<i { words.append(Word(range: comma..<comma + 1, form: .comma)) }
    return i
  }
}
