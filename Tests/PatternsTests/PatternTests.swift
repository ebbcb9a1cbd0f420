import Patterns
import Testing

@Suite struct PatternTests {
  private func found(_ source: String, in text: String, caseless: Bool = false) throws -> [String] {
    let bytes = Array(text.utf8)
    return try Pattern(source, caseless: caseless).matches(in: bytes).map {
      String(decoding: bytes[$0], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("tr.ce", "a truce, a trace", ["truce", "trace"]),
    (#"\w+"#, "le traité n’est pas", ["le", "traité", "n", "est", "pas"]),
    (#"\bда\b"#, "дан да нет", ["да"]),
    ("^b.*$", "a b\nb a\nb", ["b a", "b"]),
    ("a*", "baac", ["aa"]),
    ("|", "words", []),
    (#"a\Kb"#, "ab ab", ["b", "b"]),
    ("(a)(b)(c)", "xabcx", ["abc"]),
    ("(?=a)b?", "a", []),
    (#"(?:(?=(?1))|z)(?:a|(?:q(abc\K)))"#, "abcabc", []),
    (#"a|(?<=(?1))b(?:c|q(\Ka))"#, "abc", ["a", "bc"]),
    (#"(?<=é)e"#, "ée e", ["e"]),
  ])
  func matchesAreFound(_ source: String, _ text: String, _ expected: [String]) throws {
    #expect(try found(source, in: text) == expected)
  }

  @Test func caseFollowsUnicode() throws {
    #expect(try found("ÉTAT", in: "état État", caseless: true) == ["état", "État"])
    #expect(try found("ÉTAT", in: "état État") == [])
  }

  @Test(arguments: [
    ("(a", "missing closing parenthesis", 2),
    ("a[b", "missing terminating ] for character class", 3),
    ("é(", "missing closing parenthesis", 3),
    (#"a\G"#, #"\G is not offered"#, 1),
  ])
  func whatIsWrongIsSaidWithItsPlace(_ source: String, _ message: String, _ offset: Int) {
    #expect(throws: PatternError(.syntax, message, offset: offset)) { try Pattern(source) }
  }

  @Test func anEscapedBackslashBeforeGIsNoAssertion() throws {
    #expect(try found(#"\\G"#, in: #"a\G"#) == [#"\G"#])
  }

  @Test func halfACharacterIsNotOffered() {
    #expect(throws: PatternError.self) { try Pattern(#"\C"#) }
  }

  @Test func onlyTheRangeIsSearchedAndWhatStandsBeforeIsSeen() throws {
    let bytes = Array("abc abc abc".utf8)
    #expect(try Pattern("abc").matches(in: bytes, range: 1..<10) == [4..<7])
    #expect(try Pattern(#"\bbc"#).matches(in: bytes, range: 1..<11) == [])
    #expect(try Pattern("^b").matches(in: bytes, range: 1..<11) == [])
    #expect(try Pattern("c$").matches(in: bytes, range: 0..<7) == [6..<7])
    #expect(try Pattern("abc").matches(in: bytes, range: 8..<99) == [8..<11])
    #expect(try Pattern("abc").matches(in: [], range: 0..<0) == [])
  }

  @Test func aMatchCountIsLimited() throws {
    #expect(try Pattern("a").matches(in: Array("aaaa".utf8), atMost: 2).count == 2)
  }

  @Test func matchesFarApartAreFoundWhereverTheStepsFall() throws {
    for gap in [62, 63, 64, 65, 127, 128, 5_000, 300_000] {
      let text = String(repeating: "é", count: gap) + "needle"
      let bytes = Array((text + text + text).utf8)
      let expected = (1...3).map { n in (gap * 2 + 6) * n - 6..<(gap * 2 + 6) * n }
      #expect(try Pattern("needle").matches(in: bytes) == expected)
      #expect(try Pattern("[m-n]eedl[e]").matches(in: bytes) == expected)
    }
  }

  @Test func textThatIsNotUTF8IsRefused() {
    #expect(throws: PatternError.self) { try Pattern("b").matches(in: [0x61, 0xFF, 0x62]) }
    #expect(throws: PatternError.self) { try Pattern("b").matches(in: [0xC3, 0xA9], range: 1..<2) }
    #expect(throws: PatternError.self) { try Pattern("b").matches(in: [0xC3, 0xA9], range: 0..<1) }
  }
}
