// A save that the disk, or somebody else's lock, holds up: the real desk says so, hides and can be left.

import Foundation
import Glibc
import TestKit
import Testing

@Suite("A save that is held up", .serialized) struct SlowSaveTests {
  private static let now = "2026-03-05T10:12"

  /// A desk at 80×24 on a made-up folder, on I dag.
  private final class Desk {
    let home: TemporaryFolder
    let terminal: RealTerminal
    let isDanish: Bool
    var data: String { home.path + "/data" }

    init(_ language: String) throws {
      home = try TemporaryFolder()
      isDanish = language == "da"
      let data = home.path + "/data"
      let made = try Binary.run(
        ["demo-data", "--mappe", data, "--besøg", "12", "--uger", "1", "--nu", SlowSaveTests.now],
        home: home.path)
      try #require(made.status == 0, "\(made.stderr)")
      // A home that outlives the terminal, so that the next start finds the same state.
      terminal = try RealTerminal(
        command: [
          Binary.path(), "--mappe", data, "--nu", SlowSaveTests.now, "--sprog", language, "--skole", "EUC",
          "--som", "MAL",
        ], environment: ["XDG_STATE_HOME": home.path + "/state"])
      try terminal.waitFor("Malene Smedelyng")
      try terminal.press("Escape")
    }

    func waitFor(_ danish: String, _ english: String, seconds: Double = 20) throws {
      try terminal.waitFor(isDanish ? danish : english, seconds: seconds)
    }

    /// The lines of one kind in the log.
    func lines(_ kind: String) throws -> Int {
      let files = try FileManager.default.subpathsOfDirectory(atPath: data + "/log")
      return try files.filter { $0.hasSuffix(".jsonl") }.reduce(0) { count, file in
        let text = try String(contentsOfFile: data + "/log/" + file, encoding: .utf8)
        return count + text.split(separator: "\n").count { $0.contains("\"\(kind)\"") }
      }
    }

    /// The append lock of this user's processes, which this process takes: let go by closing it.
    func takeLock() throws -> Int32 {
      var path: String?
      try terminal.wait(for: "the lock") {
        let state = home.path + "/state"
        path = try? FileManager.default.subpathsOfDirectory(atPath: state)
          .first { $0.hasSuffix("/lock") }.map { state + "/" + $0 }
        return path != nil
      }
      let file = open(path ?? "", O_RDWR)
      try #require(file >= 0)
      try terminal.wait(for: "the lock to be free") { flock(file, LOCK_EX | LOCK_NB) == 0 }
      return file
    }

    func close() {
      terminal.close()
      home.remove()
    }
  }

  /// What a person sees and can do while a visit is being saved.
  private func seeItHeldUp(_ desk: Desk) throws {
    try desk.terminal.press("b", "4")
    try desk.waitFor("hvordan endte det?", "how did it end?")
    let pressed = Date()
    try desk.terminal.press("Enter")
    try desk.waitFor("Gemmer …", "Saving …", seconds: 4)
    try desk.waitFor("Mappen svarer ikke; der gemmes", "The folder does not answer; still", seconds: 5)
    #expect(Date().timeIntervalSince(pressed) < 4.5)
    // Keys that would count something, leave the form, or go elsewhere.
    try desk.terminal.press("s", "z", "o", "1", "t")
    try desk.terminal.press("!")
    try desk.terminal.waitFor("112", seconds: 4)
    try desk.terminal.press("Escape")
    try desk.waitFor("hvordan endte det?", "how did it end?", seconds: 4)
    try desk.terminal.press("Space")
    try desk.terminal.waitUntilGone(desk.isDanish ? "hvordan endte" : "how did", seconds: 4)
  }

  @Test(arguments: ["da", "en"]) func theLockIsHeldElsewhere(language: String) throws {
    let desk = try Desk(language)
    defer { desk.close() }
    let lock = try desk.takeLock()
    let (visits, sparrings) = (try desk.lines("visit"), try desk.lines("sparring"))
    try seeItHeldUp(desk)
    close(lock)
    // Hidden it stays; the key that shows it again does nothing else.
    try desk.terminal.wait(for: "the visit") { try desk.lines("visit") == visits + 1 }
    #expect(try !desk.terminal.screen().contains("✓"))
    try desk.terminal.press("s")
    try desk.waitFor("Gemt ✓", "Saved ✓")
    #expect(try desk.lines("visit") == visits + 1)
    #expect(try desk.lines("sparring") == sparrings)
    FaultTable.note("13 a save held up", cases: 1, faults: 1)
  }

  @Test(.enabled(if: Injection.isPossible), arguments: ["da", "en"])
  func theFolderIsFrozen(language: String) throws {
    let desk = try Desk(language)
    defer { desk.close() }
    let (visits, sparrings) = (try desk.lines("visit"), try desk.lines("sparring"))
    let process = try #require(desk.terminal.programProcessID)
    let null = open("/dev/null", O_RDWR)
    defer { close(null) }
    let slow = try Subprocess.start(
      [
        Injection.tool, "-f", "-qq", "-o", "/dev/null", "-p", "\(process)", "-e",
        "trace=openat,fdatasync", "-e", "inject=openat,fdatasync:delay_enter=20000000",
      ], environment: [:], output: null)
    try desk.waitFor("Mappen svarer ikke.", "The folder does not answer.")
    try seeItHeldUp(desk)
    slow.kill()
    _ = slow.wait(seconds: 5)
    try desk.terminal.wait(seconds: 30, for: "the visit") { try desk.lines("visit") == visits + 1 }
    try desk.terminal.press("s")
    try desk.waitFor("Gemt ✓", "Saved ✓")
    #expect(try desk.lines("sparring") == sparrings)
    FaultTable.note("13 a save held up", cases: 1, faults: 1)
  }

  /// Left while a save is under way: 74, and the next start says what became of it.
  @Test(arguments: ["da", "en"]) func leavingIsAskedAndTheNextStartTells(language: String) throws {
    let desk = try Desk(language)
    defer { desk.close() }
    let lock = try desk.takeLock()
    let visits = try desk.lines("visit")
    try desk.terminal.press("s")
    try desk.waitFor("Gemmer …", "Saving …", seconds: 4)
    try desk.terminal.press("q")
    try desk.waitFor("Der gemmes stadig. Vil du", "Something is still being saved.", seconds: 4)
    try desk.terminal.press("j")
    #expect(try desk.terminal.waitForExit(seconds: 10) == 74)
    try desk.waitFor("Det sidste er måske ikke gemt", "The last thing may not be saved")
    close(lock)
    let next = try RealTerminal(
      command: [
        Binary.path(), "--mappe", desk.data, "--nu", Self.now, "--sprog", language, "--skole", "EUC", "--som",
        "MAL",
      ], environment: ["XDG_STATE_HOME": desk.home.path + "/state"])
    defer { next.close() }
    try next.waitFor(desk.isDanish ? "er IKKE gemt." : "is NOT saved.")
    #expect(try desk.lines("visit") == visits)
    // It is told once.
    try next.press("Escape", "q", "j")
  }
}
