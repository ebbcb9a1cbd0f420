/// What parts of a page are for, as their elements or the names of their classes say.
struct Roles: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  static let related = Roles(rawValue: 1 << 0)
  static let share = Roles(rawValue: 1 << 1)
  static let comments = Roles(rawValue: 1 << 2)
  static let promotion = Roles(rawValue: 1 << 3)
  static let advert = Roles(rawValue: 1 << 4)
  static let sidebar = Roles(rawValue: 1 << 5)
  static let footer = Roles(rawValue: 1 << 6)
  static let navigation = Roles(rawValue: 1 << 7)
  static let tags = Roles(rawValue: 1 << 8)
  static let author = Roles(rawValue: 1 << 9)
  static let date = Roles(rawValue: 1 << 10)
  static let caption = Roles(rawValue: 1 << 11)
  static let media = Roles(rawValue: 1 << 12)
  static let consent = Roles(rawValue: 1 << 13)
  static let overlay = Roles(rawValue: 1 << 14)
  static let contents = Roles(rawValue: 1 << 15)
  static let body = Roles(rawValue: 1 << 16)
  static let standfirst = Roles(rawValue: 1 << 17)
  static let title = Roles(rawValue: 1 << 18)
  static let correction = Roles(rawValue: 1 << 19)
  static let quote = Roles(rawValue: 1 << 20)
  /// Elements, not classes.
  static let button = Roles(rawValue: 1 << 21)
  static let hidden = Roles(rawValue: 1 << 22)
  static let figure = Roles(rawValue: 1 << 23)
  static let listItem = Roles(rawValue: 1 << 24)
  static let table = Roles(rawValue: 1 << 25)
  static let form = Roles(rawValue: 1 << 26)
  static let aside = Roles(rawValue: 1 << 27)
  static let header = Roles(rawValue: 1 << 28)
  static let menu = Roles(rawValue: 1 << 29)

  /// The words for the roles of the table.
  static let named: [(name: String, role: Roles)] = [
    ("related", .related), ("share", .share), ("comments", .comments),
    ("promotion", .promotion), ("advert", .advert), ("sidebar", .sidebar), ("footer", .footer),
    ("navigation", .navigation), ("tags", .tags), ("author", .author), ("date", .date),
    ("caption", .caption), ("media", .media), ("consent", .consent), ("overlay", .overlay),
    ("contents", .contents), ("body", .body), ("standfirst", .standfirst), ("title", .title),
    ("correction", .correction), ("quote", .quote),
  ]

  /// Parts around the article, with what is said of a block set aside for one.
  static let around: [(role: Roles, reason: String)] = [
    (.related, "related articles"), (.share, "share buttons"), (.comments, "comments"),
    (.promotion, "promotion"), (.advert, "advertisement"), (.sidebar, "sidebar"),
    (.footer, "footer"), (.menu, "navigation"), (.navigation, "navigation"), (.tags, "tags"),
    (.consent, "cookie notice"),
    (.overlay, "overlay"), (.button, "button"), (.hidden, "hidden on the page"),
    (.contents, "table of contents"), (.form, "form"), (.media, "media player"),
  ]

  /// All of these.
  static let junk: Roles = around.reduce(into: []) { $0.formUnion($1.role) }

  /// What the element itself says.
  init(of element: PageElement) {
    switch element {
    case .navigation: self = [.menu, .navigation]
    case .footer: self = .footer
    case .aside: self = .aside
    case .form: self = .form
    case .button: self = .button
    case .figure: self = .figure
    case .caption: self = .caption
    case .listItem: self = .listItem
    case .table: self = .table
    case .quote: self = .quote
    case .header: self = .header
    default: self = []
    }
  }

  /// Whether a line in these parts is around the article. A sentence that is hidden, or in a part
  /// that slides, may be shown by a click: it is judged by what else is said of it.
  func isJunk(_ line: SourceLine) -> Bool {
    let junk = intersection(.junk)
    if junk.isEmpty { return false }
    return !junk.isSubset(of: [.hidden, .contents, .media])
      || !(line.endsSentence && line.words >= 8)
  }

  init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// The table of words, `Data/roles.tsv`, by the hash of their bytes.
struct RoleWords: Sendable {
  static let shared = RoleWords()

  private var roles: [UInt64: Roles] = [:]

  /// One row of the table: a role and its words.
  static var rows: [(role: Roles?, words: [String])] {
    String(decoding: PackageResources.roles_tsv, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { line in
        let fields = line.split(separator: "\t").map(String.init)
        let words = fields.count > 1 ? fields[1].split(separator: " ").map(String.init) : []
        return (Roles.named.first { $0.name == fields[0] }?.role, words)
      }
  }

  private init() {
    for row in RoleWords.rows {
      for word in row.words {
        let hash = word.utf8.reduce(RoleWords.seed) { RoleWords.add($1, to: $0) }
        roles[hash, default: []].formUnion(row.role ?? [])
      }
    }
  }

  /// FNV-1a
  private static let seed: UInt64 = 14_695_981_039_346_656_037
  private static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 1_099_511_628_211
  }

  /// The roles that a list of names gives: each word, and up to three that follow each other in one
  /// name.
  func roles(in names: UnsafeBufferPointer<UInt8>) -> Roles {
    var found: Roles = []
    // Hashes of the last word, the last two, the last three.
    var (one, two, three) = (RoleWords.seed, RoleWords.seed, RoleWords.seed)
    var length = 0
    var words = 0
    func take() {
      if length == 0 { return }
      found.formUnion(roles[one] ?? [])
      if words > 0 { found.formUnion(roles[two] ?? []) }
      if words > 1 { found.formUnion(roles[three] ?? []) }
    }
    var wasSmall = false
    for byte in names {
      let isCapital = (0x41...0x5A).contains(byte)
      let isLetter = isCapital || (0x61...0x7A).contains(byte)
      if length > 0, !isLetter || isCapital && wasSmall {
        take()
        (three, two) = (RoleWords.add(0x5F, to: two), RoleWords.add(0x5F, to: one))
        (one, length, words) = (RoleWords.seed, 0, words + 1)
      }
      if isLetter {
        let small = byte | 0x20
        (one, two, three) = (
          RoleWords.add(small, to: one), RoleWords.add(small, to: two),
          RoleWords.add(small, to: three)
        )
        length += 1
      } else if byte == 0x20 {
        words = 0
      }
      wasSmall = isLetter && !isCapital
    }
    take()
    return found
  }
}
