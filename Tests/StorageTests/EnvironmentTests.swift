import Glibc
import Storage
import Testing

@Suite struct EnvironmentTests {
  @Test func variablesAreFoundOrNot() {
    #expect(Environment.variable("PATH")?.isEmpty == false)
    #expect(Environment.variable("VERBATIM_NO_SUCH_VARIABLE") == nil)
  }

  @Test func theCurrentFolderIsAbsolute() {
    #expect(Environment.currentFolder?.hasPrefix("/") == true)
  }

  @Test func theUserHasAName() {
    #expect(Environment.loginName?.isEmpty == false)
  }

  @Test func aFileIsNoTerminal() throws {
    let files = SystemFiles()
    let file = try files.open("/dev/null", .read, mode: 0)
    #expect(!Environment.isTerminal(file.descriptor))
    #expect(Environment.terminalWidth(file.descriptor) == nil)
    try files.close(file)
  }

  @Test func theClocksGoForward() {
    #expect(Environment.now() > 1_700_000_000)
    let before = Environment.processorSeconds
    var sum = 0
    for i in 0..<1_000_000 { sum &+= i * i }
    #expect(sum != 1)
    #expect(Environment.processorSeconds > before)
  }
}
