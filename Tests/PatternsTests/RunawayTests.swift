import Patterns
import Testing

@Suite(.timeLimit(.minutes(1))) struct RunawayTests {
  private func kind(_ source: String, in text: String) throws -> PatternError.Kind? {
    let pattern = try Pattern(source)
    do throws(PatternError) {
      _ = try pattern.matches(in: Array(text.utf8))
      return nil
    } catch {
      return error.kind
    }
  }

  @Test(arguments: ["(a+)+$", "(a|aa)+$", "(a|a?)+b", #"(?:a?){40}a{40}b"#, #"^(([a-z])+.)+[A-Z]"#])
  func aPatternThatRunsAwayEndsInAnError(_ source: String) throws {
    #expect(try kind(source, in: String(repeating: "a", count: 60) + "!b") == .runaway)
  }

  /// Each place alone stays below the limit of steps; only the clock ends it.
  @Test func aPatternThatIsSlowAtEveryPlaceEndsInAnError() throws {
    let text = String(repeating: "a", count: 200_000)
    #expect(try kind("(?:a{1,40}){1,3}[b-c]|(?:a?){12}a{12}x", in: text) == .runaway)
  }

  @Test func aMatchAsLongAsAnArticleIsFound() throws {
    let text = String(repeating: "ab", count: 100_000)
    #expect(try Pattern("(?:a|b)+").matches(in: Array(text.utf8)) == [0..<200_000])
  }

  @Test func aSearchCanBeGivenUp() throws {
    var asked = 0
    let bytes = Array(String(repeating: "word ", count: 100_000).utf8)
    #expect(throws: PatternError(.cancelled, "the search was given up")) {
      try Pattern("none").matches(in: bytes) {
        asked += 1
        return asked > 3
      }
    }
  }

  @Test func oneCompiledPatternServesSeveralTasks() async throws {
    let pattern = try Pattern(#"\w+"#)
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for n in 1...8 {
        group.addTask {
          try pattern.matches(in: Array(String(repeating: "é ", count: n).utf8)).count
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(counts == 36)
  }
}
