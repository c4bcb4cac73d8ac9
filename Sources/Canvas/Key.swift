// What the person at the keyboard pressed, free of any terminal's codes.

/// One key press, or the news that the window got another size.
package enum Key: Hashable, Sendable {
  /// A typed character. A combining mark arrives alone, after the letter it belongs to.
  case character(Character)
  case enter, escape, tab, backtab, backspace, delete
  case up, down, left, right
  case home, end, pageUp, pageDown
  /// F1 is `function(1)`.
  case function(Int)
  /// Ctrl and a letter in lower case: Ctrl-L is `control("l")`.
  case control(Character)
  case resize
}
