internal import Casebook
internal import NotebookFormat
internal import Storage

/// Where the analyst stands in each article, kept in `.NAME.place` beside the notebook: one line an
/// article, its name and the last paragraph read; `> NAME` is the open one. It is a convenience: what
/// cannot be read or written is passed over.
extension Session {
  private func placePath(_ file: NotebookFile) -> String {
    Paths.join(Paths.parent(file.path), ".\(Paths.name(file.path)).place")
  }

  /// Takes up where the last session left.
  public mutating func readPlace(in world: World) {
    guard let file, let bytes = try? world.files.read(placePath(file), limit: 1 << 20) else {
      return
    }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 2 else { continue }
      if words[0] == ">" {
        current = book.articles.named(words[1])
      } else if let last = Int(words[1]), last > 0, let id = book.articles.named(words[0]) {
        readTo[words[0]] = min(last, book.articles[id].paragraphs.count)
      }
    }
  }

  /// Notes where the analyst stands.
  public func writePlace(in world: World) {
    guard let file, readOnly == nil, document.first != nil else { return }
    var text = readTo.keys.sorted().map { "\($0) \(readTo[$0] ?? 0)\n" }.joined()
    if let current { text += "> \(book.articles[current].name)\n" }
    let path = placePath(file)
    let old = try? world.files.read(path, limit: 1 << 20)
    if text.isEmpty || old == Array(text.utf8) { return }
    _ = try? world.files.writeAtomically(Array(text.utf8), to: path)
  }
}
