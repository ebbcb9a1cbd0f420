/// What the editor can be told to do. The codes are C1 control characters, which no key gives:
/// decoded keys, not bytes, decide what happens, and nothing that libedit binds itself is reached.
enum EditorCode: UInt8, CaseIterable {
  /// Takes the prepared line; see `TerminalReader`.
  case apply = 0x80
  case newline, toStart, toEnd, wordLeft, wordRight
  case deleteWordBefore, deleteWordAfter, killToEnd, killToStart, yank
  case transpose, clearScreen, upperCase, lowerCase, capitals

  /// libedit's name of the function.
  var function: String? {
    switch self {
    case .apply: nil
    case .newline: "ed-newline"
    case .toStart: "ed-move-to-beg"
    case .toEnd: "ed-move-to-end"
    case .wordLeft: "ed-prev-word"
    case .wordRight: "em-next-word"
    case .deleteWordBefore: "ed-delete-prev-word"
    case .deleteWordAfter: "em-delete-next-word"
    case .killToEnd: "ed-kill-line"
    case .killToStart: "vi-kill-line-prev"
    case .yank: "em-yank"
    case .transpose: "ed-transpose-chars"
    case .clearScreen: "ed-clear-screen"
    case .upperCase: "em-upper-case"
    case .lowerCase: "em-lower-case"
    case .capitals: "em-capitol-case"
    }
  }

  /// What a control character or a key with Alt does, where libedit does it.
  init?(_ key: Key) {
    switch key {
    case .control(0x0d), .control(0x0a): self = .newline
    case .control(0x01), .home: self = .toStart
    case .control(0x05), .end: self = .toEnd
    case .alt("b"), .wordLeft: self = .wordLeft
    case .alt("f"), .wordRight: self = .wordRight
    case .control(0x17), .alt("\u{7f}"): self = .deleteWordBefore
    case .alt("d"): self = .deleteWordAfter
    case .control(0x0b): self = .killToEnd
    case .control(0x15): self = .killToStart
    case .control(0x19): self = .yank
    case .control(0x14): self = .transpose
    case .control(0x0c): self = .clearScreen
    case .alt("u"): self = .upperCase
    case .alt("l"): self = .lowerCase
    case .alt("c"): self = .capitals
    default: return nil
    }
  }
}
