internal import Casebook
internal import SourceText

extension Document {
  /// The facts of a key, in the order of the file: the bytes of each line after `: KEY `, without
  /// the line's end.
  public func facts(of key: FactKey) -> [ArraySlice<UInt8>] {
    facts.items(of: key).map { factBody($0, key) }
  }

  /// The items that hold the facts of a key.
  public func factItems(of key: FactKey) -> [Int32] { facts.items(of: key) }

  /// The key of a fact item.
  public func factKey(_ item: Int32) -> FactKey {
    let line = factLine(item)
    var end = line.startIndex
    while end < line.endIndex, line[end] != 0x20 { end += 1 }
    let first = line[line.startIndex..<end]
    if let id = RecordID(first) { return .id(id) }
    guard first.elementsEqual("issue".utf8) || first.elementsEqual("party".utf8) else {
      return .name(String(decoding: first, as: UTF8.self))
    }
    let name = Document.endOfWord(after: end, in: line)
    return .name(String(decoding: line[line.startIndex..<name], as: UTF8.self))
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
  func factLine(_ item: Int32) -> ArraySlice<UInt8> {
    let range = range(item)
    var end = range.upperBound
    while end > range.lowerBound, buffer[end - 1] == 0x0A || buffer[end - 1] == 0x0D { end -= 1 }
    return buffer[min(range.lowerBound + 6, end)..<end]
  }

  private func factBody(_ item: Int32, _ key: FactKey) -> ArraySlice<UInt8> {
    let line = factLine(item)
    return line.dropFirst(key.text.utf8.count + 1)
  }

  mutating func indexFacts() {
    var count = 0
    for kind in kinds where kind == .fact { count += 1 }
    facts.reserve(count / 2)
    order.forEach { item in
      if kinds[Int(item)] == .fact { facts.insert(item, factKey(item)) }
    }
  }
}
