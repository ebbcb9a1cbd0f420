/// Folds a text step by step. A step takes one unit of the text, which depends on nothing before
/// it, so that folding can start again at the beginning of any unit.
enum Folding {
  /// Appends what the unit at `start` folds to and returns where it ends.
  @inline(__always)
  static func step(at start: Int, in span: Span<UInt8>, into out: inout [UInt8]) -> Int {
    let byte = span[start]
    // The smallest mark, U+0300, begins with 0xCC.
    let next = start + 1 < span.count ? span[start + 1] : 0x61
    if byte < 0x80, next < 0xCC {
      let isPlain =
        byte &- 0x61 < 26 || byte &- 0x2E < 19 || byte == 0x2C
        || byte == 0x20 && next > 0x20 && next < 0x80
      if isPlain {
        out.append(byte)
        return start + 1
      }
      if byte &- 0x41 < 26 {
        out.append(byte | 0x20)
        return start + 1
      }
    }
    return slowStep(at: start, in: span, into: &out)
  }

  @inline(never)
  private static func slowStep(
    at start: Int, in span: Span<UInt8>, into out: inout [UInt8]
  ) -> Int {
    let (value, length) = UTF8Scalars.scalar(at: start, in: span)
    let end = start + length
    switch ScalarFolding.kind(of: value) {
    case .blank:
      out.append(0x20)
      return skip(from: end, in: span) { $0 == .blank || $0 == .dropped }
    case .dash:
      out.append(0x2D)
      return skip(from: end, in: span) { $0 == .dash }
    case .quote: out.append(0x27)
    case .dropped: break
    case .other:
      if value == 0xFFFD {
        for i in start..<end { out.append(span[i]) }
      } else if let joined = joined(value, end, in: span, into: &out) {
        return joined
      } else {
        ScalarFolding.append(value, to: &out)
      }
    }
    return end
  }

  private static func skip(
    from start: Int, in span: Span<UInt8>, while matches: (ScalarFolding.Kind) -> Bool
  ) -> Int {
    var i = start
    while i < span.count {
      let (value, length) = UTF8Scalars.scalar(at: i, in: span)
      if !matches(ScalarFolding.kind(of: value)) { break }
      i += length
    }
    return i
  }

  /// Folds a letter together with the marks that follow it, if any do.
  private static func joined(
    _ letter: UInt32, _ start: Int, in span: Span<UInt8>, into out: inout [UInt8]
  ) -> Int? {
    var end = start
    var scalars: [UInt32] = []
    while end < span.count, span[end] >= 0xCC, scalars.count < Composition.longest {
      let (value, length) = UTF8Scalars.scalar(at: end, in: span)
      if !Composition.joins(value) { break }
      if scalars.isEmpty { scalars = ScalarFolding.caseFolding(of: letter) }
      scalars += ScalarFolding.caseFolding(of: value)
      end += length
    }
    if scalars.isEmpty { return nil }
    for value in Composition.compose(scalars) { UTF8Scalars.append(value, to: &out) }
    return end
  }
}
