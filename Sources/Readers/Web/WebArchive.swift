internal import Diagnostics

/// Reads a page that Safari saved (`.webarchive`): a property list with the page and its address.
enum WebArchive {
  static func read(_ bytes: [UInt8], name: String) throws(Diagnostic) -> ReadArticle {
    guard let table = PropertyTable(bytes),
      case .dictionary(let all) = table.object(table.top),
      let main = all["WebMainResource"], case .dictionary(let page) = table.object(main),
      let number = page["WebResourceData"], case .data(let range) = table.object(number)
    else { throw Diagnostic(.webArchiveBroken(name), hint: "save the page again") }
    func text(_ key: String) -> String? {
      if let number = page[key], case .text(let text) = table.object(number) { text } else { nil }
    }
    return try PageReader.read(
      Array(bytes[range]), name: name, encoding: text("WebResourceTextEncodingName"),
      url: text("WebResourceURL"))
  }
}

extension Message {
  static func webArchiveBroken(_ name: String) -> Message {
    Message("web-archive-broken", "‘\(name)’ is a property list without a page, or a broken one")
  }
}
