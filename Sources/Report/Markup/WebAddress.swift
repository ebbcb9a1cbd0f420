/// An address of a page on the net that may be followed: `http` or `https`, and nothing in it that
/// a browser would take for something else.
struct WebAddress: Equatable {
  /// The address, as it was given.
  let text: String

  /// Reads an address; nil for any other scheme, and where it holds blanks or controls.
  init?(_ text: String) {
    let head = text.utf8.prefix(8).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let length = ["http://", "https://"].first { head.starts(with: $0.utf8) }?.utf8.count
    guard let length, text.utf8.count > length, text.utf8.count <= 4096 else { return nil }
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != 0x5C }) else { return nil }
    self.text = text
  }

  private init(checked text: String) { self.text = text }

  /// The same page, at the words that a directive finds (WICG, *URL Fragment Text Directives*,
  /// section 3.1): `#:~:text=…`, behind a fragment where the address has one.
  func at(_ directive: String?) -> WebAddress {
    guard let directive else { return self }
    let page = text.firstRange(of: ":~:").map { String(text[..<$0.lowerBound]) } ?? text
    let hash = page.utf8.contains(0x23) ? "" : "#"
    return WebAddress(checked: page + hash + ":~:" + directive)
  }
}
