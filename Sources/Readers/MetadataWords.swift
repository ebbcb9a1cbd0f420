/// Words that say when and by whom, from `Data/metadata.tsv`, of all languages together: a page of
/// one language has dates of another.
struct MetadataWords: Sendable {
  static let shared = MetadataWords()

  private(set) var months: [String: Int] = [:]
  private(set) var weekdays: [String: Int] = [:]
  private(set) var words: [String: [String]] = [:]
  /// The words before names; those before weekdays and of the future with a blank behind: for
  /// `CanonicalText`.
  private(set) var byBytes: [[UInt8]] = []
  private(set) var onBytes: [[UInt8]] = []
  private(set) var futureBytes: [[UInt8]] = []

  /// One row of the table.
  struct Row {
    let language: String
    let kind: String
    let words: [String]
  }

  static var rows: [Row] {
    String(decoding: PackageResources.metadata_tsv, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { line in
        let fields = line.split(separator: "\t").map(String.init)
        return Row(
          language: fields[0], kind: fields.count > 1 ? fields[1] : "",
          words: fields.count > 2 ? fields[2].split(separator: " ").map(String.init) : [])
      }
  }

  private init() {
    for row in MetadataWords.rows {
      switch row.kind {
      case "month": MetadataWords.add(row.words, to: &months)
      case "weekday": MetadataWords.add(row.words, to: &weekdays)
      default:
        words[row.kind, default: []] += row.words.map {
          String($0.map { $0 == "_" ? " " : $0 })
        }
      }
    }
    byBytes = (words["by"] ?? []).map { Array($0.utf8) }
    futureBytes = (words["future"] ?? []).map { Array($0.utf8) + [0x20] }
    onBytes = (words["on"] ?? []).map { Array($0.utf8) + [0x20] }
  }

  /// Numbers the words of a row from 0; forms of one are joined by `|`.
  private static func add(_ row: [String], to table: inout [String: Int]) {
    for (number, forms) in row.enumerated() {
      for form in forms.split(separator: "|") where table[String(form)] == nil {
        table[String(form)] = number
      }
    }
  }
}
