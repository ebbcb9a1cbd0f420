internal import Casebook
internal import Diagnostics
internal import SourceText

/// Reads exports of press databases as text, many articles in one file: in the manner of Nexis (parted
/// by `2 of 17 DOCUMENTS` or `End of Document`) and of Factiva (each ends with `Document` and a code).
enum PressReader {
  static func read(_ bytes: [UInt8], name: String) throws(Diagnostic) -> ReadSource {
    guard let (decoded, encoding) = Decoding.decode(bytes) else {
      throw Diagnostic(.binarySource(name))
    }
    let text = CanonicalText.canonical(decoded)
    var source = ReadSource()
    for document in PressDocument.all(in: PressLine.all(of: text)) {
      source.add { () throws(Diagnostic) in
        let article = try document.article(name: name)
        return ReadArticle(
          content: article.content, encoding: encoding, notes: article.notes)
      }
    }
    return try source.checked(name)
  }

  /// Whether a text is such an export: it has a line that parts articles, and one that such an
  /// article always has.
  static func isExport(_ bytes: [UInt8]) -> Bool {
    if bytes.prefix(4_096).contains(0) { return false }
    var parts = false
    var says = false
    var start = 0
    let span = bytes.span
    for i in 0...span.count where i == span.count || span[i] == 0x0A {
      if i - start < PressLine.longest, i > start {
        let line = PressLine(bytes[start..<i], number: 0)
        parts = parts || line.separator != nil
        says = says || line.saysLength
      }
      if parts && says { return true }
      start = i + 1
    }
    return false
  }
}

/// A line of an export.
struct PressLine {
  enum Separator { case begins, ends }

  let number: Int
  /// Without blanks at both ends.
  let text: ArraySlice<UInt8>

  /// Lines that part articles, and fields, are no longer.
  static let longest = 300

  init(_ line: ArraySlice<UInt8>, number: Int) {
    var line = line
    while let last = line.last, Markup.isBlank(last) { line.removeLast() }
    while let first = line.first, Markup.isBlank(first) || first == 0xEF && line.count < 4 {
      line.removeFirst()
    }
    (text, self.number) = (line, number)
  }

  static func all(of bytes: [UInt8]) -> [PressLine] {
    var out: [PressLine] = []
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      out.append(PressLine(line, number: out.count + 1))
    }
    return out
  }

  var isBlank: Bool { text.isEmpty }
  var words: String { String(decoding: text, as: UTF8.self) }

  /// Whether the line begins or ends an article.
  var separator: Separator? {
    guard text.count < 60, let last = text.last, let first = text.first else { return nil }
    let isNumber = (0x30...0x39).contains(first)
    if isNumber, last == 0x53 || last == 0x54 || last == 0x73 || last == 0x74 {
      let words = text.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      let isCount = words.count == 4 && Int(words[0]) != nil && Int(words[2]) != nil
      if isCount, ["document", "documents"].contains(words[3].lowercased()) { return .begins }
    }
    if text.elementsEqual("End of Document".utf8) { return .ends }
    if text.starts(with: "Document ".utf8) { return isCode(text.dropFirst(9)) ? .ends : nil }
    if text.starts(with: "AN ".utf8), let at = words.firstRange(of: "Document ") {
      return isCode(Array(words[at.upperBound...].utf8)[...]) ? .ends : nil
    }
    return nil
  }

  /// `SELED00020310417ea4h0001x`: capitals and figures, long, with both.
  private func isCode(_ word: ArraySlice<UInt8>) -> Bool {
    word.count >= 12 && word.count <= 40
      && word.allSatisfy { Markup.isLetter($0) || $0 < 0x3A && $0 > 0x2F }
      && word.contains { $0 < 0x3A } && word.prefix(2).allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// `LENGTH: 812 words`, `812 words`, `WC  812 words`
  var saysLength: Bool {
    guard text.count < 40, text.last == 0x73, text.reversed().starts(with: "words".utf8.reversed())
    else { return false }
    var words = words.lowercased().split(separator: " ")
    if words.first == "length:" || words.first == "wc" { words.removeFirst() }
    return words.count == 2 && Int(words[0].filter { $0 != "," && $0 != "." }) != nil
  }

  /// The field that the line begins and its value: `BYLINE: Mira Oslin`.
  var nexisField: (field: String, value: String)? {
    guard text.count < Self.longest, let colon = text.prefix(24).firstIndex(of: 0x3A) else {
      return nil
    }
    let name = String(decoding: text[..<colon].map(Markup.lowered), as: UTF8.self)
    return FieldNames.shared.field(name, of: "nexis").map {
      ($0, String(decoding: text[(colon + 1)...], as: UTF8.self).trimmedBlanks)
    }
  }

  /// The field that two capitals at the beginning of the line name: `HD  Talks begin`.
  var factivaField: (field: String, value: String)? {
    guard text.count >= 2 else { return nil }
    let head = text.prefix { (0x41...0x5A).contains($0) }
    guard (2...3).contains(head.count) else { return nil }
    let rest = text.dropFirst(head.count)
    guard
      rest.isEmpty || rest.first == 0x09 || rest.starts(with: "  ".utf8)
        || rest.first == 0x20 && head.count == 3 || rest.first == 0x20 && head.count == 2
    else { return nil }
    let name = String(decoding: head.map(Markup.lowered), as: UTF8.self)
    return FieldNames.shared.field(name, of: "factiva").map {
      ($0, String(decoding: rest, as: UTF8.self).trimmedBlanks)
    }
  }
}
