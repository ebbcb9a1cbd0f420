internal import Casebook

/// The links of a page's pieces.
struct PageLinks {
  private let tree: MarkupTree
  private let page: PageText
  private let target: LinkTarget

  /// - Parameter address: that of the page; nil where it is not known.
  init(_ tree: MarkupTree, _ page: PageText, address: String?) {
    (self.tree, self.page) = (tree, page)
    target = LinkTarget(base: address).starting(at: page.base)
  }

  /// The links whose words lie in a range of the page's text, with absolute addresses.
  func links(in range: Range<Int>) -> [BlockLink] {
    var i = first(range.lowerBound)
    var out: [BlockLink] = []
    while i < page.linked.count, page.linked[i].range.lowerBound < range.upperBound {
      let (node, words) = page.linked[i]
      let own = trimmed(words.clamped(to: range))
      if !own.isEmpty, let reference = tree.value("href", of: node),
        let address = target.address(reference)
      {
        out.append(BlockLink(own, to: address))
      }
      i += 1
    }
    return out
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, page.bytes[start] == 0x20 { start += 1 }
    while end > start, page.bytes[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }

  /// The first link that ends behind a place.
  private func first(_ place: Int) -> Int {
    var (low, high) = (0, page.linked.count)
    while low < high {
      let middle = (low + high) / 2
      if page.linked[middle].range.upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
