import Glibc

/// A process that was run to its end.
struct Child {
  /// Its exit code; 128 and the signal where it was ended by one.
  let status: Int32
  /// What it wrote on standard output.
  let output: String
  /// What it wrote on standard error.
  let errors: String
  /// Milliseconds from its start to its end.
  let wall: Double
  /// Milliseconds of processor time, its own and the system's for it.
  let processor: Double
  /// Megabytes it held at most.
  let memory: Double

  /// The path of this program.
  static let own = "/proc/self/exe"

  /// Runs a program, the environment cleared but for what makes its answers the same every time.
  static func run(_ words: [String]) throws -> Child {
    let base = "/tmp/verbatim-bench-\(getpid())"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let mode = mode_t(0o600)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    for (descriptor, name) in [(Int32(1), "out"), (2, "err")] {
      posix_spawn_file_actions_addopen(
        &actions, descriptor, "\(base).\(name)", O_WRONLY | O_CREAT | O_TRUNC, mode)
    }
    let environment = [
      "HOME=/nonexistent", "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", "VERBATIM_CODER=hv",
      "VERBATIM_NOW=2031-04-18T10:15:00Z",
    ]
    var usage = rusage()
    var state: Int32 = 0
    let (fault, cost) = Measure.once { () -> Int32 in
      var process = pid_t()
      let fault = withPointers(words) { words in
        withPointers(environment) { posix_spawn(&process, words[0]!, &actions, nil, words, $0) }
      }
      if fault == 0 { wait4(process, &state, 0, &usage) }
      return fault
    }
    if fault != 0 { throw BenchmarkError("\(words[0]): \(String(cString: strerror(fault)))") }
    defer {
      unlink("\(base).out")
      unlink("\(base).err")
    }
    return Child(
      status: state & 0x7F == 0 ? state >> 8 & 0xFF : 128 + (state & 0x7F),
      output: String(decoding: try Files.read("\(base).out"), as: UTF8.self),
      errors: String(decoding: try Files.read("\(base).err"), as: UTF8.self), wall: cost.wall,
      processor: milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime),
      memory: Double(usage.ru_maxrss) / 1024)
  }

  /// Runs a program that must end well.
  static func succeeding(_ words: [String]) throws -> Child {
    let child = try run(words)
    if child.status != 0 {
      let end = child.errors.suffix(400) + child.output.suffix(400)
      throw BenchmarkError("\(words.joined(separator: " ")): exit \(child.status)\n\(end)")
    }
    return child
  }

  private static func milliseconds(_ time: timeval) -> Double {
    Double(time.tv_sec) * 1e3 + Double(time.tv_usec) / 1e3
  }

  private static func withPointers<Value>(
    _ words: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
  ) -> Value {
    let pointers = words.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }
}
