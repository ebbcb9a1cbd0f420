import Casebook
import Diagnostics
import SourceText
import Testing

@testable import Readers

@Suite struct PDFTests {
  private func read(_ bytes: [UInt8], conversion: Conversion? = Conversion()) throws(Diagnostic)
    -> ReadArticle
  {
    try ArticleReader.source(bytes, name: "report.pdf", conversion: conversion).articles[0]
  }

  private func texts(_ article: ReadArticle, _ kind: BlockKind) -> [String] {
    article.content.blocks.filter { $0.kind == kind }.map { article.content.text[$0.range] }
  }

  private func id(_ bytes: [UInt8], conversion: Conversion? = Conversion()) -> String? {
    do throws(Diagnostic) {
      _ = try read(bytes, conversion: conversion)
      return nil
    } catch { return error.message.id }
  }

  @Test func headingsAndParagraphsAreFoundFromTheirPlaces() throws {
    let article = try read(TinyPDF.report.bytes)
    #expect(texts(article, .headline) == ["Ferry strike enters second week"])
    #expect(texts(article, .heading) == ["What is offered"])
    let paragraphs = texts(article, .paragraph)
    #expect(paragraphs.count == 2)
    #expect(paragraphs.first?.contains("a new international rota, which") == true)
    #expect(paragraphs.last?.contains("their speaker had asked for a seat") == true)
    #expect(article.notes == ["1 words that were parted at line ends were joined"])
  }

  /// The linked words of all blocks, and where they lead.
  private func links(_ pdf: TinyPDF) throws -> [String] {
    let content = try read(pdf.bytes).content
    return content.blocks.flatMap(\.links).map { "\(content.text[$0.range]) → \($0.address)" }
  }

  @Test func linkedWordsLeadToWhereTheirBoxDoes() throws {
    var pdf = TinyPDF.report
    // `inter-` at the end of a line and `national rota,` on the next.
    pdf.links = [
      .init(x: 380...412, y: 176...186), .init(x: 72...136, y: 190...200),
      .init(
        page: 1, x: 172...219, y: 162...172, action: "/S /URI /URI (mailto:desk@ostrey.example)"),
      .init(page: 1, x: 72...96, y: 162...172, action: "/S /URI /URI (javascript:x)"),
      .init(page: 1, x: 72...500, y: 176...186, action: "/S /Launch /F (rota.exe)"),
    ]
    #expect(
      try links(pdf) == [
        "international rota, → https://ostrey.example/rota?week=2",
        "mayor on → mailto:desk@ostrey.example",
      ])
  }

  @Test(arguments: [90, 180, 270]) func linksOfATurnedPageAreFound(_ degrees: Int) throws {
    var pdf = TinyPDF.report
    pdf.entries = "/Rotate \(degrees) "
    pdf.links = [.init(page: 1, x: 172...219, y: 162...172)]
    #expect(try links(pdf) == ["mayor on → https://ostrey.example/rota?week=2"])
  }

  @Test func headsAndNumbersOfPagesAreSetAsideWithTheirReason() throws {
    let aside = try read(TinyPDF.report.bytes).content.blocks.filter { $0.kind == .setAside }
    #expect(aside.compactMap(\.reason).count { $0 == "page head or foot" } == 3)
    #expect(aside.compactMap(\.reason).count { $0 == "page number" } == 3)
    #expect(aside.map(\.line).sorted() == [1, 1, 2, 2, 3, 3])
  }

  @Test func propertiesAreStatedWithTheirPlace() throws {
    let meta = try read(TinyPDF.report.bytes).content.metadata
    #expect(meta.byline == ["Mara Lind"])
    #expect(meta.title?.value == "Ferry strike enters second week")
    // When the file was made is no day of publication.
    #expect(meta.published.day == nil)
    #expect(meta.others.contains { $0.field == .published && $0.value == "2033-05-03" })
    #expect(meta.language == "en")
  }

  @Test func openingANotebookRunsNoProgram() {
    #expect(id(TinyPDF.report.bytes, conversion: nil) == "not-converted")
  }

  @Test func whatCannotBeReadSaysWhy() {
    var encrypted = TinyPDF.report
    encrypted.trailer =
      "/Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (y) /P -4 >> /ID [<00> <00>]"
    #expect(id(encrypted.bytes) == "pdf-encrypted")
    #expect(id(TinyPDF(pages: [[], []]).bytes) == "pdf-without-text")
    #expect(id(Array("%PDF-1.4 nothing".utf8)) == "converter-failed")
  }

  @Test func filesCutAnywhereEndInAnArticleOrADiagnostic() {
    let bytes = TinyPDF.report.bytes
    for length in stride(from: 8, to: bytes.count, by: bytes.count / 12) {
      do throws(Diagnostic) {
        #expect(try read(Array(bytes[..<length])).content.blocks.isEmpty == false)
      } catch { #expect(error.rendered().isEmpty == false) }
    }
  }

  @Test(
    arguments: [
      (["no-such-program"], "converter-missing"), (["sleep", "30"], "converter-too-slow"),
      (["yes"], "converter-too-much"), (["sh", "-c", "kill -9 $$"], ""),
    ])
  func programsThatDoNotAnswerAreEnded(arguments: [String], id: String) {
    do throws(Diagnostic) {
      let output = try Converter.run(
        arguments, on: [], name: "x.pdf", package: "poppler-utils",
        seconds: arguments == ["yes"] ? 60 : 1)
      #expect(id.isEmpty && output.exit == 128 + 9)
    } catch { #expect(error.message.id == id) }
  }

  /// Whoever waits is asked while nothing comes, and while the program only does not end.
  @Test(arguments: [["sleep", "30"], ["sh", "-c", "exec 1>&-; sleep 30"]])
  func whoWaitsCanEndAProgram(arguments: [String]) {
    let error = #expect(throws: Diagnostic.self) {
      try Converter.run(
        arguments, on: [], name: "x.pdf", package: "coreutils", Conversion { true })
    }
    #expect(error?.message.id == "cancelled")
  }

  @Test func aProgramThatReadsNothingOfALargeSourceIsNoDeadlock() throws {
    let large = [UInt8](repeating: 0x20, count: 20 << 20)
    let output = try Converter.run(["true"], on: large, name: "x.pdf", package: "coreutils")
    #expect(output.exit == 0 && output.bytes.isEmpty)
    let counted = try Converter.run(["wc", "-c"], on: large, name: "x.pdf", package: "coreutils")
    #expect(String(decoding: counted.bytes, as: UTF8.self) == "20971520\n")
  }
}
