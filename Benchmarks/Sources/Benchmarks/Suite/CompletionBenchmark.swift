import Casebook
import CommandKit
import Commands

/// What Tab offers among many names: those that begin with the letters, those that only hold them,
/// and none.
enum CompletionBenchmark {
  static let benchmark = Benchmark("complete", "complete a name among 100,000 parties", measure)

  private static let given = ["Mira", "Jorun", "Łucja", "Тарас", "Ane", "Οδός", "Pell", "Iva"]

  static func measure(_ fixture: Fixture) throws -> [Figure] {
    var session = Session(commands: AllCommands.list)
    for number in 0..<100_000 {
      var party = Party(name: "\(given[number % given.count]) Oslin-\(number)", kind: .person)
      party.also = ["the envoy of \(number)"]
      session.book.parties.define(party)
    }
    let world = BigNotebook.world(fixture.folder)
    var worst = 0.0
    for typed in ["", "m", "Мир", "osl", "99", "the envoy of 7", "nobody", "тар"] {
      let line = "attribute 5 to \(typed)"
      let cost = Measure.median(of: 9) {
        _ = SessionCompletion.complete(line, at: line.utf8.count, in: session, world)
      }
      worst = max(worst, cost.wall)
    }
    return [Figure("wall, the slowest of eight beginnings", worst, atMost: 20, "ms")]
  }
}
