internal import Glibc
internal import Storage

/// The analyst's own editor: what `$VISUAL`, else `$EDITOR` says. Both are words for a shell, as
/// other programs take them (`code --wait`).
enum TextEditor {
  /// Opens a file and waits until the editor has ended. Gives the reason where it could not be
  /// started, or said that it failed.
  static func open(_ path: String) -> String? {
    let named = ["VISUAL", "EDITOR"].lazy.compactMap { Environment.variable($0) }
    guard let editor = named.first(where: { !$0.isEmpty }) else {
      return "neither VISUAL nor EDITOR names an editor"
    }
    guard let status = run(["/bin/sh", "-c", "\(editor) \"$1\"", "editor", path]) else {
      return "no program can be started"
    }
    if status & 0x7F != 0 { return "the editor was ended by signal \(status & 0x7F)" }
    switch status >> 8 & 0xFF {
    case 0: return nil
    case 127: return "there is no editor ‘\(editor)’"
    case let code: return "the editor ended with \(code)"
    }
  }

  /// Runs a program on the terminal and gives what waiting for it says.
  private static func run(_ words: [String]) -> Int32? {
    var attributes = posix_spawnattr_t()
    _ = unsafe posix_spawnattr_init(&attributes)
    defer { _ = unsafe posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    _ = unsafe sigemptyset(&usual)
    _ = unsafe sigaddset(&usual, SIGPIPE)
    _ = unsafe posix_spawnattr_setsigdefault(&attributes, &usual)
    _ = unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var words = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var child: pid_t = 0
    guard unsafe posix_spawn(&child, words[0]!, nil, &attributes, &words, environ) == 0 else {
      return nil
    }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0 {
      if errno != EINTR { return nil }
    }
    return status
  }
}
