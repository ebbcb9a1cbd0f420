internal import CMarkup
internal import Glibc

/// A piece of a Markdown text (CommonMark), with what stands in it.
public struct MarkdownNode: Sendable {
  /// What it is.
  public enum Kind: Equatable, Sendable {
    /// A heading and its level, from 1.
    case heading(Int)
    case paragraph, quotation, item, rule, emphasis, strong
    /// A list; numbered from a number on, or not.
    case list(from: Int?)
    /// A link or a picture and its destination, unchecked.
    case link(String), image(String)
    /// Words; words in the type of code; a block of them; HTML, which is only ever a text here.
    case text, code, codeBlock, markup
    /// The end of a line in the source; one that the writer asked for.
    case softBreak, lineBreak
  }

  /// What it is.
  public let kind: Kind
  /// The words of `text`, `code`, `codeBlock` and `markup`.
  public let text: String
  /// What stands in the others.
  public let children: [MarkdownNode]

  /// A piece.
  public init(kind: Kind, text: String = "", children: [MarkdownNode] = []) {
    self.kind = kind
    self.text = text
    self.children = children
  }

  /// The pieces of a text in UTF-8, in order. XML forbids controls, so that there must be none.
  ///
  /// - Returns: nil where cmark or libxml2 is missing, or blocks are nested deeper than libxml2
  ///   reads.
  public static func read(_ bytes: [UInt8]) -> [MarkdownNode]? {
    guard
      let xml = bytes.withUnsafeBufferPointer({
        cmarkup_markdown_xml($0.baseAddress, Int64($0.count))
      })
    else { return nil }
    defer { free(xml) }
    let count = strlen(xml)
    let tree = xml.withMemoryRebound(to: UInt8.self, capacity: count) {
      XMLTree(Array(UnsafeBufferPointer(start: $0, count: count)))
    }
    guard let tree, tree.notes.isEmpty, tree.count > 0 else { return nil }
    return nodes(in: 0, of: tree)
  }

  private static func nodes(in parent: Int, of tree: XMLTree) -> [MarkdownNode] {
    tree.children(of: parent).compactMap { n in
      guard let kind = kind(n, tree) else { return nil }
      switch kind {
      case .text, .code, .codeBlock, .markup:
        let text = String(decoding: tree.text(in: n), as: UTF8.self)
        return MarkdownNode(kind: kind, text: text, children: [])
      default: return MarkdownNode(kind: kind, text: "", children: nodes(in: n, of: tree))
      }
    }
  }

  /// The names of cmark's XML: `CommonMark.dtd`.
  private static func kind(_ n: Int, _ tree: XMLTree) -> Kind? {
    func value(_ name: String) -> String { tree.attribute(name, of: n) ?? "" }
    switch tree.local(n) {
    case "heading": return .heading(Int(value("level")) ?? 1)
    case "paragraph": return .paragraph
    case "block_quote": return .quotation
    case "item": return .item
    case "list": return .list(from: value("type") == "ordered" ? Int(value("start")) ?? 1 : nil)
    case "thematic_break": return .rule
    case "emph": return .emphasis
    case "strong": return .strong
    case "link": return .link(value("destination"))
    case "image": return .image(value("destination"))
    case "text": return .text
    case "code": return .code
    case "code_block": return .codeBlock
    case "html_block", "html_inline": return .markup
    case "softbreak": return .softBreak
    case "linebreak": return .lineBreak
    default: return nil
    }
  }
}
