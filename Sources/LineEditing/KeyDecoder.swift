/// Turns the bytes of a terminal into keys. Sequences are taken whole, known or not, so that an
/// unknown key leaves nothing behind.
struct KeyDecoder {
  private enum State {
    case ground
    case escape
    /// After `ESC [`: parameters and intermediates.
    case csi
    /// Bytes that still belong to the sequence: a mouse report, a function key of the console.
    case trailing(Int)
    /// After `ESC O`.
    case ss3
    /// OSC, DCS, SOS, PM, APC: everything up to BEL or ST. True after an ESC within.
    case string(Bool)
    case paste
  }

  private var state = State.ground
  private var scalars = ScalarDecoder()
  private var parameters: [UInt8] = []
  private var pasted: [UInt8] = []

  /// More parameters than this belong to no key.
  private static let parameterLimit = 32
  private static let pasteEnd = Array("\u{1b}[201~".utf8)

  /// How many milliseconds may pass before a sequence that is not whole counts as ended: 50 for
  /// ESC alone, a second within a sequence, which a slow connection may cut. None: it can wait.
  var patience: Int32? {
    switch state {
    case .ground: scalars.isPending ? 1000 : nil
    case .escape: 50
    case .paste: nil
    case .csi, .trailing, .ss3, .string: 1000
    }
  }

  /// Whether a bracketed paste has begun and not ended.
  var isPasting: Bool {
    if case .paste = state { true } else { false }
  }

  /// Takes one byte; the keys that it completes are appended.
  mutating func feed(_ byte: UInt8, to keys: inout [Key]) {
    switch state {
    case .ground: ground(byte, &keys)
    case .escape: afterEscape(byte, &keys)
    case .csi: control(byte, &keys)
    case .ss3:
      if restarted(by: byte, &keys) { return }
      state = .ground
      keys.append(
        byte == UInt8(ascii: "M") ? .control(0x0d) : Self.cursorKey(byte, modifier: nil))
    case .trailing(let count):
      state = count > 1 ? .trailing(count - 1) : .ground
      if count == 1 { keys.append(.unknown) }
    case .string(let escaped): string(byte, escaped, &keys)
    case .paste: paste(byte, &keys)
    }
  }

  /// The patience is over: what has come is all there is.
  mutating func expire(to keys: inout [Key]) {
    switch state {
    case .ground: scalars.finish { keys.append(.scalar($0)) }
    case .escape: keys.append(.escape)
    case .paste: return
    case .csi, .trailing, .ss3, .string: keys.append(.unknown)
    }
    state = .ground
  }

  private mutating func ground(_ byte: UInt8, _ keys: inout [Key]) {
    if byte == 0x1b {
      scalars.finish { keys.append(.scalar($0)) }
      state = .escape
      return
    }
    scalars.feed(byte) { scalar in
      if scalar.value < 0x20 || scalar.value == 0x7f {
        keys.append(.control(UInt8(scalar.value)))
      } else {
        keys.append(.scalar(scalar))
      }
    }
  }

  private mutating func afterEscape(_ byte: UInt8, _ keys: inout [Key]) {
    state = .ground
    switch byte {
    case UInt8(ascii: "["):
      parameters = []
      state = .csi
    case UInt8(ascii: "O"): state = .ss3
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      state = .string(false)
    case 0x1b:
      keys.append(.escape)
      state = .escape
    case 0x20...0x7f: keys.append(.alt(Unicode.Scalar(byte)))
    case 0x08: keys.append(.alt("\u{7f}"))
    case 0x80...0xff:
      keys.append(.escape)
      ground(byte, &keys)
    default: keys.append(.unknown)
    }
  }

  /// A control character ends every sequence; ESC begins the next one.
  private mutating func restarted(by byte: UInt8, _ keys: inout [Key]) -> Bool {
    guard byte < 0x20 || byte == 0x7f else { return false }
    keys.append(.unknown)
    state = .ground
    ground(byte, &keys)
    return true
  }

  private mutating func control(_ byte: UInt8, _ keys: inout [Key]) {
    if restarted(by: byte, &keys) { return }
    guard (0x40...0x7e).contains(byte) else {
      if parameters.count < Self.parameterLimit { parameters.append(byte) }
      return
    }
    state = .ground
    switch byte {
    case UInt8(ascii: "M") where parameters.isEmpty: state = .trailing(3)
    case UInt8(ascii: "[") where parameters.isEmpty: state = .trailing(1)
    case UInt8(ascii: "~") where parameters == Array("200".utf8):
      pasted = []
      state = .paste
    default: keys.append(Self.key(final: byte, parameters))
    }
  }

  private mutating func string(_ byte: UInt8, _ escaped: Bool, _ keys: inout [Key]) {
    switch byte {
    case 0x1b: state = .string(true)
    case 0x07,
      UInt8(ascii: "\\") where escaped:
      keys.append(.unknown)
      state = .ground
    default:
      if !restarted(by: byte, &keys) { state = .string(false) }
    }
  }

  private mutating func paste(_ byte: UInt8, _ keys: inout [Key]) {
    pasted.append(byte)
    guard byte == UInt8(ascii: "~"), pasted.suffix(Self.pasteEnd.count) == Self.pasteEnd[...]
    else { return }
    pasted.removeLast(Self.pasteEnd.count)
    keys.append(.paste(pasted))
    pasted = []
    state = .ground
  }
}
