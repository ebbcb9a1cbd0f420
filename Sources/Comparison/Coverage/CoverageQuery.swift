public import Casebook
internal import SourceText

/// What `coverage` asks.
public struct CoverageQuery: Sendable {
  /// Which articles, in order; all by name where none is named.
  public var articles: [ArticleID] = []
  /// Only what this coder made, a number of the text pool; everyone where nil.
  public var coder: Int32?
  /// The last paragraph read in each article, by name; nil where reading is not counted, as in what a
  /// notebook keeps: where somebody stands is no record.
  public var readTo: [String: Int]?

  /// Everything.
  public init() {}

  /// Answers the question, in time linear in paragraphs, marks and statements.
  public func answer(in casebook: Casebook) -> CoverageResult {
    // By name: rows stand in the order in which a session met them, which no notebook knows.
    let table = casebook.articles
    let asked = articles.isEmpty ? table.all.sorted { table[$0].name < table[$1].name } : articles
    return CoverageResult(
      query: self, articles: asked.map { CoveredArticle($0, self, casebook) })
  }
}

/// The answer to `coverage`: how much of each article is read, marked and attributed.
public struct CoverageResult: Sendable {
  /// What was asked.
  public let query: CoverageQuery
  /// The articles, in the order of the question.
  public let articles: [CoveredArticle]
}

/// One paragraph.
public struct CoveredParagraph: Sendable {
  /// How many marks touch it.
  public var marks = 0
  /// How many lines of statements stand on these.
  public var statements = 0
  /// Its length in scalars.
  public var scalars = 0
  /// How many of them are marked, each once.
  public var marked = 0
  /// Whether it was read, or passed over.
  public var isRead = false
}

/// One article, paragraph by paragraph.
public struct CoveredArticle: Sendable {
  /// The article.
  public let article: ArticleID
  /// Its paragraphs; the first is number 1.
  public private(set) var paragraphs: [CoveredParagraph]
  /// Marks that lie in no paragraph: in headings and captions.
  public private(set) var elsewhere = 0
  /// The annotations that count, in the order of the text.
  public private(set) var marks: [AnnotationRow] = []
  /// The lines of statements that count.
  public private(set) var statementCount = 0

  init(_ id: ArticleID, _ query: CoverageQuery, _ casebook: Casebook) {
    article = id
    let one = casebook.articles[id]
    let blocks = one.paragraphs.map(\.range)
    let read = query.readTo?[one.name] ?? 0
    paragraphs = blocks.enumerated().map { i, range in
      var paragraph = CoveredParagraph()
      paragraph.scalars =
        one.text.scalarOffset(ofByte: range.upperBound)
        - one.text.scalarOffset(ofByte: range.lowerBound)
      paragraph.isRead = i < read
      return paragraph
    }
    var pieces: [Range<Int>] = []
    for row in casebook.annotations(of: id) {
      let lines = CoveredArticle.lines(on: row, query, casebook)
      guard lines > 0 || CoveredArticle.counts(row, query, casebook) else { continue }
      marks.append(row)
      statementCount += lines
      let own = casebook.annotations.pieces(of: row)
      pieces += own
      take(own, lines, in: blocks)
    }
    takeScalars(of: pieces, in: blocks, one)
  }

  private static func counts(_ row: AnnotationRow, _ query: CoverageQuery, _ book: Casebook) -> Bool
  {
    query.coder == nil || book.annotations.coder(row) == query.coder
  }

  private static func lines(on row: AnnotationRow, _ query: CoverageQuery, _ book: Casebook) -> Int
  {
    book.statements(on: row).count {
      query.coder == nil || book.statements.coders[$0.row] == query.coder
    }
  }

  /// Counts a mark in each paragraph that one of its pieces touches.
  private mutating func take(_ pieces: [Range<Int>], _ lines: Int, in blocks: [Range<Int>]) {
    var touched: Set<Int> = []
    for piece in pieces {
      var i = CoveredArticle.first(in: blocks, endingAfter: piece.lowerBound)
      while i < blocks.count, blocks[i].lowerBound < piece.upperBound {
        touched.insert(i)
        i += 1
      }
    }
    if touched.isEmpty { elsewhere += 1 }
    for i in touched {
      paragraphs[i].marks += 1
      paragraphs[i].statements += lines
    }
  }

  /// Counts what is marked, each scalar once however many marks lie over it.
  private mutating func takeScalars(
    of pieces: [Range<Int>], in blocks: [Range<Int>], _ article: Article
  ) {
    var end = 0
    for piece in pieces.sorted(by: {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }) {
      let start = max(end, piece.lowerBound)
      if start >= piece.upperBound { continue }
      end = piece.upperBound
      var i = CoveredArticle.first(in: blocks, endingAfter: start)
      while i < blocks.count, blocks[i].lowerBound < end {
        let (low, high) = (max(start, blocks[i].lowerBound), min(end, blocks[i].upperBound))
        if low < high {
          paragraphs[i].marked +=
            article.text.scalarOffset(ofByte: high) - article.text.scalarOffset(ofByte: low)
        }
        i += 1
      }
    }
  }

  private static func first(in blocks: [Range<Int>], endingAfter byte: Int) -> Int {
    var (low, high) = (0, blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].upperBound <= byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Sums

  /// Paragraphs that are read.
  public var readCount: Int { paragraphs.count(where: \.isRead) }
  /// Paragraphs with a mark.
  public var markedCount: Int { paragraphs.count { $0.marks > 0 } }
  /// Paragraphs with a statement.
  public var attributedCount: Int { paragraphs.count { $0.statements > 0 } }
  /// How many in a hundred scalars of its paragraphs are marked, rounded down; nil without any text.
  public var markedShare: Int? {
    let all = paragraphs.reduce(0) { $0 + $1.scalars }
    return all == 0 ? nil : paragraphs.reduce(0) { $0 + $1.marked } * 100 / all
  }
  /// The first paragraph without a mark, from 1.
  public var nextUncoded: Int? { paragraphs.firstIndex { $0.marks == 0 }.map { $0 + 1 } }
}
