import Testing

@testable import Attribution

/// The tables of words, cues, offices, places, names and quotation marks.
@Suite struct TableTests {
  @Test func everyRowOfEveryTableReads() {
    #expect(AttributionKnowledge.check() == [])
  }

  private func problems(_ text: String, _ add: (inout LexiconBuilder, TableText) -> Void)
    -> [TableProblem]
  {
    var builder = LexiconBuilder()
    add(&builder, TableText(name: "table.tsv", bytes: Array(text.utf8)))
    return builder.problems
  }

  @Test func aRowThatDoesNotReadIsLocated() {
    let words = problems("# class\twords\narticle\tthe a\nnothing\tx\n") { $0.addWords($1) }
    #expect(words.map(\.line) == [3])
    #expect(words.map(\.table) == ["table.tsv"])
    #expect(problems("say\tv\n") { $0.addCues($1) }.map(\.line) == [1])
    #expect(problems("Alba\trealm\tAlba\t-\t-\n") { $0.addPlaces($1) }.map(\.line) == [1])
    #expect(problems("male jon\n") { $0.addNames($1) }.map(\.line) == [1])
  }
}
