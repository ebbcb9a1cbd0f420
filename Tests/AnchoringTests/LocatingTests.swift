import Anchoring
import SourceText
import Testing

/// A passage in an old text, and where it is in the new one: in marks, or nowhere.
struct LocateCase: CustomTestStringConvertible, Sendable {
  let old: String
  let new: String
  let state: AnchorState

  init(_ state: AnchorState, _ old: String, _ new: String) {
    self.old = old
    self.new = new
    self.state = state
  }

  var testDescription: String { new }

  var resolution: (Resolution, Marked) {
    let old = Marked(old)
    let new = Marked(new)
    return (locate(describe(old.places, in: old.text), in: new.text), new)
  }
}

@Suite struct LocatingTests {
  static let said = "The envoy said ⟦there will be no truce without guarantees⟧ for Alba."

  @Test(arguments: [
    LocateCase(.exact, said, said),
    LocateCase(
      .exact, said, "On Monday: the envoy said ⟦there will be no truce without guarantees⟧."),
    LocateCase(.exact, "I ⟦see⟧. You see. We see.", "You see. We see. Then I ⟦see⟧. "),
    LocateCase(.exact, "a n⟦o⟧ b", "xx a n⟦o⟧ b"),
    LocateCase(.exact, "He ⟦can⟧ go", "Now they can't; he ⟦can⟧ go"),
  ])
  func theVeryWordsAreExact(_ c: LocateCase) { check(c) }

  @Test(arguments: [
    LocateCase(
      .normalised, "She said ⟦“no truce – ever”⟧ there.", "She said ⟦\"no truce - ever\"⟧ there."),
    LocateCase(.normalised, "She said ⟦no truce⟧ now.", "She said ⟦no\u{A0}\n truce⟧ now."),
    LocateCase(.normalised, "She said ⟦No truce⟧ now.", "She said ⟦NO TRUCE⟧ now."),
    LocateCase(.normalised, "au ⟦cafe\u{301} noir⟧ ici", "au ⟦caf\u{E9} noir⟧ ici"),
  ])
  func wordsEqualAfterFoldingAreNormalised(_ c: LocateCase) { check(c) }

  @Test(arguments: [
    LocateCase(
      .drifted, said, "The envoy said ⟦there would be no truce without guarantees⟧ for Alba."),
    LocateCase(
      .drifted, said, "The envoy said ⟦there will be no truce without real guarantees⟧ for Alba."),
    LocateCase(
      .drifted, said, "The envoy said ⟦there will be no truce without guaranties⟧ for Alba."),
    LocateCase(
      .drifted, "Now. ⟦The talks went on until late⟧, he said. So did the others, a man said.",
      "Now. ⟦These talks went on until late⟧, he said. So did the others, a man said."),
  ])
  func wordsMuchLikeThemAreDrifted(_ c: LocateCase) { check(c) }

  @Test(arguments: [
    "The envoy said there will be a truce without guarantees for Alba.",
    "The envoy said there will be no truce with guarantees for Alba.",
    "The envoy said there will not be no truce without guarantees for Alba.",
    "The envoy said there won't be no truce without guarantees for Alba.",
    "The envoy said there will be no truce without two guarantees for Alba.",
    "The envoy said there will be no truce without 2 guarantees for Alba.",
    "The envoy said there will be no truce without Corda guarantees for Alba.",
    "The harvest was good this year, and the price of grain fell.",
    "",
  ])
  func wordsThatSayAnotherThingAreOrphans(_ new: String) {
    check(LocateCase(.orphan, Self.said, new))
  }

  @Test(arguments: [
    ("Moscow insists that the troops stay there", "Kyiv insists that the troops stay there"),
    ("Alba attacked Corda on the coast road", "Corda attacked Alba on the coast road"),
    ("the price rose by 5 per cent last year", "the price rose by 6 per cent last year"),
    ("the price rose by 5 per cent last year", "the price rose by -5 per cent last year"),
    ("the grant of $5 was paid last year", "the grant of €5 was paid last year"),
    ("five soldiers were hurt in the raid", "six soldiers were hurt in the raid"),
    ("the army will attack the town", "the army won't attack the town"),
    ("wir haben eine lange Liste dabei", "wir haben keine lange Liste dabei"),
    ("мы будем подписывать договор завтра", "мы не будем подписывать договор завтра"),
    ("بلغ عدد القتلى ٥ في الهجوم أمس", "بلغ عدد القتلى ٦ في الهجوم أمس"),
    ("ce sera possible demain matin", "ce ne sera pas possible demain matin"),
  ])
  func namesNumbersAndNegationsMakeOrphans(_ old: String, _ new: String) {
    let around = { (words: String) in
      "They met again at noon. \(words). It was what all had waited for."
    }
    check(LocateCase(.orphan, around("⟦\(old)⟧"), around(new)))
  }

  @Test func anOrphanShowsTheNearestWords() throws {
    let c = LocateCase(
      .orphan, Self.said, "Well. The envoy said there will be a truce without guarantees for Alba.")
    let (found, new) = c.resolution
    #expect(new.text[try #require(found.nearest)].contains("be a truce without guarantees"))
  }

  @Test func anOrdinaryFirstWordIsNoName() {
    check(
      LocateCase(
        .drifted, "They met. ⟦The talks of the envoys went on⟧, he said.",
        "They met. ⟦Those talks of the envoys went on⟧, he said, for those who asked."))
  }

  @Test(arguments: ["we agree", "WE agree"])
  func equalPlacesAreAmbiguous(_ now: String) {
    let line =
      "A man came in, looked round and rose. Yes, ⟦we agree⟧ to it. He sat down again at last."
    let old = Marked(line)
    let new = Marked("Oh. \(line) \(line)".replacing("we agree", with: now))
    let found = locate(describe(old.places, in: old.text), in: new.text)
    #expect(found == Resolution(state: .ambiguous, candidates: new.places))
  }

  @Test func theNeighboursTellWhichOfEqualPlacesIsMeant() {
    let line =
      "A man came in, looked round and rose. Yes, we agree to it. He sat down again at last."
    let meant = line.replacing("we agree", with: "⟦we agree⟧")
    let end = " Then ⟦the bell rang twice⟧."
    check(LocateCase(.exact, meant + end, "Oh. " + meant + end + " " + line))
  }

  @Test func twoApproximatePlacesThatFitEquallyAreNoPlace() {
    let line = "the envoy said there would be a long truce for all of the coast"
    let (found, _) = LocateCase(
      .orphan, "Now: ⟦the envoy said there will be a long truce for all the coast⟧. End.",
      "Now: \(line). End. Now: \(line). End."
    ).resolution
    #expect(found.state == .orphan)
    #expect(found.candidates.count == 2)
  }

  @Test func theContextChoosesAmongEqualWords() {
    check(
      LocateCase(
        .exact, "In the north they said ⟦we agree⟧ to the plan. In the south they wept.",
        "First they wept, we agree, in the south. So in the north they said ⟦we agree⟧ to the plan."
      ))
  }

  @Test func aWordAloneIsNotTakenFromAnotherSentence() {
    check(
      LocateCase(.orphan, "They said ⟦no⟧ to the plan.", "Rain fell; there was no wind at all."))
  }

  @Test func scoresFallWithTheChange() {
    let versions = [
      "The envoy said there will be no truce without guarantees for Alba.",
      "The envoy said there will be NO truce without guarantees for Alba.",
      "The envoy said there would be no truce without guarantees for Alba.",
      "The envoy said there would be no lasting truce without guarantees for Alba.",
      "The harvest was good.",
    ]
    let scores = versions.map { LocateCase(.exact, Self.said, $0).resolution.0.score }
    #expect(scores == scores.sorted(by: >))
    #expect(Set(scores).count == scores.count)
    #expect(scores[0] == 1)
  }

  @Test(arguments: [
    LocateCase(
      .exact, "He ⟦wants peace⟧, he said, ⟦and land⟧.", "Oh. He ⟦wants peace⟧, he said, ⟦and land⟧."
    ),
    LocateCase(
      .normalised, "He ⟦wants peace⟧, he said, ⟦and land⟧.",
      "He ⟦wants peace⟧, he said, ⟦AND land⟧."),
    LocateCase(
      .orphan, "He ⟦wants peace⟧, he said, ⟦and land⟧.", "He said and land, and he wants peace."),
    LocateCase(.orphan, "He ⟦wants peace⟧, he said, ⟦and land⟧.", "He wants peace, he said."),
    LocateCase(
      .orphan, "At noon ⟦the bell rang twice⟧ and then ⟦the crowd went home⟧ again.",
      "And then the crowd went home again. At noon the bell rang twice and then it rained."),
  ])
  func aPassageIsAsGoodAsItsWorstPiece(_ c: LocateCase) { check(c) }

  @Test func movedTellsWhetherThePlaceIsTheOld() {
    #expect(!LocateCase(.exact, "a ⟦b c d⟧ e", "a b c d e f").resolution.0.moved)
    #expect(LocateCase(.exact, "a ⟦b c d⟧ e", "f a b c d e").resolution.0.moved)
  }

  private func check(_ c: LocateCase) {
    let (found, new) = c.resolution
    #expect(found.state == c.state)
    let isPlaced = c.state < .ambiguous
    #expect(new.marking(found.pieces) == (isPlaced ? c.new : new.marking([])))
  }
}
