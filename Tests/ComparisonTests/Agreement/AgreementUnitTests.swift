import Casebook
import SourceText
import TestKit
import Testing

@testable import Comparison

/// An invented notebook: passages with one line or several of each coder, by several speakers.
private func notebook(seed: UInt64, coders: [String]) -> Casebook {
  var random = SeededGenerator(seed: seed)
  var desk = Desk()
  desk.parties += ["Oslin", "Brandt", "Reck"].map { Desk.party($0, .person) }
  var said: Set<String> = []
  for _ in 0..<60 {
    let words = "passage \(random.below(12))"
    let speaker = random.pick([nil, "Oslin", "Brandt", "Reck"])
    let issue = random.pick(["truce", "seat"])
    let coder = random.pick(coders)
    guard said.insert("\(words) \(speaker ?? "") \(issue) \(coder)").inserted else { continue }
    let stance = random.pick(["-2", "-1", "0", "+1", "+2", "mixed"])
    desk.statements.append(
      Said(words, "Alba", issue, stance).with {
        $0.speaker = speaker
        $0.coder = coder
      })
  }
  return desk.casebook()
}

@Test(arguments: 0..<20 as Range<UInt64>)
func aNotebookAgreesWithItself(seed: UInt64) {
  let book = notebook(seed: seed, coders: ["ab"])
  let result = AgreementQuery().answer(comparing: [("a.md", book), ("b.md", book)])
  #expect(result.nominal.alpha(.nominal) ?? 1 == 1)
  #expect(result.degrees.alpha(.ordinal) ?? 1 == 1)
  #expect(result.passages.alpha == 1)
  #expect(result.disagreementCount == 0 && result.gaps.isEmpty && result.elsewhereCount == 0)
}

@Test(arguments: 0..<20 as Range<UInt64>)
func eachCoderOfANotebookAgreesWithThemselves(seed: UInt64) {
  let book = notebook(seed: seed, coders: ["ab", "hv", "kl"])
  let result = AgreementQuery().answer(comparing: [("a.md", book), ("b.md", book)])
  for coder in 0..<3 {
    #expect(result.nominal.cohenKappa(coder, coder + 3)?.observed == 1)
    let shared = result.units.count { $0.lines[coder] != nil && $0.lines[coder + 3] != nil }
    #expect(shared == result.units.count { $0.lines[coder] != nil })
  }
}

/// Coder, speaker and words, one line each; what stands in one unit is joined by `+`.
private func units(_ lines: [(coder: String, speaker: String?, words: Range<Int>)]) -> [String] {
  let coded = lines.enumerated().map { number, line in
    CodedLine(
      coder: line.coder,
      id: RecordID(.statement, digest: "\(line.speaker ?? "x\(number)")".hexDigits),
      article: TextDigest(of: Array("wire".utf8)), range: line.words, pieces: [line.words],
      party: "Alba", issue: "truce", stance: 1, settled: nil, address: "\(number)")
  }
  return AgreementUnit.units(of: coded, coders: Set(lines.map(\.coder)).sorted()).map { unit in
    unit.lines.compactMap { $0.map { coded[$0].address } }.joined(separator: "+")
  }
}

extension String {
  fileprivate var hexDigits: String {
    let hex = utf8.map { String($0, radix: 16) }.joined()
    return String((hex + String(repeating: "0", count: 16)).prefix(16))
  }
}

@Test func theSameStatementGoesFirstThenTheSameWordsThenWhatOverlaps() {
  // Two speakers on the same words: each with itself.
  #expect(
    units([
      ("ab", "p", 0..<9), ("ab", "q", 0..<9), ("hv", "q", 0..<9), ("hv", "p", 0..<9),
    ]) == ["0+3", "1+2"])
  // The same words before words that overlap.
  #expect(units([("ab", nil, 0..<20), ("ab", nil, 5..<9), ("hv", nil, 5..<9)]) == ["0", "1+2"])
  #expect(units([("ab", nil, 0..<6), ("hv", nil, 4..<9), ("kl", nil, 8..<12)]) == ["0+1+2"])
  // Of two that overlap the one that has more in common.
  #expect(units([("ab", nil, 0..<6), ("ab", nil, 4..<20), ("hv", nil, 5..<19)]) == ["0", "1+2"])
}
