import Testing

/// Where the content of a cue ends.
@Suite struct BoundsTests {
  @Test(arguments: [
    Case(
      "Jon Reed called the merger “a bad deal” and left the room.",
      "Jon Reed | the merger “a bad deal”"),
    Case(
      "Jon Reed called Kolm the “oldest hand,” pointing at the door.",
      "Jon Reed | Kolm the “oldest hand,”"),
    Case(
      "Jon Reed called Kolm’s plans to open a port in Alba “a disgrace.”",
      "Jon Reed | Kolm’s plans to open a port in Alba “a disgrace.”"),
    Case(
      "Jon Reed dismissed criticism from Oslin, Kolm and Holm.",
      "Jon Reed | criticism from Oslin, Kolm and Holm"),
    Case(
      "According to the Harbour Press, 571 of the ships — old and new — were lost.",
      "Harbour Press | 571 of the ships — old and new — were lost"),
    Case(
      "The delegates argue that people should consider leaving Kolm and backing Holm.",
      "delegates | people should consider leaving Kolm and backing Holm"),
    Case(
      "Mira Oslin has proposed appointing a “harbour officer” who reports to the board.",
      "Mira Oslin | appointing a “harbour officer” who reports to the board"),
  ])
  func theContentEndsWithItsClause(_ c: Case) { #expect(said(c.text) == c.found) }

  @Test(arguments: [
    Case(
      "Now 52 percent said Mira Oslin would be better.",
      "52 percent | Mira Oslin would be better"),
    Case(
      "The reform was late, said one source in the harbour.",
      "one source in the harbour | The reform was late"),
    Case(
      "Jon Reed, an Alban delegate from Selan, Corda, said the noise was part of it.",
      "Jon Reed | the noise was part of it"),
    Case(
      "Jon Reed appeared with Kolm and left, saying, “We will be back.”",
      "Jon Reed | “We will be back.”"),
  ])
  func theSubjectIsThePhraseOfTheVerb(_ c: Case) { #expect(said(c.text) == c.found) }

  @Test(arguments: [
    "Jon Reed did not respond to requests for an interview.",
    "The plan was made by the so called experts of the port.",
  ])
  func whatSaysNothingIsNotSuggested(_ text: String) { #expect(said(text) == []) }
}
