import Testing

@testable import Attribution

/// The tables of words, cues, offices, places, names and quotation marks.
@Suite struct TableTests {
  @Test func everyRowOfEveryTableReads() {
    #expect(Vocabulary.own.problems() == [])
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
    #expect(problems("station\tRadio Selan\n") { $0.addMedia($1) }.map(\.line) == [1])
  }

  /// A vocabulary with one file more.
  private func adding(_ text: String, to table: String) -> Vocabulary {
    Vocabulary { [.init(table: table, path: "tables/\(table)", bytes: Array(text.utf8))] }
  }

  private func speakers(_ text: String, _ vocabulary: Vocabulary) -> [String?] {
    let bytes = Array(text.utf8)
    return Suggester.suggest(
      in: bytes, blocks: Suggester.paragraphs(of: bytes), language: "en", vocabulary: vocabulary
    ).map(\.sourceName)
  }

  @Test func aLineThatAnAnalystAddsIsACueLikeOthers() {
    let text = "Mira Oslin trumpetises that the harbour stays closed.\n"
    #expect(speakers(text, .own) == [])
    let more = adding("trumpetise\tv\tassert\t-\tthat\ttrumpetises\r\n", to: "cues.en.tsv")
    #expect(more.problems() == [])
    #expect(speakers(text, more) == ["Mira Oslin"])
    let own = Vocabulary.own.counts().map(\.rows)
    #expect(zip(more.counts().map(\.rows), own).map { $0 - $1 } == [0, 0, 1, 0, 0, 0, 0, 0, 0])
  }

  @Test func aMediumThatAnAnalystAddsIsOne() throws {
    let text = "Mira Oslin told Selaphone that the harbour stays closed.\n"
    let bytes = Array(text.utf8)
    func channel(_ vocabulary: Vocabulary) -> Range<Int>? {
      Suggester.suggest(
        in: bytes, blocks: Suggester.paragraphs(of: bytes), language: "en", vocabulary: vocabulary
      ).first?.channel
    }
    #expect(channel(.own) == nil)
    #expect(channel(adding("outlet\tSelaphone\n", to: "media.tsv")) == 16..<25)
  }

  @Test func aLineThatDoesNotReadIsLocatedAndTheOthersStand() {
    let text = "Mira Oslin trumpetises that the harbour stays closed.\n"
    let more = adding(
      "# mine\nshout\tv\ntrumpetise\tv\tassert\t-\tthat\ttrumpetises\n", to: "cues.en.tsv")
    let problems = more.problems()
    #expect(problems.map(\.line) == [2])
    #expect(problems.map(\.table) == ["tables/cues.en.tsv"])
    #expect(problems.map(\.text) == ["shout\tv"])
    #expect(speakers(text, more) == ["Mira Oslin"])
    #expect(adding("x\n", to: "cues.xx.tsv").problems().map(\.line) == [1])
  }
}
