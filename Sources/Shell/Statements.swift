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
      var number = 0
      while case .line(let line) = reader.readLine(prompt: "") {
        number += 1
        statements.answer(line, number)
      }
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

  /// Answers one line of `{"doc_id","text"}` with one line; what is no such object gets an `"error"`
  /// that names the line, from 1.
  func answer(_ line: String, _ number: Int) {
    let value = object(on: line, isFirst: number == 1)
    let id = value?["doc_id"].flatMap { StatementJSON.value(of: $0) }
    if let id, case .string(let text)? = value?["text"] {
      let text = CanonicalText(canonical: Array(text.utf8))
      let found = Suggester.suggest(
        in: text.bytes, blocks: Suggester.paragraphs(of: text.bytes),
        language: Language.of(text) ?? "en", vocabulary: launch.vocabulary)
      out.write(StatementJSON.line("doc_id", id, found, in: text))
    } else {
      out.write(
        "{\"doc_id\":\(id ?? "null"),\"attributions\":[],"
          + "\"error\":\"line \(number) is not an object with doc_id and text\"}\n")
    }
    out.flush()
  }

  /// The object that is all of a line; a byte order mark may stand before the first.
  private func object(on line: String, isFirst: Bool) -> JSONValue? {
    var bytes = Array(line.utf8)
    if isFirst, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    // The reader forgives what pages get wrong: words around an object, and an end that is missing.
    guard bytes.first(where: { !isBlank($0) }) == 0x7B, bytes.last(where: { !isBlank($0) }) == 0x7D
    else { return nil }
    let values = JSONValue.values(in: bytes, 0..<bytes.count)
    return values.count == 1 ? values[0] : nil
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
      in: article.text.bytes, blocks: article.blocks, language: article.metadata.language ?? "en",
      vocabulary: launch.vocabulary)
    out.write(
      asJSON
        ? StatementJSON.line("path", JSONString.quoteToShow(path), found, in: article.text)
        : lines(found, article.text))
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
  /// - Parameter id: what tells the text from others, as JSON.
  static func line(
    _ key: String, _ id: String, _ found: [Suggestion], in text: CanonicalText
  ) -> String {
    let each = found.map { one in
      "{\"source\":\(span(one.source, text)),\"source_name\":\(value(one.sourceName)),"
        + "\"party\":\(value(one.party)),\"cue\":\(span(one.cue, text)),"
        + "\"content\":[\(one.content.map { span($0, text) }.joined(separator: ","))],"
        + "\"type\":\"\(one.voice.rawValue)\",\"act\":\(value(one.act?.rawValue)),"
        + "\"via\":[\(one.via.map { value($0) }.joined(separator: ","))],"
        + "\"addressee\":\(value(one.addressee)),\"said\":\(span(one.day, text)),"
        + "\"channel\":\(span(one.channel, text)),\"sureness\":\"\(one.sureness.rawValue)\"}"
    }
    return
      "{\"\(key)\":\(id),\"attributions\":[\(each.joined(separator: ","))]}\n"
  }

  private static func span(_ range: Range<Int>?, _ text: CanonicalText) -> String {
    guard let range else { return "null" }
    let scalars = text.scalarRange(ofBytes: range)
    return "[\(scalars.lowerBound),\(scalars.upperBound)]"
  }

  private static func value(_ text: String?) -> String {
    text.map { JSONString.quoteToShow($0) } ?? "null"
  }

  /// A value as JSON: a string, a number as it was written, true, false or null; nil for anything
  /// else, which tells no text from others.
  static func value(of id: JSONValue) -> String? {
    switch id {
    case .string(let text): JSONString.quoteToShow(text)
    case .word(let word): ["true", "false", "null"].contains(word) || isNumber(word) ? word : nil
    case .array, .object: nil
    }
  }

  /// Whether a word is a number of JSON (RFC 8259, section 6).
  private static func isNumber(_ word: String) -> Bool {
    var rest = word.utf8[...]
    func digits() -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == 0x2D { rest = rest.dropFirst() }
    let hasZero = rest.first == 0x30
    let whole = digits()
    if whole == 0 || (hasZero && whole > 1) { return false }
    if rest.first == 0x2E {
      rest = rest.dropFirst()
      if digits() == 0 { return false }
    }
    if rest.first == 0x65 || rest.first == 0x45 {
      rest = rest.dropFirst()
      if rest.first == 0x2B || rest.first == 0x2D { rest = rest.dropFirst() }
      if digits() == 0 { return false }
    }
    return rest.isEmpty
  }
}
