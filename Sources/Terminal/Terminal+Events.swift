// What happens next: a key, a signal, another thread's news, or nothing for a while.

import CNcurses
import Canvas
import Glibc

/// One thing the event loop has to answer.
package enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  /// Nothing happened until the timeout.
  case tick
  /// Another thread wrote to the wake descriptor.
  case wake
  /// Asked to end: SIGTERM, SIGHUP, SIGINT (also Ctrl-C) or SIGQUIT.
  case signal(Int32)
  /// The terminal is gone.
  case hangup
}

extension Terminal {
  /// A terminal that says it has something, and gives nothing this often in a row, is gone.
  private static let mostUnreadableReads = 64

  /// Waits for the next event, at most `timeout` milliseconds.
  ///
  /// - Parameter wake: the reading end of a pipe that is used for nothing else; what was written
  ///   is read away before `.wake` is returned.
  package func nextEvent(timeout milliseconds: Int, wake: Int32? = nil) -> TerminalEvent {
    let deadline = ContinuousClock.now + .milliseconds(max(0, milliseconds))
    while true {
      // Signals come first: a key held down must not keep the program from ending.
      if let event = answerSignals() { return event }
      if let key = nextKey() { return .key(key) }

      let wakeDescriptor = wake == closedWake ? -1 : wake ?? -1
      var waiting = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wakeDescriptor, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&waiting, nfds_t(waiting.count), Self.milliseconds(until: deadline))
      if ready == 0 { return .tick }
      if ready < 0 || waiting[1].revents != 0 { continue }

      // A key is read at the next turn. Without one the terminal has been taken away.
      if waiting[0].revents != 0 {
        if waiting[0].has(POLLIN), unreadableReads < Self.mostUnreadableReads { continue }
        return .hangup
      }
      if waiting[2].has(POLLIN) {
        drain(wakeDescriptor)
        return .wake
      }
      // All writers have closed: it would be ready for ever.
      if waiting[2].revents != 0 { closedWake = wake }
    }
  }

  /// Rounded up, so that the last millisecond is not spent in a busy loop.
  private static func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
    let left = (deadline - ContinuousClock.now) / .milliseconds(1)
    return Int32(min(max(0, left.rounded(.up)), 1e9))
  }

  /// Answers size changes and Ctrl-Z here; hands on what asks the program to end.
  private func answerSignals() -> TerminalEvent? {
    while let number = signals.next() {
      switch number {
      case SIGWINCH: adoptWindowSize()
      case SIGTSTP: suspend()
      default: return .signal(number)
      }
    }
    return nil
  }

  /// Tells curses the new size; it puts `KEY_RESIZE` in front of the keys.
  private func adoptWindowSize() {
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard desk_kernel_size(&rows, &columns) == 0, is_term_resized(rows, columns) else { return }
    resizeterm(rows, columns)
  }

  /// Gives the terminal to the shell, stops, and takes it back.
  private func suspend() {
    endwin()
    signals.stop()
    adoptWindowSize()
    redrawAll()
    wrefresh(window)
  }

  private func drain(_ descriptor: Int32) {
    var bytes = [UInt8](repeating: 0, count: 512)
    _ = read(descriptor, &bytes, bytes.count)
  }
}

extension pollfd {
  fileprivate func has(_ event: Int32) -> Bool { revents & Int16(event) != 0 }
}
