import Anchoring
import SourceText
import Testing

/// What is typed, the text with the places it must find, and how they are found.
struct LookupCase: CustomTestStringConvertible, Sendable {
  let typed: String
  let text: String
  let how: Lookup.Match

  init(_ typed: String, _ text: String, _ how: Lookup.Match = .exact) {
    self.typed = typed
    self.text = text
    self.how = how
  }

  var testDescription: String { typed }
}

@Suite struct LookingUpTests {
  @Test(arguments: [
    LookupCase("no truce", "There is ⟦no truce⟧ now."),
    LookupCase("  no truce ", "There is ⟦no truce⟧ now."),
    LookupCase("the", "⟦the⟧ other and ⟦the⟧ one"),
    LookupCase("art", "a party, some ⟦art⟧, artful"),
    LookupCase("can", "We can't, but they ⟦can⟧."),
    LookupCase("can", "We can’t, but they ⟦can⟧."),
    LookupCase("Russia", "⟦Russia⟧'s envoy"),
    LookupCase("停火", "双方⟦停火⟧协议"),
    LookupCase("우크라이나", "⟦우크라이나⟧는"),
    LookupCase("% of", "10⟦% of⟧ them"),
  ])
  func exactWordsAreFoundWhole(_ c: LookupCase) { check(c) }

  @Test(arguments: [
    LookupCase("\"no truce\"", "He said ⟦“no truce”⟧ twice.", .folded),
    LookupCase("'no truce'", "He said ⟦“no truce”⟧ twice.", .folded),
    LookupCase("don't", "We ⟦don’t⟧ know.", .folded),
    LookupCase("NO TRUCE", "There is ⟦no truce⟧ now.", .folded),
    LookupCase("yes - no", "It is ⟦yes – no⟧.", .folded),
    LookupCase("yes--no", "It is ⟦yes—no⟧.", .folded),
    LookupCase("a b c", "x ⟦a\u{A0}b\n  c⟧ x", .folded),
    LookupCase("well...", "⟦Well…⟧ no", .folded),
    LookupCase("guarantees", "no ⟦guar\u{AD}antees⟧\u{AD}, no", .folded),
    LookupCase("STRASSE", "die ⟦Straße⟧ dort", .folded),
    LookupCase("caf\u{E9}", "le ⟦cafe\u{301}⟧ noir", .folded),
    LookupCase("cafe\u{301}", "le ⟦caf\u{E9}⟧ noir", .folded),
    LookupCase("vi\u{1EC7}t", "⟦Vie\u{302}\u{323}t⟧ Nam", .folded),
    LookupCase("\u{1112}\u{1161}\u{11AB}", "⟦\u{D55C}⟧국", .folded),
    LookupCase("МОСКВА", "Здесь ⟦Москва⟧.", .folded),
    LookupCase("ΟΔΟΣ", "η ⟦οδος⟧ οδός", .folded),
  ])
  func quotesDashesBlanksCaseAndCompositionFold(_ c: LookupCase) { check(c) }

  @Test(arguments: [
    LookupCase("no … guarantees", "I see ⟦no truce without guarantees⟧ or guarantees.", .spanning),
    LookupCase("no ... guarantees", "⟦No truce without guarantees⟧ now.", .spanning),
    LookupCase("ukr...memb", "For ⟦Ukraine wants membership⟧ soon.", .spanning),
    LookupCase("a … c … e", "⟦a b c d e⟧ f", .spanning),
    LookupCase("a ... a", "x ⟦a b a⟧ c", .spanning),
    LookupCase("without...", "No. Nothing ⟦without guarantees.⟧ Not now.", .spanning),
    LookupCase("without …", "No. Nothing ⟦without guarantees.⟧ Not now.", .spanning),
  ])
  func anEllipsisSpansWordsOnlyWhereTheTextHasNone(_ c: LookupCase) { check(c) }

  @Test(arguments: [
    LookupCase("“no truce", "He said ⟦“no truce”⟧ twice."),
    LookupCase("(as he said", "Well ⟦(as he said)⟧ so."),
    LookupCase("‘we don’t know", "So ⟦‘we don’t know’⟧ it is."),
    LookupCase("„kein Frieden", "Er: ⟦„kein Frieden“⟧ sagte"),
    LookupCase("\"no (not", "⟦\"no (not)\"⟧ he"),
    LookupCase("no truce", "He said “⟦no truce⟧” twice."),
    LookupCase("“a” b", "⟦“a” b⟧” c"),
  ])
  func aClosingMarkIsTakenInWithItsOpener(_ c: LookupCase) { check(c) }

  @Test func wordsWithBlanksAroundTheEllipsisAreNotCut() {
    let text = Marked("Ukraine wants membership soon.")
    #expect(isNowhere(lookUp("ukr … memb", in: text.text, within: text.whole)))
  }

  @Test(arguments: ["one two", "ONE two", "one … two"])
  func noMatchCrossesFromOneRangeToAnother(_ typed: String) {
    let text = Marked("⟦He said one⟧ ⟦two came⟧")
    #expect(isNowhere(lookUp(typed, in: text.text, within: text.places)))
    let joined = [0..<text.text.count]
    #expect(!isNowhere(lookUp(typed, in: text.text, within: joined)))
  }

  @Test func wordsOutsideTheRangesAreNotFound() {
    let text = Marked("one ⟦two⟧ one ⟦three one⟧ one")
    let last = text.places[1].upperBound
    for (typed, how) in [("one", Lookup.Match.exact), ("ONE", .folded)] {
      let found = lookUp(typed, in: text.text, within: text.places)
      #expect(found == .found([last - 3..<last], how: how))
    }
  }

  @Test(arguments: ["the offer of troops will be opposed", "Moscow opposes any offer of troops"])
  func theNearestWordsAreOffered(_ typed: String) throws {
    let text = Marked("Talks go on. Moscow will oppose the offer of troops. Kyiv waits for news.")
    guard case .nowhere(let nearest) = lookUp(typed, in: text.text, within: text.whole) else {
      Issue.record("found")
      return
    }
    #expect(text.text[try #require(nearest)].contains("offer of troops"))
  }

  @Test(arguments: ["", "   ", "\n", "…", "...", "\u{AD}", "zebra"])
  func wordsThatSayNothingAreNowhere(_ typed: String) {
    let text = Marked("Talks go on.")
    #expect(lookUp(typed, in: text.text, within: text.whole) == .nowhere(nearest: nil))
  }

  @Test(arguments: [
    ("minist", "The ⟦Minist⟧er and ⟦minist⟧ries, administers"), ("no ", "⟦No⟧rth and ⟦no⟧"),
    ("'no", "⟦“No⟧” he"), ("", "a"),
  ])
  func occurrencesBeginWords(_ typed: String, _ source: String) {
    let text = Marked(source)
    let found = occurrences(of: typed, in: text.text, within: text.whole)
    #expect(text.marking(found) == source)
  }

  private func check(_ c: LookupCase) {
    let text = Marked(c.text)
    let end = { (place: Int) in
      text.text.bytes[place...].firstIndex(of: 0x2E).map { $0 + 2 } ?? text.text.count
    }
    let found = lookUp(c.typed, in: text.text, within: text.whole, sentenceEnd: end)
    guard case .found(let places, let how) = found else {
      Issue.record("\(c.typed) was not found")
      return
    }
    #expect(text.marking(places) == c.text)
    #expect(how == c.how)
  }

  private func isNowhere(_ lookup: Lookup) -> Bool {
    if case .nowhere = lookup { true } else { false }
  }
}
