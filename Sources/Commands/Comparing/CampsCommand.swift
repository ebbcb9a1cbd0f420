internal import Casebook
internal import CommandKit
internal import Comparison
internal import Diagnostics

/// `camps`: who stands together against whom, and which statements carry that.
struct CampsCommand: QuestionCommand {
  static let normalised = Keyword(
    "normalised", .choice(CampsNorm.self, expected: "none, average or jaccard"),
    "by what ties are divided; none")

  static let dnaPolarisation = Keyword(
    "dna-polarisation", ValueKind<Bool>.flag, "that program's figure as well")

  static let declaration = Declaration(
    "camps", .comparing, "finds who stands together against whom",
    slots: [CompareCommand.parties.erased],
    keywords: [
      CompareCommand.on.erased, NetworkCommand.scale.erased, normalised.erased,
      dnaPolarisation.erased,
      CompareCommand.since.erased, CompareCommand.until.erased, CompareCommand.coder.erased,
      CompareCommand.by.erased, CompareCommand.format.erased,
    ],
    discussion: """
      Parties are split into two camps so that as little as possible stands against it: agreement \
      between the camps and disagreement within them, counted as `network` does. Its share of all \
      ties is the frustration. Up to 20 parties every split is tried; beyond, the best one is given \
      that repeated improvement from many beginnings finds. Polarisation is the share of agreement \
      within the camps times the share of disagreement between them.

      Then come the ties against the camps, and the fewest statements whose other coding would \
      change them: look at these again. `show %1` lists the statements of a row.

      `dna-polarisation` adds the figure that Discourse Network Analyzer gives by this name. It splits \
      the parties into halves, sums how far congruence within and conflict between them are from an \
      even spread, and keeps the halves that are farthest from it: a larger figure can mean less of \
      two camps. It is there to compare with that program's results.
      """,
    examples: [
      Example(
        "camps", gives: "camp B",
        after: CommandFixtures.truce + [
          CommandFixtures.statement, "attribute wire:13.1 to Corda on truce +2",
        ])
    ])

  let query: CampsQuery
  let format: TableFormat

  init(_ arguments: inout Arguments, _ session: __shared Session) throws(Diagnostic) {
    var query = CampsQuery()
    query.scale = try arguments.value(NetworkCommand.scale, session)?.scale ?? .sides
    query.normalisation = try arguments.value(Self.normalised, session)?.normalisation ?? .none
    query.withDNAPolarisation = try arguments.value(Self.dnaPolarisation, session) ?? false
    (query.question, format) = try ComparingArguments.read(&arguments, session)
    self.query = query
  }

  func normalForm(in session: Session) -> String {
    var line = ComparingArguments.normalForm("camps", query.question, session)
    if query.scale == .degrees { line.add("scale", NetworkScale.degrees.rawValue) }
    if query.normalisation != .none { line.add("normalised", query.normalisation.name) }
    if query.withDNAPolarisation { line.add("dna-polarisation") }
    line.add(format)
    return line.text
  }

  func answer(from session: Session, page: Page) throws(Diagnostic) -> Output {
    if let nothing = session.withoutStatements { return nothing }
    let camps = query.answer(in: session.book)
    return Output(
      session.printed(camps, as: format, page), rows: session.rows(of: camps.rows),
      stamp: camps.result.stamp(in: session.book))
  }
}

/// The words of `normalised` for camps.
enum CampsNorm: String, ClosedList {
  case none, average, jaccard

  var normalisation: Normalisation {
    switch self {
    case .none: .none
    case .average: .average
    case .jaccard: .jaccard
    }
  }
}
