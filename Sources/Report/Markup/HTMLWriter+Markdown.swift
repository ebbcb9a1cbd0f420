internal import Readers

extension HTMLWriter {
  /// Pieces of Markdown as HTML. Links lead only to `http` and `https`; pictures are their words
  /// and a link, because a page that fetches nothing tells nobody that it is read; HTML is a text.
  mutating func markdown(_ nodes: [MarkdownNode]) {
    for node in nodes { markdown(node) }
  }

  private mutating func markdown(_ node: MarkdownNode) {
    let children = node.children
    switch node.kind {
    case .text: text(node.text)
    case .markup: text(node.text)
    case .softBreak: line()
    case .lineBreak: void(.br)
    case .code: element(.code, [], node.text)
    case .codeBlock: element(.pre) { $0.element(.code, [], node.text) }
    case .rule: void(.hr)
    case .emphasis: element(.em) { $0.markdown(children) }
    case .strong: element(.strong) { $0.markdown(children) }
    case .link(let destination), .image(let destination): link(children, to: destination)
    case .heading(let level): element(.heading(level + 1)) { $0.markdown(children) }
    case .paragraph: element(.p) { $0.markdown(children) }
    case .quotation: element(.blockquote) { $0.markdown(children) }
    case .item: element(.li) { $0.markdown(children) }
    case .list(nil): element(.ul) { $0.markdown(children) }
    case .list(let first?):
      element(.ol, first == 1 ? [] : [.the(.start, "\(first)")]) { $0.markdown(children) }
    }
    if !node.kind.isInline { line() }
  }

  private mutating func link(_ children: [MarkdownNode], to destination: String) {
    guard let address = WebAddress(destination) else {
      markdown(children)
      if !destination.isEmpty { text(" (\(destination))") }
      return
    }
    element(.a, [.to(address), .the(.rel, "noreferrer")]) { writer in
      if children.isEmpty { writer.text(destination) } else { writer.markdown(children) }
    }
  }
}

extension MarkdownNode.Kind {
  /// Whether it stands in a line.
  fileprivate var isInline: Bool {
    switch self {
    case .text, .markup, .softBreak, .lineBreak, .code, .emphasis, .strong, .link, .image: true
    default: false
    }
  }
}
