extension CanonicalText {
  /// Makes the canonical bytes of a text that is valid UTF-8: no byte order mark before it, LF for
  /// CR LF and a lone CR, no scalar that XML 1.0 forbids (section 2.2, `Char`: C0 controls but tab
  /// and LF, U+FFFE, U+FFFF). What is canonical stays as it is. Bytes that are no UTF-8 are kept;
  /// check with `isUTF8` first.
  public static func canonical(_ raw: [UInt8]) -> [UInt8] {
    let span = raw.span
    var out: [UInt8] = []
    out.reserveCapacity(raw.count)
    var i = 0
    while i < span.count {
      let byte = span[i]
      if byte == 0x0D {
        out.append(0x0A)
        if i + 1 < span.count, span[i + 1] == 0x0A { i += 1 }
      } else if byte < 0x20, byte != 0x09, byte != 0x0A {
        // dropped: a C0 control
      } else if byte == 0xEF, i + 2 < span.count, span[i + 1] == 0xBF, span[i + 2] >= 0xBE {
        i += 2  // dropped: U+FFFE or U+FFFF
      } else if byte == 0xEF, out.isEmpty, span.count - i > 2, span[i + 1] == 0xBB,
        span[i + 2] == 0xBF
      {
        i += 2  // dropped: a byte order mark, also the second of two, also behind what was dropped
      } else {
        out.append(byte)
      }
      i += 1
    }
    return out
  }

  /// Whether the bytes are valid UTF-8 (Unicode 15, table 3-7).
  public static func isUTF8(_ bytes: [UInt8]) -> Bool {
    let span = bytes.span
    var i = 0
    while i < span.count {
      if span[i] < 0x80 {
        i += 1
        continue
      }
      let length = sequenceLength(at: i, in: span)
      if length == 0 { return false }
      i += length
    }
    return true
  }

  /// The length of the well-formed UTF-8 sequence at `i`, or 0 when there is none.
  public static func sequenceLength(at i: Int, in span: Span<UInt8>) -> Int {
    let lead = span[i]
    if lead < 0x80 { return 1 }
    func tail(_ k: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      i + k < span.count && span[i + k] >= low && span[i + k] <= high
    }
    switch lead {
    case 0xC2...0xDF: return tail(1) ? 2 : 0
    case 0xE0: return tail(1, 0xA0) && tail(2) ? 3 : 0
    case 0xED: return tail(1, 0x80, 0x9F) && tail(2) ? 3 : 0
    case 0xE1...0xEF: return tail(1) && tail(2) ? 3 : 0
    case 0xF0: return tail(1, 0x90) && tail(2) && tail(3) ? 4 : 0
    case 0xF4: return tail(1, 0x80, 0x8F) && tail(2) && tail(3) ? 4 : 0
    case 0xF1...0xF3: return tail(1) && tail(2) && tail(3) ? 4 : 0
    default: return 0
    }
  }
}
