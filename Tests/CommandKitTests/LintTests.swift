import Casebook
import CommandKit
import TestKit
import Testing

@testable import Commands

/// What `lint` reads in the analyst's words, and what it says of them.
@Suite struct LintTests {
  private func lint(_ paragraph: String, wire: String = "Nothing.", as form: String = "lint")
    throws -> String
  {
    var test = try TestSession()
    try test.world.folder.write("A wire\n\n\(wire)\n", to: "wire.txt")
    test.run("load wire.txt as wire")
    test.session.pastes["paste1"] = paragraph
    test.run("write")
    return test.run(form).text
  }

  @Test func exactQuotationsThatShareTheirWordsAreExact() throws {
    let sentences = (0..<200).map { "boat\($0) sails\($0) now\($0) over the river\($0)" }
    let wire = sentences.joined(separator: ". ")
    let prose = sentences.map { "It says “\($0)”." }.joined(separator: " ")
    #expect(try lint(prose, wire: wire) == "nothing found\n")
    // One of them changed is still found among them.
    let changed = prose + " It says “boat199 sails199 then199 over the river199”."
    let answer = try lint(changed, wire: wire)
    #expect(answer.hasPrefix("1 finding\n"))
    #expect(answer.contains("then199"))
  }

  @Test func theSameQuotationManyTimesIsLookedAtOnce() throws {
    let words = "no boat crosses before the rains end"
    let prose = (0..<200).map { _ in "It says “\(words)”." }.joined(separator: " ")
    let changed = (0..<200).map { _ in "It says “no boat crosses before the war ends”." }
    #expect(try lint(prose, wire: "He said \(words).") == "nothing found\n")
    let answer = try lint(changed.joined(separator: " "), wire: "He said \(words).")
    #expect(answer.hasPrefix("200 findings\n"))
  }

  @Test(arguments: [
    // A likelihood of the other row in the second sentence of a quotation.
    "A truce is likely. Oslin said: “We wait. It is probable that they come. We shall see.”",
    "A truce is likely. Oslin said: \"We wait. It is probable that they come.\" So she went.",
    "A truce is likely. Oslin sagte: „We wait. It is probable that they come.“ So she went.",
    "A truce is likely. Oslin a dit : « We wait. It is probable that they come. » She went.",
    // A quotation that goes on in the next paragraph is not closed.
    "A truce is likely. Oslin said: “We wait. It is probable that they come.",
  ])
  func aQuotationOverSeveralSentencesIsASources(prose: String) throws {
    #expect(try lint(prose) == "nothing found\n")
  }

  @Test(arguments: [
    "A truce is likely. “We wait.” It is probable that they come.",
    // A mark of inches opens nothing.
    "A truce is likely. The pipe has 5\" across. It is probable that they come.",
  ])
  func wordsAfterAQuotationAreTheAnalysts(prose: String) throws {
    #expect(try lint(prose).contains("mixed-rows"))
  }

  @Test func aQuotationOverSeveralSentencesIsComparedWithTheSources() throws {
    let wire = "Oslin said: “No boat crosses before the rains end. We wait for the spring.”"
    let answer = try lint(
      "She said “No boat crosses before the rains end. We wait for the summer.”", wire: wire)
    #expect(answer.contains("has “No boat crosses before the rains end. We wait for the spring"))
  }

  @Test func aFindingInProseIsShown() throws {
    var test = try TestSession()
    test.run("write \"A truce is likely. It is probably not signed.\" under \"Findings\"")
    test.run("lint")
    let shown = test.run("show %1").text
    #expect(shown == "“Findings”, paragraph 1\n  It is probably not signed.\n")
  }
}
