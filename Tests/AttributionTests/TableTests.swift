import Attribution
import Testing

/// The tables of cues, offices, places, names and quotation marks.
@Suite struct TableTests {
  @Test func everyRowOfEveryTableReads() { #expect(AttributionKnowledge.check().isEmpty) }
}
