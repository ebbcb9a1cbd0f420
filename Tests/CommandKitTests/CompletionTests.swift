import CommandKit
import LineEditing
import TestKit
import Testing

/// What Tab offers: exactly what may stand at the cursor, each with a gloss.
@Suite struct CompletionTests {
  private func session() throws -> TestSession {
    var test = try TestSession()
    test.run([
      "party Alba kind state short AL also Selan, \"the Harbour House\"",
      "party \"Mira Oslin\" kind person of Alba as \"Foreign Minister\"",
      "party Osk kind state", "party Ребьен kind state also Оскола", "party 中立委員会 kind bloc",
      "issue truce \"The fighting should stop before a settlement.\"",
      "issue observers \"Observers should be let in.\"",
      "define #red-line \"what is not to be given up\"",
    ])
    return test
  }

  private func offered(_ line: String, _ test: TestSession) -> [String] {
    var world = test.world.world
    world.mayShorten = true
    let completion = SessionCompletion.complete(line, at: line.utf8.count, in: test.session, world)
    return completion.candidates.map { $0.gloss.isEmpty ? $0.text : "\($0.text) | \($0.gloss)" }
  }

  /// A line and what is offered behind it.
  @Test(
    arguments: [
      ("annot", ["annotate | marks a passage, with tags and a note"]),
      ("attribute 5 to al", ["Alba | state, AL"]),
      ("attribute 5 to AL", ["Alba | state, AL"]),
      ("attribute 5 to sel", ["Alba | state, AL; also Selan"]),
      ("attribute 5 to harb", ["Alba | state, AL; also the Harbour House"]),
      ("attribute 5 to mira", ["\"Mira Oslin\" | person, Alba, Foreign Minister"]),
      ("attribute 5 to mira os", ["\"Mira Oslin\" | person, Alba, Foreign Minister"]),
      ("attribute 5 to \"mira o", ["\"Mira Oslin\" | person, Alba, Foreign Minister"]),
      ("attribute 5 to lin", ["\"Mira Oslin\" | person, Alba, Foreign Minister"]),
      ("attribute 5 to РЕБ", ["Ребьен | state"]),
      ("attribute 5 to оск", ["Ребьен | state; also Оскола"]),
      ("attribute 5 to 委員", ["中立委員会 | bloc"]),
      ("attribute 5 on tr", ["truce | The fighting should stop before a settlement."]),
      ("attribute 5 on truce -", ["-1 | opposes", "-2 | strongly opposes"]),
      ("attribute 5 on truce -1 i", ["if | what the position hangs on, in quotation marks"]),
      ("attribute 5 on truce -1, ob", ["observers | Observers should be let in."]),
      ("attribute 5 on truce -1 if ", []),
      ("attribute 5 to Alba vo", ["voice | how it is told"]),
      ("attribute 5 to Alba voice dir", ["direct"]),
      ("attribute 5 #re", ["#red-line | what is not to be given up"]),
      ("attribute 5 -- to al", []),
      ("attribute 5 to xyz", []),
      ("attr 5 to osk", ["Osk | state"]),
      ("party Corda of ski", []),
      ("party Corda of al", ["Alba | state, AL"]),
    ] as [(String, [String])])
  func whatMayStandThere(_ line: String, _ expected: [String]) throws {
    #expect(try offered(line, session()) == expected)
  }

  @Test func aNameThatBeginsWithTheLettersKeepsOutOthers() throws {
    #expect(
      try offered("attribute 5 to os", session()).map { String($0.prefix(4)) } == ["Osk ", "\"Mir"])
  }

  @Test func keywordsAreOfferedOnceAndOnlyBehindAWholeValue() throws {
    let test = try session()
    #expect(offered("attribute 5 to ", test).contains { $0.hasPrefix("to ") } == false)
    let after = offered("attribute 5 to Alba ", test).map { $0.prefix { $0 != " " } }
    #expect(after.contains("on"))
    #expect(!after.contains("to"))
    #expect(!after.contains("Alba"))
  }

  @Test func moreThanCanBeReadIsCounted() throws {
    var test = try TestSession()
    test.run((1...1_200).map { "party P\($0)" })
    let completion = SessionCompletion.complete(
      "show P", at: 6, in: test.session, test.world.world)
    #expect(completion.candidates.count == 1_000)
    #expect(completion.hidden == 200)
  }

  @Test func namesAreShownAndNotObeyed() throws {
    var test = try session()
    test.run("issue evil \"A \u{202E}turn and \u{9B}31m.\"")
    let glosses = offered("compare on ev", test)
    #expect(glosses == ["evil | A <U+202E>turn and <U+009B>31m."])
  }
}

/// How a line may go on by the grammar.
@Suite struct GrammarHintTests {
  @Test(arguments: [
    ("attribute ", "<passage> to <party> on <issue> <stance>", ""),
    ("attribute 15a ", "to <party> on <issue> <stance>", "to "),
    ("attribute 15a to ", "<party> on <issue> <stance>", ""),
    ("attribute 15a to Alba ", "on <issue> <stance>", "on "),
    ("attribute 15a to Alba on truce ", "<stance>", ""),
    ("attr 15a on truce -1 ", "to <party>", "to "),
    ("attribute 15a to Alba cue said ", "on <issue> <stance>", "on "),
    ("attri", "bute", "bute "),
    ("issue ", "<name> \"…\"", ""),
  ])
  func theRestIsShown(_ line: String, _ shown: String, _ taken: String) throws {
    let test = try TestSession()
    #expect(GrammarHint.hint(for: line, test.session.commands) == Hint(shown: shown, taken: taken))
  }

  @Test(arguments: [
    "", " ", "a", "attribute 15", "attribute \"half ", "frob ", "note 5 -- x ", "attribute",
    "attribute 15a to Alba on truce -1 ", "# x ", "\"attribute\" ",
  ])
  func nothingIsShown(_ line: String) throws {
    let test = try TestSession()
    #expect(GrammarHint.hint(for: line, test.session.commands) == nil)
  }
}
