import Attribution
import Testing

/// The occasion or medium beside the content: where it is found, and that it is no part of the words.
@Suite struct ChannelTests {
  /// `channel | words` of each suggestion, `-` for no channel.
  private func channels(_ text: String, _ language: String = "en") -> [String] {
    let bytes = Array(text.utf8)
    func words(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    return suggestions(text, language).map { one in
      (one.channel.map(words) ?? "-") + " | " + one.content.map(words).joined(separator: " ... ")
    }
  }

  @Test(arguments: [
    Case("Mira Oslin wrote on X that the port is shut.", "X | the port is shut"),
    Case(
      "“The port is shut,” Mira Oslin wrote in a post on Telegram.",
      "post on Telegram | “The port is shut,”"),
    Case("Mira Oslin told Fox News that the port is shut.", "Fox News | the port is shut"),
    Case(
      "The port is shut, Mira Oslin told the Harbour Times.", "Harbour Times | The port is shut"),
    Case(
      "In an interview with Le Monde on Monday, Mira Oslin said the port is shut.",
      "interview with Le Monde | the port is shut"),
    Case(
      "Speaking at a press conference in Selan, Mira Oslin said the port is shut.",
      "press conference in Selan | the port is shut"),
    Case("The ministry said in a statement that the port is shut.", "statement | the port is shut"),
    Case(
      "Mira Oslin said the port is shut, in an interview with Harbour Radio.",
      "interview with Harbour Radio | the port is shut"),
    Case(
      "In an interview with Le Monde, Mira Oslin issued a warning that the port is shut.",
      "interview with Le Monde | the port is shut"),
    Case("Mira Oslin told a rally that the port is shut.", "rally | the port is shut"),
    Case(
      "“The port is shut,” Mira Oslin said on CNN’s breakfast show.",
      "CNN’s breakfast show | “The port is shut,”"),
  ])
  func theChannelStandsBesideTheContent(_ c: Case) { #expect(channels(c.text) == c.found) }

  @Test(arguments: [
    Case(
      "Mira Oslin schrieb auf X, dass der Hafen geschlossen sei.", "X | der Hafen geschlossen sei"),
    Case(
      "In einem Interview mit dem Sender Radio Selan sagte Mira Oslin, der Hafen sei geschlossen.",
      "Interview mit dem Sender Radio Selan | der Hafen sei geschlossen"),
    Case(
      "„Der Hafen ist geschlossen“, sagte Mira Oslin dem „Spiegel“.",
      "Spiegel | „Der Hafen ist geschlossen“"),
    Case(
      "Mira Oslin sagte der Selaner Zeitung, der Hafen sei geschlossen.",
      "Selaner Zeitung | der Hafen sei geschlossen"),
    Case(
      "Das Ministerium erklärte in einer Mitteilung, der Hafen sei geschlossen.",
      "Mitteilung | der Hafen sei geschlossen"),
  ])
  func germanHasItsOwn(_ c: Case) { #expect(channels(c.text, "de") == c.found) }

  @Test(arguments: [
    Case("Mira Oslin said the port is shut.", "- | the port is shut"),
    Case("Mira Oslin told Kolm on Monday that the port is shut.", "- | the port is shut"),
    Case(
      "After Jon Reed spoke at a rally, Mira Oslin said the port is shut.", "- | the port is shut"),
    Case(
      "Mira Oslin said the port is shut for the speech in Selan.",
      "- | the port is shut for the speech in Selan"),
    Case(
      "The port in the Times is a fiction, Mira Oslin said.",
      "- | The port in the Times is a fiction"),
  ])
  func whatIsPartOfTheWordsOrOfAnotherClauseIsNone(_ c: Case) {
    #expect(channels(c.text) == c.found)
  }

  @Test(arguments: [
    Case("In der Welt ist Streit, sagte Mira Oslin.", "- | In der Welt ist Streit"),
    Case("Im Bild sei der Hafen, sagte Mira Oslin.", "- | Im Bild sei der Hafen"),
  ])
  func aCommonWordIsAMediumInQuotationMarksOnly(_ c: Case) {
    #expect(channels(c.text, "de") == c.found)
  }

  @Test func whoIsToldIsNotTheMediumThatTellsItOn() throws {
    let news = try #require(suggestions("Mira Oslin told Fox News that the port is shut.").first)
    #expect(news.addressee == nil && news.channel != nil)
    let both = try #require(
      suggestions("Mira Oslin told CNN’s Jon Reed that the port is shut.").first)
    #expect(both.addressee == "CNN’s Jon Reed" && both.channel == 16..<19)
    let press = try #require(
      suggestions("The port is shut, Mira Oslin told reporters on Monday.").first)
    #expect(press.addressee == "reporters" && press.channel == nil && press.day != nil)
  }

  @Test func theFullStopOfASentenceIsNoPartOfIt() {
    let text = "“We stay,” Mira Oslin wrote on X. It rained."
    let found = suggestions(text)
    let bytes = Array(text.utf8)
    #expect(found.map { $0.channel.map { String(decoding: bytes[$0], as: UTF8.self) } } == ["X"])
  }
}
