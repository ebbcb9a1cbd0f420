/// What a line of a notebook is, told from the line alone: four blanks, a sigil, then a blank or the
/// end of the line make it part of a record; everything else is the analyst's.
public enum LineClass: UInt8, Sendable {
  /// Only blanks, or nothing.
  case blank
  /// The analyst's words.
  case prose
  /// A Markdown heading.
  case heading
  /// `>`: a command.
  case command
  /// `+`: its continuation.
  case continuation
  /// `:`: a fact.
  case fact
  /// `=`: the stamp of an output.
  case stamp
  /// `|`: output.
  case output
  /// `#`: a comment inside a block.
  case comment
  /// Four blanks and a sigil of a later version: kept with the record above it.
  case unknown

  /// Tells the line whose bytes are `range` of `bytes`, its end excluded.
  public static func of(_ range: Range<Int>, in bytes: Span<UInt8>) -> LineClass {
    let start = range.lowerBound
    var end = range.upperBound
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    guard end - start >= 5, bytes[start] == 0x20, bytes[start + 1] == 0x20,
      bytes[start + 2] == 0x20, bytes[start + 3] == 0x20,
      end - start == 5 || bytes[start + 5] == 0x20
    else { return plain(start..<end, bytes) }
    switch bytes[start + 4] {
    case 0x3E: return .command
    case 0x2B: return .continuation
    case 0x3A: return .fact
    case 0x3D: return .stamp
    case 0x7C: return .output
    case 0x23: return .comment
    case 0x21, 0x24, 0x25, 0x26, 0x3C, 0x3F, 0x40, 0x5E, 0x7E: return .unknown
    default: return plain(start..<end, bytes)
    }
  }

  private static func plain(_ range: Range<Int>, _ bytes: Span<UInt8>) -> LineClass {
    for i in range where bytes[i] != 0x20 && bytes[i] != 0x09 {
      return bytes[i] == 0x23 && i == range.lowerBound && isHeading(range, bytes)
        ? .heading : .prose
    }
    return .blank
  }

  private static func isHeading(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound, bytes[i] == 0x23 { i += 1 }
    return i - range.lowerBound <= 6 && (i == range.upperBound || bytes[i] == 0x20)
  }
}

/// What an item of a document is: a run of lines that belong together.
public enum ItemKind: UInt8, Sendable {
  /// Blank lines.
  case blank
  /// Lines of the analyst's.
  case prose
  /// One heading line.
  case heading
  /// A `>` line with its `+`, `=`, `|` and unknown lines.
  case record
  /// One `:` line.
  case fact
  /// One `#` line in a block, or lines that belong to no record.
  case comment
}
