/// A piece of a page's text as its elements part it.
struct PagePiece {
  /// Bytes of the page's text.
  var range: Range<Int>
  /// The element whose text it is.
  var node: Int
  /// The first node of its text.
  var first: Int
  /// The kind of the nearest element that parts text.
  var element: PageElement
  /// Bytes of it within links.
  var linked: Int
  /// The place in the filtered page.
  var offset: Int
  /// Whether only a line break parts it from the piece before.
  var isBroken = false
  /// Whether it is a row of a table.
  var isRow = false
}

/// The visible text of a page in document order, and where the elements are that say something
/// about it.
struct PageText {
  private(set) var bytes: [UInt8] = []
  private(set) var pieces: [PagePiece] = []
  /// What each element says by its kind and the names of its classes.
  private(set) var roles: [Roles]
  /// Elements with metadata, in document order.
  private(set) var metas: [Int] = []
  private(set) var links: [Int] = []
  private(set) var titles: [Int] = []
  private(set) var times: [Int] = []
  private(set) var properties: [Int] = []
  private(set) var headings: [Int] = []
  /// The words of links: their elements and bytes of the text, in order.
  private(set) var linked: [(node: Int, range: Range<Int>)] = []
  /// The address that the page names as the one its links start from.
  private(set) var base: String?
  /// The language that the page states.
  private(set) var language: String?

  private let tree: MarkupTree
  private var open: [(node: Int, end: Int, element: PageElement)] = []
  /// Which of the open elements can hold a piece of text: blocks and cells.
  private var holders: [Int] = []
  private var piece: PagePiece?
  private var linkEnd = 0
  private var link = 0
  private var isBroken = false
  private var cache: [String: Roles] = [:]

  init(_ tree: MarkupTree) {
    self.tree = tree
    roles = Array(repeating: [], count: tree.count)
    var n = 0
    while n < tree.count {
      while let last = open.last, last.end <= n {
        if last.element.isBlock { flush() }
        if holders.last == open.count - 1 { holders.removeLast() }
        open.removeLast()
      }
      if let element = tree.element(n) {
        n = enter(n, element)
      } else {
        take(n)
        n += 1
      }
    }
    flush()
  }

  /// Goes into an element, or past it; gives the next node.
  private mutating func enter(_ n: Int, _ element: PageElement) -> Int {
    switch element {
    case .hidden, .picture: return tree.end(n)
    case .meta: metas.append(n)
    case .linkTag: links.append(n)
    case .title:
      titles.append(n)
      return tree.end(n)
    case .control where tree.end(n) == n + 1: return n + 1
    case .root: language = tree.attribute("lang", of: n)
    case .breakLine:
      lineBreak()
      return tree.end(n)
    case .time: times.append(n)
    case .heading1, .heading2: headings.append(n)
    case .link: (link, linkEnd) = (n, max(linkEnd, tree.end(n)))
    case .base where base == nil: base = tree.attribute("href", of: n)
    case .cell: cell()
    default: break
    }
    if element.isBlock { flush() }
    roles[n] = Roles(of: element).union(named(n))
    if tree.end(n) > n + 1 {
      if element.isBlock || element == .cell { holders.append(open.count) }
      open.append((n, tree.end(n), element))
    }
    return n + 1
  }

  /// The roles that an element's attributes name.
  private mutating func named(_ n: Int) -> Roles {
    var found: Roles = []
    for name in ["class", "id", "data-component", "data-testid", "role"] as [StaticString] {
      if let value = tree.value(name, of: n), value.count > 1, value.count < 400 {
        found.formUnion(RoleWords.shared.roles(in: value))
      }
    }
    if let property = tree.value("itemprop", of: n) {
      properties.append(n)
      found.formUnion(RoleWords.shared.roles(in: property))
    }
    if tree.value("hidden", of: n) != nil || isUnshown(n) { found.insert(.hidden) }
    return found
  }

  /// Whether a style says `display: none`.
  private func isUnshown(_ n: Int) -> Bool {
    guard let style = tree.attribute("style", of: n) else { return false }
    return style.lowercased().filter { $0 != " " }.contains("display:none")
  }

  private mutating func take(_ n: Int) {
    let text = tree.text(n)
    if piece == nil {
      guard text.contains(where: { $0 > 0x20 }) else { return }
      let holder = holders.last.map { open[$0] }
      if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
      piece = PagePiece(
        range: bytes.count..<bytes.count, node: holder?.node ?? 0, first: n,
        element: holder?.element ?? .block, linked: 0, offset: tree.offset(n), isBroken: isBroken)
      isBroken = false
    }
    let before = bytes.count
    BlankFolding.append(text, to: &bytes)
    if n < linkEnd { addLink(before..<bytes.count) }
  }

  /// Counts words of a link; what follows in the same element and piece is of the same link.
  private mutating func addLink(_ range: Range<Int>) {
    piece?.linked += range.count
    if let last = linked.last, last.node == link, last.range.upperBound == range.lowerBound {
      linked[linked.count - 1].range = last.range.lowerBound..<range.upperBound
    } else if !range.isEmpty {
      linked.append((link, range))
    }
  }

  /// A line break parts two pieces, but within a heading.
  private mutating func lineBreak() {
    guard piece != nil else { return }
    if [.heading1, .heading2, .heading3, .row].contains(piece?.element) {
      if bytes.last != 0x20 { bytes.append(0x20) }
      return
    }
    flush()
    isBroken = true
  }

  /// Cells of a row without blocks of their own are one piece.
  private mutating func cell() {
    guard var row = piece else { return }
    if bytes.last == 0x20 { bytes.removeLast() }
    bytes += Array(" | ".utf8)
    row.isRow = true
    piece = row
  }

  private func endsInBlank(_ end: Int) -> Bool { end > 0 && bytes[end - 1] == 0x20 }

  private mutating func flush() {
    isBroken = false
    guard var done = piece else { return }
    piece = nil
    while let last = bytes.last, last == 0x20 || last == 0x7C && endsInBlank(bytes.count - 1) {
      bytes.removeLast()
    }
    done.range = done.range.lowerBound..<bytes.count
    while let last = linked.last, last.range.upperBound > bytes.count {
      linked.removeLast()
      let rest = last.range.lowerBound..<max(last.range.lowerBound, bytes.count)
      if !rest.isEmpty { linked.append((last.node, rest)) }
    }
    if done.range.isEmpty {
      bytes.removeLast(min(2, bytes.count))
    } else {
      pieces.append(done)
    }
  }
}
