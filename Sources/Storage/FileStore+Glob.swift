extension FileStore {
  /// The paths that fit a pattern, sorted by bytes: `articles/*.html`, `*/0[1-9]?.txt`.
  ///
  /// A wildcard never crosses a slash and never fits a hidden name, unless its part of the pattern
  /// begins with a dot. A slash at the end asks for folders. A pattern that is itself the path of something is that. A folder that cannot
  /// be listed is an error, so that a result is never silently smaller.
  public func glob(_ pattern: String) throws(FileError) -> [String] {
    if exists(pattern) { return [pattern] }
    let slash = UInt8(ascii: "/")
    let wantsFolders = pattern.utf8.last == slash
    var found = [pattern.utf8.first == slash ? "/" : ""]
    var parts = pattern.utf8.split(separator: slash).map { String(Substring($0)) }[...]
    while let part = parts.popFirst() {
      var next: [String] = []
      for folder in found {
        next += try matches(of: part, in: folder, mustBeFolder: wantsFolders || !parts.isEmpty)
      }
      found = next
    }
    return found.sorted(by: Paths.precedes)
  }

  private func matches(
    of part: String, in folder: String, mustBeFolder: Bool
  ) throws(FileError) -> [String] {
    var names = [part]
    if GlobPattern.hasWildcard(part) {
      let pattern = GlobPattern(part)
      names = try listIfFolder(folder.isEmpty ? "." : folder).filter { pattern.matches($0) }
    }
    var paths: [String] = []
    for name in names {
      let path = Paths.join(folder, name)
      guard let kind = try kind(path), kind == .folder || !mustBeFolder else { continue }
      paths.append(path)
    }
    return paths
  }

  private func listIfFolder(_ folder: String) throws(FileError) -> [String] {
    do {
      return try list(folder)
    } catch let error where error.isMissing {
      return []
    }
  }
}
