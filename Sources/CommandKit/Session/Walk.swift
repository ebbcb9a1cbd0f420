public import Casebook
public import LineEditing

/// A walk through the suggestions of an article, one after the other. It belongs to the shell: what
/// is taken and refused on the way is recorded, the walk itself is not.
public struct Walk: Sendable {
  /// The article.
  public let article: ArticleID
  /// The bytes of it that the walk goes through; nil for all of it.
  public let parts: [Range<Int>]?
  /// The suggestions passed over: numbers would mean others after a change of the article or of who
  /// is known.
  public var passed: Set<Place> = []
  /// The words of the suggestion that is shown, where they were made wider or narrower; bytes.
  public var pieces: [Range<Int>]?

  /// A walk from the first open suggestion on.
  public init(_ article: ArticleID, within parts: [Range<Int>]? = nil) {
    self.article = article
    self.parts = parts
  }

  /// Where a suggestion stands.
  public struct Place: Hashable, Sendable {
    /// Its words; bytes.
    public let pieces: [Range<Int>]
    /// The words that say that something is said; bytes.
    public let cue: Range<Int>?

    /// A place in the walk's article.
    public init(pieces: [Range<Int>], cue: Range<Int>?) {
      self.pieces = pieces
      self.cue = cue
    }
  }

  /// What may be typed on a walk in place of a command.
  public enum Step: String, ClosedList {
    /// Takes it.
    case take = "y"
    /// Refuses it.
    case refuse = "x"
    /// Passes over it.
    case skip = "s"
    /// Takes in more words: the sentence, then the paragraph.
    case wider = "w"
    /// Takes in fewer words: those in quotation marks, then as suggested.
    case narrower = "n"
    /// Ends the walk.
    case stop = "q"
  }

  /// What a key of its own does on a walk, where nothing is typed yet: a letter makes its step at
  /// once, `i` and `t` begin the line that takes more words, and behind `:` any command can be typed.
  public static let shortcuts: [Unicode.Scalar: Shortcut] = {
    var keys: [Unicode.Scalar: Shortcut] = ["i": .text("y "), "t": .text("to "), ":": .text("")]
    for step in Step.allCases {
      for scalar in step.rawValue.unicodeScalars { keys[scalar] = .line(step.rawValue) }
    }
    return keys
  }()

  /// The verb of the command that makes a step.
  static let verb = "walk"

  /// A line typed on a walk as the command that it stands for; other commands stay as they are.
  public static func line(_ text: String) -> String {
    let first = text.prefix { $0 != " " }
    return Step(rawValue: String(first)) != nil || first == "to" ? "\(verb) \(text)" : text
  }
}
