import Attribution
import Casebook
import Testing

@Suite struct PartyTests {
  @Test(arguments: [
    ("French President Lucie Arnaud said the talks would go on.", "France", "Lucie Arnaud"),
    ("Moscow insists the treaty must be changed.", "Russia", "Moscow"),
    ("European leaders said the talks would go on.", "Europe", "European leaders"),
    ("The White House said the talks would go on.", "United States", "White House"),
    (
      "Secretary of State Ada Holm and envoy Jon Reed met. Reed said the talks would go on.",
      "United States", "Jon Reed"
    ),
  ])
  func theOfficeOrTheCapitalNamesTheParty(_ text: String, _ party: String, _ name: String) {
    let found = suggestions(text)
    #expect(found.map(\.party) == [party])
    #expect(found.map(\.sourceName) == [name])
  }

  @Test func theLeaderOfACountryIsFoundAgain() {
    let text = """
      French President Lucie Arnaud opened the talks.
      The French leader said the talks would go on.
      """
    #expect(suggestions(text).map(\.sourceName) == ["Lucie Arnaud"])
  }

  @Test func aBareBodyIsTheOneNamedBefore() {
    let text = """
      The French Foreign Ministry was silent for days.
      The ministry said the talks would go on.
      """
    #expect(suggestions(text).map(\.party) == ["France"])
  }

  @Test func theNotebookKnowsMoreThanTheTables() {
    let alba = KnownParty(name: "Alba", kind: .state, aliases: ["Selan", "the Harbour House"])
    let found = suggestions("Selan insists the treaty must be changed.", known: [alba])
    #expect(found.map(\.sourceName) == ["Alba"])
    #expect(found.map(\.party) == ["Alba"])
  }

  @Test func peopleOfTheNotebookKeepTheirNameAndParty() {
    let known = [
      KnownParty(name: "Alba", kind: .state),
      KnownParty(
        name: "Mira Oslin", kind: .person, memberOf: ["Alba"], roles: ["Foreign Minister"]),
    ]
    let found = suggestions("Oslin said the talks would go on. She said no more.", known: known)
    #expect(found.map(\.sourceName) == ["Mira Oslin"])
    #expect(found.map(\.party) == ["Alba"])
    #expect(found.map(\.partyKind) == [.state])
    #expect(found.map(\.role) == ["Foreign Minister"])
  }

  @Test func aSpokesmanSpeaksForHisBody() {
    let found = suggestions("Jon Reed, a spokesman for the Harbour Bank, said it would open.")
    #expect(found.map(\.sourceName) == ["Jon Reed"])
    #expect(found.map(\.organisation) == ["Harbour Bank"])
    #expect(found.map(\.party) == ["Harbour Bank"])
  }

  @Test func theCastHasPeopleBodiesAndMetonyms() {
    let bytes = Array(
      "French President Lucie Arnaud met the Polish Foreign Ministry in Paris.".utf8)
    let cast = Suggester.cast(
      in: bytes, blocks: Suggester.paragraphs(of: bytes), language: "en")
    #expect(cast.first { $0.kind == .person }?.name == "Lucie Arnaud")
    #expect(cast.first { $0.kind == .person }?.country == "France")
    #expect(cast.first { $0.name == "France" }?.also == ["Paris"])
    #expect(cast.contains { $0.kind == .organisation && $0.country == "Poland" })
  }
}

@Suite struct NameTests {
  @Test(arguments: [
    ("New York Gov. Jon Reed said it would open.", "Jon Reed"),
    ("Holm’s former lawyer, Jon Reed, said it would open.", "Jon Reed"),
    ("Jon Reed, a senator from New Harbour, said it would open.", "Jon Reed"),
    ("A group of protesters said it would open.", "group of protesters"),
    (
      "The port was open, according to a statement from the Russian Foreign Ministry.",
      "Russian Foreign Ministry"
    ),
  ])
  func theNameIsThatOfTheSpeaker(_ text: String, _ name: String) {
    #expect(suggestions(text).map(\.sourceName) == [name])
  }

  @Test func anUnknownNameHasNoParty() {
    #expect(suggestions("Reed said it would open.").map(\.party) == [nil])
  }
}

@Suite struct PronounTests {
  @Test(arguments: [
    // The subject of the clause before goes before who spoke last.
    (
      "Jon Reed said the port would open. In the harbour, where James Kolm was born, he said it was shut.",
      ["Jon Reed", "James Kolm"]
    ),
    // The subject goes before the object, and a name without known gender counts as well.
    ("Zorro Vandik met James Kolm in the harbour. He said the port was shut.", ["Zorro Vandik"]),
    // Who is named only within a quotation is seldom meant.
    (
      "“I have met James Kolm,” envoy Zorro Vandik said. He said the port was shut.",
      ["Zorro Vandik", "Zorro Vandik"]
    ),
    // A genitive is not the subject.
    (
      "Mira Oslin opened the talks. Ada Holm’s letter was read. She said the port was shut.",
      ["Mira Oslin"]
    ),
    // The object is not the subject of its own sentence, nor tells who that is.
    (
      "Mira Oslin met James Kolm. Zorro Vandik disagreed with her. He said the port was shut.",
      ["Zorro Vandik", "Zorro Vandik"]
    ),
    // A pronoun that is resolved is a mention.
    (
      "Mira Oslin opened the talks. She met Ada Holm. She said the port was shut.",
      ["Mira Oslin"]
    ),
  ])
  func aPronounMeansTheNearestSubject(_ text: String, _ names: [String]) {
    #expect(suggestions(text).map(\.sourceName) == names)
  }

  @Test(arguments: [
    ("Bill Schorr met envoys. Schorr said the port was shut.", "Bill Schorr"),
    ("Jon Reed left. Old Jon Reed said the port was shut.", "Jon Reed"),
    ("Debating Oslin was hard. Oslin said the port was shut.", "Oslin"),
  ])
  func aNameIsNoMoreThanTheName(_ text: String, _ name: String) {
    #expect(suggestions(text).map(\.sourceName) == [name])
  }
}

@Suite struct FamilyTests {
  @Test func twoGivenNamesAreTwoPeople() {
    let found = suggestions(
      "James Kolm met Mary Kolm. James Kolm said it rained. Mrs. Kolm said it was dry.")
    #expect(found.map(\.sourceName) == ["James Kolm", "Mary Kolm"])
  }

  @Test(arguments: [
    "Kolm left early. James Kolm said it rained.", "Kolm said it rained. James Kolm left early.",
  ])
  func aSurnameMayComeBeforeTheFullName(_ text: String) {
    #expect(suggestions(text).map(\.sourceName) == ["James Kolm"])
  }

  @Test func aNameMayBeSpeltInTwoWays() {
    let text = """
      President Ivo Tarnovskyy came to Selan on Monday. Tarnovsky said the bridge would open soon.
      """
    #expect(suggestions(text).map(\.sourceName) == ["Ivo Tarnovskyy"])
    let two = "Ivan Tarnovskyy met Anna Tarnovsky. Tarnovsky said the bridge would open soon."
    #expect(suggestions(two).map(\.sourceName) == ["Anna Tarnovsky"])
    let others = "President Ivo Tarnov came to Selan. Tarnova said the bridge would open soon."
    #expect(suggestions(others).map(\.sourceName) != ["Ivo Tarnov"])
  }

  @Test func neighboursInARowAreNeitherRolesNorPeople() {
    let text = """
      French President Jean Oslinskyy arrived. Oslinsky's top aides, Chief of Staff Ivo Brel, \
      Foreign Minister Ada Norin, and two clerks, came to Selan. Attacks in Sorn and Torvy Hale \
      claimed more lives.
      """
    let bytes = Array(text.utf8)
    let cast = Suggester.cast(in: bytes, blocks: Suggester.paragraphs(of: bytes), language: "en")
    let people = cast.filter { $0.kind == .person }
    #expect(people.map(\.name) == ["Jean Oslinskyy", "Ivo Brel", "Ada Norin"])
    #expect(people.map(\.role) == ["President", "Chief of Staff", "Foreign Minister"])
    #expect(people.map(\.country) == ["France", "France", "France"])
  }

  @Test(arguments: ["Puerto Alto said it rained.", "Greater London said it rained."])
  func aPlaceIsNoPerson(_ text: String) {
    let bytes = Array(text.utf8)
    let cast = Suggester.cast(in: bytes, blocks: Suggester.paragraphs(of: bytes), language: "en")
    #expect(!cast.contains { $0.kind == .person })
  }

  @Test(arguments: [
    "PORT SELAN, Alba — Jon Reed said it rained.", "PORT SELAN (HP) — Jon Reed said it rained.",
    "PORT SELAN – Jon Reed said it rained.",
  ])
  func theTownOfADatelineIsNoPerson(_ text: String) {
    let bytes = Array(text.utf8)
    let cast = Suggester.cast(in: bytes, blocks: Suggester.paragraphs(of: bytes), language: "en")
    #expect(cast.filter { $0.kind == .person }.map(\.name) == ["Jon Reed"])
    #expect(said(text) == ["Jon Reed | it rained"])
  }

  @Test func whatTwoAreTogetherIsTheRoleOfNeither() {
    let found = suggestions(
      "Jon Reed and Zorro Vandik, both key figures in President Kolm’s team, met. "
        + "Vandik said it rained.")
    #expect(found.map(\.role) == [nil])
  }
}
