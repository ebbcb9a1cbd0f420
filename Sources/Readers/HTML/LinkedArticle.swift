/// What a page's linked data (JSON-LD, schema.org) says of its article.
struct LinkedArticle {
  private(set) var headline: String?
  private(set) var authors: [String] = []
  private(set) var published: String?
  private(set) var modified: String?
  private(set) var publisher: String?
  private(set) var section: [String] = []
  private(set) var language: String?
  private(set) var url: String?
  private(set) var kind: String?
  private(set) var body: String?

  private var known: [String: JSONValue] = [:]

  init(_ values: [JSONValue]) {
    var objects: [JSONValue] = []
    for value in values { LinkedArticle.collect(value, 0, into: &objects) }
    for object in objects {
      if let id = object["@id"]?.text, known[id] == nil || object["name"] != nil {
        known[id] = object
      }
    }
    let ranked = objects.map { (object: $0, rank: LinkedArticle.rank($0)) }
    let articles = ranked.filter { $0.rank >= 2 }
    if let best = articles.max(by: { $0.rank < $1.rank })?.object { take(best) }
    if published == nil {
      for page in ranked where page.rank == 1 && page.object["datePublished"] != nil {
        published = page.object["datePublished"]?.text
        modified = modified ?? page.object["dateModified"]?.text
        break
      }
    }
  }

  /// The objects that stand for the page, its article and their people: not what lies within lists.
  private static func collect(_ value: JSONValue, _ depth: Int, into out: inout [JSONValue]) {
    guard depth < 6 else { return }
    for object in value.all {
      guard case .object(let fields) = object else { continue }
      out.append(object)
      for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
        if let inner = fields[key] { collect(inner, depth + 1, into: &out) }
      }
    }
  }

  private static func types(_ object: JSONValue) -> [String] {
    (object["@type"]?.all ?? []).compactMap(\.text)
  }

  /// 3 for an article, 2 for what else has an author, 1 for a page.
  private static func rank(_ object: JSONValue) -> Int {
    var rank = 0
    for type in types(object) {
      let folded = type.lowercased()
      if folded.hasSuffix("article") || folded.hasSuffix("posting") || folded == "report" {
        rank = 4
      } else if ["recipe", "howto", "review", "creativework", "product", "faqpage", "qapage"]
        .contains(folded)
      {
        rank = max(rank, 2)
      } else if folded.hasSuffix("page") {
        rank = max(rank, object["author"] != nil && object["headline"] != nil ? 2 : 1)
      }
    }
    if rank == 4, object["datePublished"] != nil || object["author"] != nil { rank = 5 }
    return rank
  }

  private mutating func take(_ object: JSONValue) {
    headline = object["headline"]?.all.first?.text ?? object["name"]?.text
    published = object["datePublished"]?.all.first?.text ?? object["dateCreated"]?.text
    modified = object["dateModified"]?.all.first?.text
    section = (object["articleSection"]?.all ?? []).compactMap(\.text)
    language = object["inLanguage"]?.all.first.flatMap { $0.text ?? $0["name"]?.text }
    url = object["url"]?.text ?? object["mainEntityOfPage"]?["@id"]?.text
    kind = LinkedArticle.types(object).first
    body = object["articleBody"]?.text
    publisher = object["publisher"].map { names(of: $0) }?.first
    let people = (object["author"] ?? object["creator"]).map { names(of: $0) } ?? []
    authors = people
  }

  /// The names of people or organisations, references followed.
  private func names(of value: JSONValue) -> [String] {
    value.all.flatMap { person -> [String] in
      if let name = person.text { return [name] }
      if let name = person["name"] {
        return name.all.compactMap(\.text)
      }
      if let id = person["@id"]?.text, let name = known[id]?["name"]?.text { return [name] }
      if let inner = person["@list"] { return names(of: inner) }
      return []
    }
  }
}
