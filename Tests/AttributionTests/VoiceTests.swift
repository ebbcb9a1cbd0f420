import Attribution
import Casebook
import Testing

/// How a statement is told, and what else its sentence says of it.
@Suite struct VoiceTests {
  @Test(arguments: [
    ("“We will not leave the harbour,” Foreign Minister Mira Oslin said.", Voice.direct),
    ("Foreign Minister Mira Oslin said that the guns must fall silent first.", .indirect),
    ("Envoy Jorun Tale called the offer “a price worth paying” for an open sea.", .mixed),
  ])
  func theVoiceFollowsFromTheQuotationMarks(_ text: String, _ voice: Voice) {
    #expect(suggestions(text).map(\.voice) == [voice])
  }

  @Test(arguments: [
    ("Mira Oslin denied that the port would close.", Act.deny),
    ("Mira Oslin demanded that the port be opened.", .demand),
    ("Mira Oslin promised that the port would open.", .promise),
  ])
  func theActFollowsFromTheCue(_ text: String, _ act: Act) {
    #expect(suggestions(text).map(\.act) == [act])
  }

  @Test func aSplitQuotationIsOneStatementInTwoPieces() {
    let found = suggestions("“The truce holds,” envoy Jorun Tale said. “It will hold tomorrow.”")
    #expect(found.map(\.content.count) == [2])
  }
}

/// Statements within the words of somebody else.
@Suite struct NestedTests {
  @Test func aStatementWithinAQuotationIsPassedOn() {
    let found = suggestions(
      "Foreign Minister Mira Oslin was away. "
        + "“M. Oslin confirmed that the truce would hold until the spring,” the Alban Foreign "
        + "Ministry said.")
    #expect(found.map(\.sourceName) == ["Alban Foreign Ministry", "Mira Oslin"])
    #expect(found.last?.via == ["the Alban Foreign Ministry"])
    #expect(found.last?.voice == .direct)
  }

  @Test(arguments: [
    "“The storm has confirmed that the port is not safe,” Jon Reed said.",
    "“I confirmed that the port is not safe,” Jon Reed said.",
  ])
  func whatASpeakerTellsIsNoStatementOfOthers(_ text: String) {
    #expect(suggestions(text).map(\.sourceName) == ["Jon Reed"])
  }
}
