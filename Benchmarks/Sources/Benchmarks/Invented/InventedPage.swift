/// A saved web page of an invented paper: head with metadata, navigation, styles and scripts, an
/// article, related links and comments. About 60 KB, of which a tenth is the article, as real pages
/// have it.
struct InventedPage {
  /// The page.
  let bytes: [UInt8]

  /// The page with that number.
  init(number: Int, dice: inout Dice) {
    let article = InventedArticle("n\(number)", paragraphs: 12 + number % 30, dice: &dice)
    let paragraphs = article.content.blocks.map { article.content.text[$0.range] }
    let title = "Delegates return to Port Selan, day \(number)"
    var page = Self.head(title, number, &dice)
    page += "<body class=\"article\">" + Self.navigation(&dice)
    page += "<main><article><header><h1>\(title)</h1><p class=\"byline\">By Tomas Venn</p>"
    page += "<time datetime=\"2031-04-17T08:00:00Z\">17 April 2031</time></header>"
    for (place, paragraph) in paragraphs.dropFirst().enumerated() {
      page += "<p class=\"text text-\(place)\">\(paragraph) <a href=\"/n/\(place)\">More</a></p>\n"
      if place % 6 == 3 { page += Self.advertisement(place) }
    }
    page += "</article>" + Self.related(&dice) + "</main>" + Self.navigation(&dice)
    page += "<footer><p>Copyright 2031 The Selan Ledger</p></footer></body></html>"
    bytes = Array(page.utf8)
  }

  private static func head(_ title: String, _ number: Int, _ dice: inout Dice) -> String {
    var head = "<!doctype html><html lang=\"en\"><head><title>\(title) | The Selan Ledger</title>"
    head += "<meta property=\"og:title\" content=\"\(title)\">"
    head += "<meta property=\"article:published_time\" content=\"2031-04-17T08:00:00Z\">"
    head += "<link rel=\"canonical\" href=\"https://ledger.example/2031/04/17/\(number)\">"
    head +=
      "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"\(title)\","
    head +=
      "\"datePublished\":\"2031-04-17T08:00:00Z\",\"author\":{\"name\":\"Tomas Venn\"}}</script>"
    for _ in 0..<120 {
      head += "<style>.c\(dice.number(100...999)){color:#333;margin:0 auto;padding:4px}</style>\n"
    }
    for _ in 0..<200 {
      head +=
        "<script>window.q=window.q||[];q.push(['t',\(dice.next()),{a:1,b:\"x<y\"}]);</script>\n"
    }
    return head + "</head>"
  }

  private static func navigation(_ dice: inout Dice) -> String {
    var list = "<nav class=\"menu\"><ul>"
    for place in 0..<60 {
      list += "<li class=\"item item-\(place)\"><a href=\"/section/\(dice.number(1...999))\">"
      list += "<span>Section \(place)</span></a></li>\n"
    }
    return list + "</ul></nav>"
  }

  private static func advertisement(_ place: Int) -> String {
    "<div class=\"ad-slot\" data-slot=\"\(place)\"><div><div><span>Advertisement</span></div></div></div>"
  }

  private static func related(_ dice: inout Dice) -> String {
    var aside = "<aside class=\"related\"><h2>Related</h2>"
    for place in 0..<30 {
      aside +=
        "<div class=\"card\"><a href=\"/r/\(dice.number(1...999))\"><img src=\"/i/\(place).jpg\">"
      aside += "<h3>Another story of the river, number \(place)</h3></a></div>\n"
    }
    return aside + "</aside>"
  }
}
