import Testing

@testable import SourceText

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("жЖ", 2), ("北京", 4), ("ｶﾅ", 2), ("Ａ", 2),
    ("한", 2), ("\u{1100}\u{1161}\u{11A8}", 2), ("😀", 2), ("🕊", 1), ("a\u{200D}b", 2),
    ("\u{FEFF}", 0), ("a\u{AD}b", 2), ("„“…–", 4), ("「」", 4), ("\u{20DD}", 0), ("€", 1),
    ("\u{300}\u{301}", 0), ("👩‍🚀", 4), ("a北b", 4), ("⌚", 2), ("☎", 1), ("𠀀", 2),
  ])
  func cellsOfATextAreThoseOfItsScalars(text: String, cells: Int) {
    #expect(DisplayWidth.cells(of: text) == cells, "\(text)")
    #expect(DisplayWidth.cells(of: "x" + text + "y") == cells + 2, "\(text)")
  }

  @Test(arguments: [
    ("abcdef", 3, "abc"), ("abc", 3, "abc"), ("abc", 9, "abc"), ("北京", 3, "北"), ("北京", 1, ""),
    ("a北", 2, "a"), ("e\u{301}x", 1, "e\u{301}"), ("", 5, ""), ("abc", 0, ""),
    ("👩‍🚀x", 3, ""), ("👩‍🚀x", 4, "👩‍🚀"), ("abc", -1, ""),
  ])
  func theBeginningThatFitsNeverCutsACharacter(text: String, width: Int, expected: String) {
    #expect(String(DisplayWidth.prefix(of: text, fitting: width)) == expected)
  }
}
