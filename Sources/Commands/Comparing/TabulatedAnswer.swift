internal import Casebook
internal import CommandKit
internal import Comparison

/// How an answer is printed.
enum TableFormat: String, ClosedList {
  case table, csv, json
}

extension NormalForm {
  /// `as csv`; a table is what is printed anyway.
  mutating func add(_ format: TableFormat) {
    if format != .table { add("as", format.rawValue) }
  }
}

/// What the questions over statements have in common.
extension Session {
  /// The answer where no statement has been made; nil where there are some.
  var withoutStatements: Output? {
    if book.statements.count > 0 { return nil }
    return Output(
      ["no statements yet"] + leftOutLines, next: ["attribute PASSAGE to WHO on ISSUE STANCE"])
  }

  /// A result in the format that was asked for. A table says which statements were left out.
  func printed(_ result: some TabulatedResult, as format: TableFormat, _ page: Page) -> [String] {
    switch format {
    case .table: result.lines(in: book, width: page.width) + leftOutLines
    case .csv: result.csvLines(in: book)
    case .json: result.jsonLines(in: book)
    }
  }

  /// The statements behind each row, so that `show %3` lists them.
  func rows(of rows: [[StatementRow]]) -> [Row] { rows.map { .statements(ids(of: $0)) } }

  /// The ids of some lines, each once, in their order.
  func ids(of rows: [StatementRow]) -> [RecordID] {
    var seen: Set<RecordID> = []
    return rows.map { book.statements.id($0) }.filter { seen.insert($0).inserted }
  }

  /// A result that misses statements says so: it is never silently smaller.
  var leftOutLines: [String] {
    let left = Set(leftOutStatements)
    if left.isEmpty { return [] }
    let all = Set(book.statements.all.map { book.statements.id($0) }).union(left).count
    let ids = left.sorted().prefix(4).map(\.text).joined(separator: " ")
    return ["\(left.count) of \(Layout.count(all, "statement")) left out, words not found: \(ids)"]
  }
}
