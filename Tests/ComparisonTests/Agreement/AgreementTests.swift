import Testing

@testable import Comparison

/// Whether a figure is there and as expected.
private func isNear(_ figure: Double?, _ expected: Double, within: Double = 1e-9) -> Bool {
  guard let figure else { return false }
  return abs(figure - expected) <= within
}

/// Two coders and ten units, worked by hand (values 0 and 1): they agree on six of ten.
private let two = Ratings(coders: [
  [0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0],
])

@Test func twoCodersAreWorkedByHand() throws {
  #expect(two.percentage == 0.6)
  // Po 6/10; the first gave 1 twice, the second four times: Pe = .2 · .4 + .8 · .6 = .56.
  let kappa = try #require(two.cohenKappa(0, 1))
  #expect(isNear(kappa.kappa, 0.0909090909090909))
  // 20 values, 6 of them 1; Do = 8/20, De = 2 · 6 · 14 / (20 · 19).
  #expect(isNear(two.alpha(.nominal), 0.0952380952380952))
  // P .6; Pe = .3² + .7² = .58.
  #expect(isNear(two.fleissKappa, 0.0476190476190476))
}

@Test func onTwoValuesAllMetricsAreTheSame() {
  for metric in [DifferenceMetric.ordinal, .interval, .ratio] {
    #expect(isNear(two.alpha(metric), 0.0952380952380952), "\(metric)")
  }
}

@Test func agreementIsOneAndCategoriesSayWhereItFails() {
  let same = Ratings(coders: [[1, 2, 3, 3], [1, 2, 3, 3], [1, nil, 3, nil]])
  #expect(same.alpha(.nominal) == 1 && same.fleissKappa == 1 && same.percentage == 1)
  let mixed = Ratings(coders: [[1, 2, 3, 1], [1, 3, 2, 1]])
  #expect(mixed.alphaByCategory[0] == 1)
  #expect((mixed.alphaByCategory[1] ?? 1) < 0)
  #expect(mixed.categoryCounts == [4, 2, 2])
}

@Test(
  arguments: [
    [], [[]], [[1, 2]], [[nil, nil], [nil, nil]], [[1, nil], [nil, 1]], [[1, 1], [1, 1]],
    [[.nan], [.infinity]],
  ] as [[[Double?]]])
func whatCannotBeMeasuredHasNoFigure(rows: [[Double?]]) {
  let ratings = Ratings(coders: rows)
  for metric in DifferenceMetric.allCases {
    #expect(ratings.alpha(metric) == nil)
    #expect(ratings.alphaInterval(metric, samples: 20) == nil)
  }
  #expect(ratings.fleissKappa == nil)
  let isPairable = rows == [[1, 1], [1, 1]]
  #expect((ratings.percentage == nil) == !isPairable)
}

@Test func theIntervalIsTheSameForTheSameSeedAndHoldsTheFigure() throws {
  let long = Ratings(coders: [
    (0..<200).map { Double($0 % 5) }, (0..<200).map { Double($0 % 7 == 0 ? 0 : $0 % 5) },
  ])
  let first = try #require(long.alphaInterval(.interval, samples: 400, seed: 7))
  #expect(first == long.alphaInterval(.interval, samples: 400, seed: 7))
  #expect(first != long.alphaInterval(.interval, samples: 400, seed: 8))
  let alpha = try #require(long.alpha(.interval))
  #expect(first.low < alpha && alpha < first.high && first.count == 400)
}

@Test func aSampleHasAsManyUnits() throws {
  // Of three units, one of them odd: alpha of a sample is nil, or one of few values.
  let few = Ratings(coders: [[1, 1, 2], [1, 1, 2]])
  let interval = try #require(few.alphaInterval(.nominal, samples: 500, seed: 3))
  #expect(interval.low == 1 && interval.high == 1)
  // All three the same: 1/27 + 8/27 of the samples have no variation.
  #expect((280...390).contains(interval.count))
}

@Test func passagesAreWorkedByHand() {
  // One coder marks 2..<6 of ten, the other 4..<8: x = −2 and −2, so Do = 2 · 8 / (2 · 100).
  let measure = UnitisingAgreement(coders: [[[2..<6]], [[4..<8]]], length: 10)
  #expect(isNear(measure.observed[0], 0.08))
  // Units of 4; N − 1 = 1: 28 each; gaps 2, 4, 4, 2: 16 · 2 each. 120/5 / (380 − 24).
  #expect(isNear(measure.expected[0], 0.0674157303370787))
  #expect(UnitisingAgreement(coders: [[[2..<6]], [[2..<6]]], length: 10).alpha == 1)
}

@Test func aCoderWithNothingDisagreesByEveryUnit() {
  let measure = UnitisingAgreement(coders: [[[2..<6]], [[]]], length: 10)
  #expect(isNear(measure.observed[0], 0.16))
  #expect((measure.alpha ?? 1) <= 0)
}

@Test(arguments: [0, 1, 10])
func noUnitsHaveNoAlpha(length: Int) {
  #expect(UnitisingAgreement(coders: [[[]], [[]]], length: length).alpha == nil)
  #expect(UnitisingAgreement(coders: [], length: length).alpha == nil)
}

@Test func unitsThatOverlapAreOneAndWhatLiesOutsideIsCut() {
  let messy = UnitisingAgreement(
    coders: [[[4..<6, 2..<5, 8..<30]], [[2..<6, 8..<10]]], length: 10)
  #expect(messy.alpha == 1)
}

@Test(arguments: [
  ([0.0, 0, 9, 0, 0], 1.0, 0.0, 1.0), ([5, 0, 0, 0, 5], -1, 1, 0), ([2, 2, 2, 2, 2], 0, 0.6, 0.42),
])
func spreadIsKnownAtItsEnds(
  counts: [Double], agreement: Double, dispersion: Double, consensus: Double
) {
  let spread = OrdinalSpread(counts: counts)
  #expect(isNear(spread.agreement, agreement))
  #expect(isNear(spread.dispersion, dispersion))
  #expect(isNear(spread.consensus, consensus, within: 0.02))
}

@Test(arguments: [[], [5], [0, 0]] as [[Double]])
func noAnswersHaveNoSpread(counts: [Double]) {
  let spread = OrdinalSpread(counts: counts)
  #expect(spread.agreement == nil && spread.dispersion == nil && spread.consensus == nil)
}
