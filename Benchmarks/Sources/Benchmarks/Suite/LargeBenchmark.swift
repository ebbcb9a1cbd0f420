/// Sources as large as any that an analyst is likely to meet: loaded, read from and replayed.
enum LargeBenchmark {
  static let benchmark = Benchmark(
    "large", "load, find, mark, suggest and replay 50 MB, a million lines, one line of 10 MB",
    measure)

  private static let sentence =
    "Mira Oslin said on Monday that the harbour would stay closed until guarantees are given. "

  static func measure(_ fixture: Fixture) throws -> [Figure] {
    let paragraph = String(repeating: sentence, count: 6) + "\n\n"
    let size = 50 << 20
    return try figures(
      "50 MB", String(repeating: paragraph, count: size / paragraph.utf8.count), fixture)
      + figures(
        "a million lines", String(repeating: "The road is open.\n", count: 1_000_000), fixture)
      + figures(
        "one line of 10 MB",
        String(repeating: sentence, count: (10 << 20) / sentence.utf8.count), fixture)
  }

  private static func figures(_ name: String, _ text: String, _ fixture: Fixture) throws -> [Figure]
  {
    let folder = "\(fixture.folder)/large"
    try Files.store.makeFolder(folder)
    let words = "Here stands what is marked."
    try Files.store.writeAtomically(
      Array((text + "\n\n" + words + "\n").utf8), to: "\(folder)/text.txt")
    let notebook = "\(folder)/\(name.split(separator: " ").joined(separator: "-")).md"
    for leftover in [notebook, "\(folder)/.\(notebook.dropFirst(folder.utf8.count + 1)).journal"] {
      try Files.store.remove(leftover)
    }
    func run(_ lines: String...) throws -> Child {
      try Child.succeeding([fixture.program, notebook] + lines.flatMap { ["-c", $0] })
    }
    let load = try run("load \(folder)/text.txt as big")
    let mark = try run("annotate big \"\(words)\" #end", "find \"nowhere at all\"")
    let suggest = try run("suggest")
    let replay = try Child.succeeding([fixture.program, "replay", "--check", notebook])
    let memory = [load, mark, suggest, replay].map(\.memory).max() ?? 0
    return [
      Figure("\(name): load, wall", load.wall / 1e3, "s"),
      Figure("\(name): open, mark, find, wall", mark.wall / 1e3, "s"),
      Figure("\(name): suggest, wall", suggest.wall / 1e3, "s"),
      Figure("\(name): replay, wall", replay.wall / 1e3, "s"),
      Figure("\(name): memory", memory, "MB"),
    ]
  }
}
