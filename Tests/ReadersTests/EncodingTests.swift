import Casebook
import Diagnostics
import SourceText
import Testing

@testable import Readers

/// A text of umlauts in some encoding.
struct EncodingCase: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: [UInt8]

  var testDescription: String { name }
}

@Suite struct EncodingTests {
  private static let text = "Die Fähre nach Lisk fährt wieder, sagte Jörg Müller am Montag."

  private static let cases = [
    EncodingCase(name: "UTF-8", bytes: Array(text.utf8)),
    EncodingCase(name: "UTF-8", bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
    EncodingCase(
      name: "UTF-16LE",
      bytes: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
    EncodingCase(
      name: "UTF-16BE",
      bytes: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
    EncodingCase(
      name: "windows-1252", bytes: text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }),
  ]

  @Test(arguments: cases)
  func theTextIsTheSameInEveryEncoding(_ c: EncodingCase) throws {
    let page = try Page(c.bytes)
    #expect(page.content.text[0..<page.content.text.count] == Self.text)
    if c.name != "windows-1252" { #expect(page.encoding == c.name) }
  }

  @Test func whatWasGuessedIsSaid() throws {
    let page = try Page(Self.cases[4].bytes)
    #expect(page.encoding.hasSuffix("(detected)") || page.encoding.hasSuffix("(assumed)"))
  }

  @Test(arguments: [[], Array(" \n\t\n ".utf8), [0xEF, 0xBB, 0xBF]] as [[UInt8]])
  func nothingToReadIsAnEmptySource(_ bytes: [UInt8]) {
    #expect(refusal(bytes) == "empty-source")
  }

  @Test(arguments: [
    [0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x00, 0x00],
    Array("text".utf8) + [0],
    Array(repeating: 0x07, count: 4_000),
  ])
  func aBinaryFileIsRefused(_ bytes: [UInt8]) { #expect(refusal(bytes) == "binary-source") }

  private func refusal(_ bytes: [UInt8]) -> String? {
    do throws(Diagnostic) {
      _ = try TextReader.read(bytes, name: "x")
      return nil
    } catch {
      return error.message.id
    }
  }
}
