internal import NotebookFormat
internal import SourceText

/// The journal's lines: a header, then one block for each change.
///
/// ```
/// verbatim journal 2
/// @ 12 change 1a2b3c4d 345
/// line "tag 15a #red-line"
/// base 5e07c1d9…
/// edit 120 1 1
/// -    > annotate …
/// +    > annotate … #red-line
/// .
/// ```
///
/// `@` has the number (entries count from 1, `saved` has 0), the kind (`change`, `undo:N`, `redo:N`,
/// `outside`, `base`, `derived`, `saved`), the first eight digits of a SHA-256, and the body's length
/// in bytes. The sum is that of number, kind and length, parted by blanks and ended by a line feed,
/// and of the body. `base` is the digest of the notebook as last saved; the entry builds on it and on
/// the entries since. Of an edit the numbers are lines before the place, lines taken out, lines put
/// in; a line without an end is followed by `\`.
///
/// In `verbatim journal 1` the sum is that of the body alone. Such a journal is read, and goes on as it
/// began.
enum JournalText {
  /// What a journal's first line says of the rest.
  enum Version: Int {
    /// The sum of a block leaves out its head.
    case bodies = 1
    /// The sum of a block is that of all of it.
    case blocks = 2

    /// What is begun today.
    static let current = Version.blocks

    var header: String { "verbatim journal \(rawValue)\n" }

    /// The version of a journal; nil where it has no header that is known.
    init?(_ bytes: [UInt8]) {
      guard
        let found = [Version.bodies, .blocks].first(where: { bytes.starts(with: $0.header.utf8) })
      else { return nil }
      self = found
    }
  }

  static let header = Version.current.header

  /// The number in the first line of a journal that a later program began; nil for any other file.
  static func laterVersion(of bytes: [UInt8]) -> Int? {
    let line = bytes.prefix { $0 != 0x0A }
    guard line.count < bytes.count, line.starts(with: "verbatim journal ".utf8),
      let number = Int(String(decoding: line.dropFirst(17), as: UTF8.self))
    else { return nil }
    return number > Version.current.rawValue ? number : nil
  }

  /// Up to where a journal can be read; 0 where it has no block.
  static func usableLength(_ bytes: [UInt8], _ parsed: (blocks: [Block], torn: Int?)) -> Int {
    parsed.blocks.isEmpty ? 0 : parsed.torn ?? bytes.count
  }

  /// Whether more than the last block is unreadable: what was torn when power was lost is one block,
  /// or none that was ever answered. Then the journal was damaged, and is worth keeping.
  static func isDamaged(_ bytes: [UInt8], from torn: Int) -> Bool {
    if torn == 0 { return !Version.current.header.utf8.starts(with: bytes) }
    return bytes[torn...].firstRange(of: Array("\n.\n@ ".utf8)) != nil
  }

  /// One block of the journal.
  enum Block: Equatable {
    case entry(Entry, base: String)
    /// The notebook was written; its bytes have this digest.
    case saved(String)
  }

  static func print(_ entry: Entry, base: String, _ version: Version = .current) -> [UInt8] {
    var body = Array("line \(JSONString.quote(entry.line))\nbase \(base)\n".utf8)
    for edit in entry.edits {
      let removed = lines(edit.removed)
      let added = lines(edit.added)
      body += Array("edit \(edit.line) \(removed.count) \(added.count)\n".utf8)
      for line in removed { append(line, sign: 0x2D, to: &body) }
      for line in added { append(line, sign: 0x2B, to: &body) }
    }
    return block("\(entry.number) \(kind(entry.kind))", body, version)
  }

  static func saved(_ digest: String, _ version: Version = .current) -> [UInt8] {
    block("0 saved", Array("digest \(digest)\n".utf8), version)
  }

  private static func kind(_ kind: Entry.Kind) -> String {
    switch kind {
    case .change: "change"
    case .undo(let number): "undo:\(number)"
    case .redo(let number): "redo:\(number)"
    case .outside: "outside"
    case .derived: "derived"
    case .base: "base"
    }
  }

  private static func block(_ head: String, _ body: [UInt8], _ version: Version) -> [UInt8] {
    let sum = sum(head, body, version)
    return Array("@ \(head) \(sum) \(body.count)\n".utf8) + body + [0x2E, 0x0A]
  }

  /// The sum of a block; `head` is number and kind.
  private static func sum(_ head: String, _ body: [UInt8], _ version: Version) -> Substring {
    let all =
      switch version {
      case .bodies: body
      case .blocks: Array("\(head) \(body.count)\n".utf8) + body
      }
    return TextDigest(of: all).hex.prefix(8)
  }

  private static func append(_ line: ArraySlice<UInt8>, sign: UInt8, to body: inout [UInt8]) {
    body.append(sign)
    body += line
    if line.last != 0x0A { body += [0x0A, 0x5C, 0x0A] }
  }

  /// Lines with their ends.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var out: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      out.append(bytes[start..<end])
      start = end
    }
    return out
  }

  /// Reads a journal. `torn` is where the first block begins that is not whole, or whose number is
  /// not the next: what stands there is no part of the history.
  static func parse(_ bytes: [UInt8]) -> (blocks: [Block], torn: Int?) {
    guard let version = Version(bytes) else { return ([], bytes.isEmpty ? nil : 0) }
    var blocks: [Block] = []
    var at = version.header.utf8.count
    var next = 1
    while at < bytes.count {
      guard let (block, end) = parseBlock(bytes, at, version) else { return (blocks, at) }
      if case .entry(let entry, _) = block {
        if entry.number != next { return (blocks, at) }
        next += 1
      }
      blocks.append(block)
      at = end
    }
    return (blocks, nil)
  }

  private static func parseBlock(_ bytes: [UInt8], _ start: Int, _ version: Version)
    -> (Block, Int)?
  {
    guard let headEnd = bytes[start...].firstIndex(of: 0x0A) else { return nil }
    let head = String(decoding: bytes[start..<headEnd], as: UTF8.self).split(separator: " ")
    guard head.count == 5, head[0] == "@", let number = Int(head[1]), let length = Int(head[4]),
      length >= 0, length <= bytes.count - headEnd - 3
    else { return nil }
    let body = Array(bytes[headEnd + 1..<headEnd + 1 + length])
    let end = headEnd + 1 + length
    guard bytes[end] == 0x2E, bytes[end + 1] == 0x0A,
      sum("\(head[1]) \(head[2])", body, version) == head[3]
    else { return nil }
    var reader = BodyReader(bytes: body)
    if head[2] == "saved" {
      return reader.field("digest").map { (.saved($0), end + 2) }
    }
    guard let kind = kind(head[2]), let entry = reader.entry(number, kind) else { return nil }
    return (.entry(entry.0, base: entry.1), end + 2)
  }

  private static func kind(_ text: Substring) -> Entry.Kind? {
    let parts = text.split(separator: ":")
    // A kind of nothing but colons has no parts.
    guard let name = parts.first else { return nil }
    let number = parts.count == 2 ? Int(parts[1]) : nil
    switch (name, number) {
    case ("change", nil): return .change
    case ("outside", nil): return .outside
    case ("derived", nil): return .derived
    case ("base", nil): return .base
    case ("undo", let number?): return .undo(number)
    case ("redo", let number?): return .redo(number)
    default: return nil
    }
  }
}

/// Reads the body of a block line by line.
private struct BodyReader {
  let bytes: [UInt8]
  var at = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func line() -> ArraySlice<UInt8>? {
    guard at < bytes.count, let end = bytes[at...].firstIndex(of: 0x0A) else { return nil }
    defer { at = end + 1 }
    return bytes[at..<end + 1]
  }

  mutating func field(_ name: String) -> String? {
    guard let line = line(), line.starts(with: Array("\(name) ".utf8)) else { return nil }
    return String(decoding: line.dropFirst(name.utf8.count + 1).dropLast(), as: UTF8.self)
  }

  mutating func entry(_ number: Int, _ kind: Entry.Kind) -> (Entry, String)? {
    guard let typed = field("line"), typed.utf8.count >= 2,
      let text = JSONString.unescape(typed.utf8.dropFirst().dropLast()), let base = field("base")
    else { return nil }
    var edits: [LineEdit] = []
    while at < bytes.count {
      guard let numbers = field("edit")?.split(separator: " ").compactMap({ Int($0) }),
        numbers.count == 3, let removed = lines(numbers[1], 0x2D),
        let added = lines(numbers[2], 0x2B)
      else { return nil }
      edits.append(LineEdit(line: numbers[0], removed: removed, added: added))
    }
    return (Entry(number: number, kind: kind, line: text, edits: edits), base)
  }

  private mutating func lines(_ count: Int, _ sign: UInt8) -> [UInt8]? {
    guard count >= 0 else { return nil }
    var out: [UInt8] = []
    for _ in 0..<count {
      guard let line = line(), line.first == sign else { return nil }
      out += line.dropFirst()
      if at < bytes.count, bytes[at] == 0x5C {
        out.removeLast()
        at += 2
      }
    }
    return out
  }
}
