// What a real terminal shows: cells, colours, sizes, the cursor.

import TestKit
import Testing

@Suite(.serialized) struct ScreenTests {
  private func started(
    columns: Int = 80, rows: Int = 24, _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws -> RealTerminal {
    let terminal = try RealTerminal(
      columns: columns, rows: rows, command: [Binary.path("TerminalFixture")] + arguments,
      environment: environment)
    return terminal
  }

  @Test func cellsStayInLineAfterWideAndStrangeText() throws {
    let terminal = try started()
    defer { terminal.close() }
    try terminal.waitFor("Fixture 80x24")
    let lines = try terminal.screen().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[1] == String(repeating: "─", count: 80))
    #expect(lines[2] == " |æøå|字|e\u{301}|?|·[31m|")
    #expect(lines[23] == String(repeating: " ", count: 75) + "right")
  }

  @Test func theCursorStandsInTheField() throws {
    let terminal = try started()
    defer { terminal.close() }
    try terminal.waitFor("Fixture 80x24")
    #expect(try terminal.cursor() == (7, 10))
    #expect(try terminal.isCursorVisible)
    try terminal.type("字a")
    try terminal.wait(for: "the cursor after three columns") { try terminal.cursor() == (10, 10) }
    try terminal.press("Home")
    try terminal.wait(for: "the cursor at the start") { try terminal.cursor() == (7, 10) }
  }

  @Test func resizing() throws {
    let terminal = try started()
    defer { terminal.close() }
    try terminal.waitFor("Fixture 80x24")
    try terminal.resize(columns: 132, rows: 40)
    try terminal.waitFor("Fixture 132x40")
    try terminal.waitFor("Keys: resize")
    try terminal.resize(columns: 40, rows: 10)
    try terminal.waitFor("Needs 60x20, has 40x10")
    try terminal.resize(columns: 60, rows: 20)
    try terminal.waitFor("Fixture 60x20")
    #expect(
      try terminal.screen().split(separator: "\n", omittingEmptySubsequences: false)[19].hasSuffix("right"))
    try terminal.resize(columns: 1, rows: 1)
    try terminal.wait(for: "one cell") { try terminal.screen() == "…\n" }
    try terminal.resize(columns: 80, rows: 24)
    try terminal.waitFor("Fixture 80x24")
  }

  @Test func theSizeOfTheWindowAndNotOfTheEnvironment() throws {
    let terminal = try started(environment: ["LINES": "5", "COLUMNS": "20"])
    defer { terminal.close() }
    try terminal.waitFor("Fixture 80x24")
    try terminal.resize(columns: 100, rows: 30)
    try terminal.waitFor("Fixture 100x30")
  }

  @Test func repaintingAfterSomethingElseWroteOnTheScreen() throws {
    let terminal = try started()
    defer { terminal.close() }
    try terminal.waitFor("Fixture 80x24")
    try terminal.tmux(["send-keys", "-R"])
    try terminal.waitUntilGone("Fixture")
    try terminal.press("C-l")
    try terminal.waitFor("Fixture 80x24")
  }

  @Test func colours() throws {
    let terminal = try started()
    defer { terminal.close() }
    try terminal.waitFor("Fixture 80x24 many")
    let screen = try terminal.colouredScreen()
    // ECMA-48: 1 is bold, 7 reversed, 38;5;n is colour n of the text and 48;5;n of its ground.
    #expect(screen.contains("38;5;161m"))
    #expect(screen.contains("38;5;28m"))
    #expect(screen.contains("\u{1B}[7m"))
    #expect(!screen.contains("48;5;") && !screen.contains("\u{1B}[40m"))
  }

  @Test(arguments: [("xterm", "few"), ("linux", "few"), ("vt100", "monochrome"), ("screen-256color", "many")])
  func asManyColoursAsTheTerminalHas(name: String, depth: String) throws {
    let terminal = try started(environment: ["TERM": name])
    defer { terminal.close() }
    try terminal.waitFor("Fixture 80x24 \(depth)")
  }

  @Test func noColourWhenTheEnvironmentOrTheCommandLineSaysSo() throws {
    for (arguments, environment) in [(["--no-colour"], [:]), ([], ["NO_COLOR": "1"])] {
      let terminal = try started(arguments, environment: environment)
      defer { terminal.close() }
      try terminal.waitFor("Fixture 80x24 monochrome")
      // 39 and 49 are the terminal's own colours.
      var screen = try terminal.colouredScreen()
      for own in ["39", "49"] { screen = screen.replacing("\u{1B}[\(own)m", with: "") }
      #expect(!screen.contains("\u{1B}[3") && !screen.contains("8;5;"))
      #expect(screen.contains("\u{1B}[1m") && screen.contains("\u{1B}[7m"))
    }
  }

  @Test func anEmptyNoColourAsksForNothing() throws {
    let terminal = try RealTerminal(
      command: [Binary.path("TerminalFixture")], environment: ["NO_COLOR": ""], keepEmpty: ["NO_COLOR"])
    defer { terminal.close() }
    try terminal.waitFor("Fixture 80x24 many")
  }
}
