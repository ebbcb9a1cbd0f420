private import Glibc

/// Finds bytes in bytes, as fast as memory is read: it looks for the needle's rarest byte with
/// `memchr` and compares only there. This file is the only one that uses unsafe code.
struct ByteSearch {
  private let needle: [UInt8]
  /// Where in the needle its rarest byte stands, and the second rarest.
  private let rare: (first: Int, second: Int)

  /// So many bytes of the text tell which bytes are rare in it, whatever its script.
  private static let sample = 1024

  /// Prepares to look for `needle`, which is not empty, in texts like `text`.
  init(_ needle: [UInt8], in text: [UInt8]) {
    self.needle = needle
    var counts = [Int](repeating: 0, count: 256)
    let pace = max(1, text.count / Self.sample)
    for i in stride(from: 0, to: text.count, by: pace) { counts[Int(text[i])] += 1 }
    var first = 0
    for i in needle.indices where counts[Int(needle[i])] < counts[Int(needle[first])] { first = i }
    var second = first == 0 ? needle.count - 1 : 0
    for i in needle.indices where needle[i] != needle[first] {
      if counts[Int(needle[i])] < counts[Int(needle[second])] || needle[second] == needle[first] {
        second = i
      }
    }
    rare = (first, second)
  }

  /// Where the needle first begins at or after `start`, wholly before `end`.
  func next(in text: [UInt8], from start: Int, to end: Int) -> Int? {
    if start < 0 || end > text.count || end - start < needle.count { return nil }
    // Comparisons that fail cost at most so many times the way gone; a text made to be slow, such
    // as a long run of one letter, is handed to a search that is linear whatever the text.
    var allowance = 1 << 16
    var at = start
    while let place = candidate(in: text, from: at, to: end) {
      if equal(text, at: place) { return place }
      allowance += 8 * (place - at) - needle.count
      at = place + 1
      if allowance < 0 { return linear(in: text, from: at, to: end) }
    }
    return nil
  }

  /// The next place where the two rarest bytes are right.
  private func candidate(in text: [UInt8], from start: Int, to end: Int) -> Int? {
    let last = end - needle.count
    let (first, second) = (needle[rare.first], needle[rare.second])
    return unsafe text.withUnsafeBufferPointer { buffer -> Int? in
      guard let base = buffer.baseAddress else { return nil }
      var at = start
      while at <= last {
        guard
          let hit = unsafe memchr(base + at + rare.first, Int32(first), last - at + 1)
        else { return nil }
        at = unsafe UnsafeRawPointer(hit) - UnsafeRawPointer(base) - rare.first
        if unsafe buffer[at + rare.second] == second { return at }
        at += 1
      }
      return nil
    }
  }

  private func equal(_ text: [UInt8], at place: Int) -> Bool {
    unsafe text.withUnsafeBufferPointer { text in
      unsafe needle.withUnsafeBufferPointer { needle in
        guard let a = text.baseAddress, let b = needle.baseAddress else { return false }
        return unsafe memcmp(a + place, b, needle.count) == 0
      }
    }
  }

  /// The search of Knuth, Morris and Pratt.
  private func linear(in text: [UInt8], from start: Int, to end: Int) -> Int? {
    var borders = [0]
    var matched = 0
    for i in needle.indices.dropFirst() {
      while matched > 0, needle[i] != needle[matched] { matched = borders[matched - 1] }
      if needle[i] == needle[matched] { matched += 1 }
      borders.append(matched)
    }
    matched = 0
    for i in start..<end {
      while matched > 0, text[i] != needle[matched] { matched = borders[matched - 1] }
      if text[i] == needle[matched] { matched += 1 }
      if matched == needle.count { return i + 1 - matched }
    }
    return nil
  }
}
