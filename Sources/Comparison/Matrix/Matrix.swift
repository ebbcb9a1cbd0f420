public import Casebook

/// What `matrix` asks.
public struct MatrixQuery: Equatable, Sendable {
  /// Which statements, and to whom they count.
  public var question = CompareQuery()
  /// Figures that rest on fewer statements are left out.
  public var atLeast = 1
  /// Whether the issues are the columns.
  public var isTransposed = false
  /// Whether the table shows the net number of statements in place of the mean.
  public var showsNet = false
  /// In what order the issues stand.
  public var order = Order.spread

  /// Orders of issues; those alike stand by the next, last by name.
  public enum Order: Sendable {
    /// Widest spread first, then most statements.
    case spread
    /// Most statements first, then widest spread.
    case statements
    /// By name.
    case name
  }

  /// A matrix of everything.
  public init() {}
}

/// Parties by issues: the mean of all stances, not only the latest.
public struct Matrix: Sendable {
  /// The mean of a party's stances on an issue; stored small, as a cell is.
  public struct Figure: Equatable, Sendable {
    /// The party.
    public let party: PartyID
    /// Conditions, hedges, `u` and `m` of all its statements.
    public let marks: Marks
    private let mean: Int16?
    private let balance: Int32
    private let statements: Int32

    init(party: PartyID, hundredths: Int?, net: Int, count: Int, marks: Marks) {
      (self.party, self.marks) = (party, marks)
      mean = hundredths.map { Int16(clamping: $0) }
      (balance, statements) = (Int32(clamping: net), Int32(clamping: count))
    }

    /// The mean of the degrees in hundredths; nil where no statement has one. A statement on which
    /// coders differ counts once, with the mean of their degrees.
    public var hundredths: Int? { mean.map { Int($0) } }
    /// How many statements support, less how many oppose; one on which coders differ counts by the
    /// side of their mean.
    public var net: Int { Int(balance) }
    /// How many statements the mean rests on; all of them where there is none.
    public var count: Int { Int(statements) }
  }

  /// One issue.
  public struct Row: Equatable, Sendable {
    /// The issue.
    public let issue: IssueID
    /// The parties with a figure, in the order of the columns.
    public let figures: [Figure]
    /// The highest mean less the lowest, in hundredths; nil with fewer than two.
    public let spread: Int?
    /// How often each degree from −2 to +2 was taken, by all parties that have a figure; a statement on
    /// which coders differ is shared among their degrees.
    public let stances: OrdinalSpread

    /// The sum of the statements of its figures.
    public var count: Int { figures.reduce(0) { $0 + $1.count } }

    /// A party's figure.
    public func figure(of party: PartyID) -> Figure? { figures.first { $0.party == party } }
  }

  /// What was asked.
  public let query: MatrixQuery
  /// The comparison behind it.
  public let result: CompareResult
  /// The parties with a figure, in the order of the comparison.
  public let parties: [PartyID]
  /// The issues, widest spread first, then most statements, then by name.
  public let rows: [Row]
  /// How many figures rest on too few statements.
  public let thin: Int

  /// How many statements a party's figures rest on.
  public func count(of party: PartyID) -> Int {
    rows.reduce(0) { $0 + ($1.figure(of: party)?.count ?? 0) }
  }
}

extension MatrixQuery {
  /// Answers the question.
  public func answer(in casebook: Casebook) -> Matrix {
    let result = question.answer(in: casebook)
    var thin = 0
    var rows: [Matrix.Row] = []
    var isShown = [Bool](repeating: false, count: casebook.parties.rowCount)
    for party in question.parties { isShown[party.row] = true }
    for issue in result.compared + result.onePartyOnly {
      var figures: [Matrix.Figure] = []
      figures.reserveCapacity(issue.cells.count)
      var stances = DegreeCounts()
      for cell in issue.cells {
        var own = DegreeCounts()
        let figure = result.figure(of: cell, counting: &own, in: casebook)
        if figure.count < atLeast {
          thin += 1
          continue
        }
        figures.append(figure)
        stances.add(own)
        isShown[figure.party.row] = true
      }
      if figures.isEmpty { continue }
      rows.append(
        .init(
          issue: issue.issue, figures: figures, spread: MatrixQuery.spread(figures),
          stances: stances.spread))
    }
    sort(&rows, casebook)
    let parties = result.parties.map(\.party).filter { isShown[$0.row] }
    return Matrix(query: self, result: result, parties: parties, rows: rows, thin: thin)
  }

  /// The highest mean less the lowest; nil with fewer than two.
  private static func spread(_ figures: [Matrix.Figure]) -> Int? {
    var (low, high, count) = (Int.max, Int.min, 0)
    for figure in figures {
      guard let mean = figure.hundredths else { continue }
      (low, high, count) = (min(low, mean), max(high, mean), count + 1)
    }
    return count > 1 ? high - low : nil
  }

  private func sort(_ rows: inout [Matrix.Row], _ casebook: Casebook) {
    func keys(_ row: Matrix.Row) -> (Int, Int) {
      switch order {
      case .spread: (-(row.spread ?? -1), -row.count)
      case .statements: (-row.count, -(row.spread ?? -1))
      case .name: (0, 0)
      }
    }
    let names = casebook.issues
    // Made once for each row: the count of a row is a sum.
    rows = rows.map { (row: $0, keys: keys($0)) }.sorted { a, b in
      a.keys != b.keys
        ? a.keys < b.keys : names[a.row.issue].name < names[b.row.issue].name
    }.map(\.row)
  }
}

extension CompareResult {
  /// The mean of a cell, and its degrees counted. Sums are whole, so that no order of adding shows.
  fileprivate func figure(
    of cell: ComparedCell, counting degrees: inout DegreeCounts, in casebook: Casebook
  ) -> Matrix.Figure {
    // Whole degrees, and those of statements on which coders differ, in parts.
    var (whole, parts, net, count) = (0, 0, 0, 0)
    var marks = Marks()
    for i in cell.entries {
      let unit = units[i]
      if unit.isCopy { continue }
      marks.formUnion(unit.marks)
      guard let position = unit.position else { continue }
      count += 1
      if position.low == position.high {
        whole += position.low
        net += position.low.signum()
        degrees.take(position.low, DegreeCounts.parts)
        continue
      }
      let own = units.rows(of: unit).map { Int(code(of: $0, in: casebook)) }
        .filter { (-2...2).contains($0) }
      let degree = own.reduce(0, +)
      parts += DegreeCounts.parts * degree / own.count
      net += degree.signum()
      for one in own { degrees.take(one, DegreeCounts.parts / own.count) }
    }
    if count == 0 {
      return .init(
        party: cell.party, hundredths: nil, net: net, count: cell.independent, marks: marks)
    }
    // Small numbers are divided in half the time, and nearly all are.
    let mean =
      parts == 0
      ? Matrix.rounded(100 * whole, count)
      : Matrix.rounded(100 * (parts + DegreeCounts.parts * whole), DegreeCounts.parts * count)
    return .init(party: cell.party, hundredths: mean, net: net, count: count, marks: marks)
  }

  /// The stance that a line counts with: as settled, unless one coder's is asked for.
  private func code(of row: Int32, in casebook: Casebook) -> Int8 {
    if let settled = settlement(of: StatementRow(rawValue: row), in: casebook) {
      return Int8(clamping: settled.stance.degree ?? Int.max)
    }
    return casebook.statements.stances[Int(row)]
  }
}

/// How often each degree from −2 to +2 was taken, in parts of a statement.
private struct DegreeCounts {
  /// In what parts a statement of several coders is counted: the least common multiple of 1 to 20.
  /// Up to 20 coders divide it; of more the share is cut off in the ninth place.
  static let parts = 232_792_560

  private var counts = InlineArray<5, Int>(repeating: 0)

  /// Adds a share of a statement.
  mutating func take(_ degree: Int, _ share: Int) { counts[degree + 2] += share }

  mutating func add(_ other: DegreeCounts) {
    for i in counts.indices { counts[i] += other.counts[i] }
  }

  /// Their spread.
  var spread: OrdinalSpread {
    OrdinalSpread(counts: (0..<5).map { Double(counts[$0]) / Double(DegreeCounts.parts) })
  }
}

extension Matrix {
  /// A quotient, rounded to the nearest, halves away from zero.
  static func rounded(_ sum: Int, _ count: Int) -> Int {
    let half = sum < 0 ? -count : count
    if let sum = Int32(exactly: 2 * sum + half), let count = Int32(exactly: 2 * count) {
      return Int(sum / count)
    }
    return (2 * sum + half) / (2 * count)
  }

  /// `+1.5`, ` 0.0`, `-2.0`: hundredths to one place.
  static func text(hundredths: Int, signed: Bool) -> String {
    let tenths = rounded(hundredths, 10)
    let size = tenths.magnitude
    let sign = tenths < 0 ? "-" : !signed ? "" : tenths > 0 ? "+" : " "
    return "\(sign)\(size / 10).\(size % 10)"
  }
}
