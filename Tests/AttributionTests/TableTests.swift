import Attribution
import Testing

@Suite struct TableTests {
  @Test func everyRowOfEveryTableReads() {
    #expect(AttributionKnowledge.check() == [])
  }
}
