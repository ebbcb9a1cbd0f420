import Casebook
import SourceText
import TestKit
import Testing

@testable import CommandKit

/// Addresses, rows, days in words, near misses, names.
@Suite struct ValueTests {
  @Test(arguments: [
    ("5", "5"), ("5.2", "5 sentence 2"), ("5-7", "5 to 7"), ("5-5", "5 to 5"), ("5q", "5 quoted"),
    ("5.2q", "5 sentence 2 quoted"), ("5-7q", "5 to 7 quoted"), ("15a", "15 mark a"),
    ("15ab", "15 mark ab"), ("9999999", "9999999"), ("05", "5"), ("5qa", "5 mark qa"),
  ])
  func addressesAreRead(text: String, expected: String) throws {
    let address = try #require(Address(text))
    var out = "\(address.paragraph)"
    if let sentence = address.sentence { out += " sentence \(sentence)" }
    if let last = address.last { out += " to \(last)" }
    if address.isQuoted { out += " quoted" }
    if let letter = address.letter { out += " mark \(letter)" }
    expectSame(out, expected)
  }

  @Test(arguments: [
    "", "0", "-1", "a", "5.", "5.0", "5-", "7-5", "5.2-3", "5-7.1", "5.2a", "5-7a", "5A", "5 ",
    "10000000", "5..2", "５", "5é", "5q1", "q", "5.a",
  ])
  func otherWordsAreNoAddress(text: String) {
    #expect(Address(text) == nil)
  }

  @Test(arguments: [
    ("%3", 5, [3]), ("3", 5, [3]), ("%2-4", 5, [2, 3, 4]), ("%2-2", 5, [2]), ("%5", 5, [5]),
    ("%all", 3, [1, 2, 3]), ("all", 1, [1]),
  ])
  func rowsAreNumbersWithinTheListing(text: String, count: Int, expected: [Int]) {
    #expect(ReferenceReader.rowNumbers(text, count: count) == expected)
  }

  @Test(arguments: [
    ("%0", 5), ("%6", 5), ("%4-2", 5), ("%2-6", 5), ("%-2", 5), ("%2-", 5), ("%", 5), ("%%3", 5),
    ("%a", 5), ("%all", 0), ("%1", 0), ("%1-2-3", 5), ("%1.5", 5), ("%ALL", 5), ("%-1--1", 5),
    ("%99999999999999999999", 5), ("", 5),
  ])
  func otherWordsAreNoRows(text: String, count: Int) {
    #expect(ReferenceReader.rowNumbers(text, count: count) == nil)
  }

  @Test(arguments: [
    ("it", true), ("%3", true), ("a8f53", true), ("a8f536ced", true), ("15a", true),
    ("london:15a", true), ("15", false), ("5q", false), ("london:15", false), ("Alba", false),
    ("a8f", false), ("It", false),
  ])
  func referencesAreTold(word: String, isReference: Bool) {
    #expect(ReferenceReader.isReference(word) == isReference)
  }

  /// Counted from Thursday, 17 April 2031.
  @Test(arguments: [
    ("today", "2031-04-17"), ("yesterday", "2031-04-16"), ("thursday", "2031-04-17"),
    ("Wednesday", "2031-04-16"), ("friday", "2031-04-11"), ("last thursday", "2031-04-10"),
    ("last friday", "2031-04-11"), ("this week", "2031-04-14..2031-04-20"),
    ("earlier this week", "2031-04-14..2031-04-16"), ("last week", "2031-04-07..2031-04-13"),
    ("2031-04", "2031-04-01..2031-04-30"), ("2031-04-15..2031-04-16", "2031-04-15..2031-04-16"),
    ("thu", "2031-04-17"), ("MON", "2031-04-14"),
  ])
  func daysInWordsAreCountedFromADay(words: String, expected: String) throws {
    let day = try #require(Day(year: 2031, month: 4, day: 17))
    let split = words.split(separator: " ").map(String.init)
    #expect(DayWords.days(split, from: day)?.description == expected)
    #expect(DayWords.areDays(split))
  }

  @Test(arguments: ["", "th", "t", "thursdays", "next week", "last", "last month", "soon", "week"])
  func otherWordsAreNoDays(words: String) throws {
    let day = try #require(Day(year: 2031, month: 4, day: 17))
    let split = words.split(separator: " ").map(String.init)
    #expect(DayWords.days(split, from: day) == nil)
    #expect(!DayWords.areDays(split))
  }

  @Test func withoutADayOnlyWrittenDaysMeanSomething() {
    #expect(DayWords.days(["thursday"], from: nil) == nil)
    #expect(DayWords.days(["2031"], from: nil)?.first.description == "2031-01-01")
  }

  @Test func onAMondayNothingIsEarlierThisWeek() throws {
    let monday = try #require(Day(year: 2031, month: 4, day: 14))
    #expect(DayWords.days(["earlier", "this", "week"], from: monday) == nil)
    #expect(DayWords.days(["monday"], from: monday)?.first == monday)
  }

  @Test(
    arguments: [
      ("anotate", ["annotate"]), ("lst", ["list"]), ("li", ["link", "list"]),
      ("comapre", ["compare"]),
      ("xyz", []), ("read", ["read"]), ("COMPARE", ["compare"]), ("", []), ("r", []),
    ] as [(String, [String])])
  func nearMissesAreProposed(typed: String, expected: [String]) {
    let words = ["annotate", "compare", "link", "list", "load", "read"]
    #expect(Nearness.nearest(to: typed, in: words) == expected)
  }

  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "acb", 1),
    ("abc", "abd", 1), ("abc", "ab", 1), ("ca", "abc", 3), ("kitten", "sitting", 3),
    ("é", "e\u{301}", 0),
  ])
  func theDistanceCountsSwapsAsOne(a: String, b: String, expected: Int) {
    #expect(Nearness.distance(Array(a), Array(b)) == expected)
    #expect(Nearness.distance(Array(b), Array(a)) == expected)
  }

  @Test func atMostThreeNearMissesAreProposed() {
    #expect(Nearness.nearest(to: "aa", in: ["aab", "aac", "aad", "aae"]) == ["aab", "aac", "aad"])
  }

  @Test(arguments: [
    ("Alba", "Alba"), ("Mira Oslin", "\"Mira Oslin\""), ("a-b_c.d", "a-b_c.d"), ("to", "\"to\""),
    ("2031", "\"2031\""), ("a8f536ced", "\"a8f536ced\""), ("", "\"\""), ("--", "\"--\""),
    ("Корда", "Корда"), ("it", "\"it\""), ("a\"b", "\"a\\\"b\""), ("O'Neill", "\"O'Neill\""),
    ("face", "face"), ("+1", "\"+1\""),
  ])
  func namesAreQuotedWhereTheyNeedIt(name: String, expected: String) {
    expectSame(NormalForm.name(name), expected)
  }

  @Test(arguments: [
    "say ⟦“no”⟧ and ⟦„ja“⟧ again", "⟦«non»⟧ or ⟦»nein«⟧ or ⟦\"no\"⟧ again",
    "no marks", "⟦“open to the end⟧",
    "⟦「北」⟧x⟦『京』⟧", "it's ‘single’", "⟦“”⟧",
  ])
  func quotedWordsAreFoundWithTheirMarks(marked: String) {
    let text = MarkedText(marked)
    let found = Quotation.quoted(in: CanonicalText(text.text), 0..<text.text.utf8.count)
    expectSame(MarkedText.marking(found, in: text.text), marked)
  }
}
