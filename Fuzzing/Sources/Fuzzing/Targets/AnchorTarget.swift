internal import Anchoring
internal import SourceText

/// Typed words, a text, and the text as it became: looked up, described, found again.
struct AnchorTarget: FuzzTarget {
  func run(_ bytes: [UInt8]) {
    let pieces = Pieces(bytes, atMost: 3)
    let words = pieces.text(0)
    let text = CanonicalText(pieces.text(1))
    let later = CanonicalText(pieces.text(2))
    let whole = [0..<text.count]
    for place in occurrences(of: words, in: text, within: whole) { check(place, in: text) }
    guard case .found(let places, _) = lookUp(words, in: text, within: whole) else { return }
    for place in places { check(place, in: text) }
    let anchor = describe([places[0]], in: text)
    let here = locate(anchor, in: text)
    hold(here.state == .exact, "a passage is not found where it was marked")
    hold(here.pieces == [places[0]], "a passage is found in another place")
    for place in locate(anchor, in: later).pieces { check(place, in: later) }
  }

  private func check(_ place: Range<Int>, in text: CanonicalText) {
    hold(!place.isEmpty && place.upperBound <= text.count, "a place outside of the text")
    for edge in [place.lowerBound, place.upperBound] where edge < text.count {
      hold(text.bytes[edge] & 0xC0 != 0x80, "a place begins or ends within a scalar")
    }
  }
}
