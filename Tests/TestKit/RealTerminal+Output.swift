// What a test sees of a real terminal.

import Foundation

extension RealTerminal {
  /// The screen's text, one line a row.
  package func screen() throws -> String { try tmux(["capture-pane", "-p"]) }

  /// The screen with its colours and attributes as escape sequences.
  package func colouredScreen() throws -> String { try tmux(["capture-pane", "-p", "-e"]) }

  /// Everything that can be scrolled back to, and the screen.
  package func scrollback() throws -> String { try tmux(["capture-pane", "-p", "-S", "-"]) }

  /// Where the hardware cursor stands.
  package func cursor() throws -> (column: Int, row: Int) {
    let place = try ask("#{cursor_x} #{cursor_y}").split(separator: " ").compactMap { Int($0) }
    return (place.first ?? -1, place.last ?? -1)
  }

  /// True while the hardware cursor is shown.
  package var isCursorVisible: Bool {
    get throws { try ask("#{cursor_flag}") == "1" }
  }

  /// True while a full-screen program has the screen.
  package var isAlternateScreenOn: Bool {
    get throws { try ask("#{alternate_on}") == "1" }
  }

  /// The shell in the pane.
  package var paneProcessID: Int32 {
    get throws { Int32(try ask("#{pane_pid}")) ?? -1 }
  }

  /// The program itself; nil before it has been started.
  package var programProcessID: Int32? {
    home.text(of: "pid").flatMap { Int32($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
  }

  /// The terminal's settings before the program started.
  package var settingsBefore: String? { home.text(of: "stty-before") }

  /// The terminal's settings while the program was stopped by Ctrl-Z.
  package var settingsWhileStopped: String? { home.text(of: "stty-stopped") }

  /// The terminal's settings after the program ended.
  package var settingsAfter: String? { home.text(of: "stty-after") }

  private func ask(_ format: String) throws -> String {
    try tmux(["display-message", "-p", format]).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
