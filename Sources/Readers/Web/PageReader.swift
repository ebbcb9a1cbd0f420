internal import Casebook
internal import Diagnostics
internal import SourceText

/// Reads a saved page, unless it is one that only says that something went wrong.
enum PageReader {
  /// A page with as many words in its paragraphs says more than that.
  private static let fewWords = 120

  /// - Parameters:
  ///   - encoding: what was said of its encoding outside of the page; valid UTF-8 goes before it.
  ///   - url: where it was saved from.
  ///   - address: where it was fetched from, which its metadata do not say.
  static func read(
    _ bytes: [UInt8], name: String, encoding: String? = nil, url: String? = nil,
    fetched: String? = nil, address: String? = nil
  ) throws(Diagnostic) -> ReadArticle {
    var bytes = bytes
    if let encoding, !CanonicalText.isUTF8(bytes),
      let (decoded, _) = Decoding.decode(bytes, declared: encoding)
    {
      bytes = decoded
    }
    var article = try HTMLReader.read(
      bytes, name: name, address: url?.isEmpty == false ? url : address)
    if let error = errorTitle(article.content) {
      throw Diagnostic(
        .errorPage(name, error), hint: "open the address again, and save the article")
    }
    if fetched != nil || url?.isEmpty == false {
      var metadata = article.content.metadata
      if metadata.url == nil, let url, !url.isEmpty {
        (metadata.url, metadata.urlBasis) = (url, "saved page")
      }
      metadata.fetched = fetched.map { Sourced($0, basis: "saved page") }
      article = article.with(metadata)
    }
    return article
  }

  /// The title of a page that only reports an error; nil for any other page.
  private static func errorTitle(_ content: ArticleContent) -> String? {
    var words = 0
    for block in content.blocks where block.kind.isNumbered {
      words += WordTally(content.text.bytes[block.range], 1).words
      if words >= fewWords { return nil }
    }
    let headings = content.blocks.filter { $0.kind == .headline || $0.kind == .heading }.prefix(3)
    let first = content.blocks.prefix(2)
    let titles =
      [content.metadata.title?.value].compactMap { $0 }
      + (headings + first).filter { $0.range.count < 200 }.map { content.text[$0.range] }
    return titles.first(where: ErrorTitles.shared.has)
  }
}

/// The titles of pages that report an error, from `Data/errorpages.tsv`.
struct ErrorTitles {
  static let shared = ErrorTitles()

  let exact: Set<String>
  let beginnings: [String]

  init() {
    var exact: Set<String> = []
    var beginnings: [String] = []
    for row in TableRows.of(PackageResources.errorpages_tsv) where row.count == 2 {
      if row[0] == "exact" { exact.insert(row[1]) } else { beginnings.append(row[1]) }
    }
    (self.exact, self.beginnings) = (exact, beginnings)
  }

  /// Whether a title, or a part of it between marks, is such a one.
  func has(_ title: String) -> Bool {
    let folded = title.lowercased()
    let parts = folded.split { "|–—:·•".contains($0) }.flatMap { part in
      part.split(separator: " - ").map { String($0).split(separator: " ").joined(separator: " ") }
    }
    return parts.contains { part in
      let bare = part.drop { !$0.isLetter && !$0.isNumber }
      let trimmed = String(bare).trimmedMarks.filter { $0 != "!" && $0 != "’" && $0 != "'" }
      return exact.contains(trimmed) || beginnings.contains { trimmed.hasPrefix($0) }
    }
  }
}

/// Rows of a table: fields between tabs; lines that begin with `#` and blank lines are none.
enum TableRows {
  static func of(_ bytes: [UInt8]) -> [[String]] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t").map(String.init) }
  }
}

extension Message {
  static func errorPage(_ name: String, _ title: String) -> Message {
    Message("error-page", "‘\(name)’ is no article but an error page: “\(title.prefix(80))”")
  }
}
