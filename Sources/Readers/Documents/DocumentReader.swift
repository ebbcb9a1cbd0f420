internal import Diagnostics

/// Reads what word processors and readers of books keep in zip archives. Which it is, is told from
/// the files within.
enum DocumentReader {
  private static let endings = [
    ".xml", ".rels", ".opf", ".xhtml", ".html", ".htm", "mimetype",
  ]

  static func read(_ bytes: [UInt8], name: String) throws(Diagnostic) -> ReadSource {
    let files = try Archive.files(bytes, endings: endings, name: name)
    if let document = files["word/document.xml"] {
      return ReadSource(try WordDocument(document, files).read(name: name))
    }
    if files["META-INF/container.xml"] != nil { return try Book(files, name: name).read() }
    if let content = files["content.xml"], files["mimetype"] != nil || files["meta.xml"] != nil {
      return ReadSource(try OpenDocument(content, files).read(name: name))
    }
    throw Diagnostic(.archiveOfOthers(name), hint: "unpack it, and load the files")
  }
}

extension Message {
  static func archiveOfOthers(_ name: String) -> Message {
    Message("archive-of-others", "‘\(name)’ is an archive of other files, not a document")
  }
}
