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
        html.scrolling("Answer to \(question)") { html in
          html.element(.pre, [], lines.joined(separator: "\n"))
        }
      }
      html.line()
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
