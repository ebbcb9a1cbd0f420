/// What a language abbreviates, from `Data/abbreviations.tsv`.
struct Abbreviations: Sendable {
  private(set) var titles: Set<String> = []
  private(set) var others: Set<String> = []
  private(set) var beginnings: Set<String> = []
  private(set) var months: Set<String> = []

  /// The abbreviations of a language; English ones for a language that has no rows.
  static func of(_ language: String?) -> Abbreviations {
    let code = language.map { String($0.prefix { $0 != "-" }) } ?? "en"
    return all[code] ?? all["en"] ?? Abbreviations()
  }

  private static let all: [String: Abbreviations] = {
    var all: [String: Abbreviations] = [:]
    for row in rows { all[row.language, default: Abbreviations()].add(row) }
    return all
  }()

  /// One row of the table.
  struct Row {
    var language: String
    var kind: String
    var words: [String]
  }

  /// The rows of the table, comments left out.
  static var rows: [Row] {
    String(decoding: PackageResources.abbreviations_tsv, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { line in
        let fields = line.split(separator: "\t").map(String.init)
        return Row(
          language: fields[0], kind: fields.count > 1 ? fields[1] : "",
          words: fields.count > 2 ? fields[2].split(separator: " ").map(String.init) : [])
      }
  }

  private mutating func add(_ row: Row) {
    switch row.kind {
    case "title": titles.formUnion(row.words)
    case "other": others.formUnion(row.words)
    case "begin": beginnings.formUnion(row.words)
    case "month": months.formUnion(row.words)
    default: break
    }
  }
}
