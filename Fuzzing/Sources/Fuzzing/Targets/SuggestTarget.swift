internal import Attribution
internal import Casebook
internal import SourceText

/// An article in a language that the first byte chooses: its statements and its cast.
struct SuggestTarget: FuzzTarget {
  private static let languages = ["en", "de", "fr", "und"]

  func run(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let language = Self.languages[Int(first) % Self.languages.count]
    let text = CanonicalText(String(decoding: bytes.dropFirst(), as: UTF8.self)).bytes
    checkSuggestions(in: text, language)
  }
}

/// Every place of a suggestion lies within the text and between scalars; the cast is found.
func checkSuggestions(in text: [UInt8], _ language: String) {
  let blocks = Suggester.paragraphs(of: text)
  for suggestion in Suggester.suggest(in: text, blocks: blocks, language: language) {
    let ranges =
      suggestion.content + [suggestion.source, suggestion.cue, suggestion.day].compactMap { $0 }
    for range in ranges { check(range, in: text) }
  }
  _ = Suggester.cast(in: text, blocks: blocks, language: language)
}

private func check(_ range: Range<Int>, in text: [UInt8]) {
  hold(range.upperBound <= text.count, "a suggestion outside of the text")
  for edge in [range.lowerBound, range.upperBound] where edge < text.count {
    hold(text[edge] & 0xC0 != 0x80, "a suggestion begins or ends within a scalar")
  }
}
