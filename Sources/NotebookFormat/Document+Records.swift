extension Document {
  /// The command of a record: the bytes behind `> `, continuations joined by one blank, or by a
  /// line feed where the command is `note`, whose continuations are lines of their own.
  public func command(of item: Int32) -> [UInt8] {
    let range = range(item)
    let bytes = buffer.span
    if lineCount(item) == 1 {
      // Most records: a line, and its end.
      var end = range.upperBound
      if end > range.lowerBound, bytes[end - 1] == 0x0A { end -= 1 }
      while end > range.lowerBound, bytes[end - 1] == 0x0D { end -= 1 }
      return LineClass.of(range.lowerBound..<end, in: bytes) == .command
        ? Array(buffer[min(range.lowerBound + 6, end)..<end]) : []
    }
    var out: [UInt8] = []
    out.reserveCapacity(range.count)
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, bytes[end] != 0x0A { end += 1 }
      let line = LineClass.of(start..<end, in: bytes)
      if line == .command || line == .continuation {
        if line == .command { out.removeAll(keepingCapacity: true) }
        if line == .continuation { out.append(out.starts(with: "note ".utf8) ? 0x0A : 0x20) }
        var last = end
        while last > start, bytes[last - 1] == 0x0D { last -= 1 }
        out += buffer[min(start + 6, last)..<last]
      }
      start = min(end + 1, range.upperBound)
    }
    return out
  }

  /// The stored output of a record: its stamp, if it has one, and its `|` lines.
  public func output(of item: Int32) -> (stamp: String?, lines: [String]) {
    var stamp: String?
    var lines: [String] = []
    forEachLine(of: item) { line, text in
      let text = String(decoding: text, as: UTF8.self)
      if line == .stamp { stamp = text }
      if line == .output { lines.append(text) }
    }
    return (stamp, lines)
  }

  /// Lines of an item whose sigil this version does not know, with their ends: they are kept when
  /// the record is rewritten.
  public func unknownLines(of item: Int32) -> [UInt8] {
    var out: [UInt8] = []
    let bytes = buffer
    forEachRawLine(of: item) { line, range in
      if line == .unknown { out += bytes[range] }
    }
    return out
  }

  /// Calls `body` with the class and the text behind the sigil of every line of an item.
  func forEachLine(of item: Int32, _ body: (LineClass, ArraySlice<UInt8>) -> Void) {
    let bytes = buffer
    forEachRawLine(of: item) { line, range in
      var end = range.upperBound
      while end > range.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
      body(line, bytes[min(range.lowerBound + 6, end)..<end])
    }
  }

  private func forEachRawLine(of item: Int32, _ body: (LineClass, Range<Int>) -> Void) {
    let bytes = buffer
    let range = range(item)
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, bytes[end] != 0x0A { end += 1 }
      let line = LineClass.of(start..<end, in: bytes.span)
      end = min(end + 1, range.upperBound)
      body(line, start..<end)
      start = end
    }
  }
}
