import Attribution
import Testing

@Suite struct EnglishTests {
  @Test(arguments: [
    Case("“The port stays shut,” Mira Oslin said.", "Mira Oslin | “The port stays shut,”"),
    Case(
      "“The port stays shut,” said Mira Oslin, the harbour minister. “Nobody asked us.”",
      "Mira Oslin | “The port stays shut,” ... “Nobody asked us.”"),
    Case("Mira Oslin said: “The port stays shut.”", "Mira Oslin | “The port stays shut.”"),
    Case(
      "\"It will open,\" Mira Oslin told reporters on Monday.",
      "Mira Oslin | \"It will open,\""),
    Case(
      "‘It will open,’ Mira Oslin said, ‘but not soon.’",
      "Mira Oslin | ‘It will open,’ ... ‘but not soon.’"),
    Case("''It will open,'' Mira Oslin said.", "Mira Oslin | ''It will open,''"),
    Case(
      "“It will open,” Mira Oslin said.\n“We need a month.”",
      "Mira Oslin | “It will open,” ... “We need a month.”"),
  ])
  func directQuotationsHaveTheirSpeaker(_ c: Case) { #expect(said(c.text) == c.found) }

  @Test(arguments: [
    Case("Mira Oslin said the port would open.", "Mira Oslin | the port would open"),
    Case("Mira Oslin said that the port would open.", "Mira Oslin | the port would open"),
    Case("The port will open, Mira Oslin said on Monday.", "Mira Oslin | The port will open"),
    Case(
      "The port, Mira Oslin said, is safe.", "Mira Oslin | The port ... is safe"),
    Case(
      "Mira Oslin called the plan “a bad joke” and warned that the port would close.",
      "Mira Oslin | the plan “a bad joke”", "Mira Oslin | the port would close"),
    Case(
      "Mira Oslin said the port would open, adding that nobody had asked her.",
      "Mira Oslin | the port would open", "Mira Oslin | nobody had asked her"),
    Case(
      "According to Mira Oslin, the port will open.", "Mira Oslin | the port will open"),
    Case(
      "The port will open, according to Mira Oslin.", "Mira Oslin | The port will open"),
    Case(
      "Mira Oslin’s claim that the port was safe surprised many.",
      "Mira Oslin | the port was safe surprised many"),
    Case("Mira Oslin called for a new treaty.", "Mira Oslin | a new treaty"),
    Case(
      "Mira Oslin, who leads the harbour board, said the port would open.",
      "Mira Oslin | the port would open"),
  ])
  func reportedSpeechHasItsSpeaker(_ c: Case) { #expect(said(c.text) == c.found) }

  @Test(arguments: [
    "The storm claimed dozens of lives.",
    "Both are key figures in the talks.",
    "The port has yet to commit money to the plan.",
    "The so-called “silent harbour” lies in the north.",
    "The novel “Tides” was sold in May.",
    "THE PORT SAYS IT WILL BE OPEN TOMORROW FOR EVERYBODY",
    "let x = say(\"hello\")",
    "",
  ])
  func whatIsNoStatementIsNotSuggested(_ text: String) { #expect(said(text) == []) }

  @Test func pronounsGoBackToThePersonWhoFits() {
    let text = """
      Mira Oslin met James Kolm in the harbour.
      “We agree,” she said.
      “We do not,” he said.
      """
    #expect(said(text) == ["Mira Oslin | “We agree,”", "James Kolm | “We do not,”"])
    let found = suggestions(text)
    #expect(found.map(\.sureness) == [.guessed, .guessed])
  }

  @Test func aPronounBehindAnAbbreviationIsNoName() {
    let text = """
      Senator James Kolm made his remarks in Washington D.C. He recalled that the talks began.
      “The bridge stays,” he said.
      """
    #expect(!suggestions(text).contains { $0.sourceName?.contains("He") == true })
    #expect(suggestions(text).last?.sourceName == "James Kolm")
  }

  @Test func aMessengerIsNotTheSpeaker() {
    let found = suggestions("The ministry quoted Mira Oslin as saying that the port was safe.")
    #expect(found.map(\.sourceName) == ["Mira Oslin"])
    #expect(found.first?.via == ["The ministry"])
  }
}
