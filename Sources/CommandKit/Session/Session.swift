public import Attribution
public import Casebook
public import Diagnostics
public import NotebookFormat
internal import SourceText
internal import Storage

/// Everything a session knows: the notebook as text, what its records add up to, and where the
/// analyst stands. A session is changed by running lines on it, and by nothing else.
public struct Session {
  /// The notebook's text.
  public internal(set) var document: Document
  /// What its records add up to.
  public var book = Casebook()
  /// Every command.
  public let commands: CommandList
  /// The notebook's file, if it has one.
  public var file: NotebookFile?
  /// Where in the document's buffer the bytes stand that the file had when it was read or written
  /// last: what changes here and outside are told from.
  var savedPieces: [Range<Int>] = []
  /// Texts by digest, so that a record that is rewritten need not be read again.
  public var contents: [String: ArticleContent] = [:]
  /// Rows of the last listing.
  public var listing: [Row] = []
  private var lastRead: ArticleID?
  /// The last paragraph read in each article, by name.
  public var readTo: [String: Int] = [:]
  /// The last annotation or statement made.
  public var it: RecordID?
  /// The last question in normal form: what `keep` alone keeps.
  public var lastQuestion: String?
  /// The line that the last error proposed; Tab on an empty line types it.
  public var lastHint: String?
  /// Records that could not be applied, each with its place in the file.
  public var problems: [Diagnostic] = []
  /// Ids whose records could not be used.
  var unusable: Set<RecordID> = []
  /// Statements left out because their passage was not found: results say so.
  public internal(set) var leftOutStatements: [RecordID] = []
  /// Why nothing may be changed, if so.
  public var readOnly: Message?
  private var walking: (walk: Walk, text: TextDigest)?
  /// Blocks pasted at the prompt, by name.
  public var pastes: [String: String] = [:]
  /// The block pasted last.
  public var lastPaste: String? { pastes["paste\(pastes.count)"] }
  /// The tables that suggestions are read by.
  public var vocabulary = Vocabulary.own
  /// What the screen looks like.
  public var settings = Settings()
  /// An edit in the analyst's editor that could not be taken over.
  var unfinishedEdit: UnfinishedEdit?
  /// Whether other coders' marks are hidden: a matter of this shell, and in no record.
  public var isBlind = false
  /// Whether the analyst asked to leave.
  public var isLeaving = false
  /// Whether the notebook is one that the program keeps for a session without a name.
  public var isProvisional = false
  /// How a session that gets a name uses the journal.
  public var defaultJournaling = JournalUse.none
  /// The journal, where the notebook has a file.
  public var journal: Journal?
  /// An edit from outside that the journal does not have yet.
  var outsideEdit: Entry?
  /// The digest of a file that was written without the journal's noting it.
  var unnotedSave: String?
  /// Changes made so far, for undo.
  public var history = History()
  /// The edits of the change under way.
  var openEdits: [LineEdit] = []
  /// What opening had to mend, in words.
  public internal(set) var recovery: [String] = []
  /// Whether the journal of earlier sessions was read.
  var hasReadHistory = false
  /// What kind of change is under way.
  var openKind = Entry.Kind.change
  /// How records are being applied.
  var mode = Mode.session

  /// How records are being applied.
  enum Mode: Sendable {
    /// One after the other, as commands make them.
    case session
    /// All records of a notebook, by phase.
    case opening
  }

  /// An empty session that knows some commands.
  public init(commands: CommandList, document: Document = Document()) {
    self.commands = commands
    self.document = document
  }

  /// SHA-256 of the notebook's file as last read or written, in hexadecimal; empty for a new file.
  public var savedDigest: String {
    guard let file else { return "" }
    return file.digest ?? TextDigest(of: savedPieces, in: document.buffer).hex
  }

  /// The article read last, unless it is no longer there: its `load` may have been taken back.
  public var current: ArticleID? {
    get { lastRead.flatMap { book.articles.isDefined($0) ? $0 : nil } }
    set { lastRead = newValue }
  }

  /// The walk through suggestions that is under way, unless its article is no longer there or has
  /// another text.
  public var walk: Walk? {
    get {
      guard let (walk, text) = walking, book.articles.isDefined(walk.article),
        book.articles[walk.article].textDigest == text
      else { return nil }
      return walk
    }
    set { walking = newValue.map { ($0, book.articles[$0.article].textDigest) } }
  }

  /// The article bare paragraph numbers mean: the one read last, else the only one loaded.
  public var article: ArticleID? {
    if let current { return current }
    let all = book.articles.all
    return all.count == 1 ? all[0] : nil
  }

  /// The session as a coder may see it: with `blind on` what others made is left out. Nothing is
  /// written from it.
  public func seen(by coder: String) -> Session {
    guard isBlind else { return self }
    var seen = self
    let name = Array(coder.utf8)
    seen.book = book.seen(by: book.texts.number(of: name.span))
    return seen
  }
}

/// Where a notebook lies.
public struct NotebookFile: Sendable, Equatable {
  /// Its path, absolute.
  public var path: String
  /// How the user named it.
  public var shown: String
  /// SHA-256 of the bytes as last read or written, in hexadecimal; empty for a new file, nil where
  /// it was read without a journal that asks for it: then `Session.savedDigest` says it.
  var digest: String?
  /// What the system said of the file then, where that tells every later change of it.
  var stamp: FileStamp?

  /// A notebook at a path.
  public init(path: String, shown: String) {
    self.path = path
    self.shown = shown
    digest = ""
  }
}
