internal import CConverter
internal import Diagnostics
internal import Glibc

/// Runs a program that converts a source, with limits of time, memory and output.
enum Converter {
  /// So long a conversion may take, in seconds.
  static let seconds: Int32 = 60
  /// Addresses that it may take, in bytes.
  static let memory: Int64 = 1 << 30
  /// So much it may write, in bytes.
  static let most: Int64 = 256 << 20

  /// What a program wrote.
  struct Output {
    let bytes: [UInt8]
    /// Its exit code; 128 and the signal where one ended it.
    let exit: Int32
  }

  /// Runs a program with some bytes as its standard input.
  ///
  /// - Throws: where it is not there, takes too long, writes too much, or is stopped.
  static func run(
    _ arguments: [String], on bytes: [UInt8], name: String, package: String,
    _ conversion: Conversion = Conversion(), seconds: Int32 = seconds, most: Int64 = most
  ) throws(Diagnostic) -> Output {
    var output = cconverter_output()
    let limits = cconverter_limits(seconds: seconds, memory: memory, most: most)
    let waiting = Waiting(conversion)
    let result = Pointers.with(arguments.map { Array($0.utf8CString) }) { pointers in
      bytes.withUnsafeBufferPointer { bytes in
        withExtendedLifetime(waiting) {
          cconverter_run(
            pointers, bytes.baseAddress, Int64(bytes.count), limits,
            { context in
              guard let context else { return 0 }
              return Unmanaged<Waiting>.fromOpaque(context).takeUnretainedValue().isStopped ? 1 : 0
            }, Unmanaged.passUnretained(waiting).toOpaque(), &output)
        }
      }
    }
    defer { free(output.bytes) }
    switch Int(result) {
    case cconverter_done: break
    case cconverter_missing:
      throw Diagnostic(
        .converterMissing(name, arguments[0], package), hint: "apt-get install \(package)")
    case cconverter_too_slow: throw Diagnostic(.converterTooSlow(name, arguments[0], seconds))
    case cconverter_stopped: throw Diagnostic(.cancelled)
    case cconverter_too_much: throw Diagnostic(.converterTooMuch(name, arguments[0]))
    default: throw Diagnostic(.converterFailed(name, arguments[0]))
    }
    return Output(
      bytes: Array(UnsafeBufferPointer(start: output.bytes, count: Int(output.length))),
      exit: output.exit)
  }
}

/// Somebody who may want a program to end.
private final class Waiting {
  private let conversion: Conversion
  init(_ conversion: Conversion) { self.conversion = conversion }
  var isStopped: Bool { conversion.isStopped() }
}

extension Message {
  static func converterMissing(_ name: String, _ program: String, _ package: String) -> Message {
    Message(
      "converter-missing",
      "‘\(name)’ needs the program \(program), which the package \(package) brings")
  }
  static func converterTooSlow(_ name: String, _ program: String, _ seconds: Int32) -> Message {
    Message("converter-too-slow", "\(program) took more than \(seconds) seconds for ‘\(name)’")
  }
  static func converterTooMuch(_ name: String, _ program: String) -> Message {
    Message("converter-too-much", "\(program) makes too much of ‘\(name)’")
  }
  static func converterFailed(_ name: String, _ program: String) -> Message {
    Message("converter-failed", "\(program) cannot read ‘\(name)’")
  }
}
