// Reading keys from curses, without ever waiting for one that has not begun to arrive.

import CNcurses
import Canvas
import Glibc

extension Terminal {
  /// How long, in milliseconds, the rest of a letter may take when its first byte is here: over a
  /// network the bytes of one æ can come apart.
  private static let patience: Int32 = 250

  /// The next key that has been pressed, if any.
  func nextKey() -> Key? {
    if !pendingKeys.isEmpty { return pendingKeys.removeFirst() }
    while true {
      switch scalarOrCode() {
      case .nothing: return nil
      case .code(let code):
        if let key = KeyCodes.key(code: code) { return key }
      case .scalar(0x1B):
        if let key = escapeOrNothing() { return key }
      case .scalar(let value):
        if let key = KeyCodes.key(scalar: value) { return key }
      }
    }
  }

  private enum Reading {
    case nothing
    case code(Int32)
    case scalar(UInt32)
  }

  /// What curses reads next: from the keyboard if something waits there, else from what curses
  /// itself has read ahead, as the end of a sequence it did not know.
  private func scalarOrCode() -> Reading {
    let isWaiting = isInputWaiting
    wtimeout(window, isWaiting ? Self.patience : 0)
    var value: wint_t = 0
    switch wget_wch(window, &value) {
    case KEY_CODE_YES:
      unreadableReads = 0
      return .code(Int32(bitPattern: value))
    case OK:
      unreadableReads = 0
      return .scalar(value)
    default:
      // Bytes that are no text are skipped; a terminal that is gone gives nothing for ever.
      if isWaiting { unreadableReads += 1 }
      return .nothing
    }
  }

  private var isInputWaiting: Bool {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&input, 1, 0) > 0
  }

  /// Esc; or nothing when it begins a sequence that curses does not know.
  ///
  /// The letters and digits of such a sequence must not act as keys of their own.
  private func escapeOrNothing() -> Key? {
    switch scalarOrCode() {
    case .nothing: return .escape
    case .code(let code):
      if let key = KeyCodes.key(code: code) { pendingKeys.append(key) }
      return .escape
    case .scalar(0x5B):
      while case .scalar(let value) = scalarOrCode(), !(0x40...0x7E).contains(value) {}
      return nil
    case .scalar(0x1B):
      if let key = escapeOrNothing() { pendingKeys.insert(key, at: 0) }
      return .escape
    case .scalar(let value):
      if let key = KeyCodes.key(scalar: value) { pendingKeys.append(key) }
      return .escape
    }
  }
}
