import TestKit
import Testing

@testable import CommandKit

/// How a line is cut into words.
@Suite struct WordTests {
  /// Words as `form:text`, the note as `note:…`, an open quotation mark as `open@byte`.
  private func cut(_ text: String, takesNote: Bool = true) -> [String] {
    let line = CommandLine(text, takesNote: takesNote)
    var out = line.words.map { word in
      switch word.form {
      case .plain: "plain:\(line.text(word))"
      case .quoted: "quoted:\(line.text(word))"
      case .literal: "literal:\(line.text(word))"
      case .comma: ","
      }
    }
    if let note = line.noteRange {
      out.append("note:" + String(decoding: line.bytes[note], as: UTF8.self))
    }
    if let unclosed = line.unclosed { out.append("open@\(unclosed)") }
    return out
  }

  @Test(
    arguments: [
      ("", []), ("   \t ", []), ("one", ["plain:one"]),
      (" one  two\tthree\n", ["plain:one", "plain:two", "plain:three"]),
      ("it's o'clock", ["plain:it's", "plain:o'clock"]),
      ("‘one two’", ["plain:‘one", "plain:two’"]),
      ("Корда 北京", ["plain:Корда", "plain:北京"]), ("a\u{A0}b", ["plain:a\u{A0}b"]),
      ("#tag", ["plain:#tag"]), ("#a/b-c", ["plain:#a/b-c"]), ("# x", ["plain:#", "plain:x"]),
    ] as [(String, [String])])
  func blanksPartWords(line: String, expected: [String]) {
    #expect(cut(line) == expected)
  }

  @Test(
    arguments: [
      (#""one two""#, ["quoted:one two"]), (#"x"y"z"#, ["plain:x", "quoted:y", "plain:z"]),
      (#""""#, ["quoted:"]), (#""a\"b""#, [#"quoted:a"b"#]),
      (#""a\\" b"#, [#"quoted:a\"#, "plain:b"]),
      (#""\u0041\n""#, ["quoted:A\n"]), (#""a\q""#, [#"quoted:a\q"#]),
      (#""--" x"#, ["quoted:--", "plain:x"]),
      (#""a""b""#, ["quoted:a", "quoted:b"]), (#""“x”""#, ["quoted:“x”"]),
    ] as [(String, [String])])
  func straightMarksMakeAJSONString(line: String, expected: [String]) {
    #expect(cut(line) == expected)
  }

  @Test(
    arguments: [
      ("“one two”", ["literal:one two"]), ("“a \"b\" \\n c”", ["literal:a \"b\" \\n c"]),
      ("“a “b” c” d", ["literal:a “b” c", "plain:d"]),
      ("x“y”z", ["plain:x", "literal:y", "plain:z"]),
      ("“”", ["literal:"]), ("”x", ["plain:”x"]), ("“--” x", ["literal:--", "plain:x"]),
    ] as [(String, [String])])
  func typographicMarksAreLiteralAndNest(line: String, expected: [String]) {
    #expect(cut(line) == expected)
  }

  @Test(
    arguments: [
      ("a, b", ["plain:a", ",", "plain:b"]), ("a ,b", ["plain:a", ",", "plain:b"]),
      ("a,b", ["plain:a,b"]), ("a,,", ["plain:a", ",", ","]), (",", [","]), (",,", [",", ","]),
      (#""a", "b""#, ["quoted:a", ",", "quoted:b"]), ("“a”,“b”", ["literal:a", ",", "literal:b"]),
      ("1,000 x", ["plain:1,000", "plain:x"]), (#"a,"b""#, ["plain:a", ",", "quoted:b"]),
    ] as [(String, [String])])
  func commasAtTheEndOfAWordAreWords(line: String, expected: [String]) {
    #expect(cut(line) == expected)
  }

  @Test(
    arguments: [
      ("a -- b c", ["plain:a", "note:b c"]), ("a --", ["plain:a", "note:"]),
      ("a --  b  ", ["plain:a", "note: b"]), ("a --b", ["plain:a", "plain:--b"]),
      ("a--b -- c -- d", ["plain:a--b", "note:c -- d"]), ("-- x", ["note:x"]),
      (#"a -- "b"#, ["plain:a", #"note:"b"#]), ("a --- b", ["plain:a", "plain:---", "plain:b"]),
      (#"a -- #x, “y”"#, ["plain:a", "note:#x, “y”"]),
      ("a – b", ["plain:a", "plain:–", "plain:b"]),
    ] as [(String, [String])])
  func dashesBeginTheNote(line: String, expected: [String]) {
    #expect(cut(line) == expected)
  }

  @Test func whereNoNoteIsTakenDashesAreAWord() {
    #expect(cut("a -- b", takesNote: false) == ["plain:a", "plain:--", "plain:b"])
  }

  @Test(arguments: [
    (#"a "b"#, 2), (#"""#, 0), (#"a “b “c”"#, 2), (#""a\""#, 0), (#""\"#, 0), ("“", 0),
    (#""a" "b" ""#, 8),
  ])
  func anOpenMarkIsFoundWhereItStands(line: String, byte: Int) {
    #expect(CommandLine(line).unclosed == byte)
  }

  @Test(arguments: UInt64(1)...10)
  func wordsOfALineAtRandomStandInOrderAndCoverIt(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "a", "\"", "“", "”", "\\", " ", "  ", ",", "--", " -- ", "#", "\t", "\n", "é", "北", "\u{0}",
    ]
    for _ in 0..<400 {
      let text = random.several(pieces, most: 14).joined()
      let line = CommandLine(text)
      var end = 0
      for word in line.words {
        #expect(word.range.lowerBound >= end && !word.range.isEmpty, "\(text)")
        let between = line.bytes[end..<word.range.lowerBound]
        #expect(between.allSatisfy { [0x20, 0x09, 0x0A].contains($0) }, "\(text)")
        end = word.range.upperBound
        _ = line.text(word)
      }
      #expect(end <= line.bytes.count)
    }
  }
}
