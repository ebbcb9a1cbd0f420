internal import Casebook
internal import CommandKit
internal import NotebookFormat
internal import SourceText

/// One sentence of the analyst's.
struct ProseSentence: Sendable {
  /// Where it stands: `“Findings”, paragraph 2`, or the id of a record.
  let place: String
  /// The record whose words they are; nil for prose between the records.
  let record: RecordID?
  /// The sentence.
  let text: String
  /// Its words in lower case, those in quotation marks left out: they are a source's.
  let words: [String]
  /// What stands in quotation marks.
  let quotes: [String]

  /// A sentence of a paragraph: its bytes there.
  init(
    _ sentence: Range<Int>, of text: CanonicalText, _ quotations: Quotations, place: String,
    record: RecordID?
  ) {
    self.place = place
    self.record = record
    self.text = text[sentence]
    var reader = ProseReader()
    var quotes: [String] = []
    var at = sentence.lowerBound
    for quotation in quotations.overlapping(sentence) {
      for byte in text.bytes[at..<max(at, quotation.outer.lowerBound)] { reader.take(byte) }
      reader.endWord()
      at = min(sentence.upperBound, quotation.outer.upperBound)
      // A quotation over several sentences stands with the one in which it begins.
      if sentence.contains(quotation.outer.lowerBound) { quotes.append(text[quotation.inner]) }
    }
    for byte in text.bytes[at..<sentence.upperBound] { reader.take(byte) }
    reader.endWord()
    words = reader.words
    self.quotes = quotes
  }
}

/// Collects words from bytes.
private struct ProseReader {
  private(set) var words: [String] = []
  private var word: [UInt8] = []

  mutating func take(_ byte: UInt8) {
    switch byte {
    case 0x41...0x5A: word.append(byte + 0x20)
    case 0x61...0x7A, 0x30...0x39, 0x80...: word.append(byte)
    // An address or an id is one word: `wire:15a`.
    case 0x3A where !word.isEmpty, 0x2D where !word.isEmpty: word.append(byte)
    default: endWord()
    }
  }

  mutating func endWord() {
    while let last = word.last, last == 0x3A || last == 0x2D { word.removeLast() }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    word = []
  }
}

extension Session {
  /// The sentences of the analyst's prose, and of claims and notes.
  var proseSentences: [ProseSentence] {
    var found: [ProseSentence] = []
    var heading: String?
    var number = 0
    for item in document.items {
      switch document.kind(item) {
      case .heading:
        let line = String(decoding: document.buffer[document.range(item)], as: UTF8.self)
        heading = Layout.words(String(line.drop { $0 == "#" || $0 == " " }))
        number = 0
      case .prose:
        let text = String(decoding: document.buffer[document.range(item)], as: UTF8.self)
        if text.hasPrefix("<!--") { continue }
        number += 1
        let place = heading.map { "“\($0)”, paragraph \(number)" } ?? "paragraph \(number)"
        found += sentences(in: text, place: place, record: nil)
      default: break
      }
    }
    return found + recordSentences
  }

  private var recordSentences: [ProseSentence] {
    book.claims.flatMap { claim in
      sentences(in: claim.text, place: claim.id.text, record: claim.id)
        + sentences(in: claim.note ?? "", place: claim.id.text, record: claim.id)
    }
      + book.notes.flatMap { note in
        sentences(in: note.text, place: note.target.text, record: note.target)
      }
  }

  private func sentences(in text: String, place: String, record: RecordID?) -> [ProseSentence] {
    if text.isEmpty { return [] }
    let canonical = CanonicalText(text.split(separator: "\n").joined(separator: " "))
    let quotations = Quotations(in: canonical.bytes)
    return sentences(ofProse: canonical).map {
      ProseSentence($0, of: canonical, quotations, place: place, record: record)
    }
  }
}
