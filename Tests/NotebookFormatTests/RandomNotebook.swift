import TestKit

/// Bytes that look more or less like a notebook.
struct RandomNotebook {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// Lines without their ends: records, facts, prose, and everything that can go wrong.
  static let lines = [
    "<!-- verbatim notebook 1 -->", "# A heading", "#no heading", "####### seven", "", "   ", "\t",
    "Some prose.", "- a list item", "1. numbered", "    > party Alba kind state",
    "    > annotate wire:15 \"no truce\" as a8f536ced #red-line",
    "    > note a8f536ced First line.",
    "    + A second line.", "    + continues here", "    +", "    >", "    :", "    =", "    |",
    "    = 2 parties, 4 statements; inputs 5e07c1d9", "    | truce  The fighting should stop.",
    "    # a comment in a block", "    ! of a later version", "    ~", "    >no blank",
    "    : a8f536ced by hv 2031-04-18T10:15:00Z", "    : a8f536ced wire 4674+27 \"a\" … \"b\"",
    "    : wire text 77ab01c9d2e4 reader 1", "    : party \"Mira Oslin\" was \"Mira O.\"",
    "    : sffffffff by \"a b\" 2031-04-18T10:15:00Z", "  > two blanks", "     > five blanks",
    "<<<<<<< ours", "=======", ">>>>>>> theirs", "    ", "Преговори 🕊️ 北京", "\u{FEFF}    > mark",
    "a\u{0}b", "    | \u{0}\u{1B}[31m",
  ]

  /// One line with its end.
  mutating func line() -> [UInt8] {
    var bytes = Array(random.pick(Self.lines).utf8)
    if random.once(in: 40) { bytes += [0xFF, 0xC0, 0x80] }
    if random.once(in: 15) { bytes.append(0x0D) }
    return bytes + [0x0A]
  }

  /// Whole lines.
  mutating func lines(_ count: Int) -> [UInt8] {
    var out: [UInt8] = []
    for _ in 0..<count { out += line() }
    return out
  }

  /// A file of up to `most` lines, whose last line may have no end.
  mutating func file(most: Int) -> [UInt8] {
    var bytes = lines(random.below(most + 1))
    if random.once(in: 3), !bytes.isEmpty { bytes.removeLast() }
    if random.once(in: 10) { bytes = [0xEF, 0xBB, 0xBF] + bytes }
    return bytes
  }
}
