/// Makes the notebooks that the benchmarks are run on.
enum Prepare {
  static let name = "prepare"
  /// Marks of each kind in the big notebook, and its articles.
  static let (marks, articles) = (50_000, 1_000)
  /// Annotations and statements together of the notebook whose memory is measured.
  static let million = 1_000_000

  static func run(in folder: String) throws {
    if Files.store.exists("\(folder)/script/big.verbatim") { return }
    try InventedNotebook(articles: 1, marks: 4).write(as: "small", in: "\(folder)/small")
    let big = InventedNotebook(articles: articles, marks: marks)
    try big.write(as: "big", in: "\(folder)/big")
    let million = InventedNotebook(articles: 2_000, marks: million / 2)
    try million.write(as: "million", in: "\(folder)/million", withSources: false)
    try InventedScript(big).write(to: "\(folder)/script", marks: marks)
  }
}
