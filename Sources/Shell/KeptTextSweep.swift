internal import NotebookFormat
internal import SourceText
internal import Storage

/// Kept texts that nothing in a folder names any more. Undo needs the text of an article that was
/// dropped for as long as a journal can bring the article back; so a text goes only with the last
/// notebook and the last journal that have its digest.
struct KeptTextSweep {
  let files: FileStore

  /// Removes them, and gives how many articles they were.
  func run(in folder: String) throws(FileError) -> Int {
    let sources = Paths.join(folder, "sources")
    guard try files.kind(sources) == .folder else { return 0 }
    let kept = try files.list(sources).filter(KeptText.isFile)
    if kept.isEmpty { return 0 }
    let named = try digests(in: folder)
    var removed: Set<Substring> = []
    for name in kept {
      let digest = name.prefix { $0 != "." }
      if named.contains(digest) { continue }
      try files.remove(Paths.join(sources, name))
      removed.insert(digest)
    }
    return removed.count
  }

  /// Every digest that a file of the folder has: notebooks whatever they are called, journals, and
  /// copies that were set aside.
  private func digests(in folder: String) throws(FileError) -> Set<Substring> {
    var found: Set<Substring> = []
    for name in try files.list(folder) {
      let path = Paths.join(folder, name)
      guard try files.kind(path) == .file else { continue }
      let text = String(decoding: try files.read(path), as: UTF8.self)
      let words = text.utf8.split { !isHexDigit($0) }
      for word in words where word.count == 64 { found.insert(Substring(word)) }
    }
    return found
  }
}
