internal import Casebook

/// Where the pages of a PDF link to other places, from its objects as `qpdf --json=2` writes them (its
/// manual, "qpdf JSON"; annotations: ISO 32000-1, 12.5.6.5 and 12.6.4.7).
struct PDFLinks {
  /// A place of a page that is linked; lengths in points, from the upper left corner of the page as
  /// it is shown.
  struct Box {
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    /// An absolute address.
    let address: String

    func contains(_ x: Double, _ y: Double) -> Bool {
      x >= left && x <= right && y >= top && y <= bottom
    }
  }

  /// The boxes of each page, in the order of the pages.
  private(set) var pages: [[Box]] = []

  private let objects: JSONValue?
  private let target = LinkTarget(base: nil)

  /// More steps from a page to what it inherits, or from a reference to a value, are a circle.
  private static let deepest = 40
  /// More links on one page are no text.
  private static let mostOnPage = 2_000

  /// No links.
  init() { objects = nil }

  init(_ json: [UInt8]) {
    let top = JSONValue.values(in: json, 0..<json.count).first
    objects = top?["qpdf"]?.all.dropFirst().first
    for page in top?["pages"]?.all ?? [] {
      pages.append(page["object"].map { boxes(of: resolved($0)) } ?? [])
    }
  }

  /// The links of a page, from 1.
  func boxes(onPage number: Int) -> [Box] {
    pages.indices.contains(number - 1) ? pages[number - 1] : []
  }

  private func boxes(of page: JSONValue) -> [Box] {
    guard let annotations = page["/Annots"].map({ resolved($0) }),
      let frame = Frame(inherited("/MediaBox", page), turned: inherited("/Rotate", page))
    else { return [] }
    return annotations.all.prefix(Self.mostOnPage).flatMap { boxes(of: resolved($0), in: frame) }
  }

  /// One box for each line that the words of a link stand in, else the rectangle around them.
  private func boxes(of annotation: JSONValue, in frame: Frame) -> [Box] {
    guard annotation["/Subtype"]?.text == "/Link",
      let action = annotation["/A"].map({ resolved($0) }), action["/S"]?.text == "/URI",
      let address = action["/URI"].flatMap({ self.address(resolved($0)) })
    else { return [] }
    let quads = numbers(annotation["/QuadPoints"])
    let lines = stride(from: 0, to: quads.count - quads.count % 8, by: 8).map {
      Array(quads[$0..<$0 + 8])
    }
    return (lines.isEmpty ? [numbers(annotation["/Rect"])] : lines).compactMap {
      frame.box($0, address)
    }
  }

  /// `u:` and text, or `b:` and bytes in hexadecimal.
  private func address(_ value: JSONValue) -> String? {
    guard let text = value.text else { return nil }
    if text.hasPrefix("u:") { return target.address(text.dropFirst(2).utf8) }
    guard text.hasPrefix("b:") else { return nil }
    let digits = text.dropFirst(2).utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    return target.address(
      stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) })
  }

  /// What a page says, or a node of pages above it.
  private func inherited(_ key: String, _ page: JSONValue) -> [Double] {
    var node = page
    for _ in 0..<Self.deepest {
      let own = numbers(node[key])
      if !own.isEmpty { return own }
      guard let parent = node["/Parent"] else { break }
      node = resolved(parent)
    }
    return []
  }

  private func numbers(_ value: JSONValue?) -> [Double] {
    guard let value else { return [] }
    let found = resolved(value).all.prefix(8 * Self.deepest).map {
      resolved($0).text.flatMap(Double.init)
    }
    return found.allSatisfy { $0?.isFinite == true } ? found.compactMap(\.self) : []
  }

  /// The object that a reference (`7 0 R`) means; anything else is itself.
  private func resolved(_ value: JSONValue) -> JSONValue {
    var value = value
    for _ in 0..<Self.deepest {
      guard case .string(let name) = value, name.hasSuffix(" R"),
        let object = objects?["obj:" + name]?["value"]
      else { break }
      value = object
    }
    return value
  }
}

/// The rectangle of a page, and how far it is turned when it is shown.
private struct Frame {
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>
  let quarters: Int

  init?(_ rectangle: [Double], turned degrees: [Double]) {
    guard rectangle.count == 4 else { return nil }
    x = min(rectangle[0], rectangle[2])...max(rectangle[0], rectangle[2])
    y = min(rectangle[1], rectangle[3])...max(rectangle[1], rectangle[3])
    let angle = degrees.first ?? 0
    quarters = abs(angle) < 1e6 ? ((Int(angle) / 90) % 4 + 4) % 4 : 0
  }

  /// The box around points (x, y, x, y …) of the page.
  func box(_ numbers: [Double], _ address: String) -> PDFLinks.Box? {
    let points = stride(from: 0, to: numbers.count - 1, by: 2).map {
      shown(numbers[$0], numbers[$0 + 1])
    }
    guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
      let top = points.map(\.y).min(), let bottom = points.map(\.y).max()
    else { return nil }
    return PDFLinks.Box(left: left, right: right, top: top, bottom: bottom, address: address)
  }

  /// A point from the upper left corner of the page as it is shown.
  private func shown(_ px: Double, _ py: Double) -> (x: Double, y: Double) {
    switch quarters {
    case 1: (py - y.lowerBound, px - x.lowerBound)
    case 2: (x.upperBound - px, py - y.lowerBound)
    case 3: (y.upperBound - py, x.upperBound - px)
    default: (px - x.lowerBound, y.upperBound - py)
    }
  }
}
