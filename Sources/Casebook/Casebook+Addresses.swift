/// Addresses that can be typed: `paris:15a` is the mark with the letter a in paragraph 15.
extension Casebook {
  /// The number of the paragraph that holds a byte offset, from 1; nil in a heading, a caption or
  /// anything else that is not numbered.
  public func paragraph(at offset: Int, in article: ArticleID) -> Int? {
    articles[article].paragraphNumber(at: offset)
  }

  /// Where a mark stands: article, paragraph and letter; its id where paragraphs have no number.
  public func address(of row: AnnotationRow) -> String {
    let article = annotations.article(row)
    guard articles.isDefined(article) else { return annotations.id(row).text }
    let name = articles[article].name
    guard let number = paragraph(at: annotations.start(row), in: article) else {
      return annotations.id(row).text
    }
    let block = articles[article].paragraphs[number - 1].range
    let before = marks(in: block, of: article).firstIndex(of: row) ?? 0
    return "\(name):\(number)\(Casebook.letter(before))"
  }

  /// The annotations that begin within some bytes of an article, in the order of their letters; those
  /// that are hidden too.
  public func marks(in block: Range<Int>, of article: ArticleID) -> [AnnotationRow] {
    let rows = order[article, default: []]
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if annotations.start(rows[middle]) < block.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < rows.count, annotations.start(rows[end]) < block.upperBound { end += 1 }
    return Array(rows[low..<end])
  }

  /// Gives every mark of an article that has an address, in order: its row, the number of its
  /// paragraph, its letter. Linear in marks and paragraphs.
  public func forEachMark(
    of article: ArticleID, _ body: (AnnotationRow, _ paragraph: Int, _ letter: String) -> Void
  ) {
    let rows = order[article, default: []]
    var next = 0
    for (index, block) in articles[article].paragraphs.enumerated() {
      while next < rows.count, annotations.start(rows[next]) < block.range.lowerBound { next += 1 }
      var number = 0
      while next < rows.count, annotations.start(rows[next]) < block.range.upperBound {
        if !hidesMarks || annotations.isAlive(rows[next]) {
          body(rows[next], index + 1, Casebook.letter(number))
        }
        next += 1
        number += 1
      }
    }
  }

  /// The mark with a letter in a paragraph.
  public func mark(_ letter: String, paragraph number: Int, of article: ArticleID) -> AnnotationRow?
  {
    let paragraphs = articles[article].paragraphs
    guard (1...max(1, paragraphs.count)).contains(number), number <= paragraphs.count else {
      return nil
    }
    let marks = marks(in: paragraphs[number - 1].range, of: article)
    return marks.indices.first { Casebook.letter($0) == letter }.map { marks[$0] }
      .flatMap { annotations.isAlive($0) ? $0 : nil }
  }

  /// a … z without q, then aa, ab …: the letter of the mark number `index`, from 0. `5q` means the
  /// quoted words of a paragraph.
  public static func letter(_ index: Int) -> String {
    let alphabet = Array("abcdefghijklmnoprstuvwxyz")
    let last = String(alphabet[index % alphabet.count])
    return index < alphabet.count ? last : letter(index / alphabet.count - 1) + last
  }
}

extension Article {
  /// The number of the paragraph that holds a byte offset, from 1.
  public func paragraphNumber(at offset: Int) -> Int? {
    var number = 0
    for block in blocks where block.kind.isNumbered {
      number += 1
      if block.range.upperBound >= offset {
        return block.range.lowerBound <= offset ? number : nil
      }
    }
    return nil
  }
}
