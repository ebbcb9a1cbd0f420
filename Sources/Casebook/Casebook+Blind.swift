extension Casebook {
  /// What one coder alone has made: without the marks, statements, claims, links, judgements and
  /// settlements of others. A mark of another's on which the coder has a statement stays. Letters in
  /// addresses stay those of the whole casebook, so that what is typed means the same.
  ///
  /// - Parameter coder: number of the coder's name in the text pool; nil where it is not in it, and
  ///   nothing is theirs.
  public func seen(by coder: Int32?) -> Casebook {
    var seen = self
    seen.hidesMarks = true
    for row in statements.all where statements.coders[row.row] != coder { seen.remove(row) }
    for row in annotations.all
    where annotations.coder(row) != coder && seen.annotations.firstStatement(row) < 0 {
      seen.annotations.remove(row)
    }
    seen.claims.removeAll { $0.coder != coder }
    seen.links.removeAll { $0.coder != coder }
    seen.evidence = evidence.filter { $0.value.coder == coder }
    seen.settled = settled.filter { $0.value.coder == coder }
    // Who wrote a note is not recorded: it goes with what it is about.
    let claims = Set(seen.claims.map(\.id))
    let links = Set(seen.links.map(\.id))
    seen.notes.removeAll { note in
      switch note.target.kind {
      case .annotation: seen.annotations.row(of: note.target) == nil
      case .statement: seen.statements.row(of: note.target) == nil
      case .claim: !claims.contains(note.target)
      case .link: !links.contains(note.target)
      }
    }
    return seen
  }
}
