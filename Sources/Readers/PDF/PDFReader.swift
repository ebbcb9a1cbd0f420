internal import Casebook
internal import Diagnostics

/// Reads PDF with `pdftotext -bbox-layout` and `pdfinfo` (poppler-utils), and where its links lead
/// with `qpdf`, as processes of their own.
enum PDFReader {
  private static let package = "poppler-utils"

  static func read(
    _ bytes: [UInt8], name: String, conversion: Conversion?
  ) throws(Diagnostic) -> ReadArticle {
    guard let conversion else {
      throw Diagnostic(.notConverted(name), hint: "load it anew, and its text is kept")
    }
    let boxes = try Converter.run(
      ["pdftotext", "-q", "-bbox-layout", "-enc", "UTF-8", "-", "-"], on: bytes, name: name,
      package: package, conversion)
    if boxes.exit != 0 {
      if bytes.firstRange(of: Array("/Encrypt".utf8)) != nil {
        throw Diagnostic(.pdfEncrypted(name), hint: "save a copy without a password")
      }
      throw Diagnostic(.converterFailed(name, "pdftotext"), hint: "save or download it again")
    }
    let tree = try XMLTree.reading(boxes.bytes, name: name)
    let (links, fault) = try links(bytes, name, conversion)
    let pages = PDFPages(tree, links)
    if !pages.hasText {
      throw Diagnostic(
        .pdfWithoutText(name), hint: "if it is a scan, let a text recognition go over it first")
    }
    let info = try Converter.run(
      ["pdfinfo", "-isodates", "-enc", "UTF-8", "-"], on: bytes, name: name, package: package,
      conversion)
    var layout = PDFLayout(pages)
    let stated = properties(info.bytes, &layout)
    return try layout.draft.article(stated, name: name, notes: layout.notes + fault)
  }

  /// Its links, or why there are none. The words are there without them: nothing of it is an error.
  ///
  /// - Throws: where the work is to stop.
  private static func links(
    _ bytes: [UInt8], _ name: String, _ conversion: Conversion
  ) throws(Diagnostic) -> (PDFLinks, [String]) {
    do throws(Diagnostic) {
      let objects = try Converter.run(
        [
          "qpdf", "--json=2", "--json-stream-data=none", "--json-key=pages", "--json-key=qpdf",
          "/dev/stdin",
        ], on: bytes, name: name, package: "qpdf", conversion, most: mostObjects)
      // 3 is a file that was mended while it was read.
      if objects.exit == 0 || objects.exit == 3 { return (PDFLinks(objects.bytes), []) }
    } catch {
      if error.message.id == Message.cancelled.id { throw error }
      if error.message.id == "converter-missing" {
        return (PDFLinks(), ["its links need the program qpdf, which the package qpdf brings"])
      }
    }
    return (PDFLinks(), ["where its links lead could not be read"])
  }

  /// More of its objects, written down, are not looked through for links, in bytes.
  private static let mostObjects: Int64 = 32 << 20

  /// What the properties say. A title that is the name of a file or a program's own is none, and the
  /// largest words of the first page go before it.
  private static func properties(_ info: [UInt8], _ layout: inout PDFLayout) -> StatedMetadata {
    var stated = StatedMetadata(basis: "document properties")
    for line in info.split(separator: 0x0A) {
      guard let colon = line.firstIndex(of: 0x3A) else { continue }
      let value = String(decoding: line[(colon + 1)...], as: UTF8.self).trimmedBlanks
      switch String(decoding: line[..<colon], as: UTF8.self) {
      case "Title" where !isFileName(value): stated.title = value
      case "Author": stated.authors = StatedMetadata.people(value)
      case "CreationDate": stated.created = value
      case "ModDate": stated.modified = value
      default: break
      }
    }
    if layout.draft.first(.headline) != nil { stated.title = nil }
    return stated
  }

  private static func isFileName(_ title: String) -> Bool {
    title.isEmpty || title.hasPrefix("Microsoft Word") || title.lowercased() == "untitled"
      || [".doc", ".docx", ".pdf", ".indd", ".qxd", ".dvi", ".ps"].contains {
        title.lowercased().hasSuffix($0)
      }
  }
}

extension Message {
  static func notConverted(_ name: String) -> Message {
    Message(
      "not-converted", "‘\(name)’ needs a program to be read, and opening a notebook runs none",
      exit: .evidenceMissing)
  }
  static func pdfEncrypted(_ name: String) -> Message {
    Message("pdf-encrypted", "‘\(name)’ is encrypted")
  }
  static func pdfWithoutText(_ name: String) -> Message {
    Message("pdf-without-text", "‘\(name)’ has pages but no text")
  }
}
