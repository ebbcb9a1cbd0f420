import Casebook
import Comparison

/// Comparing every party on every issue over 100,000 statements.
enum CompareBenchmark {
  static let benchmark = Benchmark(
    "compare", "every party on every issue, 100,000 statements", measure)
  static let statements = 100_000

  static func measure(_ fixture: Fixture) throws -> [Figure] {
    let book = casebook()
    let plain = Measure.median(of: 21) { _ = CompareQuery().answer(in: book).parties.count }
    var rolled = CompareQuery()
    rolled.rollUp = .state
    let byState = Measure.median(of: 21) { _ = rolled.answer(in: book).parties.count }
    return [
      Figure("processor", plain.processor, atMost: 10, "ms"),
      Figure("processor, `by state`", byState.processor, atMost: 10, "ms"),
    ]
  }

  private static func casebook() -> Casebook {
    var book = Casebook()
    var dice = Dice(1848)
    let states = (0..<20).map { book.parties.define(Party(name: "State \($0)", kind: .state)) }
    let people = (0..<200).map { number in
      let person = book.parties.define(Party(name: "Person \(number)", kind: .person))
      book.parties.add(Membership(member: person, group: states[number % 20]))
      return person
    }
    let issues = (0..<12).map { number in
      let name = "issue-\(number)"
      return book.issues.define(Issue(name: name, proposition: "It should be so."), name: name)
    }
    let articles = (0..<1_000).map { number in
      let article = InventedArticle("n\(number)", paragraphs: 1, dice: &dice)
      return book.define(
        Article(
          name: article.name, source: "-", content: article.content, textDigest: article.digest))
    }
    for number in 0..<statements {
      let annotation = Annotation(
        id: id(.annotation, number), article: articles[number % 1_000], pieces: [0..<5])
      guard let row = book.add(annotation) else { continue }
      var statement = Statement(id: id(.statement, number), annotation: row)
      statement.speaker = dice.one(of: people)
      statement.party = dice.one(of: states)
      statement.issue = dice.one(of: issues)
      statement.stance = dice.one(of: Stance.all)
      let day = Day(number: Int32(20_000 + dice.number(0...900)))
      statement.said = DayRange(day, day)
      book.add(statement)
    }
    return book
  }

  private static func id(_ kind: RecordID.Kind, _ number: Int) -> RecordID {
    RecordID(kind, digest: String(0x1000_0000 + number, radix: 16))
  }
}
