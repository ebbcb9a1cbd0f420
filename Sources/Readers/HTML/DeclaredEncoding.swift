/// The encoding that a page declares in a meta element (HTML standard, section 13.2.3.2).
enum DeclaredEncoding {
  /// So many bytes are looked at; browsers look at 1,024, but saved pages have more before it.
  private static let head = 65_536

  /// Its name as iconv knows it; nil where none is declared, or one that this byte stream cannot
  /// have.
  static func of(_ bytes: [UInt8]) -> String? {
    let span = bytes.span
    let end = min(span.count, head)
    var i = 0
    while i < end {
      if span[i] | 0x20 == 0x63, Markup.begins("charset", at: i, span) {
        if let name = name(from: i + 7, end, span) { return known(name) }
      }
      i += 1
    }
    return nil
  }

  private static func name(from start: Int, _ end: Int, _ span: Span<UInt8>) -> String? {
    var i = start
    while i < end, Markup.isBlank(span[i]) { i += 1 }
    guard i < end, span[i] == 0x3D else { return nil }
    i += 1
    while i < end, Markup.isBlank(span[i]) || span[i] == 0x22 || span[i] == 0x27 { i += 1 }
    var name: [UInt8] = []
    while i < end, name.count < 40, isPart(span[i]) {
      name.append(Markup.lowered(span[i]))
      i += 1
    }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    Markup.isLetter(byte) || (0x30...0x39).contains(byte) || [0x2D, 0x5F, 0x3A].contains(byte)
  }

  /// Names that mean a larger encoding on the web (Encoding standard, section 4.2).
  private static let larger = [
    "iso-8859-1": "WINDOWS-1252", "latin1": "WINDOWS-1252", "us-ascii": "WINDOWS-1252",
    "ascii": "WINDOWS-1252", "iso-8859-9": "WINDOWS-1254", "shift_jis": "CP932",
    "shift-jis": "CP932", "x-sjis": "CP932", "gb2312": "GB18030", "gbk": "GB18030",
    "euc-kr": "CP949", "ks_c_5601-1987": "CP949", "tis-620": "CP874", "utf8": "UTF-8",
  ]

  private static func known(_ name: String) -> String? {
    name.hasPrefix("utf-16") || name.hasPrefix("utf-32") || name.hasPrefix("utf-7")
      ? nil : larger[name] ?? name.uppercased()
  }
}
