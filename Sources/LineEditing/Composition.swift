/// Joins letters and marks that arrive apart: libedit keeps a mark of its own but does not show it.
enum Composition {
  /// The single scalar that is canonically the same as a letter and the mark after it.
  static func compose(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    if let syllable = composeHangul(letter.value, mark.value) { return syllable }
    guard mark.value >= 0x300, isMark(mark) else { return nil }
    var pair = String.UnicodeScalarView()
    pair.append(letter)
    pair.append(mark)
    let joined = String(pair)
    guard joined.count == 1, let character = joined.first else { return nil }
    return composed[character]
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    let category = scalar.properties.generalCategory
    return category == .nonspacingMark || category == .spacingMark
  }

  /// Every letter with marks that has a scalar of its own, found by canonical equality, which is
  /// what comparing characters means. Blocks whose letters Unicode composes: Latin, Greek,
  /// Cyrillic, Arabic, Indic, kana.
  private static let composed: [Character: Unicode.Scalar] = {
    let blocks: [ClosedRange<UInt32>] = [
      0xc0...0x24f, 0x370...0x52f, 0x620...0x6d3, 0x900...0x957, 0x9c7...0x9cc, 0xb48...0xb4c,
      0xb94...0xd4c, 0xdd9...0xdde, 0x1e00...0x1fff, 0x3040...0x30ff,
    ]
    var table: [Character: Unicode.Scalar] = [:]
    for value in blocks.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let character = Character(scalar)
      if table[character] == nil { table[character] = scalar }
    }
    return table
  }()

  /// Hangul composes by arithmetic: 19 leading, 21 vowel, 27 trailing jamo.
  private static func composeHangul(_ first: UInt32, _ second: UInt32) -> Unicode.Scalar? {
    let syllables: UInt32 = 0xac00
    if (0x1100..<0x1113).contains(first), (0x1161..<0x1176).contains(second) {
      return Unicode.Scalar(syllables + ((first - 0x1100) * 21 + second - 0x1161) * 28)
    }
    let isOpen = (0xac00..<0xd7a4).contains(first) && (first - syllables) % 28 == 0
    if isOpen, (0x11a8..<0x11c3).contains(second) {
      return Unicode.Scalar(first + second - 0x11a7)
    }
    return nil
  }
}
