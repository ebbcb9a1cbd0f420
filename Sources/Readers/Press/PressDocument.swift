internal import Casebook
internal import Diagnostics
internal import SourceText

/// One article of an export: its head, its fields and its paragraphs.
struct PressDocument {
  /// How the article is laid out.
  enum Form {
    /// Publisher and day, then the title, then fields.
    case numbered
    /// Title, publisher and day, then fields, then `Body`.
    case ended
    /// Each field behind two capitals.
    case tagged
    /// Title, byline, length, day, publisher, one line each.
    case listed
  }

  let lines: ArraySlice<PressLine>
  let form: Form
  var draft = ArticleDraft()
  var stated = StatedMetadata(basis: "export")
  var paragraph: (bytes: [UInt8], line: Int, field: String)?

  /// The articles between the lines that part them.
  static func all(in lines: [PressLine]) -> [PressDocument] {
    var out: [PressDocument] = []
    var start = 0
    func take(_ end: Int, _ isNumbered: Bool) {
      let part = lines[start..<end]
      if part.contains(where: { !$0.isBlank }) {
        out.append(PressDocument(part, isNumbered: isNumbered))
      }
    }
    var isNumbered = false
    for (i, line) in lines.enumerated() {
      switch line.separator {
      case .begins:
        // What stands before the first article is the list of results.
        if isNumbered || !out.isEmpty { take(i, isNumbered) }
        (start, isNumbered) = (i + 1, true)
      case .ends:
        take(i + 1, isNumbered)
        (start, isNumbered) = (i + 1, false)
      case nil: break
      }
    }
    if isNumbered { take(lines.count, true) }
    return out
  }

  private init(_ lines: ArraySlice<PressLine>, isNumbered: Bool) {
    self.lines = lines
    let isTagged = lines.contains { $0.factivaField?.field == "title" }
    let isEnded = lines.last?.text.elementsEqual("End of Document".utf8) == true
    form = isNumbered ? .numbered : isEnded ? .ended : isTagged ? .tagged : .listed
    switch form {
    case .numbered, .ended: readNexis()
    case .tagged: readTagged()
    case .listed: readListed()
    }
    flush()
  }

  func article(name: String) throws(Diagnostic) -> ReadArticle {
    try draft.article(stated, name: name)
  }

  // MARK: Paragraphs

  mutating func flush() {
    guard let done = paragraph else { return }
    paragraph = nil
    switch done.field {
    case "title":
      draft.add(.headline, done.bytes, place: done.line)
    case "body":
      draft.add(.paragraph, done.bytes, place: done.line)
    case "heading":
      draft.add(.heading, done.bytes, place: done.line)
    case "place":
      draft.add(.dateline, done.bytes, place: done.line)
    default:
      draft.add(.setAside, done.bytes, place: done.line, reason: "field of the export")
    }
  }

  /// Adds a line to the paragraph that is being read, or begins one.
  mutating func add(_ line: PressLine, to field: String) {
    if paragraph?.field != field { flush() }
    if paragraph == nil {
      paragraph = (Array(line.text), line.number, field)
    } else {
      paragraph?.bytes.append(0x20)
      paragraph?.bytes += line.text
    }
  }

  mutating func state(_ field: String, _ value: String) {
    if value.isEmpty { return }
    switch field {
    case "title": stated.title = stated.title ?? value
    case "author":
      let names = Byline.names(in: value)
      stated.authors = names.isEmpty ? StatedMetadata.people(Self.withoutBy(value)) : names
    case "publisher": stated.publisher = stated.publisher ?? value
    case "published": stated.published = stated.published ?? value
    case "section": stated.sections = [value]
    case "language": stated.language = Self.language(value)
    default: break
    }
  }

  private static func withoutBy(_ value: String) -> String {
    let words = value.split(separator: " ")
    guard let first = words.first?.lowercased(),
      (MetadataWords.shared.words["by"] ?? []).contains(first)
    else { return value }
    return words.dropFirst().joined(separator: " ")
  }

  /// The code of a language that the first word of a field names; nil where it names none.
  static func language(_ value: String) -> String? {
    let word = value.lowercased().prefix { $0.isLetter }
    return FieldNames.shared.field(String(word), of: "language")
  }

  // MARK: Forms

  /// The lines at the top are publisher, day and title, in the order of the form; fields follow, and
  /// the first line behind them that names none begins the article.
  private mutating func readNexis() {
    let top = lines.indices.filter { !lines[$0].isBlank }
    let firstField = top.first { lines[$0].nexisField != nil } ?? lines.endIndex
    let head = top.filter { $0 < firstField }
    let day = head.prefix(6).first { !DateWords.days(in: lines[$0].words).isEmpty }
    var title: Set<Int> = []
    if let day, let place = head.firstIndex(of: day) {
      state("published", DateWords.days(in: lines[day].words)[0].day.description)
      if place > 0 { state("publisher", lines[head[place - 1]].words) }
      title = titleLines(
        form == .numbered ? Array(head[(place + 1)...]) : Array(head[..<max(0, place - 1)]))
    } else if let first = head.first {
      title = [first]
    }
    state("title", title.sorted().map { lines[$0].words }.joined(separator: " "))
    var isBody = false
    for i in lines.indices { readNexis(i, title, &isBody, firstField) }
  }

  /// The lines of the title: up to a blank line.
  private func titleLines(_ all: [Int]) -> Set<Int> {
    var out: [Int] = []
    for i in all {
      if let last = out.last, i != last + 1 { break }
      out.append(i)
    }
    return Set(out)
  }

  private mutating func readNexis(
    _ i: Int, _ title: Set<Int>, _ isBody: inout Bool, _ firstField: Int
  ) {
    let line = lines[i]
    if line.isBlank {
      flush()
    } else if title.contains(i) {
      add(line, to: "title")
    } else if let (field, value) = line.nexisField, !isBody || field == "aside" {
      flush()
      state(field, value)
      add(line, to: field == "body" ? "aside" : field)
      if field != "body" { isBody = false }
    } else if line.text.elementsEqual("Body".utf8), !isBody {
      flush()
      add(line, to: "aside")
      flush()
      isBody = true
    } else if i < firstField || line.separator != nil || isCopyright(line) {
      add(line, to: "aside")
    } else if let open = paragraph, open.field != "body" {
      // A field goes on in the next line.
      add(line, to: open.field)
    } else {
      add(line, to: "body")
      isBody = true
    }
  }

  func isCopyright(_ line: PressLine) -> Bool {
    line.text.count < 200
      && (line.text.starts(with: "Copyright ".utf8) || line.text.starts(with: "©".utf8)
        || line.text.starts(with: "(c) ".utf8)
        || line.text.elementsEqual("All Rights Reserved".utf8))
  }
}
