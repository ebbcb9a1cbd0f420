import CommandKit
import Testing

/// The pages that no command declares.
@Suite struct HelpTopicTests {
  @Test(arguments: HelpTopic.all.map(\.name))
  func aTopicFitsThePage(_ name: String) {
    guard let topic = HelpTopic.all.first(where: { $0.name == name }) else { return }
    #expect(topic.summary.count <= 60)
    #expect(topic.lines.count <= 22)
    #expect(topic.lines.allSatisfy { $0.count <= 79 && $0.last != " " })
  }
}
