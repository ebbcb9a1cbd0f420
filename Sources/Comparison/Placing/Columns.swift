internal import Casebook
internal import SourceText

/// The first and last day of a statement as numbers; `Int32.min` in both where nothing is known.
struct DayPair: Equatable {
  var first: Int32
  var last: Int32

  static let unknown = DayPair(first: .min, last: .min)

  var isKnown: Bool { first != .min }

  /// As days.
  var range: DayRange? {
    isKnown ? DayRange(Day(number: first), Day(number: last)) : nil
  }

  /// The days of both; unknown when one of them is.
  func hull(_ other: DayPair) -> DayPair {
    guard isKnown, other.isKnown else { return .unknown }
    return DayPair(first: min(first, other.first), last: max(last, other.last))
  }
}

/// What a question reads of a casebook, with what is needed for every statement as arrays by row. A
/// class, because copying forty arrays for every statement takes longer than the answer.
final class Columns {
  let casebook: Casebook
  let statements: StatementTable
  /// The annotation of each statement.
  let annotations: [Int32]
  /// The stance of each statement, as its table holds it.
  let stances: [Int8]
  /// The coder of each statement.
  let coders: [Int32]
  /// The article of each annotation.
  private let articles: [Int32]
  private let parties: [Int32]
  private let speakers: [Int32]
  private let issues: [Int32]
  private let said: [Int32]
  private let articleDays: [DayPair]
  private let isParty: [Bool]
  private let isIssue: [Bool]

  /// - Parameter asCoded: whether stances are those of the coders, where they were settled too.
  init(of casebook: Casebook, asCoded: Bool = false) {
    self.casebook = casebook
    statements = casebook.statements
    annotations = statements.annotations
    stances =
      asCoded || casebook.settled.isEmpty ? statements.stances : casebook.countedStances
    coders = statements.coders
    parties = statements.parties
    speakers = statements.speakers
    issues = statements.issues
    said = statements.saidFirst
    articles = casebook.annotations.articles
    var days = [DayPair](repeating: .unknown, count: casebook.articles.rowCount)
    for article in casebook.articles.all {
      if let range = casebook.articles[article].days {
        days[article.row] = DayPair(first: range.first.number, last: range.last.number)
      }
    }
    articleDays = days
    isParty = FilterPlan.flags(casebook.parties.all, casebook.parties.rowCount)
    isIssue = FilterPlan.flags(casebook.issues.all, casebook.issues.rowCount)
  }

  /// The party of a statement, -1 where there is none or its record is gone.
  func party(of row: Int32) -> Int32 { known(parties[Int(row)], isParty) }

  /// The speaker of a statement, -1 where there is none or their record is gone.
  func speaker(of row: Int32) -> Int32 { known(speakers[Int(row)], isParty) }

  /// The issue of a statement, -1 where there is none or its record is gone.
  func issue(of row: Int32) -> Int32 { known(issues[Int(row)], isIssue) }

  private func known(_ value: Int32, _ flags: [Bool]) -> Int32 {
    value >= 0 && Int(value) < flags.count && flags[Int(value)] ? value : -1
  }

  /// The annotation of a statement.
  func annotation(of row: Int32) -> AnnotationRow {
    AnnotationRow(rawValue: annotations[Int(row)])
  }

  /// The article of a statement.
  func article(of row: Int32) -> Int { Int(articles[Int(annotations[Int(row)])]) }

  /// The days of a statement: when it was said, else its article's day or bracket.
  func days(of row: Int32) -> DayPair {
    let first = said[Int(row)]
    if first != .min { return DayPair(first: first, last: statements.saidLast[Int(row)]) }
    return articleDays[article(of: row)]
  }

  /// The first day of a statement for sorting; `Int32.max` where nothing is known.
  func dayKey(of row: Int32) -> Int32 {
    let days = days(of: row)
    return days.isKnown ? days.first : .max
  }

  /// Whether a line is conditional or hedged.
  func qualifiers(of row: Int32) -> Marks { statements.qualifiers(of: StatementRow(rawValue: row)) }

  /// The words of an annotation, pieces joined by ` … `.
  func words(of annotation: AnnotationRow) -> String { casebook.words(of: annotation) }
}

extension StatementTable {
  /// Whether a line is conditional or hedged.
  func qualifiers(of row: StatementRow) -> Marks {
    var marks: Marks = isHedged(row) ? .hedged : []
    if isConditional(row) { marks.insert(.conditional) }
    return marks
  }
}

extension Casebook {
  /// The words of an annotation, pieces joined by ` … `; empty when its article is gone.
  func words(of annotation: AnnotationRow) -> String {
    let article = annotations.article(annotation)
    guard articles.isDefined(article) else { return "" }
    let text = articles[article].text
    return annotations.pieces(of: annotation).map { text[$0] }.joined(separator: " … ")
  }
}
