import Glibc
import CommandKit
import Diagnostics

/// Changes at a terminal on the big notebook: each one in the journal and on the disk before its
/// answer.
enum JournalBenchmark {
  static let benchmark = Benchmark(
    "journal", "one change at a terminal, journal synced", measure)

  static func measure(_ fixture: Fixture) throws -> [Figure] {
    let path = "\(fixture.folder)/journal/journal.md"
    try Files.write(try Files.read("\(fixture.folder)/small/small.md"), to: path)
    for file in try Files.store.list("\(fixture.folder)/small/sources") {
      let bytes = try Files.read("\(fixture.folder)/small/sources/\(file)")
      try Files.write(bytes, to: "\(fixture.folder)/journal/sources/\(file)")
    }
    let world = BigNotebook.world(fixture.folder)
    let small = try changes(path, world)
    let copy = try Big.copy(in: fixture.folder, as: "journal-big")
    let big = try changes(copy, world)
    let disk = Measure.bareSync("\(fixture.folder)/journal/bare")
    return [
      Figure("wall, small notebook", small.wall, atMost: 0.3, "ms"),
      Figure("wall, 50,000 annotations", big.wall, atMost: 0.3, "ms"),
      Figure("processor, 50,000 annotations", big.processor, "ms"),
      Figure("wall of the disk alone: 600 bytes written and synced", disk.wall, "ms"),
      Figure("processor of that", disk.processor, "ms"),
    ]
  }

  private static func changes(_ path: String, _ world: World) throws -> Cost {
    var session = try BigNotebook.open(path, in: world, journaling: .syncedEach)
    _ = try Interpreter.run("tag n1:1a #begun", on: &session, in: world)
    var number = 0
    return try Measure.median(of: 301) {
      number += 1
      _ = try Interpreter.run("tag n1:1a #t\(number)", on: &session, in: world)
      if number % 50 == 0 {
        _ = try Interpreter.run("untag n1:1a \(tags(number))", on: &session, in: world)
      }
    }
  }

  private static func tags(_ last: Int) -> String {
    (last - 49...last).map { "#t\($0)" }.joined(separator: " ")
  }
}

/// The big notebook where it may be changed.
enum Big {
  /// A copy beside the kept texts.
  static func copy(in folder: String, as name: String) throws -> String {
    let path = "\(folder)/big/\(name).md"
    try Files.write(try Files.read("\(folder)/big/big.md"), to: path)
    return path
  }
}

extension Measure {
  /// What bringing 600 bytes to the disk costs by itself: no journal can be faster.
  static func bareSync(_ path: String) -> Cost {
    let file = open(path, O_CREAT | O_WRONLY | O_APPEND, 0o600)
    defer { close(file) }
    let bytes = [UInt8](repeating: 0x78, count: 600)
    return median(of: 301) {
      write(file, bytes, bytes.count)
      fdatasync(file)
    }
  }
}
