// What terminfo knows about the terminal.

import CNcurses
import Glibc

/// Looks up the terminal in the terminfo database.
enum Capability {
  /// Checks that curses can drive the terminal, without curses: its own way to say no is to end
  /// the process.
  static func check(terminal name: String?) throws(TerminalError) -> String {
    guard let name, !name.isEmpty else { throw .noTerminalName }
    if name == "dumb" { throw .dumb(name) }
    var answer: Int32 = 0
    let isFound = setupterm(name, STDOUT_FILENO, &answer) == OK
    defer { desk_forget_terminfo() }
    guard isFound else {
      switch answer {
      case -1: throw .noTerminalDatabase(name)
      // Found, but of a kind curses cannot use: paper, or too generic to be driven.
      case 1: throw .dumb(name)
      default: throw .unknownTerminal(name)
      }
    }
    if desk_capability("cup") == nil { throw .dumb(name) }
    return name
  }

  /// True when the terminal keeps the screen it had before and shows it again afterwards.
  static var hasAlternateScreen: Bool { !bytes("smcup").isEmpty && !bytes("rmcup").isEmpty }

  /// The bytes of a string capability, empty when there is none.
  static func bytes(_ name: String) -> [UInt8] {
    guard let value = desk_capability(name) else { return [] }
    return withoutPadding(Array(String(cString: value).utf8))
  }

  /// Leaves out the delays (`$<5>`) that terminals of the last century need and `write` cannot give.
  static func withoutPadding(_ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.first {
      if rest.starts(with: Array("$<".utf8)), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
        rest = rest[(end + 1)...]
      } else {
        kept.append(byte)
        rest = rest.dropFirst()
      }
    }
    return kept
  }
}
