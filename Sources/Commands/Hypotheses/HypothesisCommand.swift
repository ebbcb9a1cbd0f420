internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat

/// `hypothesis`: one of several explanations that exclude each other.
struct HypothesisCommand: RecordCommand {
  static let name = Slot(ValueKind<String>.shortName, "its short name")
  static let proposition = Slot(ValueKind<String>.text, "a full sentence", as: "\"…\"")

  static let declaration = Declaration(
    "hypothesis", .comparing, "names one of several competing hypotheses",
    slots: [name.erased, proposition.erased],
    discussion: """
      Name all that could be true, also those that seem unlikely; then judge each record against \
      each of them with `evidence`, and compare them with `ach`. Typed again with other words, the \
      sentence is replaced; judgements stay, and the answer says how many rest on the old words.
      """,
    examples: [
      Example(
        "hypothesis bluff \"Alba does not mean to sign.\"",
        gives: "bluff  “Alba does not mean to sign.”")
    ])

  let hypothesis: Hypothesis

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    let name = try arguments.next(Self.name, session)
    hypothesis = Hypothesis(name: name, proposition: try arguments.next(Self.proposition, session))
  }

  static let phases = [RecordPhase.hypotheses]

  func apply(_ record: RecordContext, to session: inout Session) throws(Diagnostic) {
    if session.book.hypotheses.own(hypothesis.name) != nil {
      throw Diagnostic(.definedTwice("hypothesis", hypothesis.name))
    }
    var hypothesis = hypothesis
    hypothesis.item = record.item
    session.book.hypotheses.define(hypothesis, name: hypothesis.name)
  }

  static func withdraw(_ line: CommandLine, item: RecordItem, from session: inout Session) {
    for id in session.book.hypotheses.all where session.book.hypotheses[id].item == item {
      session.book.hypotheses.remove(id)
    }
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    guard let id = session.book.hypotheses.named(hypothesis.name) else {
      try session.addRecord(
        RecordText.command(Self.normalForm(hypothesis)),
        at: .codebook(verb: "hypothesis", under: nil))
      return Output([Self.described(hypothesis)])
    }
    var known = session.book.hypotheses[id]
    if known.proposition == hypothesis.proposition {
      return Output(["nothing changed: \(Self.described(known))"])
    }
    let old = known.proposition
    known.proposition = hypothesis.proposition
    try session.replaceRecord(known.item, with: RecordText.command(Self.normalForm(known)))
    let count = session.book.evidence.keys.count { $0.hypothesis == id }
    let rest = count == 0 ? "" : "; \(Layout.count(count, "judgement")) made on the old words"
    return Output([Self.described(known), "it was \(Layout.words("“\(old)”"))\(rest)"])
  }

  func answer(_ record: RecordContext, in session: Session, _ page: Page) -> Output {
    Output([Self.described(hypothesis)])
  }

  static func described(_ hypothesis: Hypothesis) -> String {
    Layout.words("\(hypothesis.name)  “\(hypothesis.proposition)”")
  }

  static func normalForm(_ hypothesis: Hypothesis) -> String {
    var line = NormalForm("hypothesis")
    line.add(name: hypothesis.name)
    line.add(quoting: hypothesis.proposition)
    return line.text
  }
}
