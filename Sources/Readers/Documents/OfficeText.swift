internal import Casebook

/// What elements of a word processor's file are for a reader of its text.
struct OfficeRules {
  enum Role { case skip, paragraph, heading, row, cell, listItem, blank, note, text, frame }

  let roles: [String: Role]
  /// Whether only what lies in elements of the role `text` is text.
  let onlyText: Bool
  /// Where an element leads, as it is written; nil for one that is no link.
  let link: (XMLTree, Int) -> String?
  /// What a paragraph is, by the properties it names; nil for a plain one.
  let kind: (XMLTree, Int) -> (kind: BlockKind, reason: String?)?
}

/// The text of a word processor's file: its paragraphs in order, the notes at the end.
struct OfficeText {
  private struct Piece {
    let end: Int
    let role: OfficeRules.Role
    var kind: BlockKind
    var reason: String?
    let number: Int
    var bytes: [UInt8] = []
    var links: [BlockLink] = []
  }

  private(set) var draft = ArticleDraft()
  private let tree: XMLTree
  private let rules: OfficeRules
  private var open: [Piece] = []
  private var notes: [Piece] = []
  private var number = 0
  private var listEnd = 0
  private var frameEnd = 0
  private var textEnd = 0
  /// The link that is open: where its words begin in the last piece.
  private var link: (end: Int, start: Int, depth: Int, address: String)?
  private static let target = LinkTarget(base: nil)

  init(_ tree: XMLTree, _ rules: OfficeRules, _ range: Range<Int>? = nil) {
    (self.tree, self.rules) = (tree, rules)
    let range = range ?? 0..<tree.count
    var n = range.lowerBound
    while n < range.upperBound {
      if let link, link.end <= n { closeLink() }
      while let last = open.last, last.end <= n { close() }
      if !tree.isElement(n) {
        if !rules.onlyText || n < textEnd { append(tree.bytes(n)) }
        n += 1
      } else {
        n = enter(n)
      }
    }
    closeLink()
    while !open.isEmpty { close() }
  }

  /// Adds the notes behind what was read so far.
  mutating func addNotes() {
    for note in notes {
      draft.add(.listItem, note.bytes, place: note.number, links: note.links)
    }
    notes = []
  }

  private mutating func append(_ bytes: some Sequence<UInt8>) {
    if !open.isEmpty { open[open.count - 1].bytes += bytes }
  }

  /// Goes into an element, or past it; gives the next node.
  private mutating func enter(_ n: Int) -> Int {
    let end = tree.end(n)
    if let last = open.last, link == nil, let reference = rules.link(tree, n),
      let address = Self.target.address(reference.utf8)
    {
      link = (end, last.bytes.count, open.count, address)
    }
    switch rules.roles[tree.local(n)] {
    case .skip: return end
    case .paragraph, .heading: paragraph(n)
    case .row: open.append(Piece(end: end, role: .row, kind: .tableRow, number: next()))
    case .cell: if open.last?.bytes.isEmpty == false { append(" | ".utf8) }
    case .listItem: listEnd = max(listEnd, end)
    case .frame: frameEnd = max(frameEnd, end)
    case .blank: append([0x20])
    case .note: open.append(Piece(end: end, role: .note, kind: .listItem, number: number))
    case .text: textEnd = max(textEnd, end)
    case nil: break
    }
    return n + 1
  }

  private mutating func next() -> Int {
    number += 1
    return number
  }

  private mutating func paragraph(_ n: Int) {
    // In a row and in a note the paragraphs are parts of one block.
    if let last = open.last, last.role == .row || last.role == .note {
      if let byte = last.bytes.last, byte != 0x20 { append([0x20]) }
      return
    }
    var kind: BlockKind = n < listEnd ? .listItem : n < frameEnd ? .caption : .paragraph
    var reason: String?
    if rules.roles[tree.local(n)] == .heading { kind = .heading }
    if let named = rules.kind(tree, n) { (kind, reason) = named }
    open.append(
      Piece(end: tree.end(n), role: .paragraph, kind: kind, reason: reason, number: next()))
  }

  private mutating func closeLink() {
    guard let link else { return }
    self.link = nil
    // Words of several blocks are no words of one.
    guard open.count == link.depth, open[link.depth - 1].bytes.count > link.start else { return }
    let range = link.start..<open[link.depth - 1].bytes.count
    open[link.depth - 1].links.append(BlockLink(range, to: link.address))
  }

  private mutating func close() {
    let done = open.removeLast()
    if done.role == .note {
      notes.append(done)
    } else {
      draft.add(
        done.kind, done.bytes, place: done.number, reason: done.reason,
        links: done.kind == .setAside ? [] : done.links)
    }
  }
}

/// What names of styles say, in the languages in which word processors write them.
enum OfficeStyle {
  /// The kind of a paragraph whose style has a name; nil for a plain one.
  static func kind(_ name: String) -> (kind: BlockKind, reason: String?)? {
    let name = name.lowercased()
    if name == "title" { return (.headline, nil) }
    if name == "subtitle" || name.hasPrefix("heading") { return (.heading, nil) }
    if name == "caption" || name == "illustration" || name == "figure" { return (.caption, nil) }
    if name.hasSuffix("quote") || name == "quotations" { return (.quote, nil) }
    if name.hasPrefix("toc") || name.hasPrefix("contents") { return (.setAside, "contents") }
    if name == "header" || name == "footer" { return (.setAside, "page head or foot") }
    return nil
  }
}
