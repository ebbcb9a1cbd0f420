import Attribution
import Casebook
import Testing

@Suite struct HostileTests {
  @Test(arguments: [
    "“", "”", "\"", "'", "„“", "““““““", "”””” said", ", said", "said", "said said said said said",
    "He said", "said he", ": “", "According to", "according to.", "“said”", "( ( ( said ) ) )",
    "\u{0}\u{1}\u{7F}", "He said that", "He said, “", "“A,” he said, “B", "’s said ’s",
    "laut", "nach Angaben", "Dies teilte", "wie die Polizei mitteilte", ", Alba said : « a b c »",
  ])
  func fragmentsNeverCrash(_ text: String) {
    for language in ["en", "de", "fr", "xx", ""] {
      for suggestion in suggestions(text, language) {
        for piece in suggestion.content {
          #expect(!piece.isEmpty && piece.upperBound <= text.utf8.count)
        }
      }
    }
  }

  @Test func bytesThatAreNoTextNeverCrash() {
    var state: UInt64 = 7
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<60 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(HostileTests.alphabet[Int(state >> 33) % HostileTests.alphabet.count])
      }
      for language in ["en", "de", "ja"] {
        _ = Suggester.suggest(
          in: bytes, blocks: [Block(.paragraph, 0..<bytes.count, line: 1)], language: language)
      }
    }
  }

  @Test func randomWordsNeverCrash() {
    let words = """
      said says told that who which , . : ; “ ” " „ “ ' ( ) - and but to of as Mira Oslin the a
      minister ministry according call for Sagte sagte teilte mit dass das der den laut nach
      Angaben so wie zufolge hat gesagt heißt es und er she he it's Oslin's claims quoted as saying
      proposals from among concerns is was has yet to commit 3 May Monday on in statement rejected
      """.split { $0 == " " || $0 == "\n" }
    var state: UInt64 = 11
    for round in 0..<3_000 {
      var text = ""
      for _ in 0..<(round % 14 + 1) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += words[Int(state >> 33) % words.count] + (state >> 60 == 3 ? "" : " ")
      }
      for language in ["en", "de", "fr"] {
        for suggestion in suggestions(text, language) {
          for piece in suggestion.content { #expect(!piece.isEmpty, "\(text)") }
        }
      }
    }
  }

  private static let alphabet =
    Array("“”„\"‘’«»,.:;-()s sSaid that he Oslin 3 to\u{FFFD}é中".utf8)
    + [0xE2, 0x80, 0xC3, 0xFF]

  @Test(arguments: [
    "the harbour and the town and ", "“ ", "“a ” ", "she said that ", "Mira Oslin, ", "\"a\" b, ",
    "( ", "very ", "‘a ’s ", "laut Polizei ", "Das sagte Holm. ", "who said ",
  ])
  func longTextsOfOneKindAreRead(_ piece: String) {
    let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
    let length = text.utf8.count
    for suggestion in suggestions(text) {
      #expect(suggestion.content.allSatisfy { !$0.isEmpty && $0.upperBound <= length })
    }
  }
}
