// However the program ends, the terminal is given back as it was.

import Foundation
import TestKit
import Testing

@Suite(.serialized) struct EndingTests {
  private func started(
    _ arguments: [String] = [], environment: [String: String] = [:], before: String = ":",
    jobControl: Bool = false
  ) throws -> RealTerminal {
    let terminal = try RealTerminal(
      command: [Binary.path("TerminalFixture")] + arguments, environment: environment, before: before,
      jobControl: jobControl)
    try terminal.waitFor("Fixture 80x24")
    #expect(try terminal.isAlternateScreenOn)
    return terminal
  }

  /// The settings are those of before, the old screen is back, nothing of ours is in it.
  private func expectGivenBack(_ terminal: RealTerminal) throws {
    #expect(terminal.settingsBefore?.contains("icanon") == true)
    #expect(terminal.settingsAfter == terminal.settingsBefore)
    #expect(try !terminal.isAlternateScreenOn)
    #expect(try terminal.isCursorVisible)
    #expect(try !terminal.scrollback().contains("Fixture 80x24"))
  }

  @Test func quitting() throws {
    let terminal = try started()
    defer { terminal.close() }
    try terminal.press("C-x")
    #expect(try terminal.waitForExit() == 0)
    #expect(try terminal.screen().contains("Ended: quit"))
    try expectGivenBack(terminal)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func signalsThatAskForTheEnd(number: Int32) throws {
    let terminal = try started()
    defer { terminal.close() }
    try terminal.kill(signal: number)
    #expect(try terminal.waitForExit() == 0)
    #expect(try terminal.screen().contains("Ended: signal \(number)"))
    try expectGivenBack(terminal)
  }

  @Test func controlC() throws {
    let terminal = try started()
    defer { terminal.close() }
    try terminal.press("C-c")
    try terminal.waitFor("Ended: signal 2")
    try expectGivenBackWhenTheShellGoesOn(terminal)
  }

  /// The shell in the pane gets Ctrl-C too, and goes on because the program ended by itself.
  private func expectGivenBackWhenTheShellGoesOn(_ terminal: RealTerminal) throws {
    #expect(try terminal.waitForExit() == 0)
    try expectGivenBack(terminal)
  }

  @Test(arguments: [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT])
  func signalsThatKill(number: Int32) throws {
    let terminal = try started()
    defer { terminal.close() }
    try terminal.kill(signal: number)
    #expect(try terminal.waitForExit() == 128 + number)
    try expectGivenBack(terminal)
  }

  @Test func aTrapInSwift() throws {
    let terminal = try started(before: "ulimit -c unlimited")
    defer { terminal.close() }
    try terminal.press("C-t")
    let code = try terminal.waitForExit()
    #expect(code == 128 + SIGILL || code == 128 + SIGTRAP)
    try expectGivenBack(terminal)
    let files = try FileManager.default.contentsOfDirectory(atPath: terminal.home.path)
    #expect(!files.contains { $0.hasPrefix("core") })
  }

  @Test func aFaultOnATerminalWithoutASecondScreen() throws {
    let terminal = try RealTerminal(
      command: [Binary.path("TerminalFixture")], environment: ["TERM": "vt100"])
    defer { terminal.close() }
    try terminal.waitFor("Fixture 80x24")
    try terminal.kill(signal: SIGSEGV)
    #expect(try terminal.waitForExit() == 128 + SIGSEGV)
    #expect(terminal.settingsAfter == terminal.settingsBefore)
  }

  @Test func theWindowIsClosed() throws {
    let terminal = try started()
    defer { terminal.close() }
    let process = try #require(terminal.programProcessID)
    try terminal.hangUp()
    try terminal.wait(for: "the process to end") { kill(process, 0) != 0 }
  }

  @Test func stoppingAndGoingOn() throws {
    let terminal = try started(jobControl: true)
    defer { terminal.close() }
    try terminal.type("abc")
    try terminal.waitFor("Value: abc")
    try terminal.press("C-z")
    try terminal.waitFor("STOPPED")
    #expect(try !terminal.isAlternateScreenOn)
    #expect(terminal.settingsWhileStopped == terminal.settingsBefore)
    try terminal.resize(columns: 100, rows: 30)
    try terminal.press("Enter")
    try terminal.waitFor("Fixture 100x30")
    try terminal.type("d")
    try terminal.waitFor("Value: abcd")
    try terminal.press("C-x")
    #expect(try terminal.waitForExit() == 0)
    #expect(try !terminal.isAlternateScreenOn)
  }

  @Test func anotherThreadWakesTheLoop() throws {
    let terminal = try started(["--wake"])
    defer { terminal.close() }
    try terminal.waitFor("Wakes: 3")
    // The signals are blocked in that thread too, or this would kill the process at once.
    try terminal.kill(signal: SIGTERM)
    #expect(try terminal.waitForExit() == 0)
    try expectGivenBack(terminal)
  }

  @Test func keysTypedBeforeTheStartAreForgotten() throws {
    let terminal = try RealTerminal(
      command: [Binary.path("TerminalFixture")], before: "stty -echo; echo READY; sleep 1.5; stty echo")
    defer { terminal.close() }
    try terminal.waitFor("READY")
    try terminal.type("early")
    try terminal.waitFor("Fixture 80x24")
    try terminal.type("late")
    try terminal.waitFor("Value: late (4 scalars)")
  }
}
