import SourceText
import TestKit
import Testing

@testable import Casebook

@Suite struct RecordIDTests {
  private func id(_ text: String) throws -> RecordID { try #require(RecordID(text.utf8)) }

  // The vectors were computed with Python:
  //
  //   h = lambda *parts: hashlib.sha256(''.join(p + '\n' for p in parts).encode()).hexdigest()
  //   text = hashlib.sha256('There will be no truce without guarantees.'.encode()).hexdigest()
  //   h(text, '14', 'no truce') …

  private let text = TextDigest(of: Array("There will be no truce without guarantees.".utf8))

  @Test(arguments: [
    (14, ["no truce"], "a10913a46"), (14, ["no truce", "guarantees"], "a3da30770"),
    (0, ["нема примирја", "北京"], "a02941095"),
  ])
  func annotationsHaveTheIDsOfTheirWords(start: Int, pieces: [String], expected: String) {
    let digest = RecordID.annotationDigest(text: text, start: start, pieces: pieces)
    #expect(RecordID(.annotation, digest: digest.hex).text == expected)
  }

  @Test(arguments: [
    ("Mira Oslin", "Alba", "truce", "s7b925f69"), (nil, "Corda", nil, "sfbcca06d"),
    (nil, nil, nil, "scee6fe0a"),
  ])
  func statementsHaveTheIDsOfWhoSpeaksOnWhat(
    speaker: String?, party: String?, issue: String?, expected: String
  ) throws {
    let digest = RecordID.statementDigest(
      annotation: try id("a8f536ced"), speaker: speaker, party: party, issue: issue)
    #expect(RecordID(.statement, digest: digest.hex).text == expected)
  }

  @Test func claimsAndLinksHaveTheIDsOfWhatTheySay() throws {
    let claim = RecordID.claimDigest(text: "Alba refuses a truce.")
    #expect(RecordID(.claim, digest: claim.hex).text == "c77515cc1")
    #expect(RecordID(.claim, digest: RecordID.claimDigest(text: "").hex).text == "c01ba4719")
    let (a, s) = (try id("a8f536ced"), try id("s67b1d33a"))
    let link = RecordID.linkDigest(from: a, relation: .contradicts, to: s)
    #expect(RecordID(.link, digest: link.hex).text == "lc66ae707")
    let back = RecordID.linkDigest(from: s, relation: .sameAs, to: a)
    #expect(RecordID(.link, digest: back.hex, digits: 10).text == "le7c53619c5")
  }

  @Test func theDigestOfATextIsThatOfItsBytes() {
    #expect(
      text.hex == "ff61d0c571a07be83ba896a1b5b68b8e8adc152fbf0dae5606a9ed1408c27ed1")
  }

  @Test(arguments: [
    "a8f536ced", "s00000000", "cffffffff", "l0123456789", "a0123456789ab", "sabcdef012",
  ])
  func idsAreReadAsTheyAreWritten(written: String) throws {
    let read = try id(written)
    #expect(read.text == written)
    #expect(read.count == written.utf8.count - 1)
    #expect(read.kind.letter == String(written.prefix(1)))
    #expect(read.text(digits: 4) == String(written.prefix(5)))
    #expect(read.text(digits: 99) == written)
  }

  @Test(arguments: [
    "", "a", "a8f536ce", "b8f536ced", "A8f536ced", "a8F536ced", "a8f536ceg", " a8f536ced",
    "a8f536ced ", "a0123456789abc", "8f536ced0", "ä8f536ced",
  ])
  func otherWordsAreNoIDs(written: String) {
    #expect(RecordID(written.utf8) == nil)
  }

  @Test func fourToTwelveDigitsMayBeABeginning() {
    for count in 0...14 {
      let word = "a" + String(repeating: "7", count: count)
      #expect((RecordID(prefix: word.utf8) != nil) == (4...12).contains(count), "\(count)")
    }
  }

  @Test func theOrderIsThatOfTheWrittenIDs() {
    var random = SeededGenerator(seed: 1)
    let digits = Array("0018f".utf8)
    let written = Set(
      (0..<300).map { _ in
        let word = (0..<8 + random.below(5)).map { _ in random.pick(digits) }
        return random.pick(["a", "c", "l", "s"]) + String(decoding: word, as: UTF8.self)
      })
    let ids = written.compactMap { RecordID($0.utf8) }.sorted()
    #expect(ids.map(\.text) == written.sorted())
  }

  @Test func abeginningIsToldByItsDigits() throws {
    let long = try id("a8f536ced01")
    for short in ["a8f53", "a8f536ced", "a8f536ced01"] {
      #expect(long.begins(with: try #require(RecordID(prefix: short.utf8))), "\(short)")
    }
    for other in ["a8f54", "s8f53", "a8f536ced012", "a0000"] {
      #expect(!long.begins(with: try #require(RecordID(prefix: other.utf8))), "\(other)")
    }
  }
}
