import Casebook
import NotebookFormat
import SourceText
import Storage

/// A notebook about invented states, the same in every run: articles with kept texts, annotations
/// that are found by their facts, one statement on each.
struct InventedNotebook {
  /// The articles.
  let articles: [InventedArticle]
  /// How many annotations, and how many statements.
  let marks: Int

  private static let coders = ["hv", "mo", "ts"]
  private static let issues = ["truce", "ports", "tariffs", "council-seat", "prisoners", "transit"]
  private static let states = [
    "Alba", "Corda", "Vell", "Istra Minor", "Merrow", "Tavel", "Osk", "Nolde", "Quarn", "Ruve",
  ]
  private static let stances = ["+2", "+1", "0", "-1", "-2", "mixed"]
  private static let cues = ["said on Monday", "told the assembly", "insists", "wrote"]

  /// So many articles, annotations and statements.
  init(articles count: Int, marks: Int) {
    var dice = Dice(2031)
    let each = (marks + count - 1) / max(1, count)
    articles = (1...max(1, count)).map {
      InventedArticle("n\($0)", paragraphs: (each + 1) / 2, dice: &dice)
    }
    self.marks = marks
  }

  /// Writes `NAME.md`, the kept texts and the sources into a folder.
  func write(as name: String, in folder: String, withSources: Bool = true) throws {
    for article in articles {
      let kept = "\(folder)/sources/\(article.digest.hex)"
      try Files.write(article.content.text.bytes, to: "\(kept).txt")
      try Files.write(KeptText.print(article.content), to: "\(kept).blocks")
      if withSources {
        try Files.write(article.content.text.bytes, to: "\(folder)/articles/\(article.name).txt")
      }
    }
    try Files.write(text, to: "\(folder)/\(name).md")
  }

  /// The notebook.
  var text: [UInt8] {
    var dice = Dice(1917)
    var facts: [String] = []
    var taken: Set<RecordID> = []
    var out = Array("\(Document.versionLine)\n# Talks of invented states\n\n".utf8)
    for line in codebook { out += Array(RecordText.command(line).utf8) }
    var left = marks
    for article in articles {
      out += Array("\n## \(article.name)\n\n\(load(article))".utf8)
      let digest = article.digest
      facts.append("\(article.name) bytes \(digest.hex)")
      facts.append("\(article.name) text \(digest.hex) reader 1")
      for passage in article.passages.prefix(left) {
        out.append(0x0A)
        out += Array(mark(passage, in: article, digest, &facts, &taken, &dice).utf8)
        left -= 1
      }
    }
    out += Array(
      "\n## Facts\n\nWritten by verbatim; it finds the marks again by these lines.\n\n".utf8)
    facts.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for fact in facts { out += Array(RecordText.line(":", fact).utf8) }
    return out
  }

  /// Lines that define the parties and the issues.
  var codebook: [String] {
    Self.states.map { "party \(quoted($0)) kind state" }
      + Self.states.indices.map {
        "party \(quoted(person($0))) kind person of \(quoted(Self.states[$0]))"
      }
      + Self.issues.map { "issue \($0) \"There should be an agreement on \($0).\"" }
  }

  private func person(_ state: Int) -> String { "Mira \(Self.states[state].prefix(3))wen" }

  private func quoted(_ name: String) -> String {
    name.contains(" ") ? JSONString.quote(name) : name
  }

  private func load(_ article: InventedArticle) -> String {
    RecordText.command("load articles/\(article.name).txt as \(article.name) published 2031-04-17")
      + RecordText.line("|", article.name)
      + RecordText.line(
        "|",
        "published 2031-04-17 (typed); \(article.content.blocks.count - 1) paragraphs, "
          + "\(article.words) words")
  }

  /// The id of a digest as the program makes it: eight digits, two more where they are taken.
  private static func id(
    _ kind: RecordID.Kind, _ digest: TextDigest, _ taken: inout Set<RecordID>
  ) -> RecordID {
    var id = RecordID(kind, digest: digest.hex)
    while !taken.insert(id).inserted, id.count < RecordID.mostDigits {
      id = RecordID(kind, digest: digest.hex, digits: id.count + 2)
    }
    return id
  }

  /// An annotation and its statement, as records; their facts go to `facts`.
  private func mark(
    _ passage: (paragraph: Int, sentence: Int, range: Range<Int>), in article: InventedArticle,
    _ digest: TextDigest, _ facts: inout [String], _ taken: inout Set<RecordID>,
    _ dice: inout Dice
  ) -> String {
    let text = article.content.text
    let words = text[passage.range]
    let start = text.scalarOffset(ofByte: passage.range.lowerBound)
    let end = text.scalarOffset(ofByte: passage.range.upperBound)
    let id = Self.id(
      .annotation, RecordID.annotationDigest(text: digest, start: start, pieces: [words]), &taken)
    let before = text.offset(passage.range.lowerBound, movedBy: -32)
    let after = text.offset(passage.range.upperBound, movedBy: 32)
    let anchor = AnchorFact(
      article: article.name, start: start, length: end - start,
      before: text[before..<passage.range.lowerBound], after: text[passage.range.upperBound..<after]
    )
    let by = "by \(dice.one(of: Self.coders)) 2031-04-18T10:15:00Z"
    facts.append("\(id.text) \(anchor.text)")
    facts.append("\(id.text) \(by)")

    let state = dice.number(0...Self.states.count - 1)
    let issue = dice.one(of: Self.issues)
    let cue = dice.next() % 2 == 0 ? "cue \(JSONString.quote(dice.one(of: Self.cues))) " : ""
    let statement = Self.id(
      .statement,
      RecordID.statementDigest(
        annotation: id, speaker: person(state), party: Self.states[state], issue: issue), &taken)
    facts.append("\(statement.text) \(by)")
    return RecordText.command(
      "annotate \(article.name):\(passage.paragraph).\(passage.sentence) \(JSONString.quote(words)) "
        + "as \(id.text)")
      + RecordText.command(
        "attribute \(id.text) to \(JSONString.quote(person(state))) for \(quoted(Self.states[state])) "
          + "\(cue)on \(issue) \(dice.one(of: Self.stances)) as \(statement.text)")
  }
}
