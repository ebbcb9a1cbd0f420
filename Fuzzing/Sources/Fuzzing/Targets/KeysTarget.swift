@testable internal import LineEditing

/// Bytes of a terminal as keys, and a line that they edit.
struct KeysTarget: FuzzTarget {
  func run(_ bytes: [UInt8]) {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for byte in bytes {
      decoder.feed(byte, to: &keys)
      if byte == 0x1B, bytes.count % 3 == 0 { decoder.expire(to: &keys) }
    }
    decoder.expire(to: &keys)
    var line = EditedLine()
    for key in keys { edit(&line, key) }
  }

  private func edit(_ line: inout EditedLine, _ key: Key) {
    switch key {
    case .scalar(let scalar): line.insert([scalar])
    case .paste(let bytes): line.insert(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    case .left: line.cursor -= line.characterBefore
    case .right: line.cursor += line.characterAfter
    case .control(let byte):
      let end = line.text.utf8.count
      line.replace(min(Int(byte), end)..<end, with: "é")
    default: _ = line.text(0..<line.byteOffset)
    }
    hold((0...line.scalars.count).contains(line.cursor), "the cursor left the line")
    hold(line.byteOffset <= line.text.utf8.count, "the cursor is beyond the text")
  }
}
