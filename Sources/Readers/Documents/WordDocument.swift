internal import Casebook
internal import Diagnostics

/// Reads DOCX (Office Open XML, ECMA-376 part 1): the main part, its notes, the properties.
struct WordDocument {
  private let document: [UInt8]
  private let files: [String: [UInt8]]

  init(_ document: [UInt8], _ files: [String: [UInt8]]) {
    (self.document, self.files) = (document, files)
  }

  func read(name: String) throws(Diagnostic) -> ReadArticle {
    let tree = try XMLTree.reading(document, name: name)
    let rules = Self.rules(styles, relations)
    var text = OfficeText(tree, rules).draft
    for file in ["word/footnotes.xml", "word/endnotes.xml"] {
      for note in files[file].flatMap({ XMLTree($0) }).map(notes) ?? [] {
        text.add(.listItem, note, place: text.blocks.count + 1)
      }
    }
    let stated = OfficeProperties.of(files["docProps/core.xml"], in: &text)
    return try text.article(stated, name: name, notes: tree.notes)
  }

  /// Notes that a person wrote: those with a type are lines and marks of the program's own.
  private func notes(_ tree: XMLTree) -> [[UInt8]] {
    (tree.all("footnote") + tree.all("endnote")).filter { tree.attribute("type", of: $0) == nil }
      .map { note in
        (note..<tree.end(note)).filter { tree.isElement($0) && tree.local($0) == "t" }
          .flatMap { tree.text(in: $0) }
      }
  }

  /// The names of styles by their ids; names are English in every language, ids are not.
  private var styles: [String: String] {
    guard let tree = files["word/styles.xml"].flatMap({ XMLTree($0) }) else { return [:] }
    var names: [String: String] = [:]
    for n in tree.all("style") {
      guard let id = tree.attribute("styleId", of: n) else { continue }
      names[id] = tree.child("name", of: n).flatMap { tree.attribute("val", of: $0) }
    }
    return names
  }

  /// Where links of the main part lead, by their ids (ECMA-376 part 2, section 9.3).
  private var relations: [String: String] {
    guard let tree = files["word/_rels/document.xml.rels"].flatMap({ XMLTree($0) }) else {
      return [:]
    }
    var targets: [String: String] = [:]
    for n in tree.all("Relationship") where tree.attribute("TargetMode", of: n) == "External" {
      guard let id = tree.attribute("Id", of: n) else { continue }
      targets[id] = tree.attribute("Target", of: n)
    }
    return targets
  }

  private static func rules(
    _ styles: [String: String], _ relations: [String: String]
  ) -> OfficeRules {
    OfficeRules(
      roles: [
        "p": .paragraph, "tr": .row, "tc": .cell, "t": .text, "tab": .blank, "br": .blank,
        "cr": .blank, "delText": .skip, "instrText": .skip, "Fallback": .skip, "del": .skip,
        "moveFrom": .skip, "sectPr": .skip,
      ], onlyText: true,
      link: { tree, n in
        tree.local(n) == "hyperlink" ? tree.attribute("id", of: n).flatMap { relations[$0] } : nil
      }
    ) { tree, n in
      guard let properties = tree.child("pPr", of: n) else { return nil }
      if let style = tree.child("pStyle", of: properties),
        let id = tree.attribute("val", of: style), let kind = OfficeStyle.kind(styles[id] ?? id)
      {
        return kind
      }
      return tree.child("numPr", of: properties) == nil ? nil : (.listItem, nil)
    }
  }
}

/// The properties of a document (Dublin Core).
enum OfficeProperties {
  /// What the properties state. The title is the paragraph that has its style, else the property,
  /// else the first heading: programs put names of files into the property.
  static func of(_ bytes: [UInt8]?, in text: inout ArticleDraft) -> StatedMetadata {
    var stated = StatedMetadata(basis: "document properties")
    if let tree = bytes.flatMap({ XMLTree($0) }) {
      for n in 0..<tree.count where tree.isElement(n) {
        let words = tree.words(in: n)
        switch tree.local(n) {
        case "title": stated.title = words
        case "creator", "initial-creator":
          if stated.authors.isEmpty { stated.authors = StatedMetadata.people(words) }
        case "created", "creation-date": stated.created = words
        case "modified", "date": stated.modified = words
        case "language": stated.language = words
        default: break
        }
      }
    }
    if stated.title?.hasPrefix("Microsoft Word") == true { stated.title = nil }
    if text.first(.headline) != nil {
      stated.title = nil
    } else if stated.title == nil {
      text.promote(.heading)
    }
    return stated
  }
}
