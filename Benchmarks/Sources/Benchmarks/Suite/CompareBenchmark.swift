import Casebook
import Comparison

/// Comparing every party on every issue over 100,000 statements: a study of few states and issues,
/// and the widest table promised. Statements stand article by article, as in a notebook that was
/// opened; and, for the widest table, made now here, now there, so that no two that are compared
/// lie near each other.
enum CompareBenchmark {
  static let benchmark = Benchmark(
    "compare", "every party on every issue, 100,000 statements", measure)
  static let statements = 100_000

  static func measure(_ fixture: Fixture) throws -> [Figure] {
    let few = casebook(states: 20, issues: 12)
    let many = casebook(states: 500, issues: 300)
    let strewn = casebook(states: 500, issues: 300, isStrewn: true)
    var rolled = CompareQuery()
    rolled.rollUp = .state
    func compare(_ name: String, _ query: CompareQuery, _ book: Casebook) -> Figure {
      let cost = Measure.median(of: 21) { _ = query.answer(in: book).parties.count }
      return Figure(name, cost.processor, atMost: 10, "ms")
    }
    func matrix(_ name: String, _ book: Casebook) -> Figure {
      let cost = Measure.median(of: 21) { _ = MatrixQuery().answer(in: book).rows.count }
      return Figure(name, cost.processor, atMost: 10, "ms")
    }
    return [
      compare("processor", CompareQuery(), few), compare("processor, `by state`", rolled, few),
      compare("processor, 500 parties, 300 issues", CompareQuery(), many),
      compare("processor, the same, made in any order", CompareQuery(), strewn),
      matrix("processor, matrix", few), matrix("processor, matrix of 500 by 300", many),
      matrix("processor, the same, made in any order", strewn),
    ]
  }

  private static func casebook(states: Int, issues: Int, isStrewn: Bool = false) -> Casebook {
    var book = Casebook()
    var dice = Dice(1848)
    let states = (0..<states).map {
      book.parties.define(Party(name: "State \($0)", kind: .state))
    }
    let people = (0..<states.count * 10).map { number in
      let person = book.parties.define(Party(name: "Person \(number)", kind: .person))
      book.parties.add(Membership(member: person, group: states[number % states.count]))
      return person
    }
    let issues = (0..<issues).map { number in
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
        id: id(.annotation, number), article: articles[isStrewn ? number % 1_000 : number / 100],
        pieces: [0..<5])
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
