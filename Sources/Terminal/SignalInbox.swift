// Signals as something to read, so that no handler ever runs in the middle of a drawing.

import CNcurses
import Glibc

/// The signals the desk answers, blocked everywhere and read from a descriptor.
///
/// ncurses would install handlers of its own for some of them; blocked signals never reach those.
package struct SignalInbox: ~Copyable {
  /// Asked to end, from a keyboard, a closing window, or the system.
  package static let ending: [Int32] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT]
  /// The window got another size; Ctrl-Z was pressed.
  static let others: [Int32] = [SIGWINCH, SIGTSTP]

  let descriptor: Int32

  /// Blocks the signals in the calling thread and in all threads it starts afterwards.
  ///
  /// Call it before the first thread is started: a signal goes to any thread that does not block
  /// it, and would there end the process with the terminal unrestored.
  package static func block() {
    var signals = set()
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Lifts the block again, for a program started from here that needs its own Ctrl-C.
  package static func unblock() {
    var signals = set()
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  init() throws(TerminalError) {
    Self.block()
    var signals = Self.set()
    descriptor = desk_signal_descriptor(&signals)
    if descriptor < 0 { throw .system(errno: errno) }
  }

  deinit { close(descriptor) }

  /// The next signal that has arrived, if any.
  func next() -> Int32? {
    let number = desk_next_signal(descriptor)
    return number == 0 ? nil : number
  }

  /// Stops the process as Ctrl-Z does, and returns when it is continued.
  func stop() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGTSTP)
    signal(SIGTSTP, SIG_DFL)
    kill(getpid(), SIGTSTP)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    // Stopped here, until a SIGCONT.
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  private static func set() -> sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in ending + others { sigaddset(&signals, number) }
    return signals
  }
}
