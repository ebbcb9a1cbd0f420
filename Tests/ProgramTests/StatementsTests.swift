import Testing

/// `verbatim statements --jsonl`: a line of JSON for each line of JSON.
@Suite struct StatementsTests {
  private func answers(_ lines: [String]) throws -> [String] {
    let program = try Program()
    defer { program.remove() }
    try program.write("lines", lines.map { $0 + "\n" }.joined())
    let result = program.run("statements --jsonl < lines")
    #expect(result.exit == 0, "\(result.errors)")
    return result.out.split(separator: "\n").map(String.init)
  }

  @Test func aTextWithoutIdIsRefused() throws {
    let answers = try answers([#"{"text":"Mira Oslin said no."}"#, #"{"doc_id":"b","text":""}"#])
    #expect(
      answers == [
        #"{"doc_id":null,"attributions":[],"error":"line 1 is not an object with doc_id and text"}"#,
        #"{"doc_id":"b","attributions":[]}"#,
      ])
  }

  @Test func whatStandsBesideTheContentIsGivenToo() throws {
    let answers = try answers([
      #"{"doc_id":1,"text":"Mira Oslin told Jan Pell on Thursday that the harbour stays closed."}"#,
      #"{"doc_id":2,"text":"“The ferry will sail,” Jan Pell wrote on Telegram on Thursday."}"#,
    ])
    #expect(
      answers[0].contains(
        #""via":[],"addressee":"Jan Pell","said":[25,36],"channel":null,"sureness":"inferred""#),
      "\(answers)")
    #expect(
      answers[1].contains(#""via":[],"addressee":null,"said":[50,61],"channel":[41,49],"#),
      "\(answers)")
  }

  @Test(arguments: [
    "7", "-0.5e+10", "\"a\"", "\"7\"", "true", "null", #""é\n\"""#,
  ])
  func theIdComesBackAsItWas(id: String) throws {
    let answer = try answers(["{\"doc_id\": \(id), \"text\": \"\"}"])
    #expect(answer == ["{\"doc_id\":\(id),\"attributions\":[]}"])
  }

  @Test(arguments: ["7x", "Oslin", "1\u{1B}[2J", "01", "1.", "NaN", "[7]", "{}"])
  func whatIsNoValueIsNoId(id: String) throws {
    let answer = try answers(["{\"doc_id\": \(id), \"text\": \"\"}"])
    #expect(
      answer == [
        #"{"doc_id":null,"attributions":[],"error":"line 1 is not an object with doc_id and text"}"#
      ])
  }

  @Test func nothingThatATerminalObeysIsPrinted() throws {
    let answer = try answers(
      ["{\"doc_id\":\"a\u{9B}2J\u{7F}\u{202E}\",\"text\":\"“No,” Mira\u{9B} Oslin said.\"}"])
    let line = try #require(answer.first)
    #expect(line.hasPrefix(#"{"doc_id":"a\u009b2J\u007f\u202e","#), "\(line)")
    #expect(!line.unicodeScalars.contains { (0x7F..<0xA0).contains($0.value) })
  }

  @Test func neitherDoesExtract() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("page.txt", "Talks\n\nThe talks\u{9B}2J went on in Port Selan.\n")
    let out = program.run("extract --jsonl page.txt").out
    #expect(out.contains("talks"))
    #expect(!out.unicodeScalars.contains { (0x7F..<0xA0).contains($0.value) }, "\(out)")
  }

  @Test func aLineThatIsNoObjectIsRefusedWithItsNumber() throws {
    let good = #"{"doc_id":"a","text":""}"#
    let bad = ["", "[1]", "x \(good)", "\(good) \(good)", "\(good) x", #"{"doc_id":"a","text":"b"#]
    let answers = try answers([good] + bad)
    #expect(answers.first == #"{"doc_id":"a","attributions":[]}"#)
    for (number, answer) in answers.enumerated().dropFirst() {
      #expect(
        answer.hasPrefix(#"{"doc_id":null,"attributions":[],"error":"line \#(number + 1) is not"#),
        "\(answer)")
    }
    #expect(answers.count == 7)
  }
}
