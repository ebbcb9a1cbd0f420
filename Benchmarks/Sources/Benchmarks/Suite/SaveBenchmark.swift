import CommandKit

/// Saving the big notebook after a change, beside what writing the same bytes costs by itself.
enum SaveBenchmark {
  static let benchmark = Benchmark(
    "save", "save the big notebook after one change", measure)

  static func measure(_ fixture: Fixture) throws -> [Figure] {
    let path = try Big.copy(in: fixture.folder, as: "save")
    let world = BigNotebook.world(fixture.folder)
    var session = try BigNotebook.open(path, in: world)
    var number = 0
    var saves: [Cost] = []
    for _ in 0..<9 {
      number += 1
      _ = try Interpreter.run("tag n7:3a #t\(number)", on: &session, in: world)
      saves.append(try Measure.once { _ = try session.save(in: world) }.cost)
    }
    let bytes = session.document.bytes
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
