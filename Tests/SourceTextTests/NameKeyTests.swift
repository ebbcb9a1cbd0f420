import Testing

@testable import SourceText

@Suite struct NameKeyTests {
  @Test(arguments: [
    ("Alba", "alba"), ("ALBA", "Alba"), ("é", "e\u{301}"), ("É", "é"), ("E\u{301}", "é"),
    ("Straße", "STRASSE"), ("straße", "Strasse"), ("ẞ", "ß"), ("ΟΔΥΣΣΕΥΣ", "οδυσσευς"),
    ("σ", "ς"), ("Σ", "ς"), ("Ångström", "\u{212B}ngstro\u{308}m"), ("Олсин", "ОЛСИН"),
    ("K", "\u{212A}"), ("ﬁnal", "FINAL"), ("가", "\u{1100}\u{1161}"), ("", ""),
    ("q\u{323}\u{307}", "q\u{307}\u{323}"),
  ])
  func theseAreOneName(a: String, b: String) {
    #expect(NameKey(a) == NameKey(b))
    #expect(NameKey(a).hashValue == NameKey(b).hashValue)
  }

  @Test(arguments: [
    ("Alba", "Albania"), ("e", "é"), ("a b", "ab"), ("a b", "a  b"), ("1", "①"), ("o", "ø"),
    ("А", "A"), ("Mira Oslin", "Mira-Oslin"), (" Alba", "Alba"), ("ı", "j"),
  ])
  func theseAreTwo(a: String, b: String) {
    #expect(NameKey(a) != NameKey(b))
  }
}
