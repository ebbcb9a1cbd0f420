import SourceText

/// A script that marks what an invented notebook has marked: one line to annotate and one to
/// attribute for each of its annotations.
struct InventedScript {
  private let notebook: InventedNotebook

  init(_ notebook: InventedNotebook) { self.notebook = notebook }

  /// Writes `big.verbatim`, and the articles that it loads.
  func write(to folder: String, marks: Int) throws {
    var lines = notebook.codebook
    var left = marks
    for article in notebook.articles {
      try Files.write(article.content.text.bytes, to: "\(folder)/articles/\(article.name).txt")
      lines.append("load \(folder)/articles/\(article.name).txt as \(article.name)")
      for passage in article.passages.prefix(left) {
        let words = JSONString.quote(article.content.text[passage.range])
        lines.append("annotate \(article.name):\(passage.paragraph).\(passage.sentence) \(words)")
        lines.append("attribute it to \"Mira Albwen\" on truce -1 cue \"said on Monday\"")
        left -= 1
      }
    }
    try Files.write(lines.joined(separator: "\n") + "\n", to: "\(folder)/big.verbatim")
  }
}
