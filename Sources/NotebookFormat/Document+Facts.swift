public import Casebook
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
    forEachFact(key.span) { item in found.append(item) }
    return inOrder(found)
  }

  /// Calls `body` with the bytes of each fact of a mark, in the order of the file: where in `buffer`
  /// stands what follows `: KEY `, without the line's end. Every record of a notebook that is opened
  /// asks for its facts; this makes no list of them.
  func forEachFact(of id: RecordID, _ body: (Range<Int>) -> Void) {
    let count = id.count + 1
    let keys = factKeys
    // What was read stands in order; what an edit put in may stand before it.
    guard kinds.count == Int(readItems) else {
      for item in factItems(named: id.text) { body(keys.line(item).dropFirst(count + 1)) }
      return
    }
    let key = id.letters
    forEachFact(key.span.extracting(0..<count)) { body(keys.line($0).dropFirst(count + 1)) }
  }

  /// Reads a byte of the facts of each of some marks.
  ///
  /// Facts stand in the order of the ids, marks in that of their articles, so that the facts of the
  /// next mark are never near the processor, and looking for them is waiting. Waits of questions that
  /// do not hang on each other overlap: asked for some marks at once they take a fraction.
  ///
  /// - Returns: the sum of the bytes, of use to nobody: what is given must have been read.
  @discardableResult
  public func touchFacts(of ids: [RecordID]) -> UInt8 {
    var items = ids.map { id in
      let letters = id.letters
      return facts.touch(FactKeys.hash(letters.span, 0..<id.count + 1))
    }
    items.removeAll { $0 < 0 }
    var sum: UInt8 = 0
    let bytes = buffer.span
    for start in items.map({ Int(offsets[Int($0)]) }) {
      // A line, and the one behind it, lie in this many of the stretches that memory is read in.
      for place in stride(from: start, to: min(start + 192, bytes.count), by: 64) {
        sum &+= bytes[place]
      }
    }
    return sum
  }

  /// Calls `body` with the items that hold the facts of a key, run by run.
  private func forEachFact(_ key: Span<UInt8>, _ body: (Int32) -> Void) {
    let keys = factKeys
    facts.forEachRun(
      FactKeys.hash(key, 0..<key.count), where: { Document.isKey(key, of: $0, keys) }
    ) { first in
      var item = first
      repeat {
        if contains(item) { body(item) }
        item += 1
      } while Int(item) < keys.kinds.count && keys.kinds[Int(item)] == .fact
        && Document.isKey(key, of: item, keys)
    }
  }

  /// What reads the keys of facts.
  private var factKeys: FactKeys {
    FactKeys(buffer: buffer, kinds: kinds, offsets: offsets, itemsEnd: itemsEnd)
  }

  /// Items in the order of the file, given as they were met: what was read is in order already,
  /// what an edit put in may stand before it.
  private func inOrder(_ items: [Int32]) -> [Int32] {
    guard items.count > 1, items[items.count - 1] >= readItems else { return items }
    return items.map { (line: line($0), item: $0) }.sorted { $0.line < $1.line }.map(\.item)
  }

  /// Whether a fact is about a key: the key and behind it a blank or the end of the line.
  private static func isKey(_ key: Span<UInt8>, of item: Int32, _ keys: FactKeys) -> Bool {
    let range = keys.range(item)
    let (start, end) = (range.lowerBound + 6, range.lowerBound + 6 + key.count)
    if key.count < 6 || end >= range.upperBound {
      let own = keys.key(item)
      return own.count == key.count && keys.isSame(key, from: own.lowerBound)
    }
    return keys.isSame(key, from: start) && keys.buffer[end] <= 0x20
  }

  /// The key of a fact item.
  public func factKey(_ item: Int32) -> FactKey {
    let key = buffer[factKeys.key(item)]
    return RecordID(key).map { .id($0) } ?? .name(String(decoding: key, as: UTF8.self))
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
  func factLine(_ item: Int32) -> ArraySlice<UInt8> { buffer[factKeys.line(item)] }

  // MARK: The index

  /// Indexes the facts of a document that was read.
  mutating func indexFacts() {
    var count = 0
    for kind in kinds where kind == .fact { count += 1 }
    // An annotation has two facts, a statement one.
    facts.reserve(count * 2 / 3)
    let keys = factKeys
    var index = facts
    facts = FactIndex.none
    for item in 0..<Int32(kinds.count) where kinds[Int(item)] == .fact {
      if !keys.goesOn(item) {
        // A document that was just read has lost none of its items.
        index.insert(
          item, keys.hash(item), where: { keys.isSame($0, item) }, hashOf: keys.hash,
          isLive: { _ in true })
      }
    }
    facts = index
  }

  mutating func insertFact(_ item: Int32) {
    let keys = factKeys
    if keys.goesOn(item) { return }
    var index = facts
    facts = FactIndex.none
    index.insert(
      item, keys.hash(item), where: { keys.isSame($0, item) }, hashOf: keys.hash, isLive: isLive)
    facts = index
  }

  /// Whether any item of a run of facts still stands in the document.
  private func isLive(_ first: Int32) -> Bool {
    let keys = factKeys
    var item = first
    repeat {
      if contains(item) { return true }
      item += 1
    } while Int(item) < kinds.count && kinds[Int(item)] == .fact && keys.isSame(first, item)
    return false
  }
}

/// The keys of facts, read from the text where they stand. A value of its own with the few columns
/// that it needs: a document handed to each of the index's questions would be copied for each.
struct FactKeys {
  let buffer: [UInt8]
  let kinds: [ItemKind]
  let offsets: [UInt32]
  let itemsEnd: Int

  /// The bytes of an item.
  func range(_ item: Int32) -> Range<Int> {
    let next = Int(item) + 1
    return Int(offsets[next - 1])..<(next < offsets.count ? Int(offsets[next]) : itemsEnd)
  }

  /// The bytes of a fact line after its sigil, without its end.
  func line(_ item: Int32) -> Range<Int> {
    let range = range(item)
    let bytes = buffer.span
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return min(range.lowerBound + 6, end)..<end
  }

  /// The bytes of a fact's key: its first word, and the name behind `issue` and `party`.
  func key(_ item: Int32) -> Range<Int> {
    let line = line(item)
    let bytes = buffer.span
    var end = line.lowerBound
    while end < line.upperBound, bytes[end] != 0x20 { end += 1 }
    let first = line.lowerBound..<end
    guard first.count == 5, end < line.upperBound else { return first }
    let word = buffer[first]
    guard word.elementsEqual("issue".utf8) || word.elementsEqual("party".utf8) else { return first }
    return line.lowerBound..<Document.endOfWord(after: end, in: buffer[line])
  }

  func hash(_ item: Int32) -> UInt64 { FactKeys.hash(buffer.span, key(item)) }

  /// Whether two facts have one key.
  func isSame(_ a: Int32, _ b: Int32) -> Bool {
    let (a, b) = (key(a), key(b))
    guard a.count == b.count else { return false }
    return isSame(buffer.span.extracting(a), from: b.lowerBound)
  }

  /// Whether these bytes stand at a place.
  func isSame(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    let text = buffer.span
    for i in bytes.indices where bytes[i] != text[start + i] { return false }
    return true
  }

  /// Whether a fact is of the key of the one before it: it stands in that one's run.
  func goesOn(_ item: Int32) -> Bool {
    item > 0 && kinds[Int(item) - 1] == .fact && isSame(item - 1, item)
  }

  /// FNV-1a, 64 bits.
  static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for i in range { value = (value ^ UInt64(bytes[i])) &* 0x100_0000_01B3 }
    return value
  }
}
