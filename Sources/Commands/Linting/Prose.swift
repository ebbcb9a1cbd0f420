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

  init(_ text: String, place: String, record: RecordID?) {
    self.place = place
    self.record = record
    self.text = text
    var reader = ProseReader()
    for byte in text.utf8 { reader.take(byte) }
    reader.end()
    words = reader.words
    quotes = reader.quotes
  }
}

/// Goes once through the bytes of a sentence.
private struct ProseReader {
  private(set) var words: [String] = []
  private(set) var quotes: [String] = []
  private var word: [UInt8] = []
  private var quote: [UInt8] = []
  private var tail: (UInt8, UInt8) = (0, 0)
  /// Whether a straight (1) or a typographic mark (2) is open.
  private var open = 0

  mutating func take(_ byte: UInt8) {
    if open > 0 { quote.append(byte) }
    let isOpening = tail == (0xE2, 0x80) && byte == 0x9C
    let isClosing = tail == (0xE2, 0x80) && byte == 0x9D
    tail = (tail.1, byte)
    if byte == 0x22, open != 2 {
      if open == 1 { close(1) } else { begin(1) }
    } else if isOpening, open == 0 {
      word.removeLast(min(2, word.count))
      begin(2)
    } else if isClosing, open == 2 {
      close(3)
    } else if open == 0 {
      letter(byte)
    }
  }

  private mutating func letter(_ byte: UInt8) {
    switch byte {
    case 0x41...0x5A: word.append(byte + 0x20)
    case 0x61...0x7A, 0x30...0x39, 0x80...: word.append(byte)
    // An address or an id is one word: `wire:15a`.
    case 0x3A where !word.isEmpty, 0x2D where !word.isEmpty: word.append(byte)
    default: endWord()
    }
  }

  private mutating func endWord() {
    while let last = word.last, last == 0x3A || last == 0x2D { word.removeLast() }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    word = []
  }

  private mutating func begin(_ mark: Int) {
    endWord()
    open = mark
    quote = []
  }

  private mutating func close(_ length: Int) {
    quotes.append(String(decoding: quote.dropLast(length), as: UTF8.self))
    open = 0
  }

  mutating func end() { endWord() }
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
    return sentences(ofProse: canonical).map {
      ProseSentence(canonical[$0], place: place, record: record)
    }
  }
}
