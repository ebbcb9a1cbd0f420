import TestKit
import Testing

@testable import Commands

/// The table of estimative language, and what `lint` reads with it.
@Suite struct TradecraftTests {
  @Test func everyRowOfTheTableReads() {
    let table = String(decoding: Tradecraft.table, as: UTF8.self)
    #expect(Tradecraft.faults(in: table) == [])
    #expect(Tradecraft.faults(in: "first\tlikely\n") == ["first\tlikely"])
  }

  @Test(arguments: [
    ("very likely", [Tradecraft.Kind.first]), ("unlikely", [.first]), ("likelihood", []),
    ("highly probable or probable", [.second, .second]), ("a remote village", []),
    ("with moderate confidence", [.confidence]),
    ("almost certainly confirmed", [.first, .certain]),
  ])
  func theLongestTermIsTaken(text: String, kinds: [Tradecraft.Kind]) {
    let words = text.split(separator: " ").map(String.init)
    #expect(Tradecraft.shared.terms(in: words).map(\.kind) == kinds)
  }

  /// Findings of each rule in some lines: the name of the rule, as often as it is found.
  private func found(_ lines: [String]) throws -> [String] {
    var test = try TestSession()
    test.run(lines)
    return test.run("lint as csv").text.split(separator: "\n").dropFirst()
      .map { String($0.prefix { $0 != "," }) }
  }

  @Test(arguments: [
    "A truce is likely; rain is probable.", "It is almost certain, and no remote chance is left.",
  ])
  func wordsOfBothRowsAreFound(text: String) throws {
    #expect(try found(["write \"\(text)\""]) == ["mixed-rows"])
  }

  @Test(arguments: [
    "A truce is likely, and rain unlikely.", "A truce is likely; “probably”, said Alba.",
    "Nothing.",
  ])
  func wordsOfOneRowAreNot(text: String) throws {
    #expect(try found(["write \"\(text)\""]) == [])
  }

  @Test func confidenceAndLikelihoodAreFoundInOneSentenceOnly() throws {
    let one = "write \"We have high confidence that it is likely.\""
    let two = "write \"It is likely. Our confidence is high; high confidence is rare.\""
    #expect(try found([one]) == ["confidence-with-likelihood"])
    #expect(try found([two]) == [])
  }

  @Test(.timeLimit(.minutes(1))) func aTextOfOneWordIsReadInLinearTime() throws {
    let words = Array(repeating: "truce", count: 100_000).joined(separator: " ")
    var test = try TestSession()
    try test.world.folder.write("A wire\n\n\(words) again.\n", to: "wire.txt")
    test.run(["load wire.txt as wire", "write \"“\(words)” — \(words)\""])
    #expect(test.run("lint").diagnostic == nil)
  }

  @Test func aChangedQuotationIsFoundAndAnExactOneIsNot() throws {
    var test = try TestSession()
    try test.world.folder.write(
      "A wire\n\nThe envoy said that “no boat crosses before the rains end”.\n", to: "wire.txt")
    test.run("load wire.txt as wire")
    test.run("write \"He said “no boat crosses, before the Rains … end”.\"")
    #expect(test.run("lint").text == "nothing found\n")
    test.run("write \"He said “no boat crosses before the war ends” then.\"")
    #expect(test.run("lint").text.contains("has “no boat crosses before the rains end”"))
  }

  @Test func longCirclesAreFoundWithoutRecursion() {
    let ids = (0..<50_000).map { RecordIDs.id($0) }
    let links = ids.indices.map { i in
      RecordIDs.link(from: ids[i], to: ids[(i + 1) % ids.count])
    }
    #expect(LinkCircles(links).circles.map(\.count) == [50_000])
    #expect(LinkCircles(Array(links.dropLast())).circles.isEmpty)
  }
}
