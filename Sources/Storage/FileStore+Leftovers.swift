internal import Glibc

extension FileStore {
  /// Removes from a folder what processes that were killed left of writing files: `.NAME.PID.tmp` and
  /// `.NAME.PID.N.tmp`, as `writeAtomically` names them. What a living process writes stays, and what
  /// is younger than a minute: it may be another machine's. What cannot be looked at or removed is
  /// passed over.
  ///
  /// - Parameter isOurs: whether files of that name are written by this program.
  public func removeLeftovers(in folder: String, where isOurs: (String) -> Bool) {
    for name in (try? list(folder)) ?? [] where name.hasPrefix(".") && name.hasSuffix(".tmp") {
      guard let process = Self.process(thatWrote: name, isOurs) else { continue }
      let leftover = Paths.join(folder, name)
      guard kill(process, 0) != 0, errno == ESRCH,
        let status = try? files.status(ofPath: leftover, followingLink: false),
        status.kind == .file, status.stamp.seconds < Environment.now() - 60
      else { continue }
      try? files.remove(leftover)
    }
  }

  /// The same for what was to become one file.
  public func removeLeftovers(of path: String) {
    guard let target = try? followLinks(path) else { return }
    let name = temporaryStem(of: target)
    removeLeftovers(in: Paths.parent(target)) { $0 == name }
  }

  /// The process in `.NAME.PID.tmp` or `.NAME.PID.N.tmp`.
  private static func process(thatWrote name: String, _ isOurs: (String) -> Bool) -> pid_t? {
    let words = name.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
    for behind in 2...3 where words.count > behind {
      let numbers = words.suffix(behind).dropLast()
      guard numbers.allSatisfy(isNumber), isOurs(words.dropLast(behind).joined(separator: ".")),
        let process = pid_t(numbers[numbers.startIndex]), process > 0
      else { continue }
      return process
    }
    return nil
  }

  private static func isNumber(_ word: Substring) -> Bool {
    !word.isEmpty && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
