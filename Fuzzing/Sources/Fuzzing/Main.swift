internal import Glibc

// libFuzzer has `main` and asks for these two. The first word of the command line names the target,
// the rest is libFuzzer's: `Fuzzing notebook -max_total_time=60 Corpus/notebook`.

/// Takes the target's name from the command line.
@_cdecl("LLVMFuzzerInitialize")
public func initialise(
  _ count: UnsafeMutablePointer<Int32>,
  _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
) -> Int32 {
  let names = targets.keys.sorted()
  guard count.pointee > 1, let name = words.pointee[1].map({ String(cString: $0) }),
    let target = targets[name]
  else {
    print(names.joined(separator: "\n"))
    exit(count.pointee > 1 ? 2 : 0)
  }
  chosen = target()
  for i in 1..<Int(count.pointee) { words.pointee[i] = words.pointee[i + 1] }
  count.pointee -= 1
  return 0
}

/// Tries one input. What the program promises about it is checked by `hold`.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryOne(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  chosen?.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

/// The target of this process; set once, before the first input.
private nonisolated(unsafe) var chosen: (any FuzzTarget)?

/// Takes bytes and must end, with an answer or with a diagnostic that renders.
protocol FuzzTarget {
  init()
  func run(_ bytes: [UInt8])
}

/// Every target, by name; its texts to begin with are in `Corpus/NAME`.
private var targets: [String: () -> any FuzzTarget] {
  [
    "anchor": AnchorTarget.init,
    "clause": ClauseTarget.init,
    "command": CommandTarget.init,
    "document": DocumentTarget.init,
    "feed": FeedTarget.init,
    "interrupted": InterruptedTarget.init,
    "journal": JournalTarget.init,
    "json": JSONTarget.init,
    "keys": KeysTarget.init,
    "line": LineTarget.init,
    "mail": MailTarget.init,
    "markup": MarkupTarget.init,
    "notebook": NotebookTarget.init,
    "page": PageTarget.init,
    "pdf": PDFTarget.init,
    "record": RecordTarget.init,
    "suggest": SuggestTarget.init,
    "terminal": TerminalTarget.init,
    "text": TextTarget.init,
    "together": TogetherTarget.init,
  ]
}
