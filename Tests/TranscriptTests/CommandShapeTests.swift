import CommandKit
import Commands
import Storage
import Testing

/// What holds for every command: its declaration is all there is to know about it.
@Suite struct CommandShapeTests {
  static let names = AllCommands.list.names

  func declaration(_ name: String) throws -> Declaration {
    try #require(AllCommands.list[name]).declaration
  }

  @Test(arguments: names)
  func summaryIsShort(name: String) throws {
    let summary = try declaration(name).summary
    #expect(summary.count <= 60)
    #expect(!summary.hasSuffix("."))
    #expect(summary.first?.isLowercase == true)
  }

  @Test(arguments: names)
  func usageBeginsWithTheName(name: String) throws {
    #expect(try declaration(name).usage.hasPrefix(name))
  }

  @Test(arguments: names)
  func helpFitsThePage(name: String) throws {
    for line in Help.page(try declaration(name)) { #expect(line.count <= 79, "\(line)") }
  }

  @Test(arguments: names)
  func everyParameterSaysWhatItIs(name: String) throws {
    let one = try declaration(name)
    for parameter in one.slots + one.keywords {
      #expect(!parameter.summary.isEmpty, "\(name) \(parameter.name)")
    }
  }

  @Test(arguments: names)
  func examplesRunAndPrintWhatTheyClaim(name: String) throws {
    let examples = try declaration(name).examples
    #expect(!examples.isEmpty)
    for example in examples {
      let folder = try Scratch()
      defer { folder.remove() }
      var session = Session(commands: AllCommands.list)
      for line in example.before {
        let answer = folder.answer(to: line, on: &session)
        #expect(!answer.contains("error:"), "\(line): \(answer)")
      }
      let answer = folder.answer(to: example.line, on: &session)
      #expect(answer.contains(example.answer), "\(example.line): \(answer)")
      #expect(!answer.contains("error:"), "\(example.line): \(answer)")
    }
  }

  @Test func overviewFitsThePageAndNamesEveryCommand() {
    let lines = Help.overview(AllCommands.list)
    for line in lines { #expect(line.count <= 79, "\(line)") }
    for name in Self.names { #expect(lines.contains { $0.hasPrefix("  \(name) ") }, "\(name)") }
  }

  @Test func everyCommandFileIsInTheList() throws {
    let files = try MessageIDs.files(in: Paths.join(Transcript.root, "Sources/Commands"))
    let types = files.map(Paths.name).filter { $0.hasSuffix("Command.swift") }
    let listed = AllCommands.list.all.map { "\($0).swift" }
    #expect(Set(types) == Set(listed))
  }

  @Test func namesDiffer() {
    #expect(Set(Self.names).count == Self.names.count)
  }
}
