internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import SourceText

/// `verbatim extract`: an article's text and metadata, for people and for programs.
struct Extract {
  private let launch: Launch
  private let out: OutputStream
  private let errors: OutputStream

  init(_ launch: Launch, _ out: OutputStream, _ errors: OutputStream) {
    self.launch = launch
    self.out = out
    self.errors = errors
  }

  /// Prints the articles of some files.
  func run(_ paths: [String], asJSON: Bool) -> ExitCode {
    var worst = ExitCode.ok
    for path in paths {
      do throws(Diagnostic) {
        let found = try launch.articles(path)
        for (number, article) in found.all.enumerated() {
          if asJSON {
            out.write(json(article.path, article.content))
          } else {
            // A line of its own parts the articles of one file.
            out.write((number > 0 ? "\n---\n\n" : "") + text(article.content))
          }
        }
        for one in found.problems { worst = max(worst, fail(one.path, one.reason, asJSON)) }
      } catch {
        worst = max(worst, fail(path, error, asJSON))
      }
      out.flush()
    }
    return worst
  }

  private func fail(_ path: String, _ error: Diagnostic, _ asJSON: Bool) -> ExitCode {
    if asJSON { out.write(failure(path, error)) } else { errors.write(error.rendered()) }
    return error.message.exit
  }

  private func text(_ article: ArticleContent) -> String {
    let meta = article.metadata
    var lines: [String] = []
    if let title = meta.title { lines += [Layout.words(title.value), ""] }
    if !meta.byline.isEmpty {
      lines.append("by: " + Layout.words(meta.byline.joined(separator: ", ")))
    }
    if let publisher = meta.publisher {
      lines.append("publisher: " + Layout.words(publisher.value))
    }
    if let day = meta.published.day { lines.append("published: " + day.description) }
    if lines.last?.isEmpty == false { lines.append("") }
    lines.append(VisibleText.showing(body(article), lines: true))
    return lines.joined(separator: "\n") + "\n"
  }

  /// Headings and numbered blocks, joined by blank lines.
  private func body(_ article: ArticleContent) -> String {
    printed(article).map { article.text[$0.range] }.joined(separator: "\n\n")
  }

  private func printed(_ article: ArticleContent) -> [Block] {
    article.blocks.filter { $0.kind == .heading || $0.kind.isNumbered }
  }

  /// `[{"kind","start","end","line","links":[{"start","end","url"},…]},…]`: where the blocks lie in
  /// the text that is printed, in scalars, half-open.
  private func blocks(_ article: ArticleContent) -> String {
    var start = 0
    let objects = printed(article).map { block in
      let own = article.text.scalarRange(ofBytes: block.range)
      let moved = start - own.lowerBound
      let links = block.links.map { link in
        let words = article.text.scalarRange(ofBytes: link.range)
        return "{\"start\":\(words.lowerBound + moved),\"end\":\(words.upperBound + moved),"
          + "\"url\":\(JSONString.quoteToShow(link.address))}"
      }
      defer { start += own.count + 2 }
      return "{\"kind\":\"\(block.kind.rawValue)\",\"start\":\(start),"
        + "\"end\":\(start + own.count),\"line\":\(block.line),"
        + "\"links\":[\(links.joined(separator: ","))]}"
    }
    return "[\(objects.joined(separator: ","))]"
  }

  /// `{"path","title","authors","date","site","text","blocks"}` on one line.
  private func json(_ path: String, _ article: ArticleContent) -> String {
    let meta = article.metadata
    let authors = meta.byline.map { JSONString.quoteToShow($0) }.joined(separator: ",")
    func value(_ text: String?) -> String { text.map { JSONString.quoteToShow($0) } ?? "null" }
    return "{\"path\":\(JSONString.quoteToShow(path)),\"title\":\(value(meta.title?.value)),"
      + "\"authors\":[\(authors)],\"date\":\(value(meta.published.day?.description)),"
      + "\"site\":\(value(meta.publisher?.value)),\"text\":\(JSONString.quoteToShow(body(article))),"
      + "\"blocks\":\(blocks(article))}\n"
  }

  private func failure(_ path: String, _ error: Diagnostic) -> String {
    "{\"path\":\(JSONString.quoteToShow(path)),\"title\":null,\"authors\":[],\"date\":null,"
      + "\"site\":null,\"text\":\"\",\"blocks\":[],\"error\":\(JSONString.quoteToShow(error.message.sentence))}\n"
  }
}
