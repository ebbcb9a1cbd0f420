import Attribution
import Casebook
import Testing

/// Reads a text of one paragraph a line and answers with `speaker | words` for each suggestion.
func said(
  _ text: String, _ language: String = "en", known: [KnownParty] = []
) -> [String] {
  let bytes = Array(text.utf8)
  return Suggester.suggest(
    in: bytes, blocks: Suggester.paragraphs(of: bytes), language: language, known: known
  ).map { suggestion in
    let words = suggestion.content.map { String(decoding: bytes[$0], as: UTF8.self) }
    return "\(suggestion.sourceName ?? "?") | \(words.joined(separator: " ... "))"
  }
}

/// The suggestions themselves.
func suggestions(
  _ text: String, _ language: String = "en", known: [KnownParty] = []
) -> [Suggestion] {
  let bytes = Array(text.utf8)
  return Suggester.suggest(
    in: bytes, blocks: Suggester.paragraphs(of: bytes), language: language, known: known)
}

/// A text and what should be found in it.
struct Case: CustomTestStringConvertible, Sendable {
  let text: String
  let found: [String]

  init(_ text: String, _ found: String...) {
    self.text = text
    self.found = found
  }

  var testDescription: String { text }
}
