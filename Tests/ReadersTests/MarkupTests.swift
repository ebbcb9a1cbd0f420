import Casebook
import Testing

@testable import Readers

@Suite struct MarkupTests {
  private func kept(_ page: String) -> String {
    String(decoding: MarkupFilter(Array(page.utf8)).bytes, as: UTF8.self)
  }

  @Test(
    arguments: [
      ("<p>a</p><script>if (a<b) '</p>'</script>b", "<p>a</p>b"),
      ("a<!-- <p>x</p> -->b", "ab"),
      ("<p onclick=\"a>b\" class='x'>c", "<p class='x'>c"),
      ("<STYLE>p{}</StyLe >x", "x"),
      ("<title>a <b> c</title>", "<title>a <b> c</title>"),
      ("3 < 4 <", "3 < 4 <"),
      ("<svg><title>x</title></svg>y", "y"),
    ])
  func whatNoReaderSeesIsLeftOut(_ page: String, _ expected: String) {
    #expect(kept(page) == expected)
  }

  @Test func keptBytesAreFollowedBack() {
    let page = "<p>one</p><script>two</script><p>three</p>"
    let filter = MarkupFilter(Array(page.utf8))
    let place = Array(filter.bytes).firstIndex(of: 0x68)!
    #expect(Array(page.utf8)[filter.source(of: place)] == 0x68)
  }

  @Test func depthCountsWhatIsNested() {
    #expect(MarkupFilter(Array("<div><div></div><p><p><p></div>".utf8)).depth == 2)
  }

  @Test(
    arguments: [
      "{\"headline\":\"A \"big\" day\",\"n\":1,}",
      "<![CDATA[ {\"headline\":\"A \\\"big\\\" day\"} ]]>",
      "{\"headline\":\"A \\\"big\\\" day\"",
      "/* x */ [{\"headline\":\"A \\\"big\\\" day\"}]",
    ])
  func linkedDataForgives(_ text: String) {
    let bytes = Array(text.utf8)
    let value = JSONValue.values(in: bytes, 0..<bytes.count).first?.all.first
    #expect(value?["headline"]?.text == "A \"big\" day")
  }

  @Test func deepDataEnd() {
    let bytes = [UInt8](repeating: 0x5B, count: 200_000)
    #expect(JSONValue.values(in: bytes, 0..<bytes.count).count <= 1)
  }

  @Test func rolesAreFoundInNames() {
    func roles(_ names: String) -> Roles {
      Array(names.utf8).withUnsafeBufferPointer { RoleWords.shared.roles(in: $0) }
    }
    #expect(roles("c-related-articles").contains(.related))
    #expect(roles("articleBody").contains(.body))
    #expect(roles("article__body article").contains(.body))
    #expect(roles("readability").isEmpty)
    #expect(roles("entry article").isDisjoint(with: .body))
  }

  @Test func everyRowOfTheTableHasARole() {
    for row in RoleWords.rows {
      #expect(row.role != nil)
      #expect(!row.words.isEmpty)
    }
  }

  @Test(
    arguments: [
      ("2033-05-03T08:15:00Z", 2033, 5, 3), ("20330503", 2033, 5, 3),
      ("Tue, 03 May 2033 08:15:00 GMT", 2033, 5, 3), ("May 3, 2033", 2033, 5, 3),
    ])
  func stampsAreRead(_ text: String, _ year: Int, _ month: Int, _ day: Int) {
    let civil = DateStamp(text)?.day.civil
    #expect(civil?.year == year && civil?.month == month && civil?.day == day)
  }

  @Test func namesOfPeopleAreParted() {
    #expect(PersonNames.names(in: ["By Mara Lind and Ivo Senn"]) == ["Mara Lind", "Ivo Senn"])
    #expect(PersonNames.names(in: ["Mara Lind, Ivo Senn"]) == ["Mara Lind", "Ivo Senn"])
    #expect(PersonNames.names(in: ["https://courier.example/lind"]) == [])
    #expect(PersonNames.names(in: ["Mara Lind 3 May 2033"]) == ["Mara Lind"])
  }
}
