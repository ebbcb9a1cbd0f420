internal import Casebook

/// What the envelope of a text says about it: a feed's entry, a mail's head, a document's properties.
/// It goes before what is found in the text.
struct StatedMetadata {
  /// The place, for the analyst: `feed entry`, `mail head`.
  var basis: String
  var title: String?
  var authors: [String] = []
  var publisher: String?
  /// As it is written.
  var published: String?
  /// When the file was made, as it is written: no day of publication, which may be years before.
  var created: String?
  var modified: String?
  var url: String?
  var sections: [String] = []
  /// As it is written.
  var language: String?

  init(basis: String) { self.basis = basis }

  /// The metadata of an article with what is stated put before what was found.
  func put(before found: ArticleMetadata) -> ArticleMetadata {
    var meta = found
    if let title, !title.isEmpty {
      meta.title = Sourced(title, basis: basis)
      if let own = found.title, PageTitle.letters(own.value) != PageTitle.letters(title) {
        meta.others.insert(MetadataCandidate(.title, own.value, basis: own.basis), at: 0)
      }
    }
    // A feed may have empty elements; an empty field says nothing.
    let authors = authors.filter { !$0.isEmpty }
    if !authors.isEmpty {
      meta.byline = authors
      meta.others += found.byline.filter { !authors.contains($0) }
        .map { MetadataCandidate(.author, $0, basis: "in the text") }
    }
    if let publisher, !publisher.isEmpty { meta.publisher = Sourced(publisher, basis: basis) }
    if let stamp = published.flatMap({ DateStamp($0) }) {
      meta.published = .stated(day: stamp.day, instant: stamp.instant, basis: basis)
      if case .stated(let own, _, let place) = found.published, own != stamp.day {
        meta.others.append(MetadataCandidate(.published, own.description, basis: place))
      }
      meta.referenceDay = Sourced(stamp.day, basis: basis)
    }
    if let stamp = created.flatMap({ DateStamp($0) }) {
      meta.others.append(
        MetadataCandidate(.published, stamp.day.description, basis: "made, \(basis)"))
    }
    if let stamp = modified.flatMap({ DateStamp($0) }) {
      meta.modified = Sourced(stamp.day, basis: basis)
    }
    if let url, !url.isEmpty { (meta.url, meta.urlBasis) = (url, basis) }
    let sections = sections.filter { !$0.isEmpty }
    if !sections.isEmpty { meta.sections = sections }
    if let language = language.flatMap(Language.code) { meta.language = language }
    return meta
  }

  /// The people of a list: `Mara Lind, Ivo Senn` or `Mara Lind and Ivo Senn`.
  static func people(_ text: String?) -> [String] {
    guard let text = text.map(Entities.plain), !text.isEmpty else { return [] }
    let and = MetadataWords.shared.words["and"] ?? []
    var names: [[Substring]] = [[]]
    for word in text.split(separator: " ") {
      if and.contains(word.lowercased()) {
        names.append([])
      } else if word.hasSuffix(",") || word.hasSuffix(";") {
        names[names.count - 1].append(word.dropLast())
        names.append([])
      } else {
        names[names.count - 1].append(word)
      }
    }
    return names.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
  }
}
