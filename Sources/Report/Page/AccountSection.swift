/// The analyst's prose, and the answers kept in it.
struct AccountSection {
  private let account: Account

  init(_ account: Account) { self.account = account }

  func write(to html: inout HTMLWriter) {
    html.element(.div, [.kind("prose")]) { html in
      for part in account.lead + account.parts { write(part, to: &html) }
    }
    html.line()
  }

  private func write(_ part: Account.Part, to html: inout HTMLWriter) {
    switch part {
    case .prose(let node): html.markdown([node])
    case .plain(let text): html.element(.pre, [], text)
    case .answer(let question, let lines):
      html.element(.figure, [.kind("answer")]) { html in
        html.element(.figcaption) { html in
          html.text("Answer to ")
          html.element(.code, [], question)
        }
        answer(lines, to: question, &html)
      }
      html.line()
    }
  }

  /// A table stands open; the words behind it, which the page has further down too, are closed.
  private func answer(_ lines: [String], to question: String, _ html: inout HTMLWriter) {
    let rules = lines.indices.filter { lines[$0].hasPrefix("────") }
    let end = rules.count > 1 && rules[1] > 0 ? rules[1] : lines.count
    html.scrolling("Answer to \(question)") { html in
      html.element(.pre, [], lines[..<end].joined(separator: "\n"))
    }
    if end + 1 >= lines.count { return }
    html.element(.details) { html in
      html.element(.summary, [], "The words behind it")
      html.scrolling("Words behind the answer to \(question)") { html in
        html.element(.pre, [], lines[(end + 1)...].joined(separator: "\n"))
      }
    }
  }
}

extension HTMLWriter {
  /// Something wide that is moved sideways on a narrow screen, with the keyboard too.
  mutating func scrolling(_ label: String, _ body: (inout HTMLWriter) -> Void) {
    let attributes: [Attribute] = [
      .kind("scroll"), .the(.role, "region"), .the(.label, label), .the(.tabindex, "0"),
    ]
    element(.div, attributes, body)
  }
}
