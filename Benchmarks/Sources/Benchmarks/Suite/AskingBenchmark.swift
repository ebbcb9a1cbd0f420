import Casebook
import CommandKit
import Commands
import Comparison
import SourceText
import Storage

/// Reports, checks and ledgers of a notebook, and of one an eighth as large: their time must grow as the
/// notebook does.
enum AskingBenchmark {
  static let benchmark = Benchmark(
    "asking", "report, lint and coverage of 50,000 statements; positions of 8,000", measure)

  private static let lines = ["report page.html over", "lint", "coverage", "silence", "agreement"]

  static func measure(_ fixture: Fixture) throws -> [Figure] {
    let (short, long) = try (
      notebook(articles: Prepare.articles / 8, marks: Prepare.marks / 8, fixture),
      notebook(articles: Prepare.articles, marks: Prepare.marks, fixture)
    )
    var figures: [Figure] = []
    for line in lines {
      let times = try (time(line, in: short), time(line, in: long))
      let name = line.split(separator: " ")[0]
      figures.append(Figure("\(name): processor", times.1, "ms"))
      figures.append(
        Figure("\(name): eight times the size", times.1 / max(times.0, 0.1), atMost: 16, "x"))
    }
    let ledgers = (ledger(of: 1_000), ledger(of: 8_000))
    return figures + [
      Figure("positions: processor, 8,000 changes told by 8,000 sources", ledgers.1, "ms"),
      Figure("positions: eight times the size", ledgers.1 / max(ledgers.0, 0.1), atMost: 16, "x"),
    ]
  }

  /// A notebook with a paragraph of findings on each article: a quotation that is exact, one that is
  /// not, and words of likelihood.
  private static func notebook(articles: Int, marks: Int, _ fixture: Fixture) throws
    -> (session: Session, world: World)
  {
    let invented = InventedNotebook(articles: articles, marks: marks)
    let folder = "\(fixture.folder)/asking-\(articles)"
    try invented.write(as: "asked", in: folder, withSources: false)
    var text = invented.text + Array("\n## Findings\n".utf8)
    for article in invented.articles {
      let words = article.passages.prefix(1).map { article.content.text[$0.range] }.joined()
      let changed = "Nobody here knew that " + words.drop { $0 != " " }
      text += Array(
        "\nA truce is likely. One says “\(words)”, another “\(changed)”; both may be.\n".utf8)
    }
    try Files.write(text, to: "\(folder)/asked.md")
    let world = BigNotebook.world(folder)
    return (try BigNotebook.open("\(folder)/asked.md", in: world), world)
  }

  private static func time(_ line: String, in notebook: (session: Session, world: World)) throws
    -> Double
  {
    var session = notebook.session
    return try Measure.median(of: 3) {
      if try Interpreter.run(line, on: &session, in: notebook.world).text.isEmpty {
        throw BenchmarkError("‘\(line)’ has no answer")
      }
    }.processor
  }

  /// One party that changes its position every day, each day in another source.
  private static func ledger(of count: Int) -> Double {
    var book = Casebook()
    let party = book.parties.define(Party(name: "Alba", kind: .state))
    let issue = book.issues.define(
      Issue(name: "truce", proposition: "It should be so."), name: "truce")
    for number in 0..<count {
      let text = CanonicalText(
        "Number \(number) spoke for the first time on the bridge of day \(number).")
      let content = ArticleContent(
        text: text, blocks: [Block(.paragraph, 0..<text.count, line: 1)],
        metadata: ArticleMetadata())
      let article = book.articles.define(
        Article(name: "a\(number)", source: "-", content: content, textDigest: text.digest),
        name: "a\(number)")
      let id = String(0x1000_0000 + number, radix: 16)
      let mark = Annotation(
        id: RecordID(.annotation, digest: id), article: article, pieces: [0..<6])
      guard let row = book.add(mark) else { continue }
      var statement = Statement(id: RecordID(.statement, digest: id), annotation: row)
      statement.party = party
      statement.issue = issue
      statement.stance = .degree(number % 2 == 0 ? 1 : -1)
      let day = Day(number: Int32(20_000 + number))
      statement.said = DayRange(day, day)
      book.add(statement)
    }
    return Measure.median(of: 3) { _ = PositionsQuery(of: party).answer(in: book).issues.count }
      .processor
  }
}
