internal import Glibc
internal import Storage

/// Shows a text that is taller than the screen in the analyst's pager.
enum Pager {
  /// The program and its words: `$PAGER`, else `less`. Through a shell only where the words need
  /// one: quotation marks, variables, a pipe. None where the pager is off (`PAGER=cat`, or empty).
  static func command(_ variable: String?) -> [String]? {
    let text = variable ?? "less"
    let words = text.split(separator: " ").map(String.init)
    if words.isEmpty || words == ["cat"] { return nil }
    let plain = text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x2B...0x3A).contains(byte) || byte == 0x20
        || byte == 0x5F || byte == 0x3D
    }
    return plain ? words : ["/bin/sh", "-c", text]
  }

  /// How many rows of a terminal a text takes, with its long lines broken.
  static func rows(of text: String, columns: Int, width: (Substring) -> Int) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .reduce(0) { $0 + max(1, (width($1) + columns - 1) / max(1, columns)) }
  }

  /// The pager that nobody named runs no programs and writes no files: what it shows comes from
  /// articles, and a slip of the finger is no command.
  static func secure() { _ = unsafe setenv("LESSSECURE", "1", 1) }

  /// Shows a text and waits until the pager has ended. False where it could not be started.
  static func show(_ text: String, with command: [String]) -> Bool {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return false }
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    // A pager that was left early closes its end: that ends the writing, not the program.
    let former = signal(SIGPIPE, SIG_IGN)
    defer { _ = signal(SIGPIPE, former) }
    let child = start(command, reading: ends[0])
    close(ends[0])
    if child != nil {
      let out = OutputStream(descriptor: ends[1])
      out.write(text)
      out.flush()
    }
    close(ends[1])
    guard let child else { return false }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    // 127 says that the program was not there.
    return (status >> 8) & 0xFF != 127
  }

  private static func start(_ command: [String], reading input: Int32) -> pid_t? {
    if Environment.variable("LESS") == nil {
      // As git has it: leave a short text, keep colours, leave the screen as it is.
      _ = unsafe setenv("LESS", "FRX", 1)
    }
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    _ = unsafe posix_spawn_file_actions_init(&actions)
    _ = unsafe posix_spawnattr_init(&attributes)
    defer {
      _ = unsafe posix_spawn_file_actions_destroy(&actions)
      _ = unsafe posix_spawnattr_destroy(&attributes)
    }
    _ = unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
    if input > 2 { _ = unsafe posix_spawn_file_actions_addclose(&actions, input) }
    var usual = sigset_t()
    _ = unsafe sigemptyset(&usual)
    _ = unsafe sigaddset(&usual, SIGPIPE)
    _ = unsafe posix_spawnattr_setsigdefault(&attributes, &usual)
    _ = unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var words = unsafe command.map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var child: pid_t = 0
    let failure = unsafe posix_spawnp(
      &child, words[0]!, &actions, &attributes, &words, environ)
    return failure == 0 ? child : nil
  }
}
