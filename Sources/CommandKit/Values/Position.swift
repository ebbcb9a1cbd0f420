public import Casebook
internal import Diagnostics
internal import LineEditing

/// A position as it is typed behind `on`: an issue, a stance, what it hangs on.
public struct Position: Sendable, Equatable {
  /// What it is about.
  public var issue: IssueID
  /// Nil where none is stated.
  public var stance: Stance?
  /// `if "…"`
  public var condition: String?
}

extension ValueKind where Value == [Position] {
  /// One or more positions, with commas between.
  public static let positions = ValueKind(
    "ISSUE [STANCE] [if \"…\"] {, …}", expected: "an issue",
    sketch: "<issue> <stance>", candidates: { $0.positions() },
    read: { cursor, session throws(Diagnostic) in
      var positions = [try one(&cursor, session)]
      while cursor.peek?.form == .comma {
        cursor.next()
        positions.append(try one(&cursor, session))
      }
      return positions
    })

  private static func one(_ cursor: inout WordCursor, _ session: Session) throws(Diagnostic)
    -> Position
  {
    let issue = try ValueKind<IssueID>.issue.read(&cursor, session)
    var position = Position(issue: issue)
    if let word = cursor.peek, word.form == .plain, cursor.peekText != "if" {
      position.stance = try ValueKind<Stance>.stance.read(&cursor, session)
    }
    if cursor.peek?.form == .plain, cursor.peekText == "if" {
      cursor.next()
      position.condition = try ValueKind<String>.text.read(&cursor, session)
    }
    return position
  }
}

extension ValueKind where Value == Stance {
  /// `+2 +1 0 -1 -2`, or a word.
  public static let stance = ValueKind(
    "STANCE", expected: "a stance, as +2, 0, -1, mixed or uncommitted",
    candidates: { context in
      context.beginning(Stance.all.map { Candidate(text: $0.token, gloss: $0.verb) })
    },
    read: { cursor, _ throws(Diagnostic) in
      guard let word = cursor.peek else { throw cursor.missing("a stance, as +2, 0 or -1") }
      let text = cursor.line.text(word)
      if text == "1" || text == "2" {
        throw cursor.error(
          .unsignedStance(text), at: word, hint: "+\(text) supports it, -\(text) opposes it")
      }
      guard let stance = Stance(token: text) else {
        throw cursor.error(
          .notAStance(text), at: word,
          hint: "+2 +1 0 -1 -2, mixed, uncommitted, or a word: "
            + Stance.words.prefix(5).map(\.word).joined(separator: " "))
      }
      cursor.next()
      return stance
    })
}

extension Message {
  static func unsignedStance(_ text: String) -> Message {
    Message("unsigned-stance", "‘\(text)’ has no sign: it may mean +\(text) or -\(text)")
  }
  static func notAStance(_ text: String) -> Message {
    Message("not-a-stance", "‘\(text)’ is not a stance")
  }
}
