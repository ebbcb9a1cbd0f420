internal import CMemory
internal import Glibc

/// What the process was given by the system around it.
public enum Environment {
  /// A variable of the environment; nil where it is not set.
  public static func variable(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// The current folder; nil where it no longer exists.
  public static var currentFolder: String? {
    guard let path = unsafe getcwd(nil, 0) else { return nil }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// The name the user is logged in by: `LOGNAME`, `USER`, else what the system's list of users
  /// says. The variables come first because the list may be on a server.
  public static var loginName: String? {
    for name in ["LOGNAME", "USER"] {
      if let value = variable(name), !value.isEmpty { return value }
    }
    var entry = unsafe passwd()
    var found: UnsafeMutablePointer<passwd>?
    var names = [CChar](repeating: 0, count: 16_384)
    let answer = unsafe getpwuid_r(geteuid(), &entry, &names, names.count, &found)
    guard answer == 0, unsafe found != nil, let name = unsafe entry.pw_name else { return nil }
    return unsafe String(cString: name)
  }

  /// Whether a descriptor is a terminal.
  public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// How many cells wide the terminal behind a descriptor is; nil where it is none or does not know.
  public static func terminalWidth(_ descriptor: Int32) -> Int? {
    var size = winsize()
    let answer = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size)
    return answer == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
  }

  /// Columns and rows of the terminal behind a descriptor; nil where it is none or does not know.
  public static func terminalSize(_ descriptor: Int32) -> (columns: Int, rows: Int)? {
    var size = winsize()
    let answer = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size)
    guard answer == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Keeps memory that is freed for what comes next: questions take and free the same arrays again
  /// and again, and getting them anew from the system costs a tenth of an answer. A program says so
  /// once, when it starts.
  public static func keepFreedMemory() { cmemory_keep() }

  /// Gives memory that was freed back to the system. The C library keeps much of it for what comes
  /// later, which is right but after something that needed far more than what follows it.
  public static func giveBackMemory() { cmemory_give_back() }

  /// The seconds since 1970 in UTC.
  public static func now() -> Int64 { Int64(time(nil)) }

  /// Seconds since some moment, for measuring how long something takes.
  public static var monotonicSeconds: Double {
    var now = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }

  /// The seconds of processor time that this process has used.
  public static var processorSeconds: Double {
    var spent = timespec()
    _ = unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent)
    return Double(spent.tv_sec) + Double(spent.tv_nsec) / 1e9
  }

  /// The number of this process.
  static var processNumber: Int32 { getpid() }
}
