internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat

/// `define`: what a tag means.
struct DefineCommand: RecordCommand {
  static let tag = Slot(ValueKind<String>.tag, "the tag")
  static let meaning = Slot(ValueKind<String>.text, "what it means")
  static let include = Keyword("include", ValueKind<String>.text, "what to code with it")
  static let exclude = Keyword("exclude", ValueKind<String>.text, "what not to")

  static let declaration = Declaration(
    "define", .codebook, "says what a tag means", slots: [tag.erased, meaning.erased],
    keywords: [include.erased, exclude.erased],
    discussion:
      "A tag is made by its first use. Defining it says what to code with it; defining it "
      + "again replaces the definition.",
    examples: [
      Example(
        "define #red-line \"A demand that is called not negotiable.\"",
        gives: "#red-line  A demand that is called not negotiable.")
    ])

  let tag: Tag

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    let include = try arguments.value(Self.include, session)
    let exclude = try arguments.value(Self.exclude, session)
    var tag = Tag(name: try arguments.next(Self.tag, session))
    tag.definition = try arguments.next(Self.meaning, session)
    tag.include = include
    tag.exclude = exclude
    self.tag = tag
  }

  static let phases = [RecordPhase.tags]

  func apply(_ record: RecordContext, to session: inout Session) throws(Diagnostic) {
    if let old = session.book.tags.named(tag.name), session.book.tags[old].item >= 0 {
      throw Diagnostic(.definedTwice("tag", "#" + tag.name))
    }
    var tag = tag
    tag.item = record.item
    session.book.tags.define(tag, name: tag.name)
  }

  static func withdraw(_ line: CommandLine, item: RecordItem, from session: inout Session) {
    for id in session.book.tags.all where session.book.tags[id].item == item {
      session.book.tags.define(
        Tag(name: session.book.tags[id].name), name: session.book.tags[id].name)
    }
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    var tag = tag
    tag.name = session.spelling(ofTag: tag.name)
    let text = RecordText.command(Self.normalForm(tag))
    if let old = session.book.tags.named(tag.name), session.book.tags[old].item >= 0 {
      try session.replaceRecord(session.book.tags[old].item, with: text)
    } else {
      try session.addRecord(text, at: .codebook(verb: "define", under: nil))
    }
    return Output([Self.described(tag)] + ScriptWarning.lines([tag.name]))
  }

  func answer(_ record: RecordContext, in session: Session, _ page: Page) -> Output {
    Output([Self.described(tag)])
  }

  static func described(_ tag: Tag) -> String {
    Layout.words("#\(tag.name)  \(tag.definition ?? "not defined")")
  }

  static func normalForm(_ tag: Tag) -> String {
    var line = NormalForm("define")
    line.add(tags: [tag.name])
    line.add(quoting: tag.definition ?? "")
    line.add("include", quoting: tag.include)
    line.add("exclude", quoting: tag.exclude)
    return line.text
  }
}
