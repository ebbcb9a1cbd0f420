import Casebook
import CommandKit
import Commands
import Diagnostics
import Storage

/// Sessions on the invented notebooks.
enum BigNotebook {
  static func world(_ folder: String) -> World {
    World(
      files: FileStore(), clock: { Instant(seconds: 1_934_273_700) }, coder: "hv", folder: folder)
  }

  /// Opens a notebook; every one of its records must be applied.
  static func open(
    _ path: String, in world: World, journaling: Session.JournalUse = .none
  ) throws -> Session {
    let session = try Session.open(
      path, shown: Paths.name(path), commands: AllCommands.list, in: world, journaling: journaling)
    if let problem = session.problems.first { throw BenchmarkError(problem.rendered()) }
    return session
  }
}
