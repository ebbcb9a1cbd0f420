/// Where links lead: addresses made absolute (RFC 3986, section 5.2), in ASCII. What a reader could
/// not follow, and what would run (`javascript:`, `data:`), leads nowhere.
struct LinkTarget {
  /// Longer addresses are data.
  private static let longest = 2_000
  private static let schemes: Set<String> = ["http", "https", "ftp", "mailto"]

  private let base: Parts?

  /// - Parameter base: the address of the page; without one, or with one that is no `http` or names
  ///   no host, only absolute addresses lead somewhere.
  init(base: String?) {
    let parts = base.flatMap { Self.cleaned(Array($0.utf8)) }.map { Parts($0[...]) }
    let isPage = parts.map { $0.isHosted && ($0.scheme == "http" || $0.scheme == "https") } == true
    self.base = isPage ? parts : nil
  }

  /// The same page with an address that it names itself as the one to start from.
  func starting(at reference: String?) -> LinkTarget {
    guard let reference, let address = address(Array(reference.utf8)) else { return self }
    return LinkTarget(base: address)
  }

  /// The absolute address of a reference; nil where it leads nowhere or within the page.
  func address(_ reference: some Collection<UInt8>) -> String? {
    guard let cleaned = Self.cleaned(reference), let first = cleaned.first, first != 0x23 else {
      return nil
    }
    let own = Parts(cleaned[...])
    if let scheme = own.scheme {
      guard Self.schemes.contains(scheme), !own.rest.isEmpty,
        scheme == "mailto" || own.isHosted
      else { return nil }
      return own.text
    }
    guard let resolved = base.map({ own.resolved(against: $0) }), resolved.isHosted else {
      return nil
    }
    return resolved.text
  }

  /// Without blanks around it and line ends within, as browsers read it (URL standard, section
  /// 4.4), everything but ASCII that is allowed in addresses escaped; nil where it is empty or too
  /// long.
  private static func cleaned(_ reference: some Collection<UInt8>) -> [UInt8]? {
    guard reference.count <= longest else { return nil }
    var out: [UInt8] = []
    for byte in reference where byte != 0x09 && byte != 0x0A && byte != 0x0D {
      if byte <= 0x20 || byte >= 0x7F || escaped.contains(byte) {
        // Blanks before it are none of it.
        if byte <= 0x20, out.isEmpty { continue }
        out += [0x25, hexDigit(byte >> 4), hexDigit(byte & 15)]
      } else {
        out.append(byte)
      }
    }
    while out.suffix(3).elementsEqual("%20".utf8) { out.removeLast(3) }
    return out.isEmpty ? nil : out
  }

  /// `"`, `<`, `>`, `\`, `^`, `` ` ``, `{`, `|`, `}`
  private static let escaped: Set<UInt8> = [
    0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D,
  ]

  private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}

/// The parts of an address (RFC 3986, section 3).
private struct Parts {
  /// In lower case; nil in a relative reference.
  var scheme: String?
  var authority: String?
  var path = ""
  /// With the mark before it; nil where there is none.
  var query: String?
  var fragment: String?

  init(_ reference: ArraySlice<UInt8>) {
    var rest = reference
    let head = rest.prefix { $0 != 0x3A && $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    if head.endIndex < rest.endIndex, rest[head.endIndex] == 0x3A, let first = head.first,
      Markup.isLetter(first)
    {
      scheme = String(decoding: head, as: UTF8.self).lowercased()
      rest = rest[(head.endIndex + 1)...]
    }
    if rest.starts(with: [0x2F, 0x2F]) {
      let own = rest.dropFirst(2).prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
      authority = String(decoding: own, as: UTF8.self)
      rest = rest[own.endIndex...]
    }
    let way = rest.prefix { $0 != 0x3F && $0 != 0x23 }
    path = String(decoding: way, as: UTF8.self)
    rest = rest[way.endIndex...]
    let asked = rest.prefix { $0 != 0x23 }
    if !asked.isEmpty { query = String(decoding: asked, as: UTF8.self) }
    rest = rest[asked.endIndex...]
    if !rest.isEmpty { fragment = String(decoding: rest, as: UTF8.self) }
  }

  /// Whether it names a host.
  var isHosted: Bool { authority?.isEmpty == false }

  /// What stands behind the scheme.
  var rest: String { (authority.map { "//" + $0 } ?? "") + path + (query ?? "") + (fragment ?? "") }

  var text: String { (scheme.map { $0 + ":" } ?? "") + rest }

  /// The reference as seen from a page (section 5.2.2).
  func resolved(against base: Parts) -> Parts {
    var out = self
    out.scheme = base.scheme
    if authority == nil {
      out.authority = base.authority
      if path.isEmpty {
        out.path = base.path
        out.query = query ?? base.query
        return out
      }
      if !path.hasPrefix("/") {
        let folder = base.path.lastIndex(of: "/").map { base.path[...$0] } ?? "/"
        out.path = folder + path
      }
    }
    out.path = Self.withoutDots(out.path)
    return out
  }

  /// Without `.` and `..` (section 5.2.4).
  private static func withoutDots(_ path: String) -> String {
    guard path.hasPrefix("/") else { return path }
    var out: [Substring] = []
    let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    for (i, part) in parts.enumerated() {
      let isLast = i == parts.count - 1
      switch part {
      case ".": if isLast { out.append("") }
      case "..":
        _ = out.popLast()
        if isLast { out.append("") }
      default: out.append(part)
      }
    }
    return "/" + out.joined(separator: "/")
  }
}
