internal import SourceText

/// What concerns several commands and is explained once: `help passages`.
public struct HelpTopic: Sendable {
  /// The word behind `help`.
  public let name: String
  /// What it is about, in at most 60 characters.
  public let summary: String
  /// The page, at most 79 columns wide.
  public let lines: [String]

  private init(_ name: String, _ summary: String, _ text: String) {
    self.name = name
    self.summary = summary
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// All topics, in the order of `help`.
  public static let all: [HelpTopic] = [passages, stances, dates, filters, notebook, keys]

  private static let passages = HelpTopic(
    "passages", "how words of an article are named",
    """
      5              paragraph 5 of the article that is open
      5.2            its second sentence
      5-7            paragraphs 5 to 7
      5q             the words in quotation marks in paragraph 5
      15a            the mark with that letter; `read` prints the letters
      wire:5         the same in the article wire; so with all of the above
      "no truce"     exact words, wherever they stand; 5 "no truce" in paragraph 5
      "no … truce"   from the first words to the nearest last ones
      5.1 + 6.2      a passage in two pieces
      %3             row 3 of the last listing, %2-5 several, %all all of them
      it             the last annotation or statement made
      a8f536ced      an id, or at least four digits of it
    """)

  private static let stances = HelpTopic(
    "stances", "what +2 to -2 say, and of what",
    """
    A stance is one on the proposition of an issue, a full sentence; never on the
    word of speech: “insists” may be +2 or -2.

      +2   strongly supports the proposition        strongly-supports
      +1   supports it                              supports
       0   is neutral on it                         neutral
      -1   opposes it                               opposes
      -2   strongly opposes it                      strongly-opposes
      mixed         supports and opposes at once: shown, never counted
      uncommitted   the source says that no position was taken: never counted

    Without a stance none is stated. `if "…"` says what a position hangs on:
    attribute 5 to Alba on truce +1 if "guarantees are given", prisoners +2
    """)

  private static let dates = HelpTopic(
    "dates", "days, months, years, and what counts from where",
    """
      2031-04-17              a day; 2031-04 a month, 2031 a year
      2031-04-15..2031-04-17  in `said`: one of these days
      thursday, earlier this week   in `said`, counted from the article's day;
                              days are what is recorded
      since D, from D         from the first day of D on
      until D, to D           up to the last day of D

    `said` is the article's day where it is left out. A membership without days
    holds always; roll-up takes those that hold on the day of the statement.
    """)

  private static let filters = HelpTopic(
    "filters", "which statements `list` and `compare` take",
    """
      by WHO            statements of a party or a person
      on ISSUE          on an issue
      in NAME           in an article
      #tag              whose annotation has the tag
      since D, until D  said in these days, both included; see help dates
      coder NAME        as that coder has it
      "words"           whose words hold these, whatever their capitals

    Filters narrow each other. compare PARTY … sets parties side by side; there
    `by speaker`, `organisation`, `state` or `bloc` says whose position counts.
    """)

  private static let notebook = HelpTopic(
    "notebook", "the file, its journal, and how to go back",
    """
    A notebook is Markdown. Indented blocks are its records, everything else is
    your own prose and is never touched:

      >  a command     +  its continuation     :  facts that find marks again
      =  the stamp of an answer     |  the answer     #  a comment

    Every change is in the journal (.NAME.journal) before it is answered, and is
    saved when you leave. undo and redo reach into earlier sessions; history lists
    the changes. What another program edits is taken over when the notebook is
    opened, and undo takes that back too. Kept texts of articles lie in sources/.
    """)

  private static let keys = HelpTopic(
    "keys", "the keys of the prompt",
    """
      Tab             completes; twice: lists what may stand there
      Right, End      take the dim hint at the end of the line
      Up, Down        earlier and later lines; Ctrl-R searches them
      Ctrl-C          drops the line; stops a command that runs and takes it back
      Ctrl-D          on an empty line: saves and leaves
      Ctrl-A, Ctrl-E  to the beginning, to the end; Alt-B, Alt-F by words
      Ctrl-W, Ctrl-K  delete the word before, the rest of the line; Ctrl-Y undoes

    A line that begins with a blank is not kept. A paste of several lines is never
    run: it waits as paste1 for load, or for note.
    """)
}

extension Help {
  /// Every line of the help of commands and topics in which a word stands, with where it stands:
  /// command or topic, then the line.
  public static func finding(_ word: String, _ commands: CommandList) -> [String] {
    let pages =
      commands.all.map { ($0.declaration.name, page($0.declaration)) }
      + HelpTopic.all.map { ($0.name, $0.lines) }
    let search = NameSearch(word)
    let found = pages.flatMap { name, lines in
      lines.filter { search.place(in: $0) != nil }.map { (name, trimmed(start: $0)) }
    }
    let width = found.map { $0.0.count }.max() ?? 0
    return found.map { name, line in
      let gap = String(repeating: " ", count: width - name.count + 2)
      return Layout.cut(name + gap + line, 79)
    }
  }

  private static func trimmed(start line: String) -> String {
    String(line.drop { $0 == " " })
  }
}
