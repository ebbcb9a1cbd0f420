public import Casebook
internal import SourceText

/// What `agreement` asks.
public struct AgreementQuery: Sendable {
  /// Which statements.
  public var filter = StatementFilter()
  /// How many samples the interval is made from.
  public var samples = 1_000

  /// All statements.
  public init() {}

  /// How the coders of one notebook agree.
  public func answer(in casebook: Casebook) -> AgreementResult {
    answer([CodedLines(filter, in: casebook, as: nil)], expected: [])
  }

  /// How several notebooks agree, each under a name of its own, the coders of one apart. The filter's days and
  /// words hold for all; parties, issues, articles and tags are rows of one casebook, so that no filter
  /// but days and words may be given.
  public func answer(comparing books: [(name: String, casebook: Casebook)]) -> AgreementResult {
    let some = books.map { CodedLines(filter, in: $0.casebook, as: $0.name) }
    let coders = zip(books, some).flatMap { $1.coders.isEmpty ? [$0.name] : $1.coders }
    return answer(some, expected: coders)
  }

  private func answer(_ some: [CodedLines], expected: [String]) -> AgreementResult {
    let lines = CodedLines(joining: some)
    let coders = expected.isEmpty ? lines.coders : expected
    return AgreementResult(
      coders: coders, lines: lines, samples: samples, isOneNotebook: expected.isEmpty)
  }
}

/// How far coders agree.
///
/// What coders said of the same is one unit: lines of the same party on the same issue whose words
/// are the same or overlap; lines of one statement go together first. Two lines of one coder are never
/// one unit.
public struct AgreementResult: Sendable {
  /// The coders, by name; notebooks in the order given.
  public let coders: [String]
  /// Stances as categories, mixed, uncommitted and not stated too.
  public let nominal: Ratings
  /// Stances as degrees; the others are not on the scale and count as not coded.
  public let degrees: Ratings
  /// The same with settled units as all their coders agreed on them in the end; nil where none is.
  public let settledDegrees: Ratings?
  /// The interval of the ordinal alpha.
  public let interval: BootstrapInterval?
  /// Where each issue is marked, in the articles in which every coder has a line: what one has not
  /// read yet is no disagreement.
  public let passages: UnitisingAgreement
  /// The issues, in the order of the categories of `passages`.
  public let issues: [String]
  let lines: CodedLines
  let units: [AgreementUnit]
  /// In which articles each coder has a line.
  let codedArticles: [Set<TextDigest>]
  /// In how many articles all have one: `passages` is of those.
  let sharedArticleCount: Int
  /// Whether all is in this notebook, so that rows can be shown.
  let isOneNotebook: Bool

  /// What stands for mixed, uncommitted and not stated among the categories.
  static let outside: [(code: Int8, value: Double, name: String)] = [
    (10, 10, "mixed"), (11, 11, "uncommitted"), (.min, 12, "not stated"),
  ]

  init(coders: [String], lines: CodedLines, samples: Int, isOneNotebook: Bool) {
    self.isOneNotebook = isOneNotebook
    self.coders = coders
    self.lines = lines
    let units = AgreementUnit.units(of: lines.lines, coders: coders)
    self.units = units
    func value(_ coder: Int, _ unit: Int) -> Double? {
      units[unit].lines[coder].map { AgreementResult.value(of: lines.lines[$0].stance) }
    }
    let used = units.flatMap { $0.lines.compactMap { $0 } }
      .map { AgreementResult.value(of: lines.lines[$0].stance) }
    nominal = Ratings(
      coderCount: coders.count, categories: Set(used).sorted(), unitCount: units.count,
      value: value)
    degrees = Ratings(
      coderCount: coders.count, categories: Set(used).filter { $0 <= 2 }.sorted(),
      unitCount: units.count, value: value)
    settledDegrees = AgreementResult.settled(units, lines.lines, coders: coders.count)
    interval = degrees.alphaInterval(.ordinal, samples: samples)
    codedArticles = coders.map { coder in
      Set(lines.lines.lazy.filter { $0.coder == coder }.map(\.article))
    }
    let shared = codedArticles.dropFirst().reduce(codedArticles.first ?? []) {
      $0.intersection($1)
    }
    sharedArticleCount = shared.count
    let marked = MarkedPassages(lines, coders, in: shared)
    issues = marked.issues
    passages = UnitisingAgreement(coders: marked.units, length: marked.length)
  }

  private static func settled(_ units: [AgreementUnit], _ lines: [CodedLine], coders: Int)
    -> Ratings?
  {
    // Written as loops: nested closures over the settled stance overtax the optimiser of Swift 6.3.
    var values: [Double?] = []
    values.reserveCapacity(units.count * coders)
    var used: Set<Double> = []
    var hasSettled = false
    for unit in units {
      let settled = unit.settled(lines)
      if settled != nil { hasSettled = true }
      for coder in 0..<coders {
        var value: Double?
        if let line = unit.lines[coder] {
          value = AgreementResult.value(of: settled ?? lines[line].stance)
        }
        if let value, value <= 2 { used.insert(value) }
        values.append(value)
      }
    }
    guard hasSettled else { return nil }
    return Ratings(coderCount: coders, categories: used.sorted(), unitCount: units.count) {
      coder, unit in values[unit * coders + coder]
    }
  }

  /// How many units are coded differently, and not settled.
  public var disagreementCount: Int { disagreements.count }

  /// How many units are settled.
  var settledCount: Int { units.count { $0.settled(lines.lines) != nil } }

  /// Krippendorff's alpha, ordinal, as coded and with what was settled; nil where there is none.
  public var alphas: (coded: Double?, settled: Double?) {
    (degrees.alpha(.ordinal), (settledDegrees ?? degrees).alpha(.ordinal))
  }

  /// A figure as it is printed: three places, `-` for none.
  public static func printed(_ figure: Double?) -> String { Self.figure(figure) }

  private static func value(of stance: Int8) -> Double {
    outside.first { $0.code == stance }?.value ?? Double(stance)
  }

  /// The units on which coders differ, in the order of the listing.
  var disagreements: [AgreementUnit] {
    units.filter { isDisputed($0) && $0.settled(lines.lines) == nil }
  }

  /// The units that some coded, and others did not who coded something in the same article.
  var gaps: [AgreementUnit] {
    units.filter { unit in
      !isDisputed(unit) && unit.settled(lines.lines) == nil
        && unit.lines.indices.contains { unit.lines[$0] == nil && hasArticle(of: unit, $0) }
    }
  }

  /// How many units are not coded by all, because the others coded nothing in their articles.
  var elsewhereCount: Int {
    units.count { unit in
      unit.settled(lines.lines) == nil && unit.lines.contains { $0 == nil }
    } - gaps.count - disagreements.count { unit in unit.lines.contains { $0 == nil } }
  }

  private func hasArticle(of unit: AgreementUnit, _ coder: Int) -> Bool {
    codedArticles[coder].contains(lines.lines[unit.first].article)
  }

  private func isDisputed(_ unit: AgreementUnit) -> Bool {
    let stances = unit.lines.compactMap { $0 }.map { lines.lines[$0].stance }
    return stances.contains { $0 != stances[0] }
  }
}

/// Where each coder marked each issue, some articles one after the other.
private struct MarkedPassages {
  let issues: [String]
  /// The ranges by coder and issue.
  private(set) var units: [[[Range<Int>]]]
  private(set) var length = 0

  init(_ coded: CodedLines, _ coders: [String], in articles: Set<TextDigest>) {
    let lines = coded.lines.filter { articles.contains($0.article) }
    issues = Set(lines.map(\.issue)).sorted()
    var (coder, issue): ([String: Int], [String: Int]) = ([:], [:])
    for (i, name) in coders.enumerated() { coder[name] = i }
    for (i, name) in issues.enumerated() { issue[name] = i }
    units = Array(
      repeating: Array(repeating: [], count: issues.count), count: coders.count)
    var starts: [String: Int] = [:]
    for line in lines {
      guard let c = coder[line.coder], let k = issue[line.issue] else { continue }
      let key = line.article.hex
      let start = starts[key] ?? length
      if starts[key] == nil {
        starts[key] = start
        length += coded.lengths[line.article] ?? 0
      }
      units[c][k] += line.pieces.map { start + $0.lowerBound..<start + $0.upperBound }
    }
  }
}
