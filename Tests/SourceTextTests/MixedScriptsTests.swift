import SourceText
import Testing

struct MixedScriptsTests {
  @Test(arguments: [
    ("\u{410}lba", "Latin", true), ("Mira Osl\u{456}n", "Latin", true),
    ("\u{391}lba and Corda", "Greek", true),
  ])
  func aWordOfTwoScriptsIsFound(_ name: String, _ script: String, _ isMixed: Bool) {
    let found = MixedScripts.word(in: name)
    #expect((found != nil) == isMixed)
    #expect(found?.scripts.map(\.rawValue).contains(script) == true)
  }

  @Test(arguments: [
    "Alba", "Москва", "Αθήνα", "Łódź", "Москва (Moscow)", "Владимир-Putin", "北京 Beijing", "Café №5",
    "µ", "",
  ])
  func wordsOfOneScriptEachAreNot(_ name: String) { #expect(MixedScripts.word(in: name) == nil) }
}
