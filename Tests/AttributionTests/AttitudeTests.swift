import Attribution
import Casebook
import Testing

/// Attitudes that are told with a noun or an adjective, and what is reported to be missing.
@Suite struct AttitudeTests {
  @Test(arguments: [
    Case(
      "The European leaders remain wary of the new tolls.",
      "European leaders | the new tolls"),
    Case(
      "Harbour officials grew worried about the treaty.",
      "Harbour officials | the treaty"),
    Case("Jon Reed is not sure that the port is safe.", "Jon Reed | the port is safe"),
    Case("Jon Reed voiced doubts about the offer.", "Jon Reed | the offer"),
    Case("The tolls have raised concerns about the treaty.", "? | the treaty"),
    Case(
      "There is frustration among European allies regarding the new tolls.",
      "European allies | the new tolls"),
    Case(
      "Oslin’s decisions to close the port, question the treaty’s worth and float a ban were bold.",
      "Oslin | the treaty’s worth", "Oslin | a ban"),
  ])
  func anAttitudeHasItsHolder(_ c: Case) { #expect(said(c.text) == c.found) }

  @Test(arguments: [
    "The sea remained wary.", "The road looks sure to be open.",
    "A storm raised the water over the quay.",
  ])
  func whatHoldsNoAttitudeIsNotSuggested(_ text: String) { #expect(said(text) == []) }

  @Test func aMissingPromiseIsNoPromise() {
    let found = suggestions("The White House has yet to commit ships to the patrol.")
    #expect(found.map(\.sourceName) == ["White House"])
    #expect(found.map(\.act) == [nil])
    #expect(found.map(\.stanceHint) == [nil])
    #expect(found.map(\.isUncommitted) == [true])
  }
}
