internal import Casebook

/// The forms in which Factiva gives articles.
extension PressDocument {
  mutating func readTagged() {
    var field = "aside"
    for line in lines {
      if line.isBlank {
        flush()
      } else if let (name, value) = line.factivaField {
        flush()
        field = name
        state(name, value)
        let rest = PressLine(Array(value.utf8)[...], number: line.number)
        if !rest.isBlank { add(rest, to: name) }
      } else {
        add(line, to: line.separator == nil ? field : "aside")
      }
    }
  }

  /// The first paragraph is the title; then each line of the head says one thing, up to the line of
  /// the copyright, or the next blank line behind the length.
  mutating func readListed() {
    var step = 0
    var hadLength = false
    var hadDay = false
    for line in lines {
      if line.isBlank {
        flush()
        if step == 1 || step == 2 && hadLength && hadDay { step += 1 }
        continue
      }
      if line.separator != nil {
        add(line, to: "aside")
      } else if step == 0 || step == 1 && paragraph?.field == "title" {
        step = 1
        stated.title = (stated.title.map { $0 + " " } ?? "") + line.words
        add(line, to: "title")
      } else if step == 3 {
        add(line, to: "body")
      } else {
        step = 2
        readHead(line, &hadLength, &hadDay)
        flush()
        if isCopyright(line) { step = 3 }
      }
    }
  }

  private mutating func readHead(_ line: PressLine, _ hadLength: inout Bool, _ hadDay: inout Bool) {
    let words = line.words
    add(line, to: "aside")
    if line.saysLength {
      hadLength = true
    } else if Byline.isByline(words) {
      state("author", words)
    } else if !hadDay, let day = DateWords.days(in: words).first {
      hadDay = true
      state("published", day.day.description)
    } else if hadDay, stated.publisher == nil,
      !(0x30...0x39).contains(line.text[line.text.startIndex])
    {
      state("publisher", words)
    } else if let language = Self.language(words) {
      stated.language = language
    }
  }
}
