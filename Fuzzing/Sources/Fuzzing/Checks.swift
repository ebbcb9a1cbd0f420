internal import Casebook
internal import Diagnostics
internal import Glibc
internal import NotebookFormat
internal import Readers
internal import SourceText

/// What must be so: else says what is not and ends, as libFuzzer expects of a finding. The words of
/// `precondition` are lost in a release build, which tries ten times as many inputs.
func hold(_ condition: Bool, _ promise: @autoclosure () -> String) {
  if !condition { broken(promise()) }
}

/// Says what is not as it must be, and ends.
func broken(_ promise: String) -> Never {
  print("broken: \(promise)")
  fflush(nil)
  abort()
}

/// What holds for everything that is shown: no control character, nothing invisible.
func checkSafe(_ text: String) {
  for scalar in text.unicodeScalars where scalar != "\n" {
    hold(!VisibleText.isHidden(scalar), "U+\(String(scalar.value, radix: 16)) is shown")
  }
}

/// Reads a source; what was read is checked, what cannot be read must say so in words.
func check(_ read: () throws(Diagnostic) -> ReadSource) {
  do throws(Diagnostic) {
    let source = try read()
    for article in source.articles { check(article.content) }
    for problem in source.problems { checkSafe(problem.reason.rendered()) }
  } catch {
    checkSafe(error.rendered())
  }
}

/// The invariants of an article: canonical text, blocks in order within it and between scalars, and
/// the same again when it is kept and read back.
func check(_ content: ArticleContent) {
  let bytes = content.text.bytes
  hold(CanonicalText.canonical(bytes) == bytes, "the text is not canonical")
  var end = 0
  for block in content.blocks {
    hold(block.range.lowerBound >= end, "blocks overlap or are out of order")
    hold(block.range.upperBound <= bytes.count, "a block reaches beyond the text")
    for edge in [block.range.lowerBound, block.range.upperBound] where edge < bytes.count {
      hold(bytes[edge] & 0xC0 != 0x80, "a block begins or ends within a scalar")
    }
    end = block.range.upperBound
  }
  let kept = KeptText.print(content)
  let again = KeptText.parse(kept, over: content.text)
  hold(again?.blocks == content.blocks, "the kept blocks are others")
  hold(again.map { KeptText.print($0) } == kept, "what is kept is not what is read back")
}
