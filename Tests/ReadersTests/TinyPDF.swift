/// A PDF made for a test: lines of Helvetica at places of pages of 595 by 842 points.
struct TinyPDF {
  struct Line {
    var x = 72.0
    /// From the upper edge.
    let y: Double
    var size = 11.0
    let text: String
  }

  /// A link over a rectangle of a page.
  struct Link {
    var page = 0
    /// From the upper left corner.
    let x: ClosedRange<Double>
    let y: ClosedRange<Double>
    var action = "/S /URI /URI (https://ostrey.example/rota?week=2)"
  }

  var pages: [[Line]] = []
  var links: [Link] = []
  /// Further entries of each page.
  var entries = ""
  /// Further entries of the trailer.
  var trailer = ""

  /// The file.
  var bytes: [UInt8] {
    var objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    objects.append("<< /Title (draft.doc) /Author (Mara Lind) /CreationDate (D:20330503081500Z) >>")
    var kids: [String] = []
    for page in pages {
      let stream = page.map { line in
        "BT /F1 \(line.size) Tf \(line.x) \(842 - line.y) Td (\(line.text)) Tj ET"
      }.joined(separator: "\n")
      objects.append("<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream")
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(objects.count) 0 R "
          + "/Resources << /Font << /F1 3 0 R >> >> \(entries)"
          + "/Annots [\(annotations(kids.count))] >>")
      kids.append("\(objects.count) 0 R")
    }
    objects[1] = "<< /Type /Pages /Count \(kids.count) /Kids [\(kids.joined(separator: " "))] >>"
    return file(objects)
  }

  private func annotations(_ page: Int) -> String {
    links.filter { $0.page == page }.map { link in
      "<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [\(link.x.lowerBound) "
        + "\(842 - link.y.upperBound) \(link.x.upperBound) \(842 - link.y.lowerBound)] "
        + "/A << \(link.action) >> >>"
    }.joined(separator: " ")
  }

  private func file(_ objects: [String]) -> [UInt8] {
    var out = Array("%PDF-1.4\n".utf8)
    var offsets: [Int] = []
    for (i, object) in objects.enumerated() {
      offsets.append(out.count)
      out += Array("\(i + 1) 0 obj\n\(object)\nendobj\n".utf8)
    }
    let start = out.count
    out += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
    for offset in offsets {
      let digits = String(offset)
      out += Array((String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8)
    }
    out += Array(
      "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R /Info 4 0 R \(trailer) >>\n".utf8)
    return out + Array("startxref\n\(start)\n%%EOF\n".utf8)
  }

  /// A report of three pages with a head, numbers and a paragraph that goes over a page.
  static let report: TinyPDF = {
    var pdf = TinyPDF()
    for page in 1...3 {
      var lines = [
        Line(y: 40, size: 9, text: "Ostrey Courier, report \(page)"),
        Line(x: 290, y: 810, size: 9, text: "\(page)"),
      ]
      if page == 1 {
        lines.append(Line(y: 100, size: 20, text: "Ferry strike enters second week"))
        lines.append(Line(y: 140, size: 14, text: "What is offered"))
      }
      lines += body(page)
      pdf.pages.append(lines)
    }
    return pdf
  }()

  private static func body(_ page: Int) -> [Line] {
    let texts = [
      [
        "The crews of the harbour ferries stayed away from work on Monday for the eighth day,",
        "and no talks have been agreed so far. The union asks for a new inter-",
        "national rota, which the company calls out of the question. It will not return to",
        "work before that.",
      ],
      [
        "Both sides meet the mayor on Thursday, who has offered to speak with each of them",
        "alone before a joint session. The passengers were not invited, although their speaker",
      ],
      [
        "had asked for a seat at the table. Nobody knows how long the strike will last, and the",
        "shops at the quay are closed.",
      ],
    ]
    return texts[page - 1].enumerated().map { i, text in
      Line(y: 170 + Double(i) * 14, text: text)
    }
  }
}
