/// The words of a passage that change what it says when they change: names, numbers, negations.
///
/// Two passages that differ in one of them never pass for the same, however alike they are. They
/// are compared in their order: who attacked whom is a difference.
enum Meaning {
  /// The telling words of a range of a text, in order, folded.
  ///
  /// A capitalised word at the start of a sentence counts as a name unless `isOrdinary` knows its
  /// small letters as a word.
  static func words(
    of range: Range<Int>, in text: [UInt8], isOrdinary: ([UInt8]) -> Bool
  ) -> [[UInt8]] {
    let part = FoldedText(bytes: Array(text[range]))
    var told: [[UInt8]] = []
    for word in WordScanner.words(of: 0..<part.bytes.count, in: part.bytes) {
      let bytes = Array(part.bytes[word.range])
      if let negation = NegationWords.folded(bytes) {
        told.append(negation)
        continue
      }
      let start = range.lowerBound + part.widenedSourceRange(of: word.range).lowerBound
      if hasDigit(bytes.span) {
        told.append(sign(before: start, in: text.span) + bytes)
      } else if NumberWords.contains(bytes) {
        told.append(bytes)
      } else if isCapital(at: start, in: text.span),
        !startsSentence(start, in: text.span)
          || !OpeningWords.contains(bytes) && !isOrdinary(bytes)
      {
        told.append(withoutGenitive(bytes))
      }
    }
    return told
  }

  private static func hasDigit(_ word: Span<UInt8>) -> Bool {
    var i = 0
    while i < word.count {
      let (value, length) = UTF8Scalars.scalar(at: i, in: word)
      if value &- 0x30 < 10 { return true }
      if value >= 0x80, Unicode.Scalar(value)?.properties.numericType != nil { return true }
      i += length
    }
    return false
  }

  /// A sign or a currency directly before a number.
  private static func sign(before place: Int, in span: Span<UInt8>) -> [UInt8] {
    guard let (value, _) = UTF8Scalars.scalar(before: place, in: span) else { return [] }
    if ScalarFolding.kind(of: value) == .dash { return [0x2D] }
    guard Unicode.Scalar(value)?.properties.generalCategory == .currencySymbol else { return [] }
    var bytes: [UInt8] = []
    UTF8Scalars.append(value, to: &bytes)
    return bytes
  }

  private static func isCapital(at place: Int, in span: Span<UInt8>) -> Bool {
    let (value, _) = UTF8Scalars.scalar(at: place, in: span)
    switch Unicode.Scalar(value)?.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: return true
    default: return false
    }
  }

  /// Whether only blanks, quotes and brackets lie between a place and the end of a sentence, a line
  /// feed or the start of the text.
  private static func startsSentence(_ place: Int, in span: Span<UInt8>) -> Bool {
    var at = place
    while let (value, length) = UTF8Scalars.scalar(before: at, in: span) {
      switch value {
      case 0x0A, 0x21, 0x2E, 0x3A, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F: return true
      case 0x28, 0x5B: break
      default:
        let kind = ScalarFolding.kind(of: value)
        if kind != .blank, kind != .quote, kind != .dropped { return false }
      }
      at -= length
    }
    return true
  }

  private static func withoutGenitive(_ word: [UInt8]) -> [UInt8] {
    word.suffix(2) == [0x27, 0x73] ? word.dropLast(2) : word
  }
}
