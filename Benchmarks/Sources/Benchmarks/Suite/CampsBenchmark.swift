import Casebook
import Comparison

/// The camps of 20 parties, every split tried, with what to reconsider.
enum CampsBenchmark {
  static let benchmark = Benchmark("camps", "20 parties; 200 parties", measure)

  static func measure(_ fixture: Fixture) throws -> [Figure] {
    let few = casebook(parties: 20, issues: 12, statements: 600)
    let many = casebook(parties: 20, issues: 300, statements: 100_000)
    let large = casebook(parties: 200, issues: 300, statements: 100_000)
    return [
      figure("600 statements, exact", few), figure("100,000 statements, exact", many),
      figure("200 parties, looked for", large),
    ]
  }

  private static func figure(_ label: String, _ book: Casebook) -> Figure {
    let cost = Measure.once { CampsQuery().answer(in: book).camps.count }
    return Figure("processor, \(label)", cost.cost.processor, atMost: 1_000, "ms")
  }

  private static func casebook(parties: Int, issues: Int, statements: Int) -> Casebook {
    var book = Casebook()
    var dice = Dice(1963)
    let states = (0..<parties).map {
      book.parties.define(Party(name: "State \($0)", kind: .state))
    }
    let about = (0..<issues).map { number in
      let name = "issue-\(number)"
      return book.issues.define(Issue(name: name, proposition: "It should be so."), name: name)
    }
    let article = InventedArticle("n0", paragraphs: 1, dice: &dice)
    let id = book.define(
      Article(
        name: article.name, source: "-", content: article.content, textDigest: article.digest))
    for number in 0..<statements {
      let annotation = Annotation(
        id: record(.annotation, number), article: id, pieces: [0..<5])
      guard let row = book.add(annotation) else { continue }
      var statement = Statement(id: record(.statement, number), annotation: row)
      statement.party = dice.one(of: states)
      statement.issue = dice.one(of: about)
      statement.stance = .degree(dice.number(-2...2))
      book.add(statement)
    }
    return book
  }

  private static func record(_ kind: RecordID.Kind, _ number: Int) -> RecordID {
    RecordID(kind, digest: String(0x1000_0000 + number, radix: 16))
  }
}
