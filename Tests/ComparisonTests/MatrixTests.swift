import Casebook
import Testing

@testable import Comparison

private func screen(transposed: Bool, width: Int) -> String {
  let book = talks().casebook()
  var query = MatrixQuery()
  query.isTransposed = transposed
  return query.answer(in: book).lines(in: book, width: width).joined(separator: "\n")
}

@Test func aMatrixShowsMeansSpreadAndSums() {
  #expect(
    screen(transposed: false, width: 80) == """
      mean stance (n)                               10 statements, 13 Mar..17 Apr 2031
                   CO        AL       SU       TA     Upper Merro…  spread   n
      seat         .      -2.0 (1)    .        .        +2.0 (1)     4.0     2
      truce     +1.5 (2)  -1.0?(1)    .        .           .         2.5     3
      monitors  +2.0 (1)  +1.0~(1)   u (1)  +1.0 (1)       .         1.0     4
      sanctions +2.0 (1)     .        .        .           .          -      1
      n            4         3        1        1           1
      . nothing  ? on a condition  ~ hedged  u uncommitted
      TA is part of SU: its words count once, under TA.
      Not in here: 1 without a position.
      """)
}

@Test func aTransposedMatrixHasItsIssuesAsColumns() {
  #expect(
    screen(transposed: true, width: 50) == """
      mean stance (n)
      10 statements, 13 Mar..17 Apr 2031
                             seat     truce
      CO                      .      +1.5 (2)
      AL                   -2.0 (1)  -1.0?(1)
      SU                      .         .
      TA                      .         .
      Upper Merrow Council +2.0 (1)     .
      spread                 4.0       2.5
      n                       2         3
                           monitors  sanctions   n
      CO                   +2.0 (1)  +2.0 (1)    4
      AL                   +1.0~(1)      .       3
      SU                     u (1)       .       1
      TA                   +1.0 (1)      .       1
      Upper Merrow Council    .          .       1
      spread                 1.0         -
      n                       4          1
      . nothing  ? on a condition  ~ hedged
      u uncommitted
      TA is part of SU: its words count once, under TA.
      Not in here: 1 without a position.
      """)
}

@Test(arguments: [
  (["+2", "+1"], "+1.5 (2)"), (["+2", "+1", "+1"], "+1.3 (3)"), (["-2", "-1", "-2"], "-1.7 (3)"),
  (["0"], " 0.0 (1)"), (["+2", "mixed"], "+2.0m(1)"), (["uncommitted", "mixed"], " um (2)"),
  (["+1", "-1", "0", "0"], " 0.0 (4)"),
])
func theMeanIsOfAllDegreesAndItsNumberOfThoseAlone(stances: [String], expected: String) {
  let book = Desk(
    stances.enumerated().map { Said("words \($0)", "Alba", "truce", $1) }
  ).casebook()
  #expect(MatrixQuery().answer(in: book).rows.first?.figures.first?.text == expected)
}

@Test func aStatementOnWhichCodersDifferBringsTheirMeanOnce() {
  let book = Desk([
    Said("same", "Alba", "truce", "+2"),
    Said("same", "Alba", "truce", "-1").with { $0.coder = "hv" },
  ]).casebook()
  #expect(MatrixQuery().answer(in: book).rows.first?.figures.first?.text == "+0.5 (1)")
}

@Test func figuresOnTooFewStatementsAreLeftOutAndCounted() {
  let book = Desk([
    Said("one", "Alba", "truce", "+2"), Said("two", "Alba", "truce", "+1"),
    Said("three", "Corda", "truce", "-1"), Said("four", "Corda", "seat", "-1"),
  ]).casebook()
  var query = MatrixQuery()
  query.atLeast = 2
  let matrix = query.answer(in: book)
  #expect(matrix.parties == book.parties("Alba"))
  #expect(matrix.rows.map(\.issue) == book.issues("truce"))
  #expect(matrix.thin == 2)
  #expect(
    matrix.lines(in: book).contains("2 figures on fewer than 2 statements left out."))
}

@Test func aMatrixForProgramsHasMeanNetAndNumber() {
  let book = Desk([
    Said("one", "Alba", "truce", "+2"), Said("two", "Alba", "truce", "+1"),
    Said("three", "Alba", "truce", "-1"), Said("four", "Corda", "truce", "uncommitted"),
  ]).casebook()
  let matrix = MatrixQuery().answer(in: book)
  #expect(
    matrix.csvLines(in: book) == [
      "issue,party,mean,net,n,marks", "truce,Alba,0.67,1,3,", "truce,Corda,,,0,u",
    ])
  #expect(JSONReader.isValid(matrix.jsonLines(in: book).joined(separator: "\n")))
}

@Test(arguments: [
  (MatrixQuery.Order.spread, ["truce", "seat", "monitors"]),
  (.statements, ["seat", "truce", "monitors"]), (.name, ["monitors", "seat", "truce"]),
])
func issuesOfAMatrixStandInTheOrderAskedFor(order: MatrixQuery.Order, expected: [String]) {
  let book = Desk([
    Said("1", "Alba", "truce", "+2"), Said("2", "Corda", "truce", "-2"),
    Said("3", "Alba", "seat", "+2"), Said("4", "Corda", "seat", "+1"),
    Said("5", "Corda", "seat", "+1"), Said("6", "Alba", "monitors", "+1"),
  ]).casebook()
  var query = MatrixQuery()
  query.order = order
  #expect(query.answer(in: book).rows.map { book.issues[$0.issue].name } == expected)
}

@Test func theMeanOfSevenCodersIsWhole() {
  let stances = ["+2", "+2", "+1", "+1", "+1", "+1", "+1"]
  let book = Desk(
    stances.enumerated().map { coder, stance in
      Said("same words", "Alba", "truce", stance).with { $0.coder = "coder \(coder)" }
    }
  ).casebook()
  // 9/7 = 1.2857…; in parts of 60 it was cut to 77/60 = 1.2833….
  #expect(MatrixQuery().answer(in: book).rows[0].figures[0].hundredths == 129)
}

@Test func meansOfManyCodersStayExact() {
  // 1/7 and 1/11 and 1/13, and their sum over three statements: 311/3003 = 0.10356….
  var statements: [Said] = []
  for (words, coders) in [("one", 7), ("two", 11), ("three", 13)] {
    for coder in 0..<coders {
      statements.append(
        Said(words, "Alba", "truce", coder == 0 ? "+1" : "0").with { $0.coder = "coder \(coder)" })
    }
  }
  let book = Desk(statements).casebook()
  #expect(MatrixQuery().answer(in: book).rows[0].figures[0].hundredths == 10)
}

/// One statement on which two coders differ by a degree, and two on which there is one: 1½ and −2 and
/// +1 make a sixth.
@Test func wholeAndSharedDegreesMakeOneMean() {
  let shared = ["+1", "+2"].enumerated().map { coder, stance in
    Said("one", "Alba", "truce", stance).with { $0.coder = "coder \(coder)" }
  }
  let whole = [Said("two", "Alba", "truce", "-2"), Said("three", "Alba", "truce", "+1")]
  let figure = MatrixQuery().answer(in: Desk(shared + whole).casebook()).rows[0].figures[0]
  #expect(figure.hundredths == 17 && figure.count == 3 && figure.net == 1)
}

@Test func aMatrixForProgramsSaysHowFarStancesOnAnIssueAgree() {
  // Two at each end; then all the same; coders who differ share their one statement.
  let split = [
    Said("a", "Alba", "truce", "+2"), Said("b", "Alba", "truce", "+2"),
    Said("c", "Corda", "truce", "-2"), Said("d", "Corda", "truce", "-2"),
    Said("e", "Alba", "seat", "+1"), Said("f", "Corda", "seat", "+1"),
    Said("g", "Alba", "monitors", "+2"),
    Said("g", "Alba", "monitors", "-2").with { $0.coder = "hv" },
    Said("h", "Tarn", "truce", "uncommitted"),
  ]
  let book = Desk(split).casebook()
  let matrix = MatrixQuery().answer(in: book)
  let found = matrix.rows.map { row in
    "\(book.issues[row.issue].name) \(row.stances.agreement ?? 9) \(row.stances.polarisation ?? 9)"
  }
  #expect(found.sorted() == ["monitors -1.0 1.0", "seat 1.0 0.0", "truce -1.0 1.0"])
  let json = matrix.jsonLines(in: book).joined(separator: "\n")
  #expect(JSONReader.isValid(json))
  #expect(json.contains("\"agreement\": -1,") && json.contains("\"polarisation\": 1,"))
}
