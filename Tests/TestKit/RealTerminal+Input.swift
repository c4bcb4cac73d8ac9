// What a test does to a real terminal: keys, sizes, signals.

import Foundation

extension RealTerminal {
  /// Presses keys by tmux's names: "b", "Enter", "Up", "Escape", "C-c", "F1", "BTab".
  package func press(_ keys: String...) throws {
    try tmux(["send-keys"] + keys.map { $0.hasSuffix(";") ? String($0.dropLast()) + "\\;" : $0 })
  }

  /// Types text as it stands.
  package func type(_ text: String) throws {
    try tmux(["send-keys", "-l", text.hasSuffix(";") ? String(text.dropLast()) + "\\;" : text])
  }

  /// Sends bytes as they stand, as half a letter or a sequence no key has.
  package func send(bytes: [UInt8]) throws {
    try tmux(["send-keys", "-H"] + bytes.map { String($0, radix: 16) })
  }

  /// Gives the window another size.
  package func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Sends a signal to the program itself.
  package func kill(signal: Int32) throws {
    guard let process = programProcessID else {
      throw Failure.tmux(arguments: ["kill"], said: "the program has not started")
    }
    _ = Foundation.kill(process, signal)
  }

  /// Takes the terminal away, as when its window is closed.
  package func hangUp() throws { try tmux(["kill-server"]) }
}

extension RealTerminal {
  /// Waits until the screen holds `text`.
  package func waitFor(_ text: String, seconds: Double = 20) throws {
    try wait(seconds: seconds, for: "“\(text)”") { try screen().contains(text) }
  }

  /// Waits until the screen no longer holds `text`.
  package func waitUntilGone(_ text: String, seconds: Double = 20) throws {
    try wait(seconds: seconds, for: "“\(text)” to go") { try !screen().contains(text) }
  }

  /// Waits until the program has ended, and answers its exit code.
  package func waitForExit(seconds: Double = 20) throws -> Int32 {
    var code: Int32?
    try wait(seconds: seconds, for: "the program's end") {
      code = try exitCode()
      return code != nil
    }
    return code ?? -1
  }

  /// Waits until `isTrue` is, looking again every few milliseconds.
  package func wait(seconds: Double = 20, for wish: String, until isTrue: () throws -> Bool) throws {
    let end = Date(timeIntervalSinceNow: seconds)
    while try !isTrue() {
      if Date() > end {
        throw Failure.waited(seconds: seconds, for: wish, screen: (try? screen()) ?? "gone")
      }
      usleep(20_000)
    }
  }

  /// The code of "EXIT n" in the last line that has it; nil while the program runs.
  private func exitCode() throws -> Int32? {
    let lines = try screen().split(separator: "\n").map(String.init)
    return lines.last { $0.hasPrefix("EXIT ") }.flatMap { Int32($0.dropFirst(5)) }
  }
}
