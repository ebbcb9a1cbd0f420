import CommandKit
import Diagnostics
import Glibc
import Synchronization
import TestKit
import Testing

/// `load` with an address.
@Suite struct LoadingTests {
  private static let page = """
    <html><head><title>Ferries run again</title></head><body><article><h1>Ferries run again</h1>
    <p>The first ferry left Port Selan at six in the morning with forty passengers and two goats,
    and reached the eastern bank of the Merrow without having been stopped by anybody.</p>
    <p>“No ferry, no market,” said Mira Oslin, the foreign minister, who had come to see it off
    and stayed for the coffee that the harbour council pours for everyone on such days.</p>
    <p>The second boat is to run at noon, and the harbour office hopes to sell tickets for every
    day of the coming week, unless the guards on the other side change their minds.</p>
    </article></body></html>
    """

  private func server() -> LoopbackServer {
    setenv("no_proxy", "127.0.0.1", 1)
    return LoopbackServer { path in
      switch path {
      case "/short":
        LoopbackServer.Answer(
          status: "302 Found", headers: ["Location: /2031/ferry.html?from=short"])
      case "/gone": LoopbackServer.Answer(status: "404 Not Found", body: Array("none".utf8))
      default:
        LoopbackServer.Answer(
          headers: [
            "Content-Type: application/octet-stream",
            "Last-Modified: Fri, 18 Apr 2031 10:00:00 GMT",
          ],
          body: Array(Self.page.utf8))
      }
    }
  }

  @Test func theTextIsKeptAndNothingIsFetchedAgain() throws {
    let server = server()
    let world = try TestWorld()
    var session = try TestSession(opening: "talks.md", in: world)
    let loaded = session.run("load \(server.address("/short"))").text
    #expect(loaded.contains("ferry   “Ferries run again”"), "\(loaded)")
    #expect(loaded.contains("published  not stated"), "Last-Modified is not the day: \(loaded)")
    let line = "> load \(server.address("/2031/ferry.html?from=short")) as ferry\n"
    #expect(session.notebook.contains(line), "\(session.notebook)")
    session.run("save")
    #expect(server.requests.withLock { $0 } == 2)
    var again = try TestSession(opening: "talks.md", in: world)
    #expect(again.run("find \"forty passengers\"").text.contains("ferry:1"))
    let card = again.run("show ferry").text
    #expect(card.contains("address"))
    #expect(card.contains("(fetched from)"), "\(card)")
    #expect(server.requests.withLock { $0 } == 2)
  }

  @Test func aNameThatIsAKeywordGetsANumber() throws {
    let server = server()
    var session = try TestSession(opening: "talks.md", in: TestWorld())
    let loaded = session.run("load \(server.address("/title.html"))").text
    #expect(loaded.hasPrefix("title-2   "), "\(loaded)")
  }

  @Test func whatCannotBeFetchedChangesNothing() throws {
    let server = server()
    var session = try TestSession(opening: "talks.md", in: TestWorld())
    let before = session.notebook
    let gone = session.run("load \(server.address("/gone"))")
    #expect(gone.diagnostic?.message.id == "cannot-load")
    #expect(gone.text.contains("the server answers 404, not found"), "\(gone.text)")
    let unkept = session.run("load \(server.address("/ferry")) unkept")
    #expect(unkept.diagnostic?.message.id == "must-be-kept")
    let named = session.run("load http://me:secret@127.0.0.1/ferry")
    #expect(named.text.contains("name or password"))
    #expect(session.notebook == before)
  }
}
