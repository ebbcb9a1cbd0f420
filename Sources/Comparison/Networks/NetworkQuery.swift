public import Casebook

/// What `network` asks.
public struct NetworkQuery: Sendable {
  /// Which statements, and to whom they count.
  public var question = CompareQuery()
  /// What the network is made of and how.
  public var options = NetworkOptions()
  /// Moving windows; nil for the whole time.
  public var windows: TimeWindows?

  /// The network of all parties.
  public init() {}

  /// Answers the question.
  ///
  /// - Precondition: `options.fault` is nil.
  public func answer(in casebook: Casebook) -> NetworkResult {
    let result = question.answer(in: casebook)
    let coded = CodedStatements(of: result, in: casebook)
    let isTooLarge = NetworkQuery.isTooLarge(
      options.mode, parties: coded.parties.count, issues: coded.issues.count)
    var windowed: [WindowedNetwork] = []
    let windowCount = windows.map { coded.table.windowCount($0) } ?? 0
    if let windows, !isTooLarge, windowCount <= NetworkQuery.mostWindows {
      coded.table.forEachWindow(windows, ofPairs: options.mode != .both) { window in
        let network = coded.table.network(options, rows: window.rows, weights: window.weights)
        windowed.append(WindowedNetwork(window, network, coded.table))
      }
    }
    return NetworkResult(
      query: self, result: result, coded: coded,
      network: windows == nil && !isTooLarge ? coded.table.network(options) : nil,
      windows: windowed, windowCount: windowCount, isTooLarge: isTooLarge)
  }

  /// More windows than these are not computed: a century of days. One mistyped year would ask for
  /// hundreds of thousands, nearly all of them empty.
  public static let mostWindows = 40_000

  /// Whether a matrix would have more than nine million cells: 72 MB for the weights alone.
  static func isTooLarge(_ mode: NetworkMode, parties: Int, issues: Int) -> Bool {
    let (rows, columns) = (
      mode == .issues ? issues : parties, mode == .parties ? parties : issues
    )
    let (cells, isOver) = rows.multipliedReportingOverflow(by: columns)
    return isOver || cells > 9_000_000
  }
}

/// The answer to `network`.
public struct NetworkResult: Sendable {
  /// What was asked.
  public let query: NetworkQuery
  /// The comparison behind it: what counts, and what is left out.
  public let result: CompareResult
  /// The statements as columns.
  let coded: CodedStatements
  /// The network of the whole time; nil where windows were asked for.
  public let network: Network?
  /// The networks of the windows, in order.
  public let windows: [WindowedNetwork]
  /// How many windows were asked for; beyond `NetworkQuery.mostWindows` none is there.
  public let windowCount: Int
  /// Whether there are too many nodes for a matrix; there is no network then.
  public let isTooLarge: Bool

  /// What the listing's rows stand for, `%1` first: the statements behind each tie that is listed,
  /// or in each window.
  public var rows: [[StatementRow]] {
    guard let network else { return windows.map { coded.lines(of: $0.statements) } }
    return listed(network).map { tie in
      coded.lines(behind: network, tie.row, tie.column, query.options)
    }
  }

  /// The strongest ties first: by size of weight, then by the order of the nodes.
  func strongest(_ network: Network) -> [Tie] {
    network.ties.enumerated().sorted { a, b in
      let sizes = (abs(a.element.weight), abs(b.element.weight))
      return sizes.0 != sizes.1 ? sizes.0 > sizes.1 : a.offset < b.offset
    }.map { Tie(row: $0.element.row, column: $0.element.column, weight: $0.element.weight) }
  }

  /// As many as are listed.
  func listed(_ network: Network) -> [Tie] { Array(strongest(network).prefix(NetworkResult.most)) }

  /// More ties, or windows, than these are counted, not listed.
  static let most = 30

  /// A tie by the places of its nodes.
  struct Tie: Equatable {
    let row: Int
    let column: Int
    let weight: Double
  }
}

/// A network of one window. The matrix itself is not kept: a year of windows over hundreds of
/// parties would take hundreds of megabytes.
public struct WindowedNetwork: Sendable {
  /// The first and the last day.
  public let days: DayRange
  /// How many statements are in it.
  public let count: Int
  /// How many nodes have one.
  public let nodeCount: Int
  /// Ties with a weight other than 0: by the numbers of their nodes.
  public let ties: [(row: Int32, column: Int32, weight: Double)]
  /// The statements, by number.
  let statements: [Int32]

  init(_ window: TimeWindow, _ network: Network, _ table: NetworkStatements) {
    days = DayRange(Day(number: window.first), Day(number: window.last))
    var numbers: [Int32] = []
    for row in window.rows {
      let number = table.statements[Int(row)]
      if numbers.last != number { numbers.append(number) }
    }
    statements = numbers
    count = numbers.count
    nodeCount = network.rows.count + (network.isOneMode ? 0 : network.columns.count)
    ties = network.ties.map { (network.rows[$0.row], network.columns[$0.column], $0.weight) }
  }

  /// The tie of the greatest weight, the first where several have it.
  var strongest: (row: Int32, column: Int32, weight: Double)? {
    var best: (row: Int32, column: Int32, weight: Double)?
    for tie in ties where abs(tie.weight) > abs(best?.weight ?? 0) { best = tie }
    return best
  }
}
