internal import LineEditing
internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat

/// `drop`: takes records out of the notebook; the journal keeps them.
struct DropCommand: Command {
  static let subject = Slot(ValueKind<DropSubject>.dropSubject, "what", as: "REF …|KIND NAME")
  static let all = Keyword("all", ValueKind<Bool>.flag, "with everything that hangs on it")

  static let declaration = Declaration(
    "drop", .marking, "takes records out; undo brings them back", slots: [subject.erased],
    keywords: [all.erased],
    discussion: """
      KIND is article, party, issue, tag or hypothesis. What other records refer to is only dropped \
      with `all`, which drops these too; without it the refusal says what they are.
      """,
    examples: [
      Example(
        "drop 15a", gives: "dropped", after: [CommandFixtures.load, "annotate 15.1 #red-line"])
    ],
    otherWords: ["delete": "drop REF", "remove": "drop REF", "rm": "drop REF"])

  let subject: DropSubject
  let takesAll: Bool
  let line: CommandLine

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    takesAll = try arguments.value(Self.all, session) ?? false
    subject = try arguments.next(Self.subject, session)
    line = arguments.line
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    let targets = subject.targets(in: session)
    let hanging = session.hanging(on: targets)
    if !hanging.isEmpty, !takesAll {
      throw Diagnostic(
        .inUse(hanging.count), at: line.place(0..<line.bytes.count),
        hint: "\(line.text) all",
        notes: hanging.prefix(6).map { session.shown($0) })
    }
    // What hangs on others goes first, so that no record ever refers to nothing.
    for one in hanging.reversed() + targets.reversed() { try session.drop(one) }
    let count = hanging.count + targets.count
    return Output(["dropped \(Layout.count(count, "record")): undo brings them back"])
  }
}

/// What `drop` names.
enum DropSubject: Sendable {
  case records([RecordID])
  case party(PartyID)
  case issue(IssueID)
  case article(ArticleID)
  case tag(String)
  case hypothesis(HypothesisID)

  func targets(in session: Session) -> [Droppable] {
    switch self {
    case .records(let ids): ids.map { .record($0) }
    case .party(let id): [.party(id)]
    case .issue(let id): [.issue(id)]
    case .article(let id): [.article(id)]
    case .hypothesis(let id): [.hypothesis(id)]
    case .tag(let name): session.book.tags.named(name).map { [.tag($0)] } ?? []
    }
  }
}

/// One thing that a record makes.
enum Droppable: Hashable, Sendable {
  case record(RecordID)
  case party(PartyID)
  case issue(IssueID)
  case article(ArticleID)
  case tag(TagID)
  case hypothesis(HypothesisID)
  /// How a record bears on a hypothesis.
  case evidence(Evidence.Key)
  /// A record known only by its item: a note, a membership, a restored line.
  case item(RecordItem)
}

extension ValueKind where Value == DropSubject {
  static let dropSubject = ValueKind(
    "REF …|KIND NAME", expected: "a mark, or a kind and a name",
    candidates: { context in
      let kinds = ["article", "hypothesis", "issue", "party", "tag"]
      switch context.before.first {
      case "article"?: return context.articles()
      case "hypothesis"?: return context.hypotheses()
      case "issue"?: return context.issues()
      case "party"?: return context.parties()
      case "tag"?: return context.tags()
      default:
        let words = kinds.map { Candidate(text: $0, gloss: "by its name") }
        return context.marks() + context.beginning(words)
      }
    },
    read: { cursor, session throws(Diagnostic) in
      switch cursor.peek?.form == .plain ? cursor.peekText : nil {
      case "party":
        cursor.next()
        return .party(try ValueKind<PartyID>.who.read(&cursor, session))
      case "issue":
        cursor.next()
        return .issue(try ValueKind<IssueID>.issue.read(&cursor, session))
      case "hypothesis":
        cursor.next()
        return .hypothesis(try ValueKind<HypothesisID>.hypothesis.read(&cursor, session))
      case "article":
        cursor.next()
        return .article(try ValueKind<ArticleID>.article.read(&cursor, session))
      case "tag":
        cursor.next()
        return .tag(try ValueKind<String>.tag.read(&cursor, session))
      default:
        var ids: [RecordID] = []
        repeat {
          for id in try ValueKind<[RecordID]>.reference.read(&cursor, session)
          where !ids.contains(id) { ids.append(id) }
        } while !cursor.isEmpty
        return .records(ids)
      }
    })
}

extension Message {
  static func inUse(_ count: Int) -> Message {
    Message("in-use", "\(Layout.count(count, "other record hangs", "other records hang")) on it")
  }
}
