import Glibc
import Storage

// Two ways to be called: by `make bench`, which measures everything and prints a table, and by
// itself, to measure one thing in a process of its own, whose memory is then that thing's alone.
Environment.keepFreedMemory()  // as the program does
let words = Array(CommandLine.arguments.dropFirst())
do {
  let options = try Options(words)
  if let name = options.only, let folder = options.folder {
    try Suite.measure(name, in: folder, program: options.program)
  } else {
    try Suite.measureAll(options)
  }
} catch {
  let text = "benchmarks: \(error)\n"
  write(2, text, text.utf8.count)
  exit(2)
}
