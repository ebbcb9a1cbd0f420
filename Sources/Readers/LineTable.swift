/// What a short line says of itself.
struct LineMatch: Equatable, Sendable {
  /// What the table knows a line to be.
  enum Action: String, Sendable {
    /// No part of the article.
    case aside
    /// No part of it, and as a rule neither is what follows.
    case tail
    /// The words under a picture.
    case caption
    /// A note that something was corrected.
    case correction
  }

  let action: Action
  /// In the analyst's words; nil where the action says enough.
  let reason: String?
}

/// The table of short lines, `Data/lines.tsv`.
struct LineTable: Sendable {
  static let shared = LineTable()

  private var exact: [FoldedLine: LineMatch] = [:]
  /// Patterns by their first three bytes; those of suffixes by their last three.
  private var prefixes: [UInt32: [Pattern]] = [:]
  private var suffixes: [UInt32: [Pattern]] = [:]
  private var inner: [UInt32: [Pattern]] = [:]
  /// Whether a pattern of `inner` may begin with three bytes, by a few bits of them: it is asked at
  /// every byte of every short line.
  private var begins = [Bool](repeating: false, count: 0x4000)

  private struct Pattern {
    let bytes: [UInt8]
    let match: LineMatch
  }

  /// One row of the table.
  struct Row {
    let match: LineMatch
    let kind: String
    let pattern: String
  }

  /// The rows, comments left out; nil in place of a row that is not well formed.
  static var rows: [Row?] {
    String(decoding: PackageResources.lines_tsv, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { line in
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 5, let action = LineMatch.Action(rawValue: fields[0]),
          ["exact", "prefix", "suffix", "contains"].contains(fields[2]), !fields[4].isEmpty
        else { return nil }
        return Row(
          match: LineMatch(action: action, reason: fields[1] == "-" ? nil : fields[1]),
          kind: fields[2],
          pattern: fields[4].split(separator: "_", omittingEmptySubsequences: false)
            .joined(separator: " "))
      }
  }

  private init() {
    for case let row? in LineTable.rows {
      let pattern = Pattern(bytes: Array(row.pattern.utf8), match: row.match)
      if row.kind == "exact" {
        let line = FoldedLine(row.pattern)
        exact[line] = exact[line] ?? row.match
        continue
      }
      guard pattern.bytes.count >= 3 else { continue }
      let key = LineTable.key(pattern.bytes, row.kind == "suffix" ? pattern.bytes.count - 3 : 0)
      switch row.kind {
      case "prefix": prefixes[key, default: []].append(pattern)
      case "suffix": suffixes[key, default: []].append(pattern)
      default:
        inner[key, default: []].append(pattern)
        begins[LineTable.bits(pattern.bytes, 0)] = true
      }
    }
  }

  private static func key(_ bytes: [UInt8], _ i: Int) -> UInt32 {
    UInt32(bytes[i]) << 16 | UInt32(bytes[i + 1]) << 8 | UInt32(bytes[i + 2])
  }

  private static func bits(_ bytes: [UInt8], _ i: Int) -> Int {
    (Int(bytes[i]) << 6 ^ Int(bytes[i + 1]) << 3 ^ Int(bytes[i + 2])) & 0x3FFF
  }

  /// What the table says of a line of so many words. Of several prefixes or suffixes the longest
  /// counts.
  func match(_ line: FoldedLine, words: Int) -> LineMatch? {
    if let found = exact[line] { return found }
    let bytes = line.bytes
    guard bytes.count >= 3 else { return nil }
    let beginning = words <= 60 ? prefixes[LineTable.key(bytes, 0)] : nil
    if let found = LineTable.longest(beginning, where: { bytes.starts(with: $0) }),
      words <= 40 || found.action == .correction
    {
      return found
    }
    let end = words <= 30 ? suffixes[LineTable.key(bytes, bytes.count - 3)] : nil
    if let found = LineTable.longest(
      end, where: { bytes.count >= $0.count && bytes.suffix($0.count).elementsEqual($0) })
    {
      return found
    }
    return words <= 60 ? contained(bytes, words) : nil
  }

  private static func longest(
    _ patterns: [Pattern]?, where holds: ([UInt8]) -> Bool
  ) -> LineMatch? {
    patterns?.filter { holds($0.bytes) }.max { $0.bytes.count < $1.bytes.count }?.match
  }

  /// Whether a word is over here: the names of agencies are short, and inside of other words.
  private static func isEnd(_ bytes: [UInt8], _ i: Int) -> Bool {
    i >= bytes.count || !(0x61...0x7A).contains(bytes[i]) || !(0x61...0x7A).contains(bytes[i - 1])
  }

  private func contained(_ bytes: [UInt8], _ words: Int) -> LineMatch? {
    for i in 0...bytes.count - 3 {
      guard begins[LineTable.bits(bytes, i)], let patterns = inner[LineTable.key(bytes, i)] else {
        continue
      }
      for pattern in patterns
      where bytes[i...].starts(with: pattern.bytes)
        && (pattern.bytes.count > 5 || LineTable.isEnd(bytes, i + pattern.bytes.count))
        && (pattern.match.action == .caption || words <= 45)
      {
        return pattern.match
      }
    }
    return nil
  }
}
