internal import CArchive
internal import Diagnostics

/// What is packed in a source, unpacked to memory with limits; nothing is written to disk, and the
/// paths in an archive are nothing but names.
enum Archive {
  /// More than this comes out of no honest document, in bytes.
  static let most: Int64 = 128 << 20
  /// More than this comes out of no honest compressed source, in bytes.
  static let mostCompressed: Int64 = 512 << 20
  private static let mostFiles: Int32 = 20_000

  /// The files of a zip archive whose path has one of some endings, by path.
  static func files(
    _ bytes: [UInt8], endings: [String], name: String
  ) throws(Diagnostic) -> [String: [UInt8]] {
    var content = carchive_content()
    defer { carchive_release(&content) }
    let words = endings.map { Array($0.utf8CString) }
    let result = Pointers.with(words) { pointers in
      bytes.withUnsafeBufferPointer { bytes in
        carchive_unzip(
          bytes.baseAddress, Int64(bytes.count), pointers, most, mostFiles, &content)
      }
    }
    try check(result, name)
    var files: [String: [UInt8]] = [:]
    for i in 0..<Int(content.count) {
      let entry = content.entries[i]
      let path = String(cString: entry.path)
      if files[path] == nil { files[path] = copy(entry) }
    }
    return files
  }

  /// The bytes that gzip, bzip2, xz or zstd packed.
  static func decompressed(_ bytes: [UInt8], name: String) throws(Diagnostic) -> [UInt8] {
    var content = carchive_content()
    defer { carchive_release(&content) }
    let result = bytes.withUnsafeBufferPointer { bytes in
      carchive_decompress(bytes.baseAddress, Int64(bytes.count), mostCompressed, &content)
    }
    try check(result, name)
    return content.count > 0 ? copy(content.entries[0]) : []
  }

  /// A body whose coding HTTP calls `br` or `deflate`; not more than `most` bytes of it, and a step.
  static func decoded(
    _ bytes: [UInt8], _ coding: String, name: String, most: Int64 = mostCompressed
  ) throws(Diagnostic) -> [UInt8] {
    var content = carchive_content()
    defer { carchive_release(&content) }
    let result = bytes.withUnsafeBufferPointer { bytes in
      carchive_decode(coding, bytes.baseAddress, Int64(bytes.count), most, &content)
    }
    try check(result, name, needs: coding == "br" ? "libbrotli1" : "zlib1g")
    return content.count > 0 ? copy(content.entries[0]) : []
  }

  private static func copy(_ entry: carchive_entry) -> [UInt8] {
    Array(UnsafeBufferPointer(start: entry.bytes, count: Int(entry.length)))
  }

  private static func check(
    _ result: Int32, _ name: String, needs package: String = "libarchive13"
  ) throws(Diagnostic) {
    switch Int(result) {
    case carchive_done: return
    case carchive_missing: throw Diagnostic(.archivesNeed(package))
    case carchive_too_large: throw Diagnostic(.archiveTooLarge(name))
    case carchive_nested:
      throw Diagnostic(.packedTwice(name), hint: "unpack it, and load what comes out")
    case carchive_encrypted:
      throw Diagnostic(.archiveEncrypted(name), hint: "save it without a password")
    default: throw Diagnostic(.archiveBroken(name), hint: "save or download it again")
    }
  }
}

/// An array of C strings, ended by nil.
enum Pointers {
  static func with<Result>(
    _ words: [[CChar]], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
  ) -> Result {
    let copies: [UnsafeMutablePointer<CChar>] = words.map { word in
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: word.count)
      copy.initialize(from: word, count: word.count)
      return copy
    }
    defer { for copy in copies { copy.deallocate() } }
    let pointers: [UnsafePointer<CChar>?] = copies.map { UnsafePointer($0) } + [nil]
    return pointers.withUnsafeBufferPointer { body($0.baseAddress!) }
  }
}

extension Message {
  static func archivesNeed(_ package: String) -> Message {
    Message("library-missing", "archives cannot be read: the package \(package) is missing")
  }
  static func archiveTooLarge(_ name: String) -> Message {
    Message(
      "archive-too-large", "‘\(name)’ unpacks to more than an article can be, and is not read")
  }
  static func archiveEncrypted(_ name: String) -> Message {
    Message("archive-encrypted", "‘\(name)’ is encrypted")
  }
  static func archiveBroken(_ name: String) -> Message {
    Message("archive-broken", "‘\(name)’ is cut off or broken")
  }
}
