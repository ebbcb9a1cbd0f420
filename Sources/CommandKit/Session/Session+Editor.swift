public import Diagnostics
internal import NotebookFormat
internal import SourceText
internal import Storage

/// An edit in the analyst's editor that could not be taken over: `editor` goes on with it.
struct UnfinishedEdit: Sendable {
  /// The copy that was edited.
  var path: String
  /// What it was made from.
  var base: [UInt8]
}

extension Session {
  /// Opens a copy of the notebook in the analyst's editor and takes over what was changed, record by
  /// record, as one change that undo takes back.
  ///
  /// - Returns: how many places were changed.
  /// - Throws: where nobody sits at a terminal, the editor fails, or what it left is no notebook any
  ///   more. The notebook is then as before; what was edited stays, and the next call goes on with it.
  public mutating func editNotebook(in world: World) throws(Diagnostic) -> Int {
    if let readOnly { throw Diagnostic(readOnly) }
    let edit: UnfinishedEdit
    if let unfinishedEdit {
      edit = unfinishedEdit
    } else {
      let bytes = document.bytes
      edit = UnfinishedEdit(path: try copyForEditor(bytes, "edit", world), base: bytes)
    }
    let theirs = try edited(edit.path, in: world)
    unfinishedEdit = edit
    let count = try takeOver(theirs, of: edit, in: world)
    unfinishedEdit = nil
    try? world.files.remove(edit.path)
    return count
  }

  private mutating func takeOver(_ theirs: [UInt8], of edit: UnfinishedEdit, in world: World)
    throws(Diagnostic) -> Int
  {
    if theirs == edit.base { return 0 }
    let shown = Paths.name(edit.path)
    if let fault = try NotebookHead.check(theirs, shown) { throw Diagnostic(fault) }
    switch takeIn(theirs, since: edit.base, in: world) {
    case .fits(let count):
      try commit(line: "editor")
      return count
    case .clashes(let records):
      let records = records.prefix(4).map { VisibleText.showing($0) }
      throw unfit(shown, records.joined(separator: ", "))
    case .unfit(let reason): throw unfit(shown, reason)
    }
  }

  private func unfit(_ shown: String, _ reason: String) -> Diagnostic {
    Diagnostic(.unfitEdit(shown), explanation: reason, hint: "editor goes on where you were")
  }

  /// Lets the analyst edit a text of the notebook, of one record; gives it as it was left.
  ///
  /// - Throws: where nobody sits at a terminal, or the editor fails.
  public func editText(_ text: String, in world: World) throws(Diagnostic) -> String {
    let path = try copyForEditor(Array(text.utf8), "note", world)
    defer { try? world.files.remove(path) }
    let bytes = CanonicalText.canonical(try edited(path, in: world))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes `.NAME.KIND.md` beside the notebook, for the editor.
  private func copyForEditor(_ bytes: [UInt8], _ kind: String, _ world: World)
    throws(Diagnostic) -> String
  {
    guard world.editor != nil else {
      throw Diagnostic(
        .needsTerminal, hint: "edit the file: what other programs change in it is taken over")
    }
    let path = file?.path ?? Paths.join(world.folder, "notebook.md")
    let name = Paths.name(path)
    let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    var number = 1
    var copy = path
    // What a former session could not take over may be the only copy of somebody's work.
    repeat {
      copy = Paths.join(
        Paths.parent(path), ".\(stem).\(kind)\(number == 1 ? "" : String(number)).md")
      number += 1
    } while world.files.exists(copy)
    do throws(FileError) {
      try world.files.writeAtomically(bytes, to: copy)
    } catch {
      throw Diagnostic(.fileFailed(error))
    }
    return copy
  }

  /// What the editor left of a file.
  private func edited(_ path: String, in world: World) throws(Diagnostic) -> [UInt8] {
    guard let editor = world.editor else { throw Diagnostic(.needsTerminal) }
    if let reason = editor(path) {
      throw Diagnostic(.editorFailed(reason))
    }
    do throws(FileError) {
      return try world.files.read(path, limit: 1 << 28)
    } catch {
      throw Diagnostic(.fileFailed(error))
    }
  }
}

extension Message {
  static let needsTerminal = Message(
    "needs-terminal", "an editor can be opened only for somebody who types at a terminal")
  static func editorFailed(_ reason: String) -> Message {
    Message("editor-failed", "\(reason); nothing is changed")
  }
  static func unfitEdit(_ name: String) -> Message {
    Message("unfit-edit", "the edited text does not fit; nothing is changed, and ‘\(name)’ has it")
  }
}
