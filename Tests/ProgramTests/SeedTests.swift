import Glibc
import Storage
import Testing

/// Holds the program on a real article against a hand-made expectation, where the data are: they are
/// no part of this project. Without them the tests are skipped, and say so.
@Suite struct SeedTests {
  static let measure =
    Environment.variable("VERBATIM_MEASURE_DATA")
    ?? Paths.normalise(Paths.join(Program.root, "../shared/measure"))
  static let isThere =
    FileStore().exists(Paths.join(measure, "seed/check.py"))
    && system("python3 --version >/dev/null 2>&1") == 0

  @Test(.enabled(if: isThere, "the evaluation data are not on this machine"))
  func blocksOfTheRealArticleAreExact() throws {
    let program = try Program()
    defer { program.remove() }
    let result = program.line(
      "python3 '\(Self.measure)/seed/check.py' '\(Program.path)' --only blocks")
    #expect(result.exit == 0, "\(result.out)")
    #expect(result.out.contains("RESULT PASS"))
  }
}
