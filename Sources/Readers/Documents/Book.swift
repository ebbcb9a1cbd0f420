internal import Casebook
internal import Diagnostics
internal import SourceText

/// Reads EPUB (EPUB 3.3; also 2): each document of its reading order is an article, so that passages
/// have short addresses; what has no text (a cover) is passed over, and keeps its number.
struct Book {
  private let files: [String: [UInt8]]
  private let name: String

  init(_ files: [String: [UInt8]], name: String) throws(Diagnostic) {
    (self.files, self.name) = (files, name)
  }

  func read() throws(Diagnostic) -> ReadSource {
    guard let container = files["META-INF/container.xml"].flatMap({ XMLTree($0) }),
      let path = container.all("rootfile").first.flatMap({
        container.attribute("full-path", of: $0)
      }), let package = files[path].flatMap({ XMLTree($0) })
    else { throw Diagnostic(.archiveBroken(name), hint: "save or download it again") }
    let stated = Book.stated(package)
    var source = ReadSource()
    // A document stands once in the reading order (EPUB 3.3, 5.6.2); a file of a few bytes that names
    // one a thousand times would otherwise be a thousand articles.
    var known: Set<String> = []
    for path in Book.readingOrder(package, in: path) {
      guard known.insert(path).inserted, let bytes = files[path], let draft = try chapter(bytes)
      else {
        source.skip()
        continue
      }
      source.add { () throws(Diagnostic) in
        try draft.article(Book.stated(draft, of: stated), name: name)
      }
    }
    return try source.checked(name)
  }

  /// The text of a document; nil where it has none.
  private func chapter(_ bytes: [UInt8]) throws(Diagnostic) -> ArticleDraft? {
    guard let (text, _) = Decoding.decode(bytes, declared: DeclaredEncoding.ofXML(bytes)) else {
      return nil
    }
    var draft = try FlowReader.draft(text)
    draft.promote(.heading)
    return draft.hasParagraphs ? draft : nil
  }

  private static func stated(_ draft: ArticleDraft, of book: StatedMetadata) -> StatedMetadata {
    var stated = book
    if draft.first(.headline) != nil {
      stated.sections = book.title.map { [$0] } ?? []
      stated.title = nil
    }
    return stated
  }

  private static func stated(_ package: XMLTree) -> StatedMetadata {
    var stated = StatedMetadata(basis: "book")
    guard let metadata = package.all("metadata").first else { return stated }
    for n in package.children(of: metadata) {
      let words = package.words(in: n)
      switch package.local(n) {
      case "title": stated.title = stated.title ?? words
      case "creator": stated.authors += StatedMetadata.people(words)
      case "publisher": stated.publisher = words
      case "date": stated.published = stated.published ?? words
      case "language": stated.language = words
      case "meta" where package.attribute("property", of: n) == "dcterms:modified":
        stated.modified = words
      default: break
      }
    }
    return stated
  }

  /// The paths of the documents, in the order in which they are read; the list of contents is none.
  private static func readingOrder(_ package: XMLTree, in path: String) -> [String] {
    var paths: [String: String] = [:]
    for n in package.all("item") {
      guard let id = package.attribute("id", of: n), let href = package.attribute("href", of: n),
        package.attribute("properties", of: n)?.split(separator: " ").contains("nav") != true
      else { continue }
      paths[id] = resolved(href, in: path)
    }
    return package.all("itemref").compactMap { n in
      package.attribute("idref", of: n).flatMap { paths[$0] }
    }
  }

  /// The path of a file that is named in another one; `..` leads to no file outside the archive,
  /// since paths are only looked up among those that it has.
  private static func resolved(_ href: String, in path: String) -> String {
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in PercentCode.decoded(href).split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}

/// Bytes that addresses write as `%20` (RFC 3986, section 2.1).
enum PercentCode {
  static func decoded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(0x25) else { return text }
    var out: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0x25, i + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[(i + 1)...(i + 2)], as: UTF8.self), radix: 16)
      {
        out.append(byte)
        i += 3
      } else {
        out.append(bytes[i])
        i += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
