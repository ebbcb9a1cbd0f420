internal import CommandKit
internal import Commands

/// Lines typed at a small session, word by word, so that most of what is tried are commands in every
/// order.
struct CommandTarget: FuzzTarget {
  private let shell = TypedLines()
  private let commands = MadeCommands()

  func run(_ bytes: [UInt8]) { shell.run(commands.lines(bytes)) }
}

/// The same at two sessions on one file, line by line in turn.
struct TogetherTarget: FuzzTarget {
  private let shell = TypedLines()
  private let commands = MadeCommands()

  func run(_ bytes: [UInt8]) {
    let lines = commands.lines(bytes)
    shell.run(
      lines.indices.filter { $0 % 2 == 0 }.map { lines[$0] },
      beside: lines.indices.filter { $0 % 2 == 1 }.map { lines[$0] })
  }
}

/// The same at a session that ends without a save now and then.
struct InterruptedTarget: FuzzTarget {
  private let shell = TypedLines()
  private let commands = MadeCommands()

  func run(_ bytes: [UInt8]) { shell.runInterrupted(commands.lines(bytes)) }
}

/// Command lines from bytes: 0 ends a line; its first byte is the command, and each further one a
/// word: below 128 one that this command's declaration has, else one of things that are there.
private struct MadeCommands {
  private let commands: [(name: String, words: [String])]

  init() {
    // Not those that hand the terminal to others.
    let declarations = AllCommands.list.all.map { $0.declaration }.filter { $0.name != "editor" }
    commands =
      declarations.map { ($0.name, Self.words(of: $0)) }
      // What is typed on a walk.
      + ["y", "x", "s", "w", "n", "q", "to"].map { ($0, ["truce", "+1", "Alba", "on", "-2"]) }
  }

  func lines(_ bytes: [UInt8]) -> [Substring] {
    bytes.prefix(120).split(separator: 0).map { Substring(line($0)) }
  }

  private func line(_ bytes: ArraySlice<UInt8>) -> String {
    guard let first = bytes.first else { return "" }
    let command = commands[Int(first) % commands.count]
    var line = command.name
    for byte in bytes.dropFirst() {
      let words = byte < 128 && !command.words.isEmpty ? command.words : Self.things
      line += " " + words[Int(byte & 127) % words.count]
    }
    return line
  }

  /// What its declaration names: keywords, and whatever its examples and its usage are written with.
  private static func words(of declaration: Declaration) -> [String] {
    var seen: Set<String> = []
    let examples = declaration.examples.map(\.line).joined(separator: " ").split(separator: " ")
    let usage = declaration.usage.split { !$0.isLetter && $0 != "-" }
    return (declaration.keywords.map(\.name) + (examples + usage).map(String.init))
      .filter { seen.insert($0).inserted }
  }

  /// `_` stands for a blank.
  private static let things = """
    2 2a 2-3 3 %1 %2 %1-3 it last all wire wire:3 wire:2-3 wire:1..2 Alba Corda Oslin "Mira_Oslin"
    truce ceasefire "no_truce" "Corda’s_envoy" guarantees ... + /tru.e/ #t #two/three
    s1 a1 to on if by of in and -- +2 -1 m 0 -2 x since 2031 2031-04-17 2031-04..2031-05 Monday
    talks.txt * *.txt - .. paste1 7 70% 0% A B2 "" "x_y" "Findings" ~ ! ( ) { } [ ] | > ; , = : @ é 東京
    """.split { $0 == " " || $0 == "\n" }.map { String($0.replacing("_", with: " ")) }
}
