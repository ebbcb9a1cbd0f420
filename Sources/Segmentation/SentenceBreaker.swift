internal import CText
public import SourceText

/// Tells sentences apart: ICU's break iterator, with our own rule for initials and abbreviations on
/// top, because "U.S." and "S.V. Lavrov" end no sentence.
public struct SentenceBreaker: Sendable {
  private let locale: String
  private let abbreviations: Abbreviations

  /// A breaker for a language (BCP 47); English rules where it is not known.
  public init(language: String?) {
    locale = language ?? "en"
    abbreviations = Abbreviations.of(language)
  }

  /// The sentences of some bytes of a text, in order, without the blanks between them; together
  /// they cover every byte that is not blank.
  public func sentences(of text: CanonicalText, in range: Range<Int>) -> [Range<Int>] {
    let bytes = Array(text.bytes[range])
    var out: [Range<Int>] = []
    var start = 0
    for end in ends(bytes) {
      if end < bytes.count, !endsSentence(bytes, at: end, from: start) { continue }
      let trimmed = trim(bytes, start..<end)
      if !trimmed.isEmpty {
        out.append(
          range.lowerBound + trimmed.lowerBound..<range.lowerBound + trimmed.upperBound)
      }
      start = end
    }
    return out
  }

  /// Where ICU ends sentences; the end of the text alone where ICU is missing.
  private func ends(_ bytes: [UInt8]) -> [Int] {
    var ends = [Int32](repeating: 0, count: bytes.count / 8 + 8)
    let capacity = Int32(ends.count)
    var count = ctext_sentence_ends(bytes, Int32(bytes.count), locale, &ends, capacity)
    if count > capacity {
      ends = [Int32](repeating: 0, count: Int(count))
      count = ctext_sentence_ends(bytes, Int32(bytes.count), locale, &ends, count)
    }
    if count <= 0 { return bytes.isEmpty ? [] : [bytes.count] }
    var out = ends.prefix(Int(count)).map(Int.init)
    if out.last != bytes.count { out.append(bytes.count) }
    return out
  }

  private func trim(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }

  // MARK: What ends no sentence

  /// Whether the text before `end` really ends a sentence that began at `start`.
  private func endsSentence(_ bytes: [UInt8], at end: Int, from start: Int) -> Bool {
    let before = trim(bytes, start..<end)
    let next = firstWord(bytes, from: end)
    if let first = next.unicodeScalars.first, first.properties.isLowercase { return false }
    guard before.upperBound > before.lowerBound, bytes[before.upperBound - 1] == 0x2E else {
      return true
    }
    let word = lastWord(bytes, before)
    let folded = word.lowercased()
    if abbreviations.titles.contains(folded) { return false }
    if word.allSatisfy(\.isNumber), word.count <= 2 {
      return !abbreviations.months.contains(next.lowercased())
    }
    if isInitials(word) || abbreviations.others.contains(folded) {
      return abbreviations.beginnings.contains(next.lowercased())
    }
    return true
  }

  /// `U.S`, `S.V`, `J`: single capitals with full stops between.
  private func isInitials(_ word: String) -> Bool {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    return !word.isEmpty && parts.allSatisfy { $0.count == 1 && $0.first?.isUppercase == true }
  }

  /// The word before the full stop that ends a range, without the full stop and opening marks.
  private func lastWord(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    let end = range.upperBound - 1
    var start = end
    while start > range.lowerBound, !isBlank(bytes[start - 1]), end - start < 24 { start -= 1 }
    let word = String(decoding: bytes[start..<end], as: UTF8.self)
    return String(word.drop { !$0.isLetter && !$0.isNumber })
  }

  /// The letters that come next, opening marks passed over.
  private func firstWord(_ bytes: [UInt8], from start: Int) -> String {
    let text = String(decoding: bytes[start..<min(start + 48, bytes.count)], as: UTF8.self)
    return String(text.drop { !$0.isLetter && !$0.isNumber }.prefix { $0.isLetter || $0.isNumber })
  }
}
