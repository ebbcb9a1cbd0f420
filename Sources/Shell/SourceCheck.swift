internal import Anchoring
internal import Casebook
internal import CommandKit
internal import Diagnostics
internal import Readers
internal import SourceText
internal import Storage

/// Looks whether the sources of a notebook are still what was loaded, and says which state each mark
/// would have in a changed one. The kept text serves all the same.
struct SourceCheck {
  private let session: Session
  private let reader: KeptTextReader?
  private let seen = SeenSource()

  init(_ session: Session, _ world: World) {
    self.session = session
    reader = session.file.map { KeptTextReader(notebook: $0.path, world: world) }
  }

  func run(_ say: (String) -> Void) -> ExitCode {
    var worst = ExitCode.ok
    for id in session.book.articles.all { worst = max(worst, check(id, say)) }
    for row in session.book.annotations.all
    where session.book.annotations.condition(row) == .drifted {
      say("\(session.book.address(of: row)) has drifted: \(session.book.annotations.id(row).text)")
      worst = max(worst, .differs)
    }
    return worst
  }

  private func check(_ id: ArticleID, _ say: (String) -> Void) -> ExitCode {
    let article = session.book.articles[id]
    let source = SourceReference(article.source)
    guard source.path != "-", !source.path.contains("://"), let reader,
      let digest = article.sourceDigest
    else { return .ok }
    if seen.path != source.path { seen.look(at: source.path, reader) }
    if let error = seen.error {
      say("\(article.name): \(error.message.sentence); the kept text serves")
      return .ok
    }
    if seen.digest == digest { return .ok }
    if seen.isUnread {
      say("\(article.name): ‘\(article.source)’ has changed; the marks refer to the kept text")
      say("  to compare it, load it anew: opening a notebook runs no program that converts it")
      return .differs
    }
    guard let read = seen.source?.article(source.part) else {
      say("\(article.name): ‘\(article.source)’ has changed and can no longer be read")
      return .differs
    }
    if read.content.text.digest == article.textDigest { return .ok }
    say("\(article.name): ‘\(article.source)’ has changed; the marks refer to the kept text")
    tally(id, read.content.text, say)
    return .differs
  }

  /// The state that every mark would have in the changed text.
  private func tally(_ id: ArticleID, _ text: CanonicalText, _ say: (String) -> Void) {
    let rows = session.book.annotations(of: id)
    var states: [AnchorState: Int] = [:]
    for row in rows {
      let annotation = session.book.annotations[row]
      let anchor = describe(annotation.pieces, in: session.book.articles[id].text)
      let found = locate(anchor, in: text)
      states[found.state, default: 0] += 1
      if found.state == .exact { continue }
      let words = Layout.words(annotation.words(in: session.book.articles[id].text))
      say("  \(annotation.id.text) \(found.state.rawValue): “\(Layout.cut(words, 60))”")
      if let nearest = found.pieces.first ?? found.nearest {
        let (was, now) = WordDifference.between(words, Layout.words(text[nearest]))
        say("    was: “\(Layout.cut(was, 66))”")
        say("    now: “\(Layout.cut(now, 66))”")
      }
    }
    let order: [AnchorState] = [.exact, .normalised, .drifted, .ambiguous, .orphan]
    let counts = order.compactMap { state in states[state].map { "\($0) \(state.rawValue)" } }
    say("  in it \(Layout.count(rows.count, "mark")) would be: \(counts.joined(separator: ", "))")
  }
}

/// The source that was looked at last: the articles of one follow each other.
private final class SeenSource {
  private(set) var path: String?
  private(set) var digest: TextDigest?
  private(set) var error: Diagnostic?
  private var bytes: [UInt8] = []
  private var read: ReadSource??
  /// Whether it is not read because a program would have to convert it.
  private var needsProgram = false

  /// Its articles; nil where it can no longer be read.
  var source: ReadSource? {
    if let read { return read }
    needsProgram = false
    var source: ReadSource?
    do throws(Diagnostic) { source = try ArticleReader.source(bytes, name: path ?? "") } catch {
      needsProgram = error.message.id == "not-converted"
    }
    read = .some(source)
    return source
  }

  /// Whether it could only be read by running a program.
  var isUnread: Bool { source == nil && needsProgram }

  func look(at path: String, _ reader: KeptTextReader) {
    self.path = path
    (digest, error) = (nil, nil)
    do throws(Diagnostic) {
      bytes = try reader.sourceBytes(path, isKept: true)
      digest = TextDigest(of: bytes)
      read = nil
    } catch { self.error = error }
  }
}

/// Where two wordings differ: the words that are not the same at their beginnings and ends, with one
/// word around them.
enum WordDifference {
  static func between(_ old: String, _ new: String) -> (String, String) {
    let a = old.split(separator: " ")
    let b = new.split(separator: " ")
    var head = 0
    while head < min(a.count, b.count), a[head] == b[head] { head += 1 }
    var tail = 0
    while tail < min(a.count, b.count) - head, a[a.count - 1 - tail] == b[b.count - 1 - tail] {
      tail += 1
    }
    return (excerpt(a, head, tail), excerpt(b, head, tail))
  }

  private static func excerpt(_ words: [Substring], _ head: Int, _ tail: Int) -> String {
    let from = max(0, head - 1)
    let to = min(words.count, words.count - tail + 1)
    return (from > 0 ? "… " : "") + words[from..<max(from, to)].joined(separator: " ")
      + (to < words.count ? " …" : "")
  }
}
