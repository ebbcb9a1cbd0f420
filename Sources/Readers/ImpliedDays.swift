internal import Casebook
internal import Segmentation
internal import SourceText

/// The days on which an undated text may have been published, as far as it implies them: not before
/// the last full day that it tells of in the past, not after the first weekday that is still to
/// come. Each bound has its reason: the paragraph and the words.
struct ImpliedDays {
  private(set) var reference: Sourced<Day>?
  private(set) var bracket: DayRange?
  private(set) var reasons: [String] = []

  private var earliest: (day: Day, reason: String)?
  private var latest: (day: Day, reason: String)?

  init(_ blocks: [Block], in text: CanonicalText) {
    let breaker = SentenceBreaker(language: nil)
    var number = 0
    for block in blocks where block.kind.isNumbered {
      number += 1
      // Days that matter stand near the top or in short paragraphs; the rest would only cost time.
      if number > 400 { break }
      guard mayMatter(text, block.range) else { continue }
      for sentence in breaker.sentences(of: text, in: block.range)
      where sentence.count < 2_000 && mayMatter(text, sentence) {
        take(text[sentence], ImpliedDays.isFuture(text, sentence), number)
      }
    }
    settle()
  }

  /// Whether a range can hold a full day, or a weekday while one is looked for.
  private func mayMatter(_ text: CanonicalText, _ range: Range<Int>) -> Bool {
    if text.mayHaveDay(range) { return true }
    return reference != nil && latest == nil
      && text.holds(range, MetadataWords.shared.onBytes)
  }

  private mutating func take(_ words: String, _ isFuture: Bool, _ number: Int) {
    if !isFuture, let found = DateWords.days(in: words).last {
      if reference == nil { reference = Sourced(found.day, basis: "paragraph \(number)") }
      if earliest.map({ $0.day < found.day }) ?? true {
        earliest = (found.day, "\(number) “\(ImpliedDays.around(found, words))”")
      }
    } else if isFuture, let day = reference?.value, latest == nil,
      let weekday = ImpliedDays.weekday(words)
    {
      let ahead = (weekday.number - day.weekday + 7) % 7
      latest = (day.adding(ahead), "\(number) “\(weekday.words)”")
    }
  }

  private mutating func settle() {
    guard let earliest, let latest, earliest.day <= latest.day else { return }
    bracket = DayRange(earliest.day, latest.day)
    reasons = [earliest.reason, latest.reason]
  }

  private static func isFuture(_ text: CanonicalText, _ sentence: Range<Int>) -> Bool {
    text.holds(sentence, MetadataWords.shared.futureBytes)
  }

  /// A day with the word before it: `on April 17, 2025`.
  private static func around(_ found: DateWords.Found, _ sentence: String) -> String {
    let words = sentence.split(separator: " ")
    guard found.before > 0, found.before <= words.count else { return found.words.trimmedMarks }
    return "\(words[found.before - 1]) \(found.words.trimmedMarks)"
  }

  /// A weekday behind a word like `on`, and the words up to the one that makes it future.
  private static func weekday(_ sentence: String) -> (number: Int, words: String)? {
    let words = sentence.split(separator: " ").map(String.init)
    let ons = MetadataWords.shared.words["on"] ?? []
    for i in words.indices.dropLast() where ons.contains(words[i].lowercased()) {
      let name = words[i + 1].lowercased().filter(\.isLetter)
      guard let number = MetadataWords.shared.weekdays[name] else { continue }
      let next = words.dropFirst(i + 2).firstIndex {
        ["are", "is", "will", "wird", "werden"].contains($0)
      }
      let shown = next.map { "… " + words[$0..<min($0 + 2, words.count)].joined(separator: " ") }
      return (number, "\(words[i]) \(name.capitalizedFirst) \(shown ?? "")".trimmedMarks)
    }
    return nil
  }
}

extension String {
  /// Without marks and blanks at its end.
  var trimmedMarks: String {
    var text = self
    while let last = text.last, " ,;.".contains(last) { text.removeLast() }
    return text
  }

  /// With a capital.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
