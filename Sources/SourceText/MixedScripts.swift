/// Words that mix letters of scripts whose letters look alike: `Аlba` with a Cyrillic А is another
/// name than `Alba`. A small part of Unicode Technical Standard #39, section 5.2: Latin, Greek,
/// Cyrillic and Armenian, the scripts that are taken for each other.
public enum MixedScripts {
  /// A script that is told apart.
  public enum Script: String, Sendable {
    case latin = "Latin"
    case greek = "Greek"
    case cyrillic = "Cyrillic"
    case armenian = "Armenian"
  }

  /// The first word that mixes scripts, with them in the order in which they come; nil where none
  /// does. Different words of a name may be of different scripts.
  public static func word(in text: String) -> (word: String, scripts: [Script])? {
    for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "-" || $0 == "/" }) {
      var scripts: [Script] = []
      for scalar in word.unicodeScalars {
        if let script = script(of: scalar), !scripts.contains(script) { scripts.append(script) }
      }
      if scripts.count > 1 { return (String(word), scripts) }
    }
    return nil
  }

  /// The script of a letter by its block; nil for other scripts and for what is no letter.
  private static func script(of scalar: Unicode.Scalar) -> Script? {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF,
      0xFF21...0xFF3A, 0xFF41...0xFF5A:
      .latin
    case 0x370...0x373, 0x376...0x377, 0x37B...0x37D, 0x37F, 0x386, 0x388...0x3FF, 0x1F00...0x1FFF:
      .greek
    case 0x400...0x481, 0x48A...0x52F, 0x1C80...0x1C88, 0xA640...0xA66E: .cyrillic
    case 0x531...0x556, 0x561...0x587: .armenian
    default: nil
    }
  }
}
