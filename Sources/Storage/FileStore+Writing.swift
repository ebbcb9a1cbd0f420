internal import Glibc

extension FileStore {
  /// Writes a file whole or not at all, and brings it to the disk before it answers.
  ///
  /// The bytes go into a file of another name in the same folder, which then takes the place of the
  /// old one. A symbolic link is kept, and the file it leads to replaced. Mode, owner and group stay
  /// as far as the system allows; a new file has the mode 0666 less the umask. A file that may not
  /// be written to is refused although its folder would allow replacing it. Other hard links to the
  /// file keep the old bytes, and access lists beyond the mode are not kept.
  ///
  /// After an error the old file is as before and nothing is left behind. There is one exception:
  /// when the folder, as the very last step, cannot be brought to the disk, the new bytes are in
  /// place already, whole, and only a loss of power could take them back.
  ///
  /// - Returns: the status of the file as written, by which a later change of it is noticed.
  @discardableResult
  public func writeAtomically(
    _ pieces: some Sequence<ArraySlice<UInt8>>, to path: String, makingFolders: Bool = false
  ) throws(FileError) -> FileStatus {
    do throws(FileError) {
      let target = try followLinks(path)
      let folder = Paths.parent(target)
      if makingFolders { try makeFolder(folder) }
      let old = try replaceable(target)
      let folderFile = try openFolder(folder)
      defer { try? files.close(folderFile) }
      let temporary = try makeTemporary(for: target, in: folder, isNew: old == nil)
      let status: FileStatus
      do {
        status = try fill(temporary, with: pieces, like: old)
        try files.rename(temporary.path, to: target)
      } catch {
        try? files.remove(temporary.path)
        throw error
      }
      try uninterrupted { () throws(FileError) in try files.sync(folderFile) }
      return status
    } catch {
      throw error.about(path)
    }
  }

  /// The same for bytes that are in one piece.
  @discardableResult
  public func writeAtomically(
    _ bytes: [UInt8], to path: String, makingFolders: Bool = false
  ) throws(FileError) -> FileStatus {
    try writeAtomically(CollectionOfOne(bytes[...]), to: path, makingFolders: makingFolders)
  }

  /// Writes the bytes at once or in pieces, however few the system takes at a time.
  func writeAll(_ bytes: ArraySlice<UInt8>, to file: OpenFile) throws(FileError) {
    var rest = bytes
    while !rest.isEmpty {
      let written = try uninterrupted { () throws(FileError) in
        try files.write(rest, to: file)
      }
      if written == 0 { throw FileError(.write, file.path, EIO) }
      rest = rest.dropFirst(written)
    }
  }
}

extension FileStore {
  /// As many links as Linux follows in a path.
  private static let longestChain = 40

  /// Where a path leads when its last part is a link. The words of a link are joined as they are:
  /// what `..` means in them is for the system to say.
  func followLinks(_ path: String) throws(FileError) -> String {
    var target = path
    for _ in 0...Self.longestChain {
      do {
        let status = try files.status(ofPath: target, followingLink: false)
        guard status.kind == .link else { return target }
      } catch let error where error.isMissing {
        return target
      }
      target = Paths.join(Paths.parent(target), try files.readLink(target))
    }
    throw FileError(.readLink, path, ELOOP)
  }

  /// The status of the file to be replaced, nil where there is none.
  private func replaceable(_ target: String) throws(FileError) -> FileStatus? {
    guard let status = try status(target) else { return nil }
    if status.kind == .folder { throw FileError(.write, target, EISDIR) }
    if status.kind != .file { throw FileError(.write, target, FileError.notRegular) }
    try files.checkWritable(target)
    return status
  }

  /// The part of a temporary file's name that is the target's. A name has at most 255 bytes; what is
  /// added takes under 40.
  func temporaryStem(of target: String) -> String {
    String(decoding: Paths.name(target).utf8.prefix(200), as: UTF8.self)
  }

  /// Opens a new file `.NAME.PID.tmp`, or `.NAME.PID.N.tmp` where that is left over from a process
  /// that was killed. Nobody else may read it before it has the mode of the old file.
  private func makeTemporary(
    for target: String, in folder: String, isNew: Bool
  ) throws(FileError) -> OpenFile {
    let name = temporaryStem(of: target)
    let stem = Paths.join(folder, ".\(name).\(Environment.processNumber)")
    var attempt = 0
    while true {
      let path = attempt == 0 ? "\(stem).tmp" : "\(stem).\(attempt).tmp"
      do {
        return try uninterrupted { () throws(FileError) in
          try files.open(path, [.write, .create, .exclusive], mode: isNew ? 0o666 : 0o600)
        }
      } catch let error where error.code == EEXIST && attempt < 100 {
        attempt += 1
      }
    }
  }

  /// Gives the temporary file its bytes and the old file's owner and mode, and closes it.
  private func fill(
    _ file: OpenFile, with pieces: some Sequence<ArraySlice<UInt8>>, like old: FileStatus?
  ) throws(FileError) -> FileStatus {
    let status: FileStatus
    do {
      try write(pieces, to: file)
      if let old { try takeOver(old, to: file) }
      try uninterrupted { () throws(FileError) in try files.sync(file) }
      status = try files.status(of: file)
    } catch {
      try? files.close(file)
      throw error
    }
    try files.close(file)
    return status
  }

  /// Small pieces are collected: 100,000 calls of 80 bytes would take ten times as long.
  private func write(
    _ pieces: some Sequence<ArraySlice<UInt8>>, to file: OpenFile
  ) throws(FileError) {
    let most = 1 << 18
    var collected: [UInt8] = []
    for piece in pieces {
      if collected.count + piece.count > most {
        try writeAll(collected[...], to: file)
        collected.removeAll(keepingCapacity: true)
      }
      if piece.count >= most {
        try writeAll(piece, to: file)
      } else {
        collected.append(contentsOf: piece)
      }
    }
    try writeAll(collected[...], to: file)
  }

  /// The owner first, since the system clears set-id bits with it. Where the group cannot be kept,
  /// the new group gets no more than everybody has.
  private func takeOver(_ old: FileStatus, to file: OpenFile) throws(FileError) {
    let new = try files.status(of: file)
    var mode = old.mode
    let isOwnerKept = new.owner == old.owner || changeOwner(of: file, to: old.owner, group: nil)
    if !isOwnerKept { mode &= 0o1777 }
    if new.group != old.group, !changeOwner(of: file, to: nil, group: old.group) {
      mode = mode & 0o1707 | (mode & 0o007) << 3
    }
    try files.changeMode(of: file, to: mode)
  }

  private func changeOwner(of file: OpenFile, to owner: UInt32?, group: UInt32?) -> Bool {
    (try? files.changeOwner(of: file, to: owner, group: group)) != nil
  }
}
