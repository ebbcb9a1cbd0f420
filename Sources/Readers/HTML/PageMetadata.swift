internal import Casebook
internal import SourceText

/// What a page says about itself, each with the place it came from.
struct PageMetadata {
  private let data: PageData
  private let page: PageLines
  private let blocks: [Block]
  private let classes: PageClassification
  private let titles: PageTitle

  init(
    _ data: PageData, _ page: PageLines, _ blocks: [Block], _ classes: PageClassification,
    _ titles: PageTitle
  ) {
    (self.data, self.page, self.blocks, self.classes) = (data, page, blocks, classes)
    self.titles = titles
  }

  /// Everything found.
  func read(language: String?) -> ArticleMetadata {
    var meta = ArticleMetadata()
    meta.language = language ?? stated
    meta.title = titles.chosen
    let authors = PageAuthors(data, page, blocks, classes)
    meta.byline = authors.names
    meta.publisher = publisher
    let dates = PageDates(data, page, blocks, classes)
    meta.modified = dates.modified
    if let stated = dates.published {
      meta.published = .stated(day: stated.day, instant: stated.instant, basis: stated.basis)
      meta.referenceDay = Sourced(stated.day, basis: stated.basis)
    } else if let bracket = dates.bracket {
      meta.published = .notStated(bracket: bracket.days, reasons: bracket.reasons)
      meta.referenceDay = Sourced(bracket.days.first, basis: "the earlier of two")
    } else {
      let implied = ImpliedDays(blocks, in: page.text)
      meta.published = .notStated(bracket: implied.bracket, reasons: implied.reasons)
      meta.referenceDay = implied.reference
    }
    (meta.url, meta.urlBasis) = data.address
    meta.others =
      titles.others.prefix(Self.mostOthers).map {
        MetadataCandidate(.title, $0.value, basis: $0.basis)
      }
      + dates.others.map { MetadataCandidate(.published, $0.day.description, basis: $0.basis) }
      + authors.others.prefix(Self.mostOthers)
    meta.sections = sections
    meta.genre = genre
    return meta
  }

  /// More of one field are not kept.
  private static let mostOthers = 8

  private var stated: String? {
    page.page.language.flatMap(Language.code) ?? data.linked.language.flatMap(Language.code)
  }

  private var publisher: Sourced<String>? {
    if let name = data.linked.publisher, !name.isEmpty {
      return Sourced(Entities.plain(name), basis: "json-ld")
    }
    let names = ["og:site_name", "publisher", "dc.publisher", "application-name", "copyright"]
    return data.first(names).map { Sourced($0.value, basis: "meta \($0.name)") }
  }

  private var sections: [String] {
    var out: [String] = []
    for value in data.linked.section + (data.metas["article:section"] ?? []) {
      let words = Entities.plain(value)
      if !words.isEmpty, !out.contains(words) { out.append(words) }
    }
    return Array(out.prefix(8))
  }

  private static let genres: [String: String] = [
    "NewsArticle": "news", "ReportageNewsArticle": "news", "OpinionNewsArticle": "opinion",
    "AnalysisNewsArticle": "analysis", "LiveBlogPosting": "live blog", "BlogPosting": "blog",
    "ReviewNewsArticle": "review", "BackgroundNewsArticle": "background",
    "AskPublicNewsArticle": "news", "Interview": "interview", "Report": "report",
    "ScholarlyArticle": "study", "AdvertiserContentArticle": "advertisement",
  ]

  private var genre: String? { data.linked.kind.flatMap { Self.genres[$0] } }
}
