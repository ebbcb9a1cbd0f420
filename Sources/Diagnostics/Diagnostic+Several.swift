extension [Diagnostic] {
  /// All of them as shown; of more than a few of one kind, one behind the other, the first ones and
  /// how many more there are. One missing article is the fault of every mark in it.
  ///
  /// - Parameter most: so many of one kind are shown.
  public func rendered(most: Int = 5) -> String {
    var out = ""
    var start = 0
    while start < count {
      let id = self[start].message.id
      let end = self[start...].firstIndex { $0.message.id != id } ?? count
      // One more is told as quickly as it is counted.
      let shown = end - start > most + 1 ? start + most : end
      for problem in self[start..<shown] { out += problem.rendered() }
      if shown < end { out += "… \(end - shown) more of this kind [\(id)]\n" }
      start = end
    }
    return out
  }
}
