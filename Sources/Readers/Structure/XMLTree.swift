internal import CMarkup
internal import Diagnostics
internal import SourceText

/// The elements and texts of an XML document, flat and in document order: what lies within node `n`
/// are the nodes up to `end(n)`.
final class XMLTree {
  private var page = cmarkup_page()
  private let nodes: UnsafeBufferPointer<cmarkup_node>
  private let attributes: UnsafeBufferPointer<cmarkup_attribute>

  /// The same for a document without which there is no article.
  ///
  /// - Throws: where its bytes are no text, or the library is missing.
  static func reading(_ raw: [UInt8], name: String) throws(Diagnostic) -> XMLTree {
    if let tree = XMLTree(raw) { return tree }
    if Decoding.decode(raw, declared: DeclaredEncoding.ofXML(raw)) == nil {
      throw Diagnostic(.binarySource(name))
    }
    throw Diagnostic(.cannotReadXML("libxml2"))
  }

  /// Reads the bytes of a document in any encoding; what is broken is read as far as it goes.
  ///
  /// - Returns: nil where the library is missing, or the bytes are no text.
  init?(_ raw: [UInt8]) {
    guard let (decoded, _) = Decoding.decode(raw, declared: DeclaredEncoding.ofXML(raw)) else {
      return nil
    }
    let bytes = XMLMending.mended(CanonicalText.canonical(decoded))
    var page = cmarkup_page()
    let read = bytes.withUnsafeBufferPointer { bytes in
      cmarkup_read_xml(bytes.baseAddress, Int64(bytes.count), &page)
    }
    self.page = page
    nodes = UnsafeBufferPointer(start: page.nodes, count: Int(page.node_count))
    attributes = UnsafeBufferPointer(start: page.attributes, count: Int(page.attribute_count))
    if read == 0 { return nil }
  }

  deinit { cmarkup_release(&page) }

  /// What is said of a document that is not well formed: parts of it may be missing.
  var notes: [String] {
    page.is_broken != 0 ? ["its XML is broken; what stands behind the break may be missing"] : []
  }

  /// The number of nodes.
  var count: Int { nodes.count }

  /// The first node behind `n` that is not within it.
  func end(_ n: Int) -> Int { Int(nodes[n].end) }

  func isElement(_ n: Int) -> Bool { nodes[n].tag >= 0 }

  /// The line of the document in which an element begins, from 1.
  func line(_ n: Int) -> Int { Int(nodes[n].offset) }

  /// The bytes of a text.
  func bytes(_ n: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: nodes[n].text, count: Int(nodes[n].length))
  }

  /// The name of an element without its namespace.
  func local(_ n: Int) -> String {
    let name = bytes(n)
    let start = name.lastIndex(of: 0x7D).map { $0 + 1 } ?? 0
    return String(decoding: name[start...], as: UTF8.self)
  }

  /// The namespace of an element; empty where it has none.
  func space(_ n: Int) -> String {
    let name = bytes(n)
    guard let end = name.lastIndex(of: 0x7D) else { return "" }
    return String(decoding: name[1..<end], as: UTF8.self)
  }

  /// The elements directly within an element.
  func children(of n: Int) -> [Int] {
    var out: [Int] = []
    var child = n + 1
    while child < end(n) {
      if isElement(child) { out.append(child) }
      child = end(child)
    }
    return out
  }

  /// The first child with a name, whatever its namespace.
  func child(_ name: String, of n: Int) -> Int? { children(of: n).first { local($0) == name } }

  /// All elements with a name, in document order.
  func all(_ name: String) -> [Int] { (0..<count).filter { isElement($0) && local($0) == name } }

  /// The value of an attribute, whatever its namespace.
  func attribute(_ name: String, of n: Int) -> String? {
    let first = Int(nodes[n].first_attribute)
    for i in first..<first + Int(nodes[n].attribute_count) {
      let own = String(cString: attributes[i].name)
      if own == name || own.hasSuffix("}" + name) { return String(cString: attributes[i].value) }
    }
    return nil
  }

  /// All text within an element, as it stands.
  func text(in n: Int) -> [UInt8] {
    var out: [UInt8] = []
    for k in n..<end(n) where !isElement(k) { out += bytes(k) }
    return out
  }

  /// All text within an element, blanks made single; nil where there is none.
  func words(in n: Int) -> String? {
    let words = Entities.plain(String(decoding: text(in: n), as: UTF8.self))
    return words.isEmpty ? nil : words
  }
}

extension DeclaredEncoding {
  /// The encoding of an XML declaration.
  static func ofXML(_ bytes: [UInt8]) -> String? {
    let head = Array(bytes.prefix(200))
    guard head.starts(with: "<?xml".utf8), let end = head.firstIndex(of: 0x3E) else { return nil }
    let words = String(decoding: head[..<end], as: UTF8.self)
    guard let start = words.firstRange(of: "encoding=")?.upperBound else { return nil }
    let value = words[start...].dropFirst().prefix { $0 != "\"" && $0 != "'" }
    // Read as the same name would be in a page.
    return of(Array("charset=\(value)".utf8))
  }
}
