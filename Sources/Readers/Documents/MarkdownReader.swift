internal import CMarkup
internal import Casebook
internal import Diagnostics
internal import Glibc

/// Reads Markdown (CommonMark) that begins with front matter between two lines `---`.
enum MarkdownReader {
  static func read(_ bytes: [UInt8], name: String) throws(Diagnostic) -> ReadArticle {
    guard let (text, encoding) = Decoding.decode(bytes) else {
      throw Diagnostic(.binarySource(name))
    }
    let (front, body) = FrontMatter.split(text)
    let before = text.prefix(text.count - body.count).count { $0 == 0x0A }
    guard
      let html = body.withUnsafeBufferPointer({
        cmarkup_markdown($0.baseAddress, Int64($0.count))
      })
    else { throw Diagnostic(.markdownNeeds("libcmark-dev")) }
    defer { free(html) }
    let count = strlen(html)
    let markup = html.withMemoryRebound(to: UInt8.self, capacity: count) {
      Array(UnsafeBufferPointer(start: $0, count: count))
    }
    var draft = try FlowReader.draft(markup, linesBefore: before)
    let stated = front.stated
    let heading = draft.first(.heading)
    if stated.title == nil || heading?.text == stated.title { draft.promote(.heading) }
    return try draft.article(stated, name: name, encoding: encoding)
  }

  /// Whether a text begins with `---`, a line `key: value`, and another `---` further down.
  static func isFrontMatter(_ head: ArraySlice<UInt8>) -> Bool {
    let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(200).map {
      $0.last == 0x0D ? $0.dropLast() : $0
    }
    guard lines.count > 2, lines[0].elementsEqual("---".utf8), lines[1].contains(0x3A) else {
      return false
    }
    return lines.dropFirst(2).contains {
      $0.elementsEqual("---".utf8) || $0.elementsEqual("...".utf8)
    }
  }
}

/// The head of a Markdown file: the part of YAML that people write there, names with a value or with a
/// list of values.
struct FrontMatter {
  private var values: [String: [String]] = [:]

  /// Parts a text into its front matter and what stands behind it.
  static func split(_ bytes: [UInt8]) -> (FrontMatter, [UInt8]) {
    var front = FrontMatter()
    var key = ""
    var at = 0
    var number = 0
    while at < bytes.count {
      let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
      let line =
        String(decoding: bytes[at..<end], as: UTF8.self)
        .split(separator: "\r").first.map(String.init) ?? ""
      at = min(end + 1, bytes.count)
      number += 1
      if number > 1, line == "---" || line == "..." { break }
      if number > 1 { front.take(line, &key) }
    }
    return (front, Array(bytes[at...]))
  }

  private mutating func take(_ line: String, _ key: inout String) {
    let words = line.trimmedBlanks
    if words.isEmpty || words.hasPrefix("#") { return }
    if words.hasPrefix("- ") {
      // Of a list of people each may have fields of its own: `- name: Mara Lind`.
      let value = String(words.dropFirst(2)).trimmedBlanks
      let isNamed = value.hasPrefix("name:")
      values[key, default: []].append(
        Self.plain(isNamed ? String(value.dropFirst(5)) : value))
    } else if let colon = words.firstIndex(of: ":"), line.first != " ", line.first != "\t" {
      key = words[..<colon].lowercased()
      values[key] = Self.list(String(words[words.index(after: colon)...]).trimmedBlanks)
    }
  }

  private static func list(_ value: String) -> [String] {
    if value.isEmpty || value == "|" || value == ">" { return [] }
    if value.hasPrefix("["), value.hasSuffix("]") {
      return value.dropFirst().dropLast().split(separator: ",").map { plain(String($0)) }
    }
    return [plain(value)]
  }

  private static func plain(_ value: String) -> String {
    let value = value.trimmedBlanks
    for mark in ["\"", "'"] where value.count > 1 && value.hasPrefix(mark) && value.hasSuffix(mark)
    {
      return String(value.dropFirst().dropLast())
    }
    return value
  }

  /// What it says, by the names in `Data/fields.tsv`.
  var stated: StatedMetadata {
    var stated = StatedMetadata(basis: "front matter")
    for (name, values) in values.sorted(by: { $0.key < $1.key }) where !values.isEmpty {
      switch FieldNames.shared.field(name, of: "markdown") {
      case "title": stated.title = values[0]
      case "author":
        stated.authors = values.count > 1 ? values : StatedMetadata.people(values[0])
      case "publisher": stated.publisher = values[0]
      case "published": stated.published = values[0]
      case "modified": stated.modified = values[0]
      case "url": stated.url = values[0]
      case "section": stated.sections += values
      case "language": stated.language = values[0]
      default: break
      }
    }
    return stated
  }
}

/// What fields of heads are called, from `Data/fields.tsv`.
struct FieldNames {
  static let shared = FieldNames()
  private var fields: [String: [String: String]] = [:]

  init() {
    for row in TableRows.of(PackageResources.fields_tsv) where row.count == 3 {
      for name in row[2].split(separator: "|") {
        fields[row[0], default: [:]][String(name)] = row[1]
      }
    }
  }

  /// The field that a name in lower case means in a form; nil where it means none.
  func field(_ name: String, of form: String) -> String? { fields[form]?[name] }
}

extension String {
  /// Without blanks at both ends.
  var trimmedBlanks: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    var rest = drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return String(rest)
  }
}

extension Message {
  static func markdownNeeds(_ package: String) -> Message {
    Message("library-missing", "Markdown cannot be read: the package \(package) is missing")
  }
}
