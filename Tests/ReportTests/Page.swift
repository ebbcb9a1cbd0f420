import CMarkup
import Testing

/// A page as a browser's parser reads it: elements with their attributes, and texts.
final class Page {
  struct Element {
    let name: String
    let attributes: [String: String]
    let parent: Int?
  }

  private(set) var elements: [Element] = []
  /// The texts outside the style sheet.
  private(set) var texts: [String] = []

  /// Reads a page; gumbo must be there.
  init(_ html: String) throws {
    let bytes = Array(html.utf8)
    var page = cmarkup_page()
    let read = bytes.withUnsafeBufferPointer {
      cmarkup_read($0.baseAddress, Int64($0.count), 0, &page)
    }
    try #require(read != 0)
    defer { cmarkup_release(&page) }
    var numbers: [Int: Int] = [:]
    for n in 0..<Int(page.node_count) {
      let node = page.nodes[n]
      let parent = numbers[Int(node.parent)]
      if node.tag < 0 {
        let isStyle = parent.map { elements[$0].name == "style" } ?? false
        let text = String(
          decoding: UnsafeBufferPointer(start: node.text, count: Int(node.length)), as: UTF8.self)
        if !isStyle { texts.append(text) }
        continue
      }
      var attributes: [String: String] = [:]
      for i in Int(node.first_attribute)..<Int(node.first_attribute + node.attribute_count) {
        attributes[String(cString: page.attributes[i].name)] =
          String(cString: page.attributes[i].value)
      }
      numbers[n] = elements.count
      elements.append(
        Element(
          name: String(cString: cmarkup_tag_name(node.tag)), attributes: attributes,
          parent: parent))
    }
  }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// All values of an attribute.
  func values(_ name: String) -> [String] { elements.compactMap { $0.attributes[name] } }

  /// Everything that can be read.
  var text: String { texts.joined() }
}
