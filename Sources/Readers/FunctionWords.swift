/// The function words of all languages, found by the hash of their bytes in lower case: every word
/// of a page is looked up, and making a string of each would cost more than all the rest of
/// reading.
struct FunctionWords: Sendable {
  static let shared = FunctionWords()

  /// One bit for each language, in the order of the table.
  typealias Languages = UInt32

  private var keys: [UInt32]
  private var values: [Languages]
  private static let size: UInt32 = 8_192

  private init() {
    keys = Array(repeating: 0, count: Int(FunctionWords.size))
    values = Array(repeating: 0, count: Int(FunctionWords.size))
    for (bit, row) in Language.words.enumerated() where bit < Languages.bitWidth {
      for word in row.words { add(FunctionWords.hash(Array(word.utf8)[...]), 1 << bit) }
    }
  }

  private mutating func add(_ hash: UInt32, _ language: Languages) {
    let slot = slot(hash)
    keys[slot] = hash
    values[slot] |= language
  }

  /// Where a hash stands, or would stand.
  private func slot(_ hash: UInt32) -> Int {
    var slot = Int(hash & (FunctionWords.size - 1))
    while values[slot] != 0, keys[slot] != hash { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  /// The languages that have a word.
  func languages(_ word: ArraySlice<UInt8>) -> Languages {
    word.count > 16 ? 0 : values[slot(FunctionWords.hash(word))]
  }

  /// The hash (FNV-1a) of a word in lower case.
  private static func hash(_ word: ArraySlice<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    var i = word.startIndex
    while i < word.endIndex {
      let byte = word[i]
      if byte < 0x80 {
        hash = (hash ^ UInt32((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)) &* 16_777_619
        i += 1
        continue
      }
      let (scalar, length) = LowerCase.scalar(word, i)
      hash = (hash ^ LowerCase.lower(scalar)) &* 16_777_619
      i += length
    }
    return hash
  }
}
