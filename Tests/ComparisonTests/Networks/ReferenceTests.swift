import Storage
import Testing

@testable import Comparison

/// Networks of another program's sample, cell by cell, where the data are: they are no part of this
/// project. Without them the test is skipped, and says so.
@Suite struct ReferenceTests {
  static let folder = Paths.join(
    Environment.variable("VERBATIM_MEASURE_DATA")
      ?? Paths.normalise(
        Paths.join(
          Paths.parent(Paths.parent(Paths.parent(Paths.parent(#filePath)))), "../shared/measure")),
    "networks")
  static let isThere = FileStore().exists(Paths.join(folder, "reference-matrices.tsv"))

  /// The lines of a table behind its head, as fields.
  static func table(_ name: String) throws -> [[String]] {
    let bytes = try FileStore().read(Paths.join(folder, name))
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private static let measures: [String: TieMeasure] = [
    "ignore": .ignore, "congruence": .congruence, "conflict": .conflict, "subtract": .subtract,
    "combine": .combine,
  ]
  private static let normalisations: [String: Normalisation] = [
    "no": .none, "average": .average, "jaccard": .dnaJaccard, "dna-cosine": .dnaCosine,
    "activity": .activity, "prominence": .prominence,
  ]

  @Test(.enabled(if: isThere, "the reference matrices are not on this machine"))
  func everyCellOfTheReferenceIsMet() throws {
    let coded = Coded(
      try Self.table("dna_sample_statements.tsv").map { fields in
        let spaceless = [fields[6], fields[7]].map { Self.spaceless($0) }
        return "\(spaceless[0]) \(spaceless[1]) \(fields[8] == "1" ? "1" : "-1")"
      })
    var networks: [String: Network] = [:]
    var met = 0
    for cell in try Self.table("reference-matrices.tsv") {
      var options = NetworkOptions()
      options.mode = cell[1] == "two-mode" ? .both : .parties
      options.measure = try #require(Self.measures[cell[4]])
      options.normalisation = try #require(Self.normalisations[cell[5]])
      let network = networks[cell[0]] ?? coded.table.network(options)
      networks[cell[0]] = network
      let columns = options.mode == .both ? coded.issues : coded.actors
      let row = try #require(coded.actors.firstIndex(of: Self.spaceless(cell[6])))
      let column = try #require(columns.firstIndex(of: Self.spaceless(cell[7])))
      let value = try #require(Double(cell[8]))
      let isMet = abs(network[row, column] - value) < 1e-12 * max(1, abs(value))
      #expect(isMet, "\(cell): \(network[row, column])")
      met += isMet ? 1 : 0
    }
    #expect(met == 1_078)
  }

  private static func spaceless(_ text: String) -> String {
    String(text.map { $0 == " " ? "_" : $0 })
  }
}
