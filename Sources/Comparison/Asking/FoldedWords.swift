internal import SourceText

/// Words as a search compares them: case, runs of blanks, quotes and dashes folded.
enum FoldedWords {
  /// The folded bytes.
  static func folding(_ text: String) -> [UInt8] {
    var out = ""
    var pendingBlank = false
    for scalar in NameKey(text).text.unicodeScalars {
      if scalar.properties.isWhitespace {
        pendingBlank = !out.isEmpty
        continue
      }
      if pendingBlank { out += " " }
      pendingBlank = false
      out.unicodeScalars.append(folded(scalar))
    }
    return Array(out.utf8)
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x2018...0x201F, 0x2039, 0x203A, 0xAB, 0xBB, 0x22: "'"
    case 0x2010...0x2015, 0x2212: "-"
    default: scalar
    }
  }

  /// Whether some bytes occur in others.
  static func contains(_ needle: [UInt8], in hay: [UInt8]) -> Bool {
    if needle.count > hay.count { return false }
    return (0...(hay.count - needle.count)).contains { start in
      hay[start..<(start + needle.count)].elementsEqual(needle)
    }
  }
}
