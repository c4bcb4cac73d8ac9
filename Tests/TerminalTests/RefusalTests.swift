// Where there is no usable terminal, the program says why and has changed nothing.

import TestKit
import Testing

@testable import Terminal

@Suite struct RefusalTests {
  private func refusal(_ environment: [String: String], before: String = ":") throws -> String {
    let terminal = try RealTerminal(
      command: [Binary.path("TerminalFixture")], environment: environment, before: before)
    defer { terminal.close() }
    #expect(try terminal.waitForExit() == 69)
    #expect(terminal.settingsBefore == terminal.settingsAfter)
    return try terminal.screen()
  }

  @Test func aDumbTerminal() throws {
    #expect(try refusal(["TERM": "dumb"]).contains("Refused: dumb(\"dumb\")"))
  }

  @Test func aTerminalThatCannotMoveItsCursor() throws {
    // The entry of "dumb" under another name, as for a printing terminal.
    let compile = "infocmp dumb | sed 's/^dumb|/paper|/' | tic -o . -"
    let screen = try refusal(["TERM": "paper", "TERMINFO": "."], before: compile)
    #expect(screen.contains("Refused: dumb(\"paper\")"))
  }

  @Test func aTerminalNobodyKnows() throws {
    #expect(try refusal(["TERM": "vt9999"]).contains("Refused: unknownTerminal(\"vt9999\")"))
  }

  @Test func noNameOfATerminal() throws {
    #expect(try refusal(["TERM": ""]).contains("Refused: noTerminalName"))
  }

  @Test func inputThatIsNoTerminal() throws {
    #expect(
      try refusal([:], before: "exec < /dev/null").contains(
        "Refused: notATerminal(Terminal.TerminalStream.input)"))
  }

  @Test func nothingThatIsATerminal() throws {
    let result = try Binary.run([], program: "TerminalFixture")
    #expect(result.status == 69)
    #expect(result.stdout == "")
    #expect(result.stderr == "Refused: notATerminal(Terminal.TerminalStream.input)\n")
  }

  @Test(arguments: [
    (nil, TerminalError.noTerminalName), ("", .noTerminalName), ("dumb", .dumb("dumb")),
    ("vt9999", .unknownTerminal("vt9999")), ("../../etc/passwd", .unknownTerminal("../../etc/passwd")),
  ])
  func terminfoIsAskedBeforeCurses(name: String?, error: TerminalError) {
    #expect(throws: error) { try Capability.check(terminal: name) }
  }
}
