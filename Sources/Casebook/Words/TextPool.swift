/// Every distinct text of a notebook once, by number: names, cues, conditions, coders.
///
/// Texts are compared byte by byte; what counts as the same name is decided above.
public struct TextPool: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int32] = []
  private var slots: [Int32] = Array(repeating: -1, count: 256)

  /// An empty pool.
  public init() {}

  /// How many texts there are.
  public var count: Int { ends.count }

  /// The number of a text, given as bytes; adds it when it is new.
  public mutating func intern(_ text: Span<UInt8>) -> Int32 {
    let slot = find(text)
    if slots[slot] >= 0 { return slots[slot] }
    let number = Int32(ends.count)
    for i in text.indices { bytes.append(text[i]) }
    ends.append(Int32(bytes.count))
    slots[slot] = number
    if ends.count * 2 > slots.count { grow() }
    return number
  }

  /// The number of a string.
  public mutating func intern(_ text: String) -> Int32 { intern(text.utf8.span) }

  /// The number of a part of a string.
  public mutating func intern(_ text: some StringProtocol) -> Int32 {
    let utf8 = Array(text.utf8)
    return intern(utf8.span)
  }

  /// The number of a text that is known; nil for a new one.
  public func number(of text: Span<UInt8>) -> Int32? {
    let slot = find(text)
    return slots[slot] >= 0 ? slots[slot] : nil
  }

  /// The text with that number.
  public subscript(number: Int32) -> String {
    String(decoding: bytes[range(Int(number))], as: UTF8.self)
  }

  /// The text with that number, nil for a negative number.
  public func text(_ number: Int32) -> String? { number < 0 ? nil : self[number] }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  /// The slot that holds the text, or the empty one where it belongs.
  private func find(_ text: Span<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Self.hash(text) & mask
    while slots[slot] >= 0, !equals(Int(slots[slot]), text) { slot = (slot + 1) & mask }
    return slot
  }

  private func equals(_ number: Int, _ text: Span<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == text.count else { return false }
    let own = bytes.span
    for i in 0..<text.count where own[range.lowerBound + i] != text[i] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for number in ends.indices {
      var slot = Self.hash(bytes.span.extracting(range(number))) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }

  /// FNV-1a, 64 bits.
  private static func hash(_ text: Span<UInt8>) -> Int {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for i in text.indices { value = (value ^ UInt64(text[i])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: value ^ value >> 29)
  }
}
