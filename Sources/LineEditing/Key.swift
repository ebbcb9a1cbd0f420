/// One key, decoded from the bytes of a terminal.
enum Key: Equatable, Sendable {
  case scalar(Unicode.Scalar)
  /// A control character, by its byte: 0x01 is Ctrl-A, 0x7f the backspace of most terminals.
  case control(UInt8)
  /// A key typed together with Alt, or after ESC.
  case alt(Unicode.Scalar)
  /// ESC alone.
  case escape
  case up, down, left, right, home, end
  case delete, backTab, wordLeft, wordRight
  /// A bracketed paste, as it came.
  case paste([UInt8])
  /// A whole sequence that means nothing here.
  case unknown
}
