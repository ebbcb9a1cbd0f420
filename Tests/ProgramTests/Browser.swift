import Storage
import Testing

/// A headless browser in which a page is looked at.
enum Browser {
  /// Where Chromium is, if it is on this machine; `make browser` installs it.
  static let path = ["chromium", "chromium-browser", "google-chrome"]
    .map { "/usr/bin/" + $0 }.first { FileStore().exists($0) }

  static let missing: Comment = "no Chromium on this machine; make browser installs it"

  /// What the browser found, one line each: widths, `overflow …`, `contrast …`, and messages of
  /// the console.
  ///
  /// The page is shown unchanged in a frame, because a headless window is never narrower than 500
  /// pixels; what measures it stands outside.
  static func look(at page: String, dark: Bool, in program: Program) throws -> [String] {
    try program.write("look.html", harness(page))
    let scheme = dark ? "--force-dark-mode" : ""
    let result = program.line(
      "HOME=. timeout 120 '\(path ?? "")' --headless=new --hide-scrollbars --no-sandbox"
        + " --disable-gpu \(scheme)"
        + " --user-data-dir=browser --enable-logging=stderr --window-size=1300,2000"
        + " --virtual-time-budget=20000 --dump-dom 'file://\(program.folder)/look.html'")
    let lines = result.out.split(separator: "\n").map(String.init)
    let start = lines.firstIndex { $0.hasSuffix("BEGIN") } ?? lines.endIndex
    let found = lines[start...].dropFirst().prefix { !$0.hasPrefix("END") }
    let said = result.errors.split(separator: "\n").filter { $0.contains(":CONSOLE") }
    return found + said.map(String.init)
  }

  /// How far a browser scrolls a page of a folder that it is given a fragment of; the page writes
  /// it into `data-y`.
  static func scroll(to address: String, in program: Program) -> Int? {
    let result = program.line(
      "HOME=. timeout 120 '\(path ?? "")' --headless=new --hide-scrollbars --no-sandbox"
        + " --disable-gpu --user-data-dir=browser --window-size=600,400"
        + " --virtual-time-budget=5000 --dump-dom '\(address)'")
    guard let start = result.out.firstRange(of: "data-y=\"")?.upperBound else { return nil }
    return Int(result.out[start...].prefix { $0.isNumber })
  }

  private static func harness(_ page: String) -> String {
    let escaped = page.split(separator: "&", omittingEmptySubsequences: false)
      .joined(separator: "&amp;")
      .split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "&quot;")
    return """
      <!doctype html><meta charset="utf-8"><body style="margin:0">
      <pre id="found">nothing</pre>
      <iframe style="border:0;height:2000px" srcdoc="\(escaped)"></iframe>
      <script>\n\(script)\n</script>

      """
  }

  /// Contrast is that of WCAG 2.2, section 1.4.3; text in pictures stands on the shape before it.
  private static let script = """
    const frame = document.querySelector("iframe");
    function light([r, g, b]) {
      const part = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
      return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
    }
    const channels = color => (color.match(/[\\d.]+/g) || []).map(Number);
    function ground(element, view) {
      const before = element.previousElementSibling;
      if (element.tagName === "text" && before && before.tagName === "rect")
        return view.getComputedStyle(before).fill;
      for (let e = element; e; e = e.parentElement) {
        const c = view.getComputedStyle(e).backgroundColor;
        if (channels(c)[3] !== 0) return c;
      }
      return "rgb(255,0,255)";
    }
    function contrasts(page, view, found) {
      let seen = 0;
      for (const e of page.body.querySelectorAll("*")) {
        if (["title", "desc", "style"].includes(e.tagName) || e.closest(".unseen")) continue;
        if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
        const style = view.getComputedStyle(e);
        const ink = channels(e.tagName === "text" ? style.fill : style.color);
        const [a, b] = [light(ink), light(channels(ground(e, view)))];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        seen += 1;
        if (!(ratio >= 4.5)) found.push("contrast " + ratio.toFixed(2) + " " + e.outerHTML.slice(0, 80));
      }
      found.push("texts " + seen);
    }
    window.onload = () => {
      const found = [], page = frame.contentDocument, view = frame.contentWindow;
      found.push("dark " + view.matchMedia("(prefers-color-scheme: dark)").matches);
      for (const width of [360, 1280]) {
        frame.style.width = width + "px";
        const needed = page.scrollingElement.scrollWidth;
        found.push((needed > width ? "overflow " : "width ") + width + " " + needed);
      }
      contrasts(page, view, found);
      document.querySelector("#found").textContent = "BEGIN\\n" + found.join("\\n") + "\\nEND";
    };
    """
}
