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
  private let world: World

  init(_ session: Session, _ world: World) {
    self.session = session
    self.world = world
  }

  func run(_ say: (String) -> Void) -> ExitCode {
    var worst = ExitCode.ok
    for id in session.book.articles.all { worst = max(worst, check(id, say)) }
    for row in session.book.annotations.all
    where session.book.annotations[row].condition == .drifted {
      say("\(session.book.address(of: row)) has drifted: \(session.book.annotations.id(row).text)")
      worst = max(worst, .differs)
    }
    return worst
  }

  private func check(_ id: ArticleID, _ say: (String) -> Void) -> ExitCode {
    let article = session.book.articles[id]
    guard article.source != "-", !article.source.contains("://"), let file = session.file,
      let digest = article.sourceDigest
    else { return .ok }
    let bytes: [UInt8]
    do throws(Diagnostic) {
      bytes = try session.sourceBytes(article.source, beside: file, in: world)
    } catch {
      say("\(article.name): \(error.message.sentence); the kept text serves")
      return .ok
    }
    if TextDigest(of: bytes) == digest { return .ok }
    guard let read = try? TextReader.read(bytes, name: article.source) else {
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
        say("    there: “\(Layout.cut(Layout.words(text[nearest]), 60))”")
      }
    }
    let order: [AnchorState] = [.exact, .normalised, .drifted, .ambiguous, .orphan]
    let counts = order.compactMap { state in states[state].map { "\($0) \(state.rawValue)" } }
    say("  in it \(Layout.count(rows.count, "mark")) would be: \(counts.joined(separator: ", "))")
  }
}
