public import Testing

/// The lines in which two texts differ, `-` before those of the first, `+` before those of the
/// second, two blanks before three lines of context.
public enum LineDiff {
  /// The difference of two texts; empty where they are the same.
  public static func between(_ old: String, _ new: String) -> String {
    if old.utf8.elementsEqual(new.utf8) { return "" }
    let a = lines(old)
    let b = lines(new)
    let difference = b.difference(from: a)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    return around(merged(a, removed, b, inserted))
  }

  /// Lines with their ends, which may be the only difference.
  private static func lines(_ text: String) -> [[UInt8]] {
    var out: [[UInt8]] = []
    var line: [UInt8] = []
    for byte in text.utf8 {
      line.append(byte)
      if byte == 0x0A {
        out.append(line)
        line = []
      }
    }
    return line.isEmpty ? out : out + [line]
  }

  private static func merged(
    _ a: [[UInt8]], _ removed: Set<Int>, _ b: [[UInt8]], _ inserted: Set<Int>
  ) -> [String] {
    var out: [String] = []
    var i = 0
    var j = 0
    while i < a.count || j < b.count {
      if removed.contains(i) {
        out.append("- " + shown(a[i]))
        i += 1
      } else if inserted.contains(j) {
        out.append("+ " + shown(b[j]))
        j += 1
      } else {
        out.append("  " + shown(a[i]))
        i += 1
        j += 1
      }
    }
    return out
  }

  private static func shown(_ line: [UInt8]) -> String {
    line.last == 0x0A
      ? String(decoding: line.dropLast(), as: UTF8.self)
      : String(decoding: line, as: UTF8.self) + " (without line end)"
  }

  private static func around(_ lines: [String]) -> String {
    var near: Set<Int> = []
    for i in lines.indices where !lines[i].hasPrefix("  ") { near.formUnion(i - 3...i + 3) }
    var out = ""
    for i in lines.indices where near.contains(i) {
      if i > 0, !near.contains(i - 1) { out += "  …\n" }
      out += lines[i] + "\n"
    }
    return out
  }
}

/// Records an issue with the lines that differ, unless two texts are the same byte by byte.
@discardableResult
public func expectSame(
  _ actual: String, _ expected: String, _ about: String = "",
  at location: SourceLocation = #_sourceLocation
) -> Bool {
  let difference = LineDiff.between(expected, actual)
  if difference.isEmpty { return true }
  let head = about.isEmpty ? "the texts differ" : about
  Issue.record("\(head) (- expected, + actual):\n\(difference)", sourceLocation: location)
  return false
}
