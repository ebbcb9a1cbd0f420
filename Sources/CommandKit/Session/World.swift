public import Attribution
public import Casebook
public import Storage

/// Everything outside the session that a command may use.
public struct World: Sendable {
  /// Files.
  public var files: FileStore
  /// The moment now.
  public var clock: @Sendable () -> Instant
  /// Who is coding.
  public var coder: String
  /// The working folder, absolute: typed paths start here.
  public var folder: String
  /// Folders that records may read besides the notebook's own.
  public var allowed: [String]
  /// How answers are laid out.
  public var page: Page
  /// Whether verbs and keywords may be shortened: at the prompt.
  public var mayShorten: Bool
  /// The tables that suggestions are read by, with what the analyst adds to them.
  public var vocabulary = Vocabulary.own
  /// Who waits for long work.
  public var attention: Attention
  /// The bytes of standard input, for `load -`.
  public var standardInput: @Sendable () -> [UInt8]
  /// Opens a file in the analyst's editor and waits for its end; gives the reason where that failed.
  /// None where nobody sits at a terminal: in scripts, pipes and replays.
  public var editor: (@Sendable (_ path: String) -> String?)?

  /// A world.
  public init(
    files: FileStore, clock: @escaping @Sendable () -> Instant, coder: String, folder: String,
    page: Page = Page(), allowed: [String] = [], mayShorten: Bool = false,
    attention: Attention = .none, standardInput: @escaping @Sendable () -> [UInt8] = { [] },
    editor: (@Sendable (_ path: String) -> String?)? = nil
  ) {
    self.files = files
    self.clock = clock
    self.coder = coder
    self.folder = folder
    self.page = page
    self.allowed = allowed
    self.mayShorten = mayShorten
    self.attention = attention
    self.standardInput = standardInput
    self.editor = editor
  }
}

/// What a record says about its own making; in a replay it takes the place of clock and coder.
public struct RecordedFacts: Sendable {
  /// Who made it.
  public var coder: String
  /// When.
  public var time: Instant

  /// Facts of a record.
  public init(coder: String, time: Instant) {
    self.coder = coder
    self.time = time
  }
}
