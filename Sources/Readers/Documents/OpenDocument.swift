internal import Casebook
internal import Diagnostics

/// Reads ODT (OpenDocument 1.3 part 3).
struct OpenDocument {
  private let content: [UInt8]
  private let files: [String: [UInt8]]

  init(_ content: [UInt8], _ files: [String: [UInt8]]) {
    (self.content, self.files) = (content, files)
  }

  func read(name: String) throws(Diagnostic) -> ReadArticle {
    let tree = try XMLTree.reading(content, name: name)
    let manifest = files["META-INF/manifest.xml"] ?? []
    if Markup.contains("encryption-data", in: manifest.indices, manifest.span) {
      throw Diagnostic(.archiveEncrypted(name), hint: "save it without a password")
    }
    let body = tree.all("body").first.map { $0..<tree.end($0) }
    var text = OfficeText(tree, Self.rules(styles(tree)), body)
    text.addNotes()
    var draft = text.draft
    let stated = OfficeProperties.of(files["meta.xml"], in: &draft)
    return try draft.article(stated, name: name, notes: tree.notes)
  }

  /// For each style of this text the named style it was made from.
  private func styles(_ tree: XMLTree) -> [String: String] {
    var parents: [String: String] = [:]
    for n in tree.all("style") {
      guard let own = tree.attribute("name", of: n) else { continue }
      parents[own] = tree.attribute("parent-style-name", of: n)
    }
    return parents
  }

  private static func rules(_ styles: [String: String]) -> OfficeRules {
    OfficeRules(
      roles: [
        "p": .paragraph, "h": .heading, "table-row": .row, "table-cell": .cell,
        "list-item": .listItem, "s": .blank, "tab": .blank, "line-break": .blank, "note": .note,
        "note-citation": .skip, "annotation": .skip, "tracked-changes": .skip,
        "sequence-decls": .skip, "forms": .skip, "text-box": .frame,
        "table-of-content": .skip, "desc": .skip, "title": .skip,
      ], onlyText: false,
      link: { tree, n in tree.local(n) == "a" ? tree.attribute("href", of: n) : nil }
    ) { tree, n in
      guard let own = tree.attribute("style-name", of: n) else { return nil }
      let named = styles[own] ?? own
      return OfficeStyle.kind(named)
    }
  }
}
