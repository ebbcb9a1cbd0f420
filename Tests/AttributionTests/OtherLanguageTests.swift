import Attribution
import Casebook
import Testing

@Suite struct OtherLanguageTests {
  @Test(arguments: [
    ("fr", "« Le port restera fermé demain », a déclaré Lucie Arnaud.", "Lucie Arnaud"),
    ("es", "«El puerto sigue cerrado hoy», dijo Lucía Arnal.", "Lucía Arnal"),
    ("pl", "„Port pozostanie jutro zamknięty”, powiedziała Ewa Kolm.", "Ewa Kolm"),
    ("ru", "«Порт завтра будет закрыт», — сказала Анна Кольм.", "Анна Кольм"),
    ("sv", "”Hamnen är stängd i dag”, sade Eva Holm.", "Eva Holm"),
    ("da", "»Havnen er lukket i dag«, sagde Eva Holm.", "Eva Holm"),
  ])
  func quotationsAreFoundByTheirMarks(_ language: String, _ text: String, _ name: String) {
    let found = suggestions(text, language)
    #expect(found.count == 1)
    #expect(found.first?.sourceName == name)
    #expect(found.first?.voice == .direct)
    #expect(found.first?.sureness != .certain)
  }

  @Test func scriptsWithoutBlanksHaveQuotationsToo() {
    #expect(suggestions("大臣は「港は明日まで閉鎖されたままだ」と述べた。", "ja").count == 1)
  }
}
