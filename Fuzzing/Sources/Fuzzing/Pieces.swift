/// One input as several: pieces are parted by zero bytes.
struct Pieces {
  private let pieces: [ArraySlice<UInt8>]

  init(_ bytes: [UInt8], atMost count: Int) {
    pieces = bytes.split(separator: 0, maxSplits: count - 1, omittingEmptySubsequences: false)
  }

  /// The piece with a number, from 0; empty where there are fewer.
  subscript(_ number: Int) -> [UInt8] { number < pieces.count ? Array(pieces[number]) : [] }

  /// The same as text, repaired where it is no UTF-8.
  func text(_ number: Int) -> String { String(decoding: self[number], as: UTF8.self) }
}
