internal import Casebook
internal import CommandKit
internal import Comparison
internal import Diagnostics

/// `network`: who is tied to whom by what they say.
struct NetworkCommand: QuestionCommand {
  static let of = Keyword(
    "of", .choice(NetworkNodes.self, expected: "parties, issues or both"),
    "what is tied: parties by issues, issues by parties, or both")
  static let ties = Keyword(
    "ties", .choice(NetworkTies.self, expected: "a kind of tie"),
    "what makes a tie; subtract (congruence less conflict)", as: "WORD")
  static let scale = Keyword(
    "scale", .choice(NetworkScale.self, expected: "sides or degrees"),
    "how stances are compared; sides")
  static let normalised = Keyword(
    "normalised", .choice(NetworkNorm.self, expected: "a normalisation"),
    "by what weights are divided; none", as: "WORD")
  static let once = Keyword(
    "once", .choice(NetworkOnce.self, expected: "a period"),
    "in what the same counts once; never")
  static let window = Keyword(
    "window", ValueKind<NetworkWindow>.window, "windows that move by one: 2 weeks, 30 statements")
  static let step = Keyword(
    "step", ValueKind<Int>.number(1...100_000), "by how much they move instead", as: "N")
  static let kernel = Keyword(
    "kernel", .choice(NetworkKernel.self, expected: "a kernel"),
    "what counts less far from a window's middle; uniform")

  static let declaration = Declaration(
    "network", .comparing, "ties parties or issues by what is said",
    slots: [CompareCommand.parties.erased],
    keywords: [
      of.erased, CompareCommand.on.erased, ties.erased, scale.erased, normalised.erased,
      once.erased, window.erased, step.erased, kernel.erased, CompareCommand.since.erased,
      CompareCommand.until.erased, CompareCommand.coder.erased, CompareCommand.by.erased,
      CompareCommand.format.erased,
    ],
    discussion: """
      Two parties are tied by every pair of their statements on the same issue: `congruence` counts \
      pairs on the same side, `conflict` pairs on opposite sides, `subtract` the first less the \
      second, `ignore` all pairs. `of both` shows parties by issues, with `ignore`, `subtract` or \
      `combine`. `scale degrees` weighs pairs by the distance of their stances.

      `normalised average`, `jaccard` or `cosine` divide, so that who speaks most is not tied most \
      for that alone; `activity` and `prominence` do so for `of both`. `dna-jaccard` and \
      `dna-cosine` give the figures of Discourse Network Analyzer, whose Jaccard may exceed 1 and \
      whose cosine divides by numbers of statements.

      `once month` counts the same position of the same party once in each month; `once dna-month` \
      does as that program does, to which April is April in whatever year. Its kernels, \
      `dna-triangular` and `dna-epanechnikov`, weigh the end of a window most and its beginning \
      not at all; ours weigh both sides alike. `show %1` lists the statements behind a tie.
      """,
    examples: [
      Example(
        "network", gives: "AL – CO  -1",
        after: CommandFixtures.truce + [
          CommandFixtures.statement, "attribute wire:13.1 to Corda on truce +2",
        ]),
      Example(
        "network of both window 1 weeks", gives: "1 statement, 1 tie",
        after: CommandFixtures.truce + [CommandFixtures.statement]),
    ])

  let query: NetworkQuery
  let format: TableFormat

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    var query = NetworkQuery()
    query.options = try NetworkArguments.options(&arguments, session)
    query.windows = try NetworkArguments.windows(&arguments, session)
    (query.question, format) = try ComparingArguments.read(&arguments, session)
    if let fault = query.options.fault {
      throw Diagnostic(.notTogether(fault.reason), at: arguments.line.end, hint: fault.hint)
    }
    self.query = query
  }

  func normalForm(in session: Session) -> String {
    var line = ComparingArguments.normalForm("network", query.question, session)
    NetworkArguments.add(query.options, to: &line)
    NetworkArguments.add(query.windows, to: &line)
    line.add(format)
    return line.text
  }

  func answer(from session: Session, page: Page) throws(Diagnostic) -> Output {
    if let nothing = session.withoutStatements { return nothing }
    let network = query.answer(in: session.book)
    return Output(
      session.printed(network, as: format, page), rows: session.rows(of: network.rows),
      stamp: network.result.stamp(in: session.book))
  }
}

extension NetworkFault {
  fileprivate var reason: String {
    switch self {
    case .measureOfOneMode: "congruence and conflict tie parties, or issues, not one to the other"
    case .normalisationOfOneMode: "this normalisation divides by two parties, or two issues"
    case .combineIsNoAmount: "combine says which sides there are: it is no amount to divide"
    case .combineOfOneMode: "combine says what a party holds on an issue"
    case .normalisationOfTwoModes: "activity and prominence divide by a party and by an issue"
    }
  }

  fileprivate var hint: String {
    switch self {
    case .measureOfOneMode: "network of both ties subtract"
    case .normalisationOfOneMode: "network of both normalised activity"
    case .combineIsNoAmount: "network of both ties combine"
    case .combineOfOneMode: "network of both ties combine"
    case .normalisationOfTwoModes: "network of both normalised activity"
    }
  }
}

extension Message {
  static func notTogether(_ reason: String) -> Message {
    Message("not-together", "these do not go together: \(reason)")
  }
}
