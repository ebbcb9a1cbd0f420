import Comparison

/// How far three coders agree on 100,000 statements, with an interval from 1,000 samples.
enum AgreementBenchmark {
  static let benchmark = Benchmark("agreement", "three coders, 100,000 statements", measure)

  static func measure(_ fixture: Fixture) throws -> [Figure] {
    let ratings = ratings()
    let one = Measure.median(of: 5) { _ = ratings.alpha(.ordinal) }
    let interval = Measure.once { ratings.alphaInterval(.ordinal, samples: 1_000) }
    if interval.value?.count != 1_000 { throw BenchmarkError("samples without a figure") }
    return [
      Figure("processor, alpha", one.processor, "ms"),
      Figure("processor, alpha of 1,000 samples", interval.cost.processor, atMost: 1_000, "ms"),
    ]
  }

  private static func ratings() -> Ratings {
    var dice = Dice(1970)
    let truth = (0..<100_000).map { _ in Double(dice.number(-2...2)) }
    return Ratings(
      coders: (0..<3).map { _ in
        truth.map { value in
          switch dice.number(0...9) {
          case 0: nil
          case 1: Double(dice.number(-2...2))
          default: value
          }
        }
      })
  }
}
