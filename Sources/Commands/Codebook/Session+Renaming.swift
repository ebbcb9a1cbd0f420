internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import NotebookFormat
internal import SourceText

extension Session {
  /// Writes a statement's line anew; false where it says the same.
  mutating func rewrite(_ statement: Statement) throws(Diagnostic) -> Bool {
    let namesCoder = commandLine(of: statement.item).hasWord("coder")
    let line = attributeLine(statement, namesCoder: namesCoder)
    if document.command(of: statement.item).elementsEqual(line.utf8) { return false }
    try replaceRecord(statement.item, with: RecordText.command(line))
    return true
  }

  /// Applies a record anew, because its facts have changed.
  mutating func touch(_ item: RecordItem) throws(Diagnostic) {
    let bytes = Array(document.buffer[document.range(item)])
    try edit(LineEdit(line: document.line(item) - 1, removed: bytes, added: bytes))
  }

  /// Whether any annotation carries the tag, or a record defines it.
  func isUsed(_ tag: TagID) -> Bool {
    book.tags[tag].item >= 0
      || book.annotations.all.contains { book.annotations.tags($0).contains(tag) }
  }

  /// Moves an article and all its marks to another name.
  mutating func renameArticle(_ id: ArticleID, to name: String) throws(Diagnostic) -> Int {
    let article = book.articles[id]
    let asides = book.asides.filter { $0.article == id }
    let refusals = book.refusals.filter { $0.article == id }
    let rows = book.annotations(of: id)
    let annotations = rows.map { book.annotations[$0] }
    let facts = document.facts(of: .name(article.name)).map { String(decoding: $0, as: UTF8.self) }
    try setFacts(.name(article.name), [])
    try setFacts(.name(name), facts)
    let old = document.output(of: article.item)
    var line = LoadCommand.normalForm(article, name: name)
    line = RecordText.command(line) + old.lines.map { RecordText.line("|", $0) }.joined()
    try replaceRecord(article.item, with: line)
    for aside in asides {
      let words = article.text[article.content.blocks[aside.block].range]
      try replaceRecord(
        aside.item, with: RecordText.command(AsideCommand.normalForm(name, keeping: words)))
    }
    for refusal in refusals {
      try replaceRecord(
        refusal.item, with: RecordText.command(RefuseCommand.normalForm(name, refusal.words)))
    }
    for annotation in annotations {
      let passage = Passage(article: id, pieces: annotation.pieces)
      try moveMark(annotation, passage, to: name)
    }
    return annotations.count + asides.count + refusals.count + 1
      + (try renameVersions(of: article.name, to: name))
  }

  private mutating func renameVersions(of old: String, to name: String) throws(Diagnostic) -> Int {
    let later = book.articles.all.filter { book.articles[$0].versionOf == old }
    for id in later {
      var article = book.articles[id]
      article.versionOf = name
      let output = document.output(of: article.item).lines.map { RecordText.line("|", $0) }.joined()
      let line = LoadCommand.normalForm(article, name: article.name)
      try replaceRecord(article.item, with: RecordText.command(line) + output)
    }
    return later.count
  }

  private mutating func moveMark(_ annotation: Annotation, _ passage: Passage, to name: String)
    throws(Diagnostic)
  {
    guard let new = book.articles.named(name) else { throw Diagnostic(.notMade(name)) }
    var moved = annotation
    moved.article = new
    let facts = document.facts(of: .id(annotation.id)).map { String(decoding: $0, as: UTF8.self) }
    let others = facts.filter {
      $0.hasPrefix("by ") || $0 == "suggested" || $0.hasPrefix("evidence ")
    }
    try setFacts(
      .id(annotation.id), others + anchorFacts(Passage(article: new, pieces: passage.pieces)))
    let line = annotateLine(moved, tags: annotation.tags.map { book.tags[$0].name })
    try replaceRecord(annotation.item, with: RecordText.command(line))
  }
}
