import Glibc
import CommandKit

/// Saving the big notebook after a change, beside what writing the same bytes costs by itself.
enum SaveBenchmark {
  static let benchmark = Benchmark(
    "save", "save the big notebook after one change, opened before", measure)

  static func measure(_ fixture: Fixture) throws -> [Figure] {
    let paths = try (0..<5).map { try Big.copy(in: fixture.folder, as: "save\($0)") }
    // A file that was changed in the last two seconds is read again before it is written over.
    sleep(4)
    let world = BigNotebook.world(fixture.folder)
    var saves: [Cost] = []
    var bytes: [UInt8] = []
    for path in paths {
      var session = try BigNotebook.open(path, in: world, journaling: .syncedEach)
      _ = try Interpreter.run("tag n7:3a #begun", on: &session, in: world)
      saves.append(try Measure.once { _ = try session.save(in: world) }.cost)
      bytes = session.document.bytes
    }
    let write = try Measure.median(of: 9) {
      try Files.store.writeAtomically([bytes[...]], to: "\(fixture.folder)/big/plain.md")
    }
    let own = Measure.median(saves.map(\.processor)) - write.processor
    return [
      Figure("processor beside the write", own, atMost: 20, "ms"),
      Figure("processor of the write", write.processor, "ms"),
      Figure("wall, all of it", Measure.median(saves.map(\.wall)), "ms"),
    ]
  }
}
