import Casebook
import Commands
import Diagnostics
import TestKit
import Testing

@testable import CommandKit

/// A command of the tests' own: every kind of parameter once.
private enum Sample {
  static let first = Slot(ValueKind<String>.text, "a text", as: "FIRST")
  static let rest = Slot(ValueKind<String>.text, "texts", as: "REST", optional: true, repeats: true)
  static let cue = Keyword("cue", ValueKind<String>.text, "once", anyWord: true)
  static let via = Keyword("via", ValueKind<String>.text, "often", repeats: true)
  static let said = Keyword("said", ValueKind<String>.text, "once")
  static let all = Keyword("all", ValueKind<Bool>.flag, "a flag")

  static let declaration = Declaration(
    "sample", .marking, "a command of the tests", slots: [first.erased, rest.erased],
    keywords: [cue.erased, via.erased, said.erased, all.erased], takesTags: true, takesNote: true,
    takesID: true)

  /// What a line says, one part a line; or the error's id and where it points.
  static func read(_ text: String, mayShorten: Bool = false) -> String {
    let session = Session(commands: AllCommands.list)
    do throws(Diagnostic) {
      let line = CommandLine(text)
      var arguments = try Arguments.of(line, declaration, mayShorten: mayShorten)
      var parts: [String] = []
      if let cue = try arguments.value(cue, session) { parts.append("cue=\(cue)") }
      for via in try arguments.values(via, session) { parts.append("via=\(via)") }
      if let said = try arguments.value(said, session) { parts.append("said=\(said)") }
      if try arguments.value(all, session) == true { parts.append("all") }
      parts.append("first=\(try arguments.next(first, session))")
      for rest in try arguments.all(rest, session) { parts.append("rest=\(rest)") }
      parts += try arguments.tags().map { "#\($0)" }
      if let id = try arguments.id(.annotation) { parts.append("id=\(id.text)") }
      if let note = arguments.note { parts.append("note=\(note)") }
      try arguments.end()
      return parts.joined(separator: " ")
    } catch {
      guard let place = error.place else { return error.message.id }
      let span = place.span
      return "\(error.message.id) at ‘\(String(decoding: Array(text.utf8)[span], as: UTF8.self))’"
    }
  }
}

@Suite struct ArgumentTests {
  /// What is recorded is said by the type itself; a dynamic cast knows it too.
  @Test func everyCommandKnowsWhetherItIsRecorded() {
    let all = AllCommands.list.all
    let recorded = all.count { $0.recorded != nil }
    #expect(recorded > 10 && recorded < all.count)
    for command in all {
      let cast = (command as? any RecordCommand.Type).map { ObjectIdentifier($0) }
      #expect(command.recorded.map { ObjectIdentifier($0) } == cast, "\(command)")
    }
  }

  /// A word that is known elsewhere must not hide a command, nor name one that is not there.
  @Test func otherWordsAreNoCommandsAndLeadToOne() {
    let names = Set(AllCommands.list.names)
    var words: [String] = []
    for command in AllCommands.list.all {
      for (word, line) in command.declaration.otherWords {
        words.append(word)
        #expect(!names.contains(word), "\(word)")
        #expect(line.split(separator: " ").first.map(String.init) == command.declaration.name)
      }
    }
    #expect(words.count > 25 && Set(words).count == words.count)
    #expect(AllCommands.list.line(meantBy: "Delete") == "drop REF")
    #expect(AllCommands.list.line(meantBy: "frobnicate") == nil)
  }

  @Test func noTwoKeywordsHaveTheSameKey() {
    var words = Set(AllCommands.list.all.flatMap { $0.declaration.keywords.map(\.name) })
    words.insert("as")
    #expect(words.count > 50)
    #expect(Set(words.map { KeywordKey($0) }).count == words.count)
  }

  @Test(arguments: [
    ("sample a", "first=a"), ("sample a b c", "first=a rest=b rest=c"),
    ("sample a cue \"x\" said y", "cue=x said=y first=a"),
    ("sample a said y cue x", "cue=x said=y first=a"),
    ("sample said y a cue x b", "cue=x said=y first=a rest=b"),
    ("sample a via x via y, z", "via=x via=y via=z first=a"),
    ("sample a all", "all first=a"), ("sample all a", "all first=a"),
    ("sample \"all\" all", "all first=all"), ("sample a \"cue\"", "first=a rest=cue"),
    ("sample #x a #y-z cue c #x", "cue=c first=a #x #y-z"),
    ("sample a as a8f536ced", "first=a id=a8f536ced"),
    ("sample a cue x -- cue y #z", "cue=x first=a note=cue y #z"),
    ("sample “#x” #y", "first=#x #y"), ("sample a --", "first=a note="),
    ("sample a cue said via x", "cue=said via=x first=a"),
    ("sample a cue said", "cue=said first=a"),
    ("sample a cue said #x", "cue=said first=a #x"),
    ("sample a cue all all", "cue=all all first=a"),
    ("sample a cue said said y", "cue=said said=y first=a"),
    ("sample a cue via as a8f536ced", "cue=via first=a id=a8f536ced"),
  ])
  func keywordsComeInAnyOrder(line: String, expected: String) {
    expectSame(Sample.read(line), expected)
  }

  @Test(arguments: [
    ("sample", "expected at ‘’"), ("sample a cue", "expected at ‘’"),
    ("sample a cue said y", "expected at ‘’"), ("sample a via said cue x", "expected at ‘’"),
    ("sample a cue x cue y", "repeated-keyword at ‘cue’"),
    ("sample a said x all said y", "repeated-keyword at ‘said’"),
    ("sample a all all", "repeated-keyword at ‘all’"),
    ("sample a #", "bad-tag at ‘#’"), ("sample a #x!", "bad-tag at ‘#x!’"),
    ("sample a #/x", "bad-tag at ‘#/x’"), ("sample a #x/", "bad-tag at ‘#x/’"),
    ("sample a as s8f536ced", "bad-id at ‘s8f536ced’"), ("sample a as a8f5", "bad-id at ‘a8f5’"),
    ("sample a \"b", "unclosed-quote at ‘\"b’"), ("sample a “b", "unclosed-quote at ‘“b’"),
  ])
  func whatIsWrongIsPointedAt(line: String, expected: String) {
    expectSame(Sample.read(line), expected)
  }

  @Test(arguments: [
    ("sample a sai y", "said=y first=a", "first=a rest=sai rest=y"),
    ("sample a sa y", "first=a rest=sa rest=y", "first=a rest=sa rest=y"),
    ("sample a \"sai\"", "first=a rest=sai", "first=a rest=sai"),
    ("sample a saidx", "first=a rest=saidx", "first=a rest=saidx"),
  ])
  func keywordsAreShortenedOnlyWhereThatIsAllowed(line: String, short: String, full: String) {
    expectSame(Sample.read(line, mayShorten: true), short)
    expectSame(Sample.read(line), full)
  }

  @Test(arguments: ["sample as", "as", "", "sample , ,", "sample a as", "sample #a #b", "-- x"])
  func oddLinesNeverCrash(line: String) {
    _ = Sample.read(line)
    _ = Sample.read(line, mayShorten: true)
  }

  @Test func usageIsMadeFromTheDeclaration() {
    #expect(Sample.declaration.usage.hasPrefix("sample FIRST [REST …]"))
    #expect(Sample.declaration.usage.hasSuffix("[#tag …] [-- note]"))
  }

  @Test(arguments: [
    ("red-line", true), ("a/b", true), ("a_b", true), ("доказ", true), ("2031", true),
    ("e\u{301}", true), ("北京", true), ("", false), ("/a", false), ("a/", false), ("a b", false),
    ("a.b", false), ("a!", false), ("#a", false), ("a\u{200B}b", false), ("a\u{202E}", false),
  ])
  func tagsHaveLettersAndDigitsOfAnyScript(name: String, isValid: Bool) {
    #expect(TagName.isValid(name) == isValid)
  }
}
