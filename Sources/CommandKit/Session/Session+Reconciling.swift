internal import Casebook
internal import Diagnostics
internal import NotebookFormat
internal import SourceText
internal import Storage

extension Session {
  /// Brings journal and file together: changes answered after the last save are done again; a file
  /// that is not what was saved last was edited outside, which becomes an entry.
  mutating func reconcile(with bytes: [UInt8], in world: World) throws(Diagnostic) {
    let digest = savedDigest
    guard let journal, let found = try journal.read() else {
      if !bytes.isEmpty { noteOutsideEdit(from: [], to: bytes, kind: .base) }
      return
    }
    if let later = found.later {
      readOnly = readOnly ?? .laterJournal(later)
      return
    }
    if let fault = found.fault { recovery.append(fault) }
    try readHistory()
    let saved = found.blocks.lastIndex { if case .saved = $0 { true } else { false } }
    let later = found.blocks[(saved.map { $0 + 1 } ?? 0)...]
    var pending: [Entry] = []
    for case .entry(let entry, let base) in later where base == digest { pending.append(entry) }
    if pending.count == later.count, follows(later, digest, saved.map { found.blocks[$0] }) {
      recover(pending)
      return
    }
    let ours = rebuilt(found.blocks[...])
    if ours == bytes {
      // The file was written, and the session ended before the journal could note it.
      unnotedSave = digest
    } else if isNoted(later, digest) {
      takeUp(ours, over: bytes, unsaved(later))
    } else if unsaved(later) > 0 {
      bringTogether(ours, bytes, found.blocks, later, in: world)
    } else {
      noteOutsideEdit(from: ours, to: bytes, kind: .outside)
    }
  }

  /// Whether the entries since the last save build on the file as it is: it is what was saved last,
  /// or their first entry is how it came to be what it is.
  private func follows(
    _ later: ArraySlice<JournalText.Block>, _ digest: String, _ saved: JournalText.Block?
  ) -> Bool {
    if case .entry(let first, _)? = later.first, first.kind == .base || first.kind == .outside {
      return true
    }
    if case .saved(let last)? = saved { return last == digest }
    return digest.isEmpty
  }

  private mutating func recover(_ entries: [Entry]) {
    // How the file came to be what it is needs no doing again.
    let changes = entries.filter { $0.kind != .base && $0.kind != .outside }
    if changes.isEmpty { return }
    for entry in changes {
      for edit in entry.edits where document.apply(edit) == nil {
        recovery.append("the journal does not fit the notebook; it is left as it was")
        return
      }
    }
    noteRecovered(changes.count)
  }

  private mutating func noteRecovered(_ count: Int) {
    recovery.append("recovered \(Layout.count(count, "change")) from the journal")
  }

  /// The notebook as some entries make it, one after the other.
  private func rebuilt(_ blocks: ArraySlice<JournalText.Block>) -> [UInt8] {
    var document = Document()
    for case .entry(let entry, _) in blocks {
      for edit in entry.edits { _ = document.apply(edit) }
    }
    return document.bytes
  }

  private mutating func noteOutsideEdit(from old: [UInt8], to new: [UInt8], kind: Entry.Kind) {
    let entry = Entry(
      number: history.nextNumber, kind: kind, line: kind == .base ? "" : "edited outside",
      edits: LineDifference.edits(from: old, to: new))
    outsideEdit = entry
    if kind == .outside {
      // The first undo takes it back, whether or not anything was changed since.
      history.append(entry)
      recovery.append("the notebook was edited outside; undo takes it back")
    }
  }
}

/// A session that ended without a save, and a file that was changed after that.
extension Session {
  /// How many changes were answered and not saved.
  private func unsaved(_ later: ArraySlice<JournalText.Block>) -> Int {
    later.count {
      guard case .entry(let entry, _) = $0 else { return false }
      return entry.kind != .base && entry.kind != .outside
    }
  }

  /// Whether the file is as it was when an outside edit was noted, behind changes that it does not
  /// have: what the entries make is then all there is.
  private func isNoted(_ later: ArraySlice<JournalText.Block>, _ digest: String) -> Bool {
    let last = later.lastIndex {
      if case .entry(let entry, let base) = $0 {
        entry.kind == .outside && base == digest
      } else {
        false
      }
    }
    guard let last else { return false }
    return later[last...].allSatisfy {
      if case .entry(_, let base) = $0 { base == digest } else { false }
    }
  }

  /// Makes the document one that differs from the file.
  private mutating func takeUp(_ text: [UInt8], over bytes: [UInt8], _ count: Int) {
    for edit in LineDifference.edits(from: bytes, to: text) { _ = document.apply(edit) }
    noteRecovered(count)
  }

  /// Takes what another program changed into what was answered and not saved, record by record.
  /// Where they do not fit, the file stands, and undo brings ours back.
  private mutating func bringTogether(
    _ ours: [UInt8], _ bytes: [UInt8], _ blocks: [JournalText.Block],
    _ later: ArraySlice<JournalText.Block>, in world: World
  ) {
    let count = unsaved(later)
    if let known = lastKnownFile(blocks, later),
      let both = merged(ThreeWayMerge(base: known, ours: ours, theirs: bytes), ours),
      fits(both, world)
    {
      takeUp(both, over: bytes, count)
      noteOutsideEdit(from: ours, to: both, kind: .outside)
      return
    }
    noteOutsideEdit(from: ours, to: bytes, kind: .outside)
    let words = "\(Layout.count(count, "change")) of the last session did not fit with that edit"
    recovery.append("\(words); undo brings \(count == 1 ? "it" : "them") back")
  }

  /// The file as a session saw it last; nil where it had changes by then that it did not have.
  private func lastKnownFile(
    _ blocks: [JournalText.Block], _ later: ArraySlice<JournalText.Block>
  ) -> [UInt8]? {
    let seen = later.lastIndex {
      if case .entry(let entry, _) = $0 {
        entry.kind == .base || entry.kind == .outside
      } else {
        false
      }
    }
    guard let seen else { return rebuilt(blocks[..<later.startIndex]) }
    return unsaved(later[..<seen]) == 0 ? rebuilt(blocks[...seen]) : nil
  }

  private func merged(_ merge: ThreeWayMerge, _ ours: [UInt8]) -> [UInt8]? {
    guard merge.conflicts.isEmpty else { return nil }
    var document = Document(ours)
    for edit in merge.edits where document.apply(edit) == nil { return nil }
    return NotebookHead.fault(of: document) == nil ? document.bytes : nil
  }

  /// Whether the records of a text add up to no fault.
  private func fits(_ text: [UInt8], _ world: World) -> Bool {
    var undisturbed = world
    undisturbed.attention = .none
    var trial = self
    trial.document = Document(text)
    try? trial.readKeptTexts(in: undisturbed)
    trial.rebuild()
    return trial.problems.isEmpty
  }
}
