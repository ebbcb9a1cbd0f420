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

  @Test(arguments: [
    (
      "fr", "« Le port », a dit Lucie Arnaud, « est fermé. »",
      ["Lucie Arnaud | « Le port » ... « est fermé. »"]
    ),
    ("ru", "«Порт закрыт», — сказала Анна Кольм.", ["Анна Кольм | «Порт закрыт»"]),
    ("sv", "”Hamnen är stängd”, sade Eva Holm.", ["Eva Holm | ”Hamnen är stängd”"]),
    ("it", "Nel film «La notte» canta Eva Holm.", []),
  ])
  func aShortQuotationWithATagIsOne(_ language: String, _ text: String, _ found: [String]) {
    #expect(said(text, language) == found)
  }

  @Test func aQuotationGoesOnInTheNextSentence() {
    let text = "«Порт завтра будет закрыт», — сказала Анна Кольм. «Никто в этом не сомневается»."
    #expect(
      said(text, "ru") == [
        "Анна Кольм | «Порт завтра будет закрыт» ... «Никто в этом не сомневается»"
      ])
  }

  @Test func aFullNameBeforeAQuotationSpeaks() {
    let text = "Hier, Lucie Arnaud a dénoncé « un accord sans valeur pour le port »."
    #expect(said(text, "fr") == ["Lucie Arnaud | « un accord sans valeur pour le port »"])
  }

  @Test(arguments: [
    ("sv", "– Hamnen är stängd i dag, säger Eva Holm.", ["Eva Holm | Hamnen är stängd i dag"]),
    (
      "pl", "– Port jest dziś zamknięty – powiedziała Ewa Kolm. – To nasz port.",
      ["Ewa Kolm | Port jest dziś zamknięty ... To nasz port"]
    ),
    (
      "es", "—El puerto está cerrado —dijo Lucía Arnal—. Nadie lo duda.",
      ["Lucía Arnal | El puerto está cerrado ... Nadie lo duda"]
    ),
    (
      "ru", "— Порт сегодня закрыт, — сказала Анна Кольм. — Это наш порт.",
      ["Анна Кольм | Порт сегодня закрыт ... Это наш порт"]
    ),
    ("fr", "— Le port est fermé, a dit Lucie Arnaud.", ["Lucie Arnaud | Le port est fermé"]),
    ("fr", "— Visite du port et de la ville", []),
    ("fr", "— Visite du port, puis Grande Salle, puis repas", []),
  ])
  func aDashOpensSpeech(_ language: String, _ text: String, _ found: [String]) {
    #expect(said(text, language) == found)
  }
}
