// A folder that stops answering: desk and board live, say so, and go on by themselves.

import Foundation
import TestKit
import Testing

@Suite("A folder that stops answering") struct SilentFolderTests {
  @Test(.enabled(if: Injection.isPossible), arguments: ["da", "en"])
  func theDeskLivesAndSaysSo(language: String) throws {
    try whileSilent(language) { terminal in
      try terminal.press("Escape")
      try terminal.press("?")
      try terminal.waitFor(language == "da" ? "Et trin tilbage" : "One step back", seconds: 5)
    }
    FaultTable.note("13 silent folder", cases: 1, faults: 1)
  }

  @Test(.enabled(if: Injection.isPossible), arguments: ["da", "en"])
  func theBoardKeepsItsPictureAndSaysSo(language: String) throws {
    try whileSilent(language, "--tavle") { terminal in
      let screen = try terminal.screen()
      #expect(screen.contains("Malene Smedelyng"))
    }
    FaultTable.note("13 silent folder", cases: 1, faults: 1)
  }

  /// Opens a desk or board on a folder that falls silent, and lets it answer again after `then`.
  private func whileSilent(
    _ language: String, _ more: String..., then: (RealTerminal) throws -> Void
  ) throws {
    let said = language == "da" ? "Mappen svarer ikke." : "The folder does not answer."
    let home = try TemporaryFolder()
    defer { home.remove() }
    let data = home.path + "/data"
    let made = try Binary.run(
      ["demo-data", "--mappe", data, "--besøg", "12", "--uger", "1", "--nu", "2026-03-05T10:12"],
      home: home.path)
    try #require(made.status == 0, "\(made.stderr)")
    let terminal = try RealTerminal(
      command: [Binary.path(), "--mappe", data, "--nu", "2026-03-05T10:12", "--sprog", language] + more)
    defer { terminal.close() }
    try terminal.waitFor("Malene Smedelyng")
    let process = try #require(terminal.programProcessID)
    // Every opening of a file now takes as long as on a share whose server has gone.
    let null = open("/dev/null", O_RDWR)
    defer { close(null) }
    let slow = try Subprocess.start(
      [
        Injection.tool, "-f", "-qq", "-o", "/dev/null", "-p", "\(process)", "-e", "trace=openat", "-e",
        "inject=openat:delay_enter=8000000",
      ], environment: [:], output: null)
    try terminal.waitFor(said, seconds: 20)
    try then(terminal)
    slow.kill()
    _ = slow.wait(seconds: 5)
    try terminal.waitUntilGone(said, seconds: 20)
  }
}
