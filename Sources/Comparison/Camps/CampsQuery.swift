public import Casebook

/// What `camps` asks.
public struct CampsQuery: Sendable {
  /// Which statements, and to whom they count.
  public var question = CompareQuery()
  /// How stances are compared.
  public var scale = StanceScale.sides
  /// By what ties are divided: nothing, average or Jaccard.
  public var normalisation = Normalisation.none
  /// Whether the polarisation of Discourse Network Analyzer is given too.
  public var withDNAPolarisation = false

  /// The camps of all parties.
  public init() {}

  /// Answers the question.
  public func answer(in casebook: Casebook) -> CampsResult {
    let result = question.answer(in: casebook)
    let coded = CodedStatements(of: result, in: casebook)
    let isTooLarge = coded.parties.count > CampsQuery.mostParties
    return CampsResult(
      query: self, result: result, coded: coded,
      found: isTooLarge ? FoundCamps() : CampsFinder(coded.table, options).found(),
      isTooLarge: isTooLarge,
      dnaPolarisation: withDNAPolarisation ? dnaPolarisation(of: coded.table) : nil)
  }

  private func dnaPolarisation(of table: NetworkStatements) -> DNAPolarisation? {
    var (congruence, conflict) = (options, options)
    congruence.measure = .congruence
    conflict.measure = .conflict
    return DNAPolarisation(
      congruence: table.network(congruence), conflict: table.network(conflict))
  }

  /// Beyond so many parties looking for camps takes more than some seconds.
  static let mostParties = 1_000

  private var options: NetworkOptions {
    var options = NetworkOptions()
    options.scale = scale
    options.normalisation =
      normalisation == .average || normalisation == .jaccard ? normalisation : .none
    return options
  }
}

/// The answer to `camps`.
public struct CampsResult: Sendable {
  /// What was asked.
  public let query: CampsQuery
  /// The comparison behind it.
  public let result: CompareResult
  let coded: CodedStatements
  let found: FoundCamps
  /// Whether there are too many parties; no camps are looked for then.
  public let isTooLarge: Bool
  /// The polarisation of Discourse Network Analyzer; nil where it was not asked for, and where there
  /// is none.
  public let dnaPolarisation: DNAPolarisation?

  /// The parties of each camp, those with more statements first; camps of one group of parties, two
  /// or one, stand together.
  public var camps: [[PartyID]] {
    found.groups.flatMap(\.camps).map { camp in camp.map { coded.parties[Int($0)] } }
  }

  /// Parties none of whose statements has a stance that counts, in the order of the comparison.
  public var withoutStance: [PartyID] {
    var hasStance = [Bool](repeating: false, count: coded.parties.count)
    for row in 0..<coded.table.count where coded.table.levels[row] != NetworkStatements.noDegree {
      hasStance[Int(coded.table.actors[row])] = true
    }
    let table = coded.table
    let spoke = Set(table.actors)
    return coded.parties.indices.filter { spoke.contains(Int32($0)) && !hasStance[$0] }
      .map { coded.parties[$0] }
  }

  /// Parties without agreement or disagreement with any other.
  public var apart: [PartyID] { found.apart.map { coded.parties[Int($0)] } }
}

/// Camps found among the actors of a table of statements.
struct FoundCamps: Sendable {
  /// Groups of actors that are tied, directly or by others. How two groups stand to each other no
  /// statement says.
  var groups: [CampGroup] = []
  /// Actors without a tie.
  var apart: [Int32] = []
  /// Agreement and disagreement, within and between.
  var figures = CampFigures(
    congruenceWithin: 0, conflictWithin: 0, congruenceBetween: 0, conflictBetween: 0)

  /// What is frustrated, as a share of all that ties, from 0 to 1; nil where nothing does.
  ///
  /// Source: the line index of balance of F. Harary, *On the measurement of structural balance*
  /// (1959), weighted, with two sides.
  var frustrationRatio: Double? {
    let total = groups.reduce(0) { $0 + $1.total }
    if total == 0 { return nil }
    return Double(groups.reduce(0) { $0 + $1.split.frustration }) / Double(total)
  }
}

/// Actors that are tied, directly or by others, on their two sides.
struct CampGroup: Sendable {
  /// The actors, by number.
  let nodes: [Int32]
  /// Their sides.
  let split: Split
  /// The sizes of all ties, in the graph's units.
  let total: Int
  /// How many units make a weight of 1.
  let unit: Double
  /// Ties that the split leaves frustrated: places of their ends, and the weight.
  let strained: [(a: Int, b: Int, weight: Double)]
  /// What to look at again.
  let reconsideration: Reconsideration?
  /// Whether there are too many statements to look for it.
  let isTooLarge: Bool

  /// The actors of each side; one camp where nobody stands against them.
  var camps: [[Int32]] {
    [1, -1].map { side in nodes.indices.filter { split.sides[$0] == side }.map { nodes[$0] } }
      .filter { !$0.isEmpty }
  }
}
