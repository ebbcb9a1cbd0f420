internal import Casebook
internal import Diagnostics
internal import NotebookFormat
internal import SourceText
internal import Storage

extension Session {
  /// What the notebook's file holds, where another program changed it since it was read or written.
  func changedOnDisk(_ world: World) throws(Diagnostic) -> [UInt8]? {
    guard let file, world.files.exists(file.path) else { return nil }
    do throws(FileError) {
      if let stamp = file.stamp, try world.files.status(file.path)?.stamp == stamp { return nil }
      let bytes = try world.files.read(file.path)
      return TextDigest(of: bytes).hex == savedDigest ? nil : bytes
    } catch {
      throw Diagnostic(.fileFailed(error))
    }
  }

  /// Takes over what another program changed, record by record, as a change of its own that undo
  /// takes back. Says how much it was.
  ///
  /// - Throws: where both sides changed the same record, or what came does not fit what is here;
  ///   ours is then written beside the notebook and nothing else is changed.
  mutating func takeOver(_ theirs: [UInt8], in world: World) throws(Diagnostic) -> String {
    let base = savedPieces.flatMap { document.buffer[$0] }
    switch takeIn(theirs, since: base, in: world) {
    case .clashes(let records):
      let shown = records.prefix(4).map { VisibleText.showing($0) }.joined(separator: ", ")
      let more = records.count > 4 ? " and \(records.count - 4) more" : ""
      throw try setAside("on both sides: \(shown)\(more)", world)
    case .unfit(let reason): throw try setAside(reason, world)
    case .fits(let count):
      openKind = .outside
      try commit(line: "edited outside")
      let changes = Layout.count(count, "change")
      return "\(changes) by another program taken over; undo takes them back"
    }
  }

  /// What came of taking a changed text in.
  enum Taking {
    /// So many changes are made and not yet committed.
    case fits(Int)
    /// Nothing is changed: the records that both sides changed.
    case clashes([String])
    /// Nothing is changed: why what would come of it is no notebook.
    case unfit(String)
  }

  /// Makes the changes that lead from a text to another one, record by record, here too; where they
  /// do not fit, none of them.
  mutating func takeIn(_ theirs: [UInt8], since base: [UInt8], in world: World) -> Taking {
    let merge = ThreeWayMerge(base: base, ours: document.bytes, theirs: theirs)
    if !merge.conflicts.isEmpty { return .clashes(merge.conflicts) }
    let before = problems.count
    let open = current.map { book.articles[$0].name }
    for edit in merge.edits where document.apply(edit) != nil { openEdits.append(edit) }
    // Half of what another program changed must not stay: from here on nothing stops it, so that
    // nothing is thrown either.
    var undisturbed = world
    undisturbed.attention = .none
    try? readKeptTexts(in: undisturbed)
    rebuild(reading: open)
    let fault = NotebookHead.fault(of: document)
    if fault != nil || problems.count > before || openEdits.count < merge.edits.count {
      let reason = fault ?? problems.last?.message
      for edit in openEdits.reversed() { _ = document.apply(edit.inverse) }
      openEdits = []
      rebuild(reading: open)
      return .unfit(VisibleText.showing(reason?.sentence ?? ""))
    }
    return .fits(merge.edits.count)
  }

  /// Writes ours beside the notebook and says why it could not become one with theirs.
  private func setAside(_ reason: String, _ world: World) throws(Diagnostic) -> Diagnostic {
    guard let file else { return Diagnostic(.changedOutside("", "")) }
    let mine = Self.freeName(beside: file.path, for: document.bytes, world)
    do throws(FileError) {
      try world.files.writeAtomically(document.bytes, to: mine)
    } catch {
      throw Diagnostic(.fileFailed(error))
    }
    return Diagnostic(
      .changedOutside(file.shown, Paths.name(mine)), explanation: reason,
      hint: "compare the two, then open \(NormalForm.name(file.shown))")
  }

  /// `NAME.mine.md`, or `NAME.mine2.md` and so on where that holds other bytes: what was set aside
  /// before may be the only copy of somebody's work.
  private static func freeName(beside path: String, for bytes: [UInt8], _ world: World) -> String {
    let stem = path.hasSuffix(".md") ? String(path.dropLast(3)) : path
    var number = 1
    while true {
      let name = "\(stem).mine\(number == 1 ? "" : String(number)).md"
      if !world.files.exists(name) || (try? world.files.read(name)) == bytes { return name }
      number += 1
    }
  }
}

extension Message {
  static func changedOutside(_ name: String, _ mine: String) -> Message {
    Message(
      "changed-outside", "‘\(name)’ was changed by another program; yours is saved as ‘\(mine)’",
      exit: .inputOutput)
  }
}
