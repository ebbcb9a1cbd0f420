internal import Glibc

/// Arrays of many megabytes.
enum LargeArray {
  /// From here on the system is asked for large pages.
  private static let threshold = 4 << 20
  /// The size of a large page.
  private static let page = 2 << 20

  /// That many zeros. A notebook is read here and there by its records: in pages of four kilobytes
  /// each look at it may also be a look at the page table, which costs a quarter of the time in
  /// which a large one opens. A system that has no large pages, or has them always, does what it
  /// does anyway.
  static func zeros(_ count: Int) -> [UInt8] {
    if count < threshold { return [UInt8](repeating: 0, count: count) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    unsafe bytes.withUnsafeMutableBytes { storage in
      // The array is empty: the storage begins where its first element will stand.
      guard let start = storage.baseAddress else { return }
      let first = unsafe start.alignedUp(toMultipleOf: page)
      let last = unsafe (start + count).alignedDown(toMultipleOf: page)
      if unsafe first < last { unsafe madvise(first, last - first, MADV_HUGEPAGE) }
    }
    bytes.append(contentsOf: repeatElement(0, count: count))
    return bytes
  }
}
