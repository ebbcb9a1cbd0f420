internal import CMarkup

/// The elements and texts of a page, flat and in document order: what lies within node `n` are the
/// nodes up to `end(n)`.
final class MarkupTree {
  private var page: cmarkup_page
  private let nodes: UnsafeBufferPointer<cmarkup_node>
  private let attributes: UnsafeBufferPointer<cmarkup_attribute>

  /// Pages nested deeper are read by the parser that takes any depth.
  static let deepest = 2_000

  /// Reads markup in UTF-8; nil where a library is missing. What the first parser cannot read within
  /// its limits is left to the other one.
  init?(_ filter: MarkupFilter) {
    let isDeep = filter.depth > Self.deepest
    var page = cmarkup_page()
    let read = filter.bytes.withUnsafeBufferPointer { bytes in
      let count = Int64(bytes.count)
      let read = isDeep ? 0 : cmarkup_read(bytes.baseAddress, count, 0, &page)
      return read != 0 ? read : cmarkup_read(bytes.baseAddress, count, 1, &page)
    }
    self.page = page
    nodes = UnsafeBufferPointer(start: page.nodes, count: Int(page.node_count))
    attributes = UnsafeBufferPointer(start: page.attributes, count: Int(page.attribute_count))
    if read == 0 { return nil }
  }

  deinit { cmarkup_release(&page) }

  /// The number of nodes.
  var count: Int { nodes.count }

  /// What element a node is; nil for a text.
  func element(_ n: Int) -> PageElement? {
    nodes[n].tag < 0 ? nil : PageElement.of(Int(nodes[n].tag))
  }

  func parent(_ n: Int) -> Int { Int(nodes[n].parent) }
  func end(_ n: Int) -> Int { Int(nodes[n].end) }
  func offset(_ n: Int) -> Int { Int(nodes[n].offset) }

  /// The bytes of a text.
  func text(_ n: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: nodes[n].text, count: Int(nodes[n].length))
  }

  /// The attributes of an element.
  func attributes(_ n: Int) -> [(name: String, value: String)] {
    range(n).map { (String(cString: attributes[$0].name), String(cString: attributes[$0].value)) }
  }

  /// The value of an attribute.
  func attribute(_ name: StaticString, of n: Int) -> String? {
    value(name, of: n).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of an attribute's value.
  func value(_ name: StaticString, of n: Int) -> UnsafeBufferPointer<UInt8>? {
    for i in range(n) where Self.equal(attributes[i].name, name) {
      return Self.bytes(attributes[i].value)
    }
    return nil
  }

  /// Elements with more nodes are parts of the page, not names, days or titles.
  private static let most = 400

  /// All texts of a small element, blanks made single, and one between two blocks; nothing of a
  /// large one.
  func words(in n: Int) -> String { texts(in: n).joined(separator: " ") }

  /// The texts of a small element as its blocks part them; nothing of a large one.
  func texts(in n: Int) -> [String] {
    if end(n) - n > Self.most { return [] }
    var out: [String] = []
    var own: [UInt8] = []
    func flush() {
      while own.last == 0x20 { own.removeLast() }
      if !own.isEmpty { out.append(String(decoding: own, as: UTF8.self)) }
      own = []
    }
    var ends: [Int] = []
    for k in n..<end(n) {
      while let last = ends.last, last <= k {
        flush()
        ends.removeLast()
      }
      guard let element = element(k) else {
        BlankFolding.append(text(k), to: &own)
        continue
      }
      if element.isBlock || element == .breakLine {
        flush()
        ends.append(end(k))
      }
    }
    flush()
    return out
  }

  /// The texts of a small element one by one, as its elements part them.
  func leaves(in n: Int) -> [String] {
    if end(n) - n > Self.most { return [] }
    return (n..<end(n)).compactMap { k in
      guard nodes[k].tag < 0 else { return nil }
      var own: [UInt8] = []
      BlankFolding.append(text(k), to: &own)
      while own.last == 0x20 { own.removeLast() }
      return own.isEmpty ? nil : String(decoding: own, as: UTF8.self)
    }
  }

  private func range(_ n: Int) -> Range<Int> {
    let first = Int(nodes[n].first_attribute)
    return first..<first + Int(nodes[n].attribute_count)
  }

  private static func bytes(_ text: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
    var count = 0
    while text[count] != 0 { count += 1 }
    return UnsafeRawBufferPointer(start: text, count: count).bindMemory(to: UInt8.self)
  }

  private static func equal(_ name: UnsafePointer<CChar>, _ word: StaticString) -> Bool {
    for i in 0..<word.utf8CodeUnitCount
    where UInt8(bitPattern: name[i]) != word.utf8Start[i] { return false }
    return name[word.utf8CodeUnitCount] == 0
  }
}

/// Blanks as a browser shows them.
enum BlankFolding {
  /// Whether three bytes are a blank without width: U+200B, or U+FEFF, which at the beginning of a
  /// kept text would be read as a byte order mark.
  private static func isNothing(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    switch (a, b, c) {
    case (0xE2, 0x80, 0x8B), (0xEF, 0xBB, 0xBF): true
    default: false
    }
  }

  /// Appends text with every run of blanks as one, none at the beginning.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    var i = 0
    let count = text.count
    while i < count {
      let byte = text[i]
      if byte <= 0x20 {
        if let last = out.last, last != 0x20, last != 0x0A { out.append(0x20) }
        i += 1
      } else if byte == 0xC2, i + 1 < count, text[i + 1] == 0xA0 || text[i + 1] == 0xAD {
        if text[i + 1] == 0xA0, let last = out.last, last != 0x20, last != 0x0A { out.append(0x20) }
        i += 2
      } else if i + 2 < count, isNothing(byte, text[i + 1], text[i + 2]) {
        i += 3
      } else {
        out.append(byte)
        i += 1
      }
    }
  }
}
