internal import ArgumentParser
internal import Attribution
internal import Casebook
internal import Diagnostics
internal import LineEditing
internal import Readers
internal import SourceText

/// `verbatim statements [--jsonl] [FILE …]`
struct StatementsVerb: ParsableCommand, Verb {
  static let configuration = CommandConfiguration(
    commandName: "statements", abstract: "Print who says what in articles: suggested statements.")

  @OptionGroup var options: GlobalOptions

  @Flag(
    help: "One JSON object a line; without files {\"doc_id\",\"text\"} comes on standard input.")
  var jsonl = false

  @Argument(help: "Files; - is standard input.")
  var files: [String] = []

  func perform() -> Int32 {
    let statements = Statements(options.launch)
    if jsonl, files.isEmpty {
      let reader = StreamReader(descriptor: 0)
      while case .line(let line) = reader.readLine(prompt: "") { statements.answer(line) }
      return 0
    }
    return statements.run(files.isEmpty ? ["-"] : files, asJSON: jsonl).rawValue
  }
}

/// The suggested statements of texts, for people and for programs. Offsets count Unicode scalars of
/// the text as it was given, half-open.
struct Statements {
  private let launch: Launch
  private let out = OutputStream(descriptor: 1)
  private let errors = OutputStream(descriptor: 2)

  init(_ launch: Launch) { self.launch = launch }

  /// Answers one line of `{"doc_id","text"}` with one line; what is no such object gets an `"error"`.
  func answer(_ line: String) {
    let bytes = Array(line.utf8)
    let value = JSONValue.values(in: bytes, 0..<bytes.count).first
    let id = value?["doc_id"]?.text
    if let text = value?["text"]?.text {
      let text = CanonicalText(canonical: Array(text.utf8))
      let found = Suggester.suggest(
        in: text.bytes, blocks: Suggester.paragraphs(of: text.bytes),
        language: Language.of(text) ?? "en")
      out.write(StatementJSON.line("doc_id", id ?? "", found, in: text))
    } else {
      let id = id.map { JSONString.quote($0) } ?? "null"
      out.write(
        "{\"doc_id\":\(id),\"attributions\":[],\"error\":\"not an object with doc_id and text\"}\n")
    }
    out.flush()
  }

  /// Prints the statements of some files.
  func run(_ paths: [String], asJSON: Bool) -> Diagnostics.ExitCode {
    var worst = Diagnostics.ExitCode.ok
    for path in paths {
      do throws(Diagnostic) {
        let articles = try launch.articles(path)
        for (path, article) in articles.all { write(path, article, asJSON) }
        for one in articles.problems {
          errors.write(one.reason.rendered())
          worst = max(worst, one.reason.message.exit)
        }
      } catch {
        errors.write(error.rendered())
        worst = max(worst, error.message.exit)
      }
    }
    out.flush()
    errors.flush()
    return worst
  }

  private func write(_ path: String, _ article: ArticleContent, _ asJSON: Bool) {
    let found = Suggester.suggest(
      in: article.text.bytes, blocks: article.blocks, language: article.metadata.language ?? "en")
    out.write(
      asJSON
        ? StatementJSON.line("path", path, found, in: article.text) : lines(found, article.text))
  }

  private func lines(_ found: [Suggestion], _ text: CanonicalText) -> String {
    found.map { one in
      let words = one.content.map { text[$0] }.joined(separator: " … ")
      let party = one.party.map { " for \($0)" } ?? ""
      let cue = one.cue.map { ", \(text[$0])" } ?? ""
      let head = "\(one.sourceName ?? "?")\(party)\(cue), \(one.voice.rawValue): "
      return VisibleText.showing(head + words.split(separator: "\n").joined(separator: " ")) + "\n"
    }.joined()
  }
}

/// Suggested statements as one JSON object on one line.
enum StatementJSON {
  static func line(
    _ key: String, _ name: String, _ found: [Suggestion], in text: CanonicalText
  ) -> String {
    let each = found.map { one in
      "{\"source\":\(span(one.source, text)),\"source_name\":\(value(one.sourceName)),"
        + "\"party\":\(value(one.party)),\"cue\":\(span(one.cue, text)),"
        + "\"content\":[\(one.content.map { span($0, text) }.joined(separator: ","))],"
        + "\"type\":\"\(one.voice.rawValue)\",\"act\":\(value(one.act?.rawValue)),"
        + "\"sureness\":\"\(one.sureness.rawValue)\"}"
    }
    return
      "{\"\(key)\":\(JSONString.quote(name)),\"attributions\":[\(each.joined(separator: ","))]}\n"
  }

  private static func span(_ range: Range<Int>?, _ text: CanonicalText) -> String {
    guard let range else { return "null" }
    let scalars = text.scalarRange(ofBytes: range)
    return "[\(scalars.lowerBound),\(scalars.upperBound)]"
  }

  private static func value(_ text: String?) -> String {
    text.map { JSONString.quote($0) } ?? "null"
  }
}
