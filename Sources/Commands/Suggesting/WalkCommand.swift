internal import Attribution
internal import Casebook
internal import CommandKit
internal import Diagnostics

/// `walk`: goes through the suggestions of an article one by one.
struct WalkCommand: Command {
  static let step = Slot(
    ValueKind<Walk.Step>.choice(Walk.Step.self, expected: "y, x, s, w, n or q"), "what to do",
    optional: true)
  static let positions = Slot(
    ValueKind<[Position]>.positions, "with `y`: what it is about, and the stance", optional: true)
  static let to = Keyword("to", ValueKind<PartyID>.who, "takes it for another speaker")
  static let on = Keyword("on", ValueKind<[Position]>.positions, "with `to`: what it is about")

  static let declaration = Declaration(
    "walk", .marking, "goes through suggestions one by one",
    slots: [step.erased, positions.erased], keywords: [to.erased, on.erased],
    discussion: """
      Shows the next open suggestion in its paragraph. On a walk a letter is enough: `y` takes it, \
      `y truce +1` takes it with a position, `to WHO` for another speaker, `w` and `n` take in more \
      or fewer words first, `x` refuses, `s` or Enter passes over it, `q` stops.

      At a terminal one key does each of these, without Enter; `i` begins the position (Tab completes \
      it), `t` the speaker, and `:` any other command. Where lines are typed as such every command \
      works as always; `walk` shows the suggestion again.
      """,
    examples: [
      Example("walk y", gives: "%1", after: [CommandFixtures.load, "suggest walk"])
    ])

  let line: CommandLine
  let step: Walk.Step?
  let positions: [Position]
  let to: PartyID?

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    line = arguments.line
    to = try arguments.value(Self.to, session)
    let on = try arguments.value(Self.on, session) ?? []
    step = to == nil ? try arguments.nextIfAny(Self.step, session) : .take
    positions =
      step == .take && to == nil ? try arguments.nextIfAny(Self.positions, session) ?? [] : on
  }

  func run(on session: inout Session, in world: World) throws(Diagnostic) -> Output {
    guard var walk = session.walk ?? session.article.map({ Walk($0) }) else {
      throw Diagnostic(.suggestWhere, hint: "suggest NAME walk, or load FILE as NAME")
    }
    let found = Suggestions(
      walk.article, session.seen(by: world.coder), within: walk.parts)
    if step == .stop {
      session.walk = nil
      let open = found.open.count
      return Output(["stopped; \(Layout.count(open, "suggestion")) open"], next: ["suggest walk"])
    }
    var lines: [String] = []
    if let step, let number = WalkCard.left(walk, found).first {
      let suggestion = found.all[number]
      switch step {
      case .take: lines = try accept(suggestion, number, walk, &session, world)
      case .refuse: lines = try refuse(suggestion, number, walk, &session, world)
      case .skip: walk.passed.insert(suggestion.place)
      case .wider:
        walk.pieces = session.wider(walk.pieces(of: suggestion), in: walk.article)
      case .narrower: walk.pieces = narrower(walk, suggestion, session)
      case .stop: break
      }
      if step != .wider, step != .narrower { walk.pieces = nil }
    }
    session.walk = walk
    var card = WalkCard.next(&session, world)
    card.lines = lines + card.lines
    return card
  }

  private func accept(
    _ suggestion: Suggestion, _ number: Int, _ walk: Walk, _ session: inout Session, _ world: World
  ) throws(Diagnostic) -> [String] {
    session.listing = [.suggestion(walk.article, walk.pieces(of: suggestion), number)]
    var typed = NormalForm("accept")
    typed.add("1")
    typed.add("to", name: to.map { session.book.parties[$0].name })
    typed.add(AcceptCommand.typed(positions, session))
    return try made(typed.text, &session, world)
  }

  private func refuse(
    _ suggestion: Suggestion, _ number: Int, _ walk: Walk, _ session: inout Session, _ world: World
  ) throws(Diagnostic) -> [String] {
    session.listing = [.suggestion(walk.article, suggestion.content, number)]
    return try made("refuse 1", &session, world)
  }

  /// Runs a command that this line stands for; its errors point into this line.
  private func made(_ text: String, _ session: inout Session, _ world: World) throws(Diagnostic)
    -> [String]
  {
    do throws(Diagnostic) {
      return try Interpreter.read(text, session, world)?.run(on: &session, in: world).lines ?? []
    } catch {
      var error = error
      error.place = line.place(0..<line.bytes.count)
      throw error
    }
  }

  private func narrower(_ walk: Walk, _ suggestion: Suggestion, _ session: Session)
    -> [Range<Int>]?
  {
    let text = session.book.articles[walk.article].text
    let pieces = walk.pieces(of: suggestion)
    let quoted = pieces.flatMap { Quotation.quoted(in: text, $0) }
    return pieces != suggestion.content || quoted.isEmpty ? nil : quoted
  }
}

extension Session {
  /// Words with all of each sentence that they touch; where they are sentences already, with all of
  /// their paragraphs.
  fileprivate func wider(_ pieces: [Range<Int>], in article: ArticleID) -> [Range<Int>] {
    let hull = pieces[0].lowerBound..<pieces[pieces.count - 1].upperBound
    let blocks = book.articles[article].paragraphs.filter { $0.range.overlaps(hull) }
    let whole = blocks.flatMap { sentences(of: $0.range, in: article) }
      .filter { $0.overlaps(hull) }
    guard let first = whole.first, let last = whole.last else { return pieces }
    let span = first.lowerBound..<last.upperBound
    if span != hull || blocks.isEmpty { return [span] }
    return [blocks[0].range.lowerBound..<blocks[blocks.count - 1].range.upperBound]
  }
}
