/// How many letters must be changed to make one text of another.
enum EditDistance {
  /// Levenshtein's distance, letters taken as bytes. With `freeEnd` the best beginning of `b`
  /// counts.
  static func between(_ a: Span<UInt8>, _ b: Span<UInt8>, freeEnd: Bool = false) -> Int {
    var row = Array(0...b.count)
    for i in 0..<a.count {
      var diagonal = row[0]
      row[0] = i + 1
      for j in 0..<b.count {
        let replaced = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
      }
    }
    return freeEnd ? row.min() ?? 0 : row[b.count]
  }
}
