internal import Casebook
internal import Diagnostics
internal import SourceText

/// Reads a saved web page.
enum HTMLReader {
  /// A page with fewer words and more bytes of scripts shows its text only in a browser.
  private static let fewestWords = 40
  private static let mostScript = 5_000

  /// Reads the bytes of a page.
  ///
  /// The canonical text is the page's visible text, one block a piece as its elements part it,
  /// parted by blank lines.
  ///
  /// - Parameter address: where the page comes from, from which its links are made absolute; else
  ///   the one that it states.
  static func read(
    _ raw: [UInt8], name: String, address: String? = nil
  ) throws(Diagnostic) -> ReadArticle {
    try read(raw, name, address, mayBeScripted: true)
  }

  private static func read(
    _ raw: [UInt8], _ name: String, _ address: String?, mayBeScripted: Bool
  ) throws(Diagnostic) -> ReadArticle {
    let isWide = raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF])
    let bytes = isWide || !raw.contains(0) ? raw : raw.filter { $0 != 0 }
    guard let (source, encoding) = Decoding.decode(bytes, declared: DeclaredEncoding.of(bytes))
    else {
      throw Diagnostic(.binarySource(name), hint: "save the text of it, and load that")
    }
    let filter = MarkupFilter(source)
    guard let tree = MarkupTree(filter) else {
      throw Diagnostic(.libraryMissing("libgumbo1 and libxml2"))
    }
    let page = PageText(tree)
    let text = CanonicalText(canonical: page.bytes)
    let language = Language.of(text)
    let numbers = LineNumbers.of(page.pieces.map { filter.source(of: $0.offset) }, in: source)
    let lines = PageLines(tree, page, text, numbers: numbers, language)
    let words = lines.lines.reduce(0) { $0 + $1.words }
    if words < fewestWords, filter.scriptBytes > mostScript {
      // What it holds for a browser is the article, or nothing.
      if mayBeScripted, let scripted = ScriptedPage(source, filter.scripts) {
        return try readScripted(scripted, name, address)
      }
      throw Diagnostic(.pageIsScript(name), hint: "save the page after it has loaded")
    }
    if lines.lines.isEmpty { throw Diagnostic(.emptySource(name)) }
    let body = BodyChoice(lines)
    let data = PageData(filter.linkedData, in: source, tree, page)
    let titles = PageTitle(data, lines, body: body)
    let title = titles.chosen
    let classes = PageClassification(
      lines, body, title: title?.value, authors: PageAuthors.stated(data))
    let blocks = classes.blocks(PageLinks(tree, page, address: address ?? data.address.0))
    let metadata = PageMetadata(data, lines, blocks, classes, titles).read(language: language)
    return ReadArticle(
      content: ArticleContent(text: text, blocks: blocks, metadata: metadata), encoding: encoding,
      notes: [])
  }

  /// Reads a page with its article, which stood in a script. Where a script or a comment that nothing
  /// ends swallows the article again, the page is all script.
  private static func readScripted(
    _ scripted: ScriptedPage, _ name: String, _ address: String?
  ) throws(Diagnostic) -> ReadArticle {
    var article = try read(scripted.bytes, name, address, mayBeScripted: false)
      .standing(at: scripted.line)
    article.notes.append("its text stood in a script, for a browser to show")
    return article
  }
}

/// Lines of a source, counted from 1.
enum LineNumbers {
  /// The line in which each of some offsets lies.
  static func of(_ offsets: [Int], in source: [UInt8]) -> [Int] {
    var starts: [Int] = []
    let span = source.span
    for i in span.indices where span[i] == 0x0A { starts.append(i) }
    return offsets.map { offset in
      var (low, high) = (0, starts.count)
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] < offset { low = middle + 1 } else { high = middle }
      }
      return low + 1
    }
  }
}

extension Message {
  static func pageIsScript(_ name: String) -> Message {
    Message("page-is-script", "‘\(name)’ is all script: this page needs a browser")
  }
  static func libraryMissing(_ packages: String) -> Message {
    Message("library-missing", "web pages cannot be read: the package \(packages) is missing")
  }
}
