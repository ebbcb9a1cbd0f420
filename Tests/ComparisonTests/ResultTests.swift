import Casebook
import Testing

@testable import Comparison

/// A small generator, so that every run shuffles alike.
private struct Shuffler: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}

/// Everything that can be printed of some questions.
private func everything(_ book: Casebook) -> [String] {
  var lines: [String] = []
  for rollUp in [nil] + RollUp.allCases {
    var query = CompareQuery()
    query.rollUp = rollUp
    let result = query.answer(in: book)
    lines += result.lines(in: book) + result.csvLines(in: book) + result.jsonLines(in: book)
    lines.append(result.stamp(in: book))
    var matrix = MatrixQuery()
    matrix.question = query
    lines += matrix.answer(in: book).lines(in: book)
  }
  let listed = StatementFilter().rows(in: book)
  return lines + listed.map { "\(book.statement($0).id.text) \(book.statement($0).coder >= 0)" }
}

@Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
func noOrderOfAddingShowsInAnything(seed: UInt64) {
  var desk = talks()
  desk.statements += desk.statements.map { said in
    said.with {
      $0.coder = "hv"
      $0.stance = $0.stance == "+2" ? "+1" : $0.stance
    }
  }
  desk.statements.append(
    Said("ready again", "Corda", "truce", "+1").with {
      $0.article = "border"
      $0.said = "2031-04-17"
    })
  desk.memberships.append(("Tarn", "Merrow Pact", nil, nil))
  desk.parties.append(Desk.party("Merrow Pact", .bloc))
  let expected = everything(desk.casebook())
  var shuffler = Shuffler(state: seed)
  desk.statements.shuffle(using: &shuffler)
  desk.parties.shuffle(using: &shuffler)
  desk.issues.shuffle(using: &shuffler)
  desk.articles.shuffle(using: &shuffler)
  desk.memberships.shuffle(using: &shuffler)
  #expect(everything(desk.casebook()) == expected)
}

@Test func theStampCountsAndNamesTheInputs() {
  let book = Desk([Said("one", "Alba", "truce", "+1"), Said("two", "Corda", "truce", "-1")])
    .casebook()
  let stamp = CompareQuery().answer(in: book).stamp(in: book)
  #expect(stamp == "2 parties, 2 statements; inputs 0d26467a")
}

@Test(arguments: 0..<9)
func whateverTheResultShowsIsInItsStamp(change: Int) {
  let original = Desk([Said("one", "Alba", "truce", "+1"), Said("two", "Corda", "truce", "-1")])
  var desk = original
  switch change {
  case 0: desk.statements[0].stance = "+2"
  case 1: desk.statements[0].condition = "it rains"
  case 2: desk.statements[0].hedge = .weak
  case 3: desk.statements[0].said = "2031-04-01"
  case 4: desk.statements[0].coder = "hv"
  case 5: desk.statements[0].words = "one more"
  case 6: desk.issues[0].proposition = "The fighting should go on."
  case 7: desk.parties[0].short = "AB"
  default: desk.statements.append(Said("three", "Tarn", nil))
  }
  let (a, b) = (original.casebook(), desk.casebook())
  #expect(CompareQuery().answer(in: a).stamp(in: a) != CompareQuery().answer(in: b).stamp(in: b))
}

/// Reads one record of comma-separated values back (RFC 4180, section 2).
private func fields(_ line: String) -> [String] {
  var fields = [""]
  var isQuoted = false
  var isEscape = false
  for character in line {
    if character == "\"" {
      if isEscape { fields[fields.count - 1].append(character) }
      isEscape = isQuoted
      isQuoted.toggle()
    } else if character == ",", !isQuoted {
      fields.append("")
      isEscape = false
    } else {
      fields[fields.count - 1].append(character)
      isEscape = false
    }
  }
  return fields
}

@Test func commaSeparatedValuesReadBackWhateverTheNamesHold() {
  var desk = Desk([
    Said("one", "Alba, \"the old\"", "truce", "-1").with { $0.condition = "it rains" },
    Said("two", "Corda", "truce", "+1"), Said("three", "Corda", "truce", "+2"),
  ])
  desk.parties[0].name = "Alba, \"the old\""
  desk.issues[0].proposition = "First a truce, then talks."
  let book = desk.casebook()
  let records = CompareQuery().answer(in: book).csvLines(in: book).map { fields($0) }
  #expect(records.count == 3)
  #expect(records.allSatisfy { $0.count == 14 })
  #expect(records[1][1] == "First a truce, then talks.")
  #expect(records[1][2...7] == ["Corda", "1", "2", "2", "no", "no"])
  #expect(records[1][10] == "wire:2a wire:3a")
  #expect(records[2][2...8] == ["Alba, \"the old\"", "-1", "-1", "1", "yes", "no", "?"])
}

@Test func membersOfTheJSONStandInAFixedOrderAndItIsBalanced() {
  let book = talks().casebook()
  let lines = CompareQuery().answer(in: book).jsonLines(in: book)
  let members = lines.filter { $0.hasPrefix("  \"") }.map { $0.split(separator: "\"")[1] }
  #expect(
    members == [
      "counted", "statements", "independent", "articles", "days", "by", "parties", "issues",
      "onePartyOnly", "commonGround", "sharpestClash", "pastEachOther", "countInSeveral",
      "notCounted",
    ])
  #expect(JSONReader.isValid(lines.joined(separator: "\n")))
}

@Test(arguments: [#"{"a": [1, -2, null], "b": {"c": "x\"y"}}"#, "[]", #""\u00e9""#])
func theCheckOfJSONTakesWhatIsValid(text: String) { #expect(JSONReader.isValid(text)) }

@Test(arguments: [#"{"a": 1,}"#, "[1 2]", #"{"a" 1}"#, #""open"#, "{} {}", "[1,]"])
func theCheckOfJSONRefusesWhatIsNot(text: String) { #expect(!JSONReader.isValid(text)) }
