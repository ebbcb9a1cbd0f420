internal import Casebook
public import Diagnostics
internal import NotebookFormat
internal import Readers
public import SourceText
internal import Storage

/// What a `load` record says, as far as opening needs it.
public struct LoadLine: Sendable {
  /// The source's path or address, as recorded.
  public let source: String
  /// The article's name.
  public let name: String
  /// Whether nothing but marked words is kept.
  public let isUnkept: Bool

  /// Reads a `load` line; nil where it names no source.
  public init?(_ line: CommandLine) {
    guard line.words.count >= 2 else { return nil }
    source = line.text(line.words[1])
    let plain = line.words.map { $0.form == .plain ? line.text($0) : "" }
    if let place = plain.firstIndex(of: "as"), place + 1 < line.words.count {
      name = line.text(line.words[place + 1])
    } else {
      name = LoadLine.name(for: SourceReference(source).path)
    }
    isUnkept = plain.contains("unkept")
  }

  /// A short name made from a path: its last part without ending, what cannot stand in a name left
  /// out.
  public static func name(for source: String) -> String {
    var stem = Paths.name(source)
    if let dot = stem.lastIndex(of: "."), dot != stem.startIndex { stem = String(stem[..<dot]) }
    var name = ""
    for scalar in stem.unicodeScalars {
      let fits =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-"
        || scalar == "_" || scalar == "."
      if fits { name.unicodeScalars.append(scalar) } else if !name.hasSuffix("-") { name += "-" }
    }
    while name.hasPrefix("-") { name.removeFirst() }
    while name.hasSuffix("-") { name.removeLast() }
    let isNumber = name.utf8.allSatisfy { (0x2D...0x39).contains($0) }
    return name.isEmpty ? "article" : isNumber ? "article-\(name)" : name
  }
}

/// The facts of an article: `: wire bytes DIGEST`, `: wire text DIGEST reader 1`.
public struct ArticleFacts: Sendable {
  /// SHA-256 of the source's bytes.
  public var bytes: TextDigest?
  /// SHA-256 of the canonical text.
  public var text: TextDigest?

  /// Reads the facts; what is not understood is passed over.
  public init(_ lines: [ArraySlice<UInt8>]) {
    for line in lines {
      let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard words.count >= 2 else { continue }
      if words[0] == "bytes" { bytes = TextDigest(hex: words[1]) }
      if words[0] == "text" { text = TextDigest(hex: words[1]) }
    }
  }
}

/// Reads what a notebook's articles refer to: the kept text beside the notebook, else the source. No
/// file outside the notebook's folder is read unless it was allowed.
public struct KeptTextReader {
  private let folder: String
  private let world: World
  private let seen = Seen()

  /// What need not be looked up again.
  private final class Seen {
    /// The source that was read last: the articles of one follow each other.
    var path: String?
    var source: ReadSource?
    private var roots: [String]?

    /// The folders that may be read, symbolic links resolved; without those that do not exist.
    func roots(of folders: [String], _ files: FileStore) -> [String] {
      if let roots { return roots }
      let found = folders.compactMap { try? files.resolved($0) }
      roots = found
      return found
    }
  }

  /// For the notebook at a path.
  public init(notebook: String, world: World) {
    folder = Paths.parent(notebook)
    self.world = world
  }

  /// The folder of kept texts.
  var kept: String { Paths.join(folder, "sources") }

  /// The digest and the content of an article.
  func content(_ load: LoadLine, _ facts: ArticleFacts) throws(Diagnostic)
    -> (String, ArticleContent)
  {
    if let text = facts.text, let content = keptContent(text.hex) { return (text.hex, content) }
    let reference = SourceReference(load.source)
    let source = try source(reference.path)
    guard let read = source.article(reference.part) else {
      throw Diagnostic(.evidenceMissing(load.source, "it is no longer in the source"))
    }
    let digest = read.content.text.digest.hex
    if let text = facts.text, text.hex != digest {
      throw Diagnostic(
        .sourceChanged(load.source),
        hint: "there is no kept text; restore the source, or load it anew")
    }
    return (digest, read.content)
  }

  /// The articles of a source.
  private func source(_ path: String) throws(Diagnostic) -> ReadSource {
    if seen.path == path, let source = seen.source { return source }
    let source = try ArticleReader.source(try sourceBytes(path), name: path)
    (seen.path, seen.source) = (path, source)
    return source
  }

  private func keptContent(_ digest: String) -> ArticleContent? {
    let path = Paths.join(kept, digest)
    guard let bytes = try? world.files.read(path + ".txt"), TextDigest(of: bytes).hex == digest,
      let blocks = try? world.files.read(path + ".blocks")
    else { return nil }
    return KeptText.parse(blocks, over: CanonicalText(canonical: bytes))
  }

  /// The bytes of a source as a notebook names it.
  ///
  /// - Parameter isKept: whether the text is known without it.
  /// - Throws: where it cannot be read, or may not.
  public func sourceBytes(
    _ source: String, isKept: Bool = false
  ) throws(Diagnostic) -> [UInt8] {
    let path = Paths.absolute(source, in: folder)
    guard isAllowed(path) else {
      throw Diagnostic(.notAllowed(source), hint: "--allow \(Paths.parent(source))")
    }
    do throws(FileError) { return try world.files.read(path) } catch {
      throw Diagnostic(
        isKept
          ? .sourceMissing(source, error.reason) : .evidenceMissing(source, error.reason))
    }
  }

  /// Whether a path lies in the notebook's folder or one that was allowed, symbolic links resolved.
  /// What does not exist can give nothing away; reading it says that it is missing.
  private func isAllowed(_ path: String) -> Bool {
    do throws(FileError) {
      let real = try world.files.resolved(path)
      return seen.roots(of: allowed, world.files).contains { Paths.isInside(real, $0) }
    } catch {
      return error.isMissing && allowed.contains { path.hasPrefix($0 + "/") }
    }
  }

  private var allowed: [String] {
    ([folder] + world.allowed).map { Paths.absolute($0, in: world.folder) }
  }
}

extension Message {
  static func sourceChanged(_ source: String) -> Message {
    Message(
      "source-changed", "‘\(source)’ is not the text that was marked, which was not kept",
      exit: .evidenceMissing)
  }
  static func notAllowed(_ source: String) -> Message {
    Message(
      "not-allowed", "‘\(source)’ lies outside the notebook's folder and is not read",
      exit: .evidenceMissing)
  }
  static func sourceMissing(_ source: String, _ reason: String) -> Message {
    Message("evidence-missing", "‘\(source)’ cannot be read: \(reason)", exit: .evidenceMissing)
  }
  static func evidenceMissing(_ source: String, _ reason: String) -> Message {
    Message(
      "evidence-missing", "neither ‘\(source)’ nor its kept text can be read: \(reason)",
      exit: .evidenceMissing)
  }
}
