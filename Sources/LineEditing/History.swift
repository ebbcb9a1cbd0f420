/// The lines typed before, oldest first, each once. With a path they are kept in a file that
/// several shells may share: it is only appended to, under a lock, and belongs to its owner alone.
public struct History {
  /// How many lines are loaded and kept in memory.
  public static let limit = 5_000
  /// A longer line is not kept, in UTF-8 bytes.
  public static let longestLine = 1 << 13

  /// The lines, oldest first.
  public private(set) var lines: [String] = []
  /// Why the file could not be read or written the last time, as an `errno`; none when it could.
  public private(set) var failure: Int32?

  private let file: HistoryFile?
  private var folded: [[UInt8]] = []
  /// How much of the file is known, in bytes.
  private var end = 0

  /// The history in a file, or without one a history that is forgotten with the program. A file
  /// that does not exist is made when the first line is added.
  public init(path: String? = nil) {
    file = path.map(HistoryFile.init)
    refresh()
  }

  /// Takes in what other shells have added to the file.
  public mutating func refresh() {
    guard let file else { return }
    do throws(SystemError) {
      let size = try file.size()
      guard size != end else { return }
      let isWhole = end == 0 || size < end
      let found = try file.lines(from: isWhole ? 0 : end, to: size)
      load(isWhole ? Array(found.suffix(Self.limit)) : lines + found)
      end = size
      failure = nil
    } catch {
      failure = error.number
    }
  }

  /// Whether a line may be kept: not empty, not begun with a blank, not longer than the limit,
  /// without control characters.
  public static func keeps(_ line: String) -> Bool {
    guard let first = line.unicodeScalars.first, !first.properties.isWhitespace else {
      return false
    }
    return line.utf8.count <= longestLine && !line.unicodeScalars.contains(where: Cells.isHarmful)
  }

  /// Adds a line as the newest one; an older equal line gives way. False when it is not kept.
  @discardableResult
  public mutating func add(_ line: String) -> Bool {
    guard Self.keeps(line) else { return false }
    guard line != lines.last else { return true }
    if let old = lines.firstIndex(of: line) {
      lines.remove(at: old)
      folded.remove(at: old)
    }
    lines.append(line)
    folded.append(Self.fold(line))
    trim()
    failure = nil
    do throws(SystemError) {
      guard let written = try file?.append(line) else { return true }
      // What another shell wrote before is taken in with the next prompt.
      if written.lowerBound == end { end = written.upperBound }
    } catch {
      failure = error.number
    }
    return true
  }

  /// The newest line before an index that contains the words, in any script and case.
  public func newest(containing words: String, before index: Int) -> Int? {
    let sought = Self.fold(words)
    return folded[..<max(0, min(index, lines.count))].lastIndex { $0.contains(sought) }
  }

  /// The newest line that goes on after these letters, exactly as they are.
  public func newest(beginningWith letters: String) -> String? {
    let count = letters.utf8.count
    return lines.last { $0.utf8.count > count && $0.hasPrefix(letters) }
  }

  /// The oldest line after an index that contains the words, in any script and case.
  public func oldest(containing words: String, after index: Int) -> Int? {
    let sought = Self.fold(words)
    return folded[max(0, min(index + 1, lines.count))...].firstIndex { $0.contains(sought) }
  }

  private mutating func load(_ found: [String]) {
    var seen: Set<String> = []
    lines = found.reversed().filter { Self.keeps($0) && seen.insert($0).inserted }.reversed()
    trim()
    folded = lines.map(Self.fold)
  }

  private mutating func trim() {
    let surplus = max(0, lines.count - Self.limit)
    lines.removeFirst(surplus)
    folded.removeFirst(min(surplus, folded.count))
  }

  /// Upper case first, so that letters with two lower cases (σ, ς) become equal.
  private static func fold(_ text: String) -> [UInt8] {
    Array(text.uppercased().lowercased().utf8)
  }
}

extension [UInt8] {
  /// Whether the bytes stand anywhere in these.
  fileprivate func contains(_ sought: [UInt8]) -> Bool {
    guard let first = sought.first else { return true }
    guard sought.count <= count else { return false }
    return (0...(count - sought.count)).contains { start in
      self[start] == first && self[start..<(start + sought.count)].elementsEqual(sought)
    }
  }
}
