/// What can be said of paths. All look at the words alone and ask no file system;
/// `..` after a symbolic link then means the folder that was named, not the one the link leads to.
public enum Paths {
  /// The path of `path` seen from `folder`; an absolute path stays as it is.
  public static func join(_ folder: String, _ path: String) -> String {
    if path.utf8.first == slash || folder.isEmpty { return path }
    if path.isEmpty { return folder }
    return folder.utf8.last == slash ? folder + path : folder + "/" + path
  }

  /// The folder that a path is in: `a` for `a/b`, `.` for `a`, `/` for `/a` and for `/`.
  public static func parent(_ path: String) -> String {
    let bytes = trimmed(path)
    guard let last = bytes.lastIndex(of: slash) else { return "." }
    let folder = bytes[..<last]
    let end = folder.lastIndex { $0 != slash }
    return end.map { String(decoding: folder[...$0], as: UTF8.self) } ?? "/"
  }

  /// The last part of a path: `b` for `a/b` and `a/b/`; empty for `/`.
  public static func name(_ path: String) -> String {
    let bytes = trimmed(path)
    let start = bytes.lastIndex(of: slash).map { $0 + 1 } ?? bytes.startIndex
    return String(decoding: bytes[start...], as: UTF8.self)
  }

  /// The path without `.`, doubled slashes and `..` where they can be resolved: `a/c` for
  /// `a/./b/../c`; `.` when nothing is left.
  public static func normalise(_ path: String) -> String {
    let isAbsolute = path.utf8.first == slash
    let words = parts(path).joined(separator: "/")
    if isAbsolute { return "/" + words }
    return words.isEmpty ? "." : words
  }

  /// The path, normalised, as seen from the root when `folder` is the current folder.
  public static func absolute(_ path: String, in folder: String) -> String {
    normalise(join(folder, path))
  }

  /// The way from a folder to a path, both absolute or both seen from the same folder: `../b` from
  /// `/x/a` to `/x/b`. Where there is no such way it is the path itself, normalised.
  public static func relative(from folder: String, to path: String) -> String {
    let target = normalise(path)
    guard (folder.utf8.first == slash) == (path.utf8.first == slash) else { return target }
    let here = parts(folder)
    let there = parts(path)
    let common = zip(here, there).prefix { sameBytes($0, $1) }.count
    let up = here[common...]
    if up.contains("..") { return target }
    let way = up.map { _ in ".." } + there[common...]
    return way.isEmpty ? "." : way.joined(separator: "/")
  }

  /// Whether a path is the folder or lies in it. Both are resolved: symbolic links in them would lead
  /// elsewhere.
  public static func isInside(_ real: String, _ root: String) -> Bool {
    if sameBytes(real, root) { return true }
    return real.utf8.starts(with: root.utf8.last == slash ? root.utf8 : (root + "/").utf8)
  }

  /// Whether the first name comes before the second, byte by byte: the order of every listing.
  public static func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  private static let slash = UInt8(ascii: "/")

  /// Strings are equal when they are canonically equivalent; file names only when their bytes are.
  private static func sameBytes(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

  private static func trimmed(_ path: String) -> ArraySlice<UInt8> {
    var bytes = Array(path.utf8)[...]
    while bytes.last == slash { bytes.removeLast() }
    return bytes.isEmpty && !path.isEmpty ? [slash] : bytes
  }

  /// The parts of a path, with `..` only at the beginning of a relative one.
  private static func parts(_ path: String) -> [String] {
    let isAbsolute = path.utf8.first == slash
    var kept: [String] = []
    for bytes in path.utf8.split(separator: slash) {
      let part = String(Substring(bytes))
      if part == "." { continue }
      if part != ".." || (kept.isEmpty || kept.last == "..") && !isAbsolute {
        kept.append(part)
      } else if !kept.isEmpty {
        kept.removeLast()
      }
    }
    return kept
  }
}
