internal import Attribution
internal import CommandKit
internal import Diagnostics
internal import Storage

/// The rows that an analyst adds to the tables: files in `tables/` beside the config file, each with
/// the name and the form of one of the program's own.
enum AddedTables {
  /// A larger file is no table, in bytes.
  private static let limit = 4 << 20

  /// They are read when something is to be suggested, not at the start.
  static func beside(config path: String) -> Vocabulary {
    let folder = Paths.join(Paths.parent(path), "tables")
    return Vocabulary {
      let files = FileStore()
      let names = ((try? files.list(folder)) ?? []).filter { $0.hasSuffix(".tsv") }
      return names.map { name in
        let path = Paths.join(folder, name)
        do throws(FileError) {
          let bytes = try files.read(path, limit: limit)
          return Vocabulary.File(table: name, path: path, bytes: bytes)
        } catch {
          return Vocabulary.File(table: name, path: path, bytes: [], fault: error.reason)
        }
      }
    }
  }
}

/// `verbatim --check-tables`: reads all of them and says what does not read.
enum TableCheck {
  static func run(_ vocabulary: Vocabulary) -> Int32 {
    let (out, errors) = (OutputStream(descriptor: 1), OutputStream(descriptor: 2))
    for (table, rows) in vocabulary.counts() { out.write("\(table)  \(rows) rows\n") }
    out.flush()
    var worst = Diagnostics.ExitCode.ok
    for problem in vocabulary.problems() {
      let diagnostic = Diagnostic(table: problem)
      errors.write(diagnostic.rendered())
      worst = max(worst, diagnostic.message.exit)
    }
    errors.flush()
    return worst.rawValue
  }
}
