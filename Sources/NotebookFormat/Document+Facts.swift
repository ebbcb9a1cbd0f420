internal import Casebook
internal import SourceText

extension Document {
  /// The facts of a key, in the order of the file: the bytes of each line after `: KEY `, without
  /// the line's end.
  public func facts(of key: FactKey) -> [ArraySlice<UInt8>] {
    let text = key.text
    return factItems(named: text).map { factLine($0).dropFirst(text.utf8.count + 1) }
  }

  /// The items that hold the facts of a key.
  public func factItems(of key: FactKey) -> [Int32] { factItems(named: key.text) }

  private func factItems(named text: String) -> [Int32] {
    let key = Array(text.utf8)
    var found: [Int32] = []
    facts.forEachRun(Self.hash(key.span, 0..<key.count), where: { isKey(key, of: $0) }) { first in
      var item = first
      repeat {
        if contains(item) { found.append(item) }
        item += 1
      } while Int(item) < kinds.count && kinds[Int(item)] == .fact && isKey(key, of: item)
    }
    return inOrder(found)
  }

  /// Items in the order of the file, given as they were met: what was read is in order already,
  /// what an edit put in may stand before it.
  private func inOrder(_ items: [Int32]) -> [Int32] {
    guard items.count > 1, items[items.count - 1] >= readItems else { return items }
    return items.map { (line: line($0), item: $0) }.sorted { $0.line < $1.line }.map(\.item)
  }

  /// Whether a fact is about a key: the key and behind it a blank or the end of the line.
  private func isKey(_ key: [UInt8], of item: Int32) -> Bool {
    let range = range(item)
    let (start, end) = (range.lowerBound + 6, range.lowerBound + 6 + key.count)
    let bytes = buffer.span
    if key.count < 6 || end >= range.upperBound {
      let own = factKeyRange(item)
      return own.count == key.count && isSame(key.span, bytes, from: own.lowerBound)
    }
    return isSame(key.span, bytes, from: start) && bytes[end] <= 0x20
  }

  /// The key of a fact item.
  public func factKey(_ item: Int32) -> FactKey {
    let key = buffer[factKeyRange(item)]
    return RecordID(key).map { .id($0) } ?? .name(String(decoding: key, as: UTF8.self))
  }

  /// The bytes of a fact's key: its first word, and the name behind `issue` and `party`.
  private func factKeyRange(_ item: Int32) -> Range<Int> {
    let line = factLineRange(item)
    let bytes = buffer.span
    var end = line.lowerBound
    while end < line.upperBound, bytes[end] != 0x20 { end += 1 }
    let first = line.lowerBound..<end
    guard first.count == 5, end < line.upperBound else { return first }
    let word = buffer[first]
    guard word.elementsEqual("issue".utf8) || word.elementsEqual("party".utf8) else { return first }
    return line.lowerBound..<Document.endOfWord(after: end, in: buffer[line])
  }

  /// The end of the word that follows the blank at `start`; a JSON string is one word.
  static func endOfWord(after start: Int, in line: ArraySlice<UInt8>) -> Int {
    var end = min(start + 1, line.endIndex)
    if end < line.endIndex, line[end] == 0x22 {
      end += 1
      while end < line.endIndex, line[end] != 0x22 { end += line[end] == 0x5C ? 2 : 1 }
      return min(end + 1, line.endIndex)
    }
    while end < line.endIndex, line[end] != 0x20 { end += 1 }
    return end
  }

  /// The bytes of a fact line after its sigil.
  func factLine(_ item: Int32) -> ArraySlice<UInt8> { buffer[factLineRange(item)] }

  private func factLineRange(_ item: Int32) -> Range<Int> {
    let range = range(item)
    let bytes = buffer.span
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return min(range.lowerBound + 6, end)..<end
  }

  // MARK: The index

  /// Indexes the facts of a document that was read.
  mutating func indexFacts() {
    var count = 0
    for kind in kinds where kind == .fact { count += 1 }
    // An annotation has two facts, a statement one.
    facts.reserve(count * 2 / 3)
    // One copy of the document's references for all of them, not one for each.
    let document = self
    var index = facts
    facts = FactIndex.none
    for item in 0..<Int32(kinds.count) where kinds[Int(item)] == .fact {
      document.index(item, in: &index)
    }
    facts = index
  }

  mutating func insertFact(_ item: Int32) {
    var index = facts
    facts = FactIndex.none
    self.index(item, in: &index)
    facts = index
  }

  private func index(_ item: Int32, in index: inout FactIndex) {
    if item > 0, kinds[Int(item) - 1] == .fact, hasKey(item, of: item - 1) { return }
    index.insert(
      item, factHash(item), where: { hasKey($0, of: item) }, hashOf: factHash, isLive: isLive)
  }

  /// Whether any item of a run of facts still stands in the document.
  private func isLive(_ first: Int32) -> Bool {
    var item = first
    repeat {
      if contains(item) { return true }
      item += 1
    } while Int(item) < kinds.count && kinds[Int(item)] == .fact && hasKey(first, of: item)
    return false
  }

  private func factHash(_ item: Int32) -> UInt64 { Self.hash(buffer.span, factKeyRange(item)) }

  private func hasKey(_ item: Int32, of other: Int32) -> Bool {
    let (a, b) = (factKeyRange(item), factKeyRange(other))
    guard a.count == b.count else { return false }
    return isSame(buffer.span.extracting(a), buffer.span, from: b.lowerBound)
  }

  private func isSame(_ a: Span<UInt8>, _ b: Span<UInt8>, from start: Int) -> Bool {
    for i in a.indices where a[i] != b[start + i] { return false }
    return true
  }

  /// FNV-1a, 64 bits.
  private static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for i in range { value = (value ^ UInt64(bytes[i])) &* 0x100_0000_01B3 }
    return value
  }
}
