/// The position a statement takes on the proposition of its issue. *Not stated* is no stance: it is
/// the absence of one.
public enum Stance: Hashable, Sendable {
  /// −2 strongly opposes to +2 strongly supports.
  case degree(Int)
  /// Supports and opposes at once: shown, never counted.
  case mixed
  /// The source reports that no position was taken: shown, never counted.
  case uncommitted

  /// Every stance, as completion offers them.
  public static let all: [Stance] = [
    .degree(2), .degree(1), .degree(0), .degree(-1), .degree(-2), .mixed, .uncommitted,
  ]

  /// The number, for those that have one.
  public var degree: Int? {
    if case .degree(let value) = self { value } else { nil }
  }

  /// As records write it: `+2`, `0`, `-1`, `mixed`, `uncommitted`.
  public var token: String {
    switch self {
    case .degree(let value): value > 0 ? "+\(value)" : "\(value)"
    case .mixed: "mixed"
    case .uncommitted: "uncommitted"
    }
  }

  /// As a one- or two-letter mark in tables: `+2`, `0`, `m`, `u`.
  public var mark: String {
    switch self {
    case .degree: token
    case .mixed: "m"
    case .uncommitted: "u"
    }
  }

  /// The verb of the sentence that a marking command answers with.
  public var verb: String {
    switch self {
    case .degree(2): "strongly supports"
    case .degree(1): "supports"
    case .degree(-1): "opposes"
    case .degree(-2): "strongly opposes"
    case .degree: "is neutral on"
    case .mixed: "is divided on"
    case .uncommitted: "takes no position on"
    }
  }

  /// The words accepted besides the signed numbers.
  public static let words: [(word: String, stance: Stance)] = [
    ("strongly-supports", .degree(2)), ("supports", .degree(1)), ("neutral", .degree(0)),
    ("opposes", .degree(-1)), ("strongly-opposes", .degree(-2)), ("mixed", .mixed),
    ("uncommitted", .uncommitted),
  ]

  /// Reads `+2 +1 0 -1 -2` (U+2212 too) or a word; nil for anything else, an unsigned 1 or 2 among
  /// it.
  public init?(token: String) {
    if let degree = Self.degree(token.utf8.span) {
      self = .degree(degree)
      return
    }
    let minus = token.unicodeScalars.first == "\u{2212}"
    let text = (minus ? "-" + String(token.dropFirst()) : token).lowercased()
    if let known = Self.words.first(where: { $0.word == text }) {
      self = known.stance
    } else if minus, let degree = Self.degree(text.utf8.span) {
      self = .degree(degree)
    } else {
      return nil
    }
  }

  /// The number that records write.
  private static func degree(_ token: Span<UInt8>) -> Int? {
    if token.count == 1, token[0] == 0x30 { return 0 }
    guard token.count == 2, token[1] == 0x31 || token[1] == 0x32 else { return nil }
    switch token[0] {
    case 0x2B: return Int(token[1] - 0x30)
    case 0x2D: return -Int(token[1] - 0x30)
    default: return nil
    }
  }

  static let none: Int8 = .min

  var code: Int8 {
    switch self {
    case .degree(let value): Int8(value)
    case .mixed: 10
    case .uncommitted: 11
    }
  }

  init?(code: Int8) {
    switch code {
    case -2...2: self = .degree(Int(code))
    case 10: self = .mixed
    case 11: self = .uncommitted
    default: return nil
    }
  }
}
