import Testing

@testable import NotebookFormat

@Suite struct LineClassTests {
  static let table: [(String, LineClass)] = [
    ("", .blank), ("   ", .blank), ("\t \t", .blank), ("\r", .blank), ("    ", .blank),
    ("words", .prose), ("  words", .prose), ("    words", .prose), ("    -", .prose),
    ("#", .heading), ("# A", .heading), ("###### six", .heading), ("####### seven", .prose),
    ("#tag", .prose), (" # indented", .prose), ("#\r", .heading), ("# A\r", .heading),
    ("    >", .command), ("    > x", .command), ("    >\r", .command), ("    >x", .prose),
    ("    >\tx", .prose), ("   > x", .prose), ("     > x", .prose), ("\t> x", .prose),
    ("    +", .continuation), ("    + x", .continuation), ("    ++", .prose),
    ("    :", .fact), ("    : x", .fact), ("    :x", .prose), ("    = x", .stamp),
    ("    | x", .output), ("    |", .output), ("    || x", .prose), ("    # x", .comment),
    ("    #", .comment), ("    ## x", .prose), ("    ! x", .unknown), ("    $", .unknown),
    ("    % x", .unknown), ("    & x", .unknown), ("    < x", .unknown), ("    ? x", .unknown),
    ("    @ x", .unknown), ("    ^ x", .unknown), ("    ~ x", .unknown), ("    * x", .prose),
    ("    - x", .prose), ("    1 x", .prose), ("> quote", .prose), ("\u{A0}   > x", .prose),
  ]

  @Test(arguments: table)
  func isToldFromTheLineAlone(line: String, expected: LineClass) {
    let bytes = Array(line.utf8)
    #expect(LineClass.of(0..<bytes.count, in: bytes.span) == expected, "‘\(line)’")
  }

  @Test(arguments: table)
  func doesNotLookBeyondTheLine(line: String, expected: LineClass) {
    let bytes = Array("    > \(line)".utf8) + [0x0A] + Array("    | after".utf8)
    #expect(LineClass.of(6..<6 + line.utf8.count, in: bytes.span) == expected, "‘\(line)’")
  }
}
