internal import NotebookFormat
internal import Readers
internal import SourceText

/// The analyst's own words: the prose of a notebook and the answers kept in it, without records.
struct Account {
  /// A piece of it, in order.
  enum Part {
    /// A piece of Markdown.
    case prose(MarkdownNode)
    /// A text that could not be read as Markdown, as it stands.
    case plain(String)
    /// A kept question and its answer.
    case answer(question: String, lines: [String])

    var heading: Int? {
      if case .prose(let node) = self, case .heading(let level) = node.kind { return level }
      return nil
    }
  }

  /// The title: the first heading of the first level.
  private(set) var title: String?
  /// The working question, without its label.
  private(set) var question: MarkdownNode?
  /// What stands before the first heading of the second level.
  private(set) var lead: [Part] = []
  /// Everything else; headings with nothing below are left out.
  private(set) var parts: [Part] = []

  /// The account that a notebook gives.
  init(of document: Document) {
    var all: [Part] = []
    var waiting: [UInt8] = []
    for item in document.items {
      switch document.kind(item) {
      case .prose, .blank, .heading: waiting += document.buffer[document.range(item)]
      case .fact:
        Account.dropHeading(&waiting)
      case .record:
        Account.take(&waiting, into: &all)
        if let answer = Account.answer(item, document) { all.append(answer) }
      case .comment: Account.take(&waiting, into: &all)
      }
    }
    Account.take(&waiting, into: &all)
    takeTitle(&all)
    let body = all.firstIndex { $0.heading != nil } ?? all.count
    lead = Array(all[..<body])
    takeQuestion()
    parts = Account.withoutEmpty(Array(all[body...]))
  }

  private static func answer(_ item: Int32, _ document: Document) -> Part? {
    guard document.isRecord(item, of: ["keep"]) else { return nil }
    let command = String(decoding: document.command(of: item).dropFirst(5), as: UTF8.self)
    return .answer(question: command, lines: document.output(of: item).lines)
  }

  /// Facts stand under a heading and a line that the program writes: neither is the analyst's.
  private static func dropHeading(_ waiting: inout [UInt8]) {
    let lines = waiting.split(separator: 0x0A, omittingEmptySubsequences: false)
    let mark = lines.lastIndex { $0.starts(with: "## Facts".utf8) }
    if let mark { waiting = Array(lines[..<mark].joined(separator: [0x0A])) }
  }

  private static func take(_ waiting: inout [UInt8], into parts: inout [Part]) {
    defer { waiting.removeAll(keepingCapacity: true) }
    var text = String(decoding: waiting, as: UTF8.self)
    if text.utf8.allSatisfy({ $0 <= 0x20 }) { return }
    text = VisibleText.showing(text, lines: true)
    guard let nodes = MarkdownNode.read(Array(text.utf8)) else {
      parts.append(.plain(text))
      return
    }
    parts += nodes.filter { !isComment($0) }.map { .prose($0) }
  }

  /// `<!-- … -->`: the version line, and what keeps a record out of a list.
  private static func isComment(_ node: MarkdownNode) -> Bool {
    node.kind == .markup && node.text.hasPrefix("<!--")
      && node.text.firstRange(of: "-->").map { range in
        node.text[range.upperBound...].utf8.allSatisfy { $0 <= 0x20 }
      } ?? false
  }

  private mutating func takeTitle(_ parts: inout [Part]) {
    guard let place = parts.firstIndex(where: { $0.heading == 1 }),
      case .prose(let node) = parts[place]
    else { return }
    let words = node.words
    title = words.utf8.allSatisfy { $0 <= 0x20 } ? nil : words
    parts.remove(at: place)
  }

  private mutating func takeQuestion() {
    let label = "Working question:"
    let place = lead.firstIndex { part in
      guard case .prose(let node) = part, node.kind == .paragraph else { return false }
      return node.children.first?.text.hasPrefix(label) ?? false
    }
    guard let place, case .prose(let node) = lead[place] else { return }
    let first = node.children[0]
    let rest = String(first.text.dropFirst(label.count).drop { $0 == " " })
    let text = MarkdownNode(kind: .text, text: rest, children: [])
    question = MarkdownNode(
      kind: .paragraph, text: "", children: [text] + node.children.dropFirst())
    lead.remove(at: place)
  }

  /// A heading stands where something follows before the next one of its level or above.
  private static func withoutEmpty(_ parts: [Part]) -> [Part] {
    var kept: [Part] = []
    // The lowest level for which something follows; none at the end.
    var filled = 0
    for part in parts.reversed() {
      if let level = part.heading {
        if level <= filled { kept.append(part) }
        filled = min(filled, level - 1)
      } else {
        filled = 6
        kept.append(part)
      }
    }
    return kept.reversed()
  }
}

extension MarkdownNode {
  /// The words in it, without any form.
  var words: String {
    switch kind {
    case .softBreak, .lineBreak: " "
    default: text + children.map(\.words).joined()
    }
  }
}
