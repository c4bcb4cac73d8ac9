// From what curses read to what was pressed.

import CNcurses
import Canvas

/// Curses' codes and typed scalars as keys.
enum KeyCodes {
  /// A code that came with `KEY_CODE_YES`. Only then is it one: as numbers the codes are also
  /// letters, č and š among them.
  static func key(code: Int32) -> Key? {
    switch code {
    case KEY_UP: .up
    case KEY_DOWN: .down
    case KEY_LEFT: .left
    case KEY_RIGHT: .right
    case KEY_HOME: .home
    case KEY_END: .end
    case KEY_PPAGE: .pageUp
    case KEY_NPAGE: .pageDown
    case KEY_BACKSPACE: .backspace
    case KEY_DC: .delete
    case KEY_BTAB: .backtab
    case KEY_ENTER: .enter
    case KEY_RESIZE: .resize
    case KEY_F0...(KEY_F0 + 63): .function(Int(code - KEY_F0))
    default: nil
    }
  }

  /// A typed character, or one of the control characters that are keys.
  static func key(scalar value: UInt32) -> Key? {
    switch value {
    // The line feed is what Enter sends where a terminal or a paste translates it.
    case 0x0A, 0x0D: .enter
    case 0x09: .tab
    case 0x1B: .escape
    case 0x08, 0x7F: .backspace
    case 0x01...0x1A: Unicode.Scalar(value + 0x60).map { .control(Character($0)) }
    case 0x00, 0x1C...0x1F, 0x80...0x9F: nil
    default: Unicode.Scalar(value).map { .character(Character($0)) }
    }
  }

  /// Sequences that terminals send for keys although terminfo promises others: a cursor key sends
  /// `ESC [ A` or `ESC O A` depending on a mode that a program may have left behind.
  static func defineCommonSequences() {
    let keys: [(Character, Int32)] = [
      ("A", KEY_UP), ("B", KEY_DOWN), ("C", KEY_RIGHT), ("D", KEY_LEFT), ("H", KEY_HOME), ("F", KEY_END),
    ]
    for (letter, code) in keys {
      desk_define_key("\u{1B}[\(letter)", code)
      desk_define_key("\u{1B}O\(letter)", code)
    }
    let numbered: [(Int, Int32)] = [
      (1, KEY_HOME), (3, KEY_DC), (4, KEY_END), (5, KEY_PPAGE), (6, KEY_NPAGE), (7, KEY_HOME), (8, KEY_END),
    ]
    for (number, code) in numbered { desk_define_key("\u{1B}[\(number)~", code) }
  }
}
