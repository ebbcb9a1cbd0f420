import CommandKit
import TestKit
import Testing

/// Suggestions that are taken.
@Suite struct AcceptTests {
  @Test func nobodyIsAddressedByTheirOwnStatement() throws {
    var test = try TestSession()
    try test.world.folder.write(
      """
      Talks at Port Selan

      The Harbour House told Alba that the gates are open.

      Mira Oslin told Alba that the gates are shut.

      """, to: "wire.txt")
    test.run("load wire.txt as wire")
    test.run("party Alba kind state also \"Harbour House\", \"the Harbour House\"")
    test.run("suggest wire")
    test.run("accept all")
    let records = test.notebook.replacing("\n    + ", with: " ").split(separator: "\n")
    let own = records.first { $0.contains("attribute") && $0.contains("for Alba") }
    #expect(own?.contains("addressing") == false, "\(own ?? "")")
    let told = records.first { $0.contains("attribute") && $0.contains("to \"Mira Oslin\"") }
    #expect(told?.contains("addressing Alba") == true, "\(told ?? "")")
  }

  @Test func theChannelGoesFromTheArticleIntoTheRecord() throws {
    var test = try TestSession()
    try test.world.folder.write(
      """
      Talks at Port Selan

      “The gates are shut,” Mira Oslin wrote in a post on Telegram.

      """, to: "wire.txt")
    test.run("load wire.txt as wire")
    test.run("suggest wire")
    #expect(test.run("suggest walk").text.contains("channel “post on Telegram”"))
    test.run("suggest wire")
    test.run("accept 1")
    func record() -> String? {
      test.notebook.replacing("\n    + ", with: " ").split(separator: "\n")
        .first { $0.contains("attribute") }.map(String.init)
    }
    #expect(record()?.contains("channel \"post on Telegram\"") == true, "\(record() ?? "")")
    #expect(test.run("show it").text.contains("channel     post on Telegram"))
    test.run("edit it channel \"a letter\"")
    #expect(record()?.contains("channel \"a letter\"") == true, "\(record() ?? "")")
    test.run("edit it channel none")
    #expect(record()?.contains("channel") == false, "\(record() ?? "")")
  }

  @Test(arguments: [
    ("Norway", "party Norway kind state"),
    ("Oslo", "party Norway kind state also Oslo"),
    ("NATO", "party NATO kind bloc"),
    (
      "\"Norwegian Foreign Ministry\"",
      "party \"Norwegian Foreign Ministry\" kind organisation country \"Norway\""
    ),
    ("\"Pavel Dorn\"", "party \"Pavel Dorn\" kind person"),
  ])
  func aHintSaysWhatTheTablesKnow(typed: String, hint: String) throws {
    var test = try TestSession()
    try test.world.folder.write("Talks\n\nThe gates are shut.\n", to: "wire.txt")
    test.run("load wire.txt as wire")
    let answer = test.run("attribute wire:1 to \(typed)").text
    #expect(answer.contains("hint: \(hint)\n") || answer.hasSuffix("hint: \(hint)"), "\(answer)")
  }

  @Test func aCapitalBecomesANameOfAStateThatIsKnown() throws {
    var test = try TestSession()
    try test.world.folder.write("Talks\n\nThe gates are shut.\n", to: "wire.txt")
    test.run("load wire.txt as wire")
    test.run("party \"Kingdom of Norway\" kind state also Norway")
    let answer = test.run("attribute wire:1 to Oslo").text
    #expect(answer.contains("party \"Kingdom of Norway\" also Oslo"), "\(answer)")
    #expect(test.run("party \"Kingdom of Norway\" also Oslo").diagnostic == nil)
    #expect(test.run("attribute wire:1 to Oslo").diagnostic == nil)
  }

  @Test func aGroupOfABlocSpeaksForTheBloc() throws {
    var test = try TestSession()
    try test.world.folder.write(
      "Talks\n\nEuropean allies said that the gates are shut.\n", to: "wire.txt")
    test.run("load wire.txt as wire")
    test.run("suggest")
    let answer = test.run("accept 1").text
    #expect(!answer.contains("for nobody"), "\(answer)")
    #expect(test.notebook.contains("to \"European allies\" for Europe"), "\(test.notebook)")
  }

  /// Two parties that the name of an article may mean, and an article.
  private func ambiguous(_ text: String) throws -> TestSession {
    var test = try TestSession()
    try test.world.folder.write("Talks at Port Selan\n\n\(text)\n", to: "wire.txt")
    test.run("load wire.txt as wire")
    test.run("party \"Republic of Georgia\" kind state also Georgia")
    test.run("party \"Georgia, USA\" kind organisation also Georgia")
    return test
  }

  @Test func whoMayBelongToSeveralBelongsToNone() throws {
    let text = "“We will wait,” Georgian Foreign Minister Mira Oslin said on Monday."
    var fromCast = try ambiguous(text)
    let rows = fromCast.run("cast").text.split(separator: "\n")
    let row = rows.first { $0.contains("Mira Oslin") }?.prefix { $0 != " " } ?? ""
    let accepted = fromCast.run("accept \(row)").text
    #expect(accepted.hasPrefix("Mira Oslin, person\n"), "\(accepted)")
    var fromSuggestion = try ambiguous(text)
    fromSuggestion.run("suggest")
    fromSuggestion.run("accept 1")
    #expect(fromSuggestion.notebook.contains("    > party \"Mira Oslin\" kind person\n"))
    #expect(!fromSuggestion.notebook.contains("> party Georgia"), "\(fromSuggestion.notebook)")
    var typed = try ambiguous(text)
    let hint = typed.run("attribute wire:1 to Oslin").text
    #expect(hint.contains("party \"Mira Oslin\" kind person country \"Georgia\""), "\(hint)")
  }

  @Test func whoMayBeSeveralIsNotTakenForAThird() throws {
    var test = try ambiguous("Georgia insists that the gates are open.")
    test.run("suggest")
    let before = test.notebook
    let answer = test.run("accept 1").text
    #expect(answer.contains("[ambiguous-party]") && answer.contains("accept 1 to WHO"), "\(answer)")
    #expect(test.notebook == before)
    #expect(test.run("accept 1 to \"Republic of Georgia\"").text.contains("Republic of Georgia"))
  }
}
