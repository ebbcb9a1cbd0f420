import Readers
import SourceText
import Testing

@Suite struct LanguageTests {
  @Test(arguments: [
    ("外长周四说：“大桥将对所有人保持开放，没有人怀疑这一点。”", String?("zh")),
    ("大臣は木曜日、「橋は開いたままだ」と述べた。", "ja"),
    ("The minister said on Thursday that the 橋 would stay open.", "en"),
    ("12 34 56", nil),
  ])
  func aScriptWithoutBlanksTellsTheLanguage(_ text: String, _ language: String?) {
    #expect(Language.of(CanonicalText(canonical: Array(text.utf8))) == language)
  }
}
