// The real terminal: opened, drawn on, and given back as it was.

import CNcurses
import Canvas
import Glibc

/// What may be decided about the terminal from outside.
package struct TerminalOptions: Hashable, Sendable {
  /// False draws without colour, as `NO_COLOR` in the environment does.
  package var useColour: Bool

  package init(useColour: Bool = true) { self.useColour = useColour }
}

/// A terminal taken over by curses, until ``close()``.
///
/// Curses keeps its state in globals and knows no threads: make one terminal, on the main thread,
/// and use it there.
package final class Terminal {
  package let palette: Palette

  let window: UnsafeMutablePointer<WINDOW>
  let signals: SignalInbox
  let brushes: [Brush]
  var pendingKeys: [Key] = []
  var unreadableReads = 0
  var closedWake: Int32?

  private let screen: OpaquePointer
  private let hasAlternateScreen: Bool
  private var isOpen = true
  private var isCursorVisible = true

  /// Takes over the terminal, or says why it cannot; then nothing has been changed.
  package init(options: TerminalOptions = TerminalOptions()) throws(TerminalError) {
    if isatty(STDIN_FILENO) == 0 { throw .notATerminal(.input) }
    if isatty(STDOUT_FILENO) == 0 { throw .notATerminal(.output) }
    let name = try Capability.check(terminal: Self.environment("TERM"))
    try UTF8Locale.establish()
    signals = try SignalInbox()
    var attributes = termios()
    guard tcgetattr(STDIN_FILENO, &attributes) == 0 else { throw .system(errno: errno) }

    // LINES and COLUMNS from the environment would outlive every resize.
    use_env(false)
    use_tioctl(true)
    guard let screen = desk_newterm(name), let window = desk_window() else {
      throw .unknownTerminal(name)
    }
    self.screen = screen
    self.window = window
    hasAlternateScreen = Capability.hasAlternateScreen
    FatalRestoration.arm(attributes: attributes)
    Self.setInputModes(window)
    palette = Self.startColours(options)
    brushes = Brush.all(from: palette)
    discardPendingKeys()
  }

  deinit { close() }

  /// Gives the terminal back: screen, cursor, keyboard. A second call does nothing.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    // Without an alternate screen the last frame would be left for the next person to read.
    if !hasAlternateScreen { eraseRowByRow() }
    endwin()
    delscreen(screen)
    FatalRestoration.disarm()
  }

  /// Terminals keep a screen that is cleared at once, to be scrolled back to; single rows they
  /// forget.
  private func eraseRowByRow() {
    for row in 0..<desk_rows(window) {
      wmove(window, row, 0)
      wclrtoeol(window)
      wrefresh(window)
    }
  }

  /// The window's size now.
  package var size: Size {
    Size(columns: Int(desk_columns(window)), rows: Int(desk_rows(window)))
  }

  /// Forgets keys pressed before this moment, so that they do not answer what appears now.
  package func discardPendingKeys() {
    pendingKeys.removeAll()
    flushinp()
  }

  /// The next frame is sent whole, for a screen that something else has written on.
  package func redrawAll() { desk_repaint() }

  /// Shows or hides the hardware cursor; some terminals cannot, and keep showing it.
  func setCursor(visible: Bool) {
    guard visible != isCursorVisible else { return }
    isCursorVisible = visible
    curs_set(visible ? 1 : 0)
  }

  /// A variable of the environment; nil when unset.
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private static func setInputModes(_ window: UnsafeMutablePointer<WINDOW>) {
    // Curses waits a second after Esc for the rest of a key's sequence. The user may know better.
    if environment("ESCDELAY") == nil { set_escdelay(25) }
    cbreak()
    noecho()
    nonl()
    keypad(window, true)
    leaveok(window, false)
    // Ctrl-S would freeze the screen until somebody thought of Ctrl-Q; Ctrl-V would hide a key.
    var attributes = termios()
    if tcgetattr(STDIN_FILENO, &attributes) == 0 {
      attributes.c_iflag &= ~tcflag_t(IXON)
      attributes.c_lflag &= ~tcflag_t(IEXTEN)
      tcsetattr(STDIN_FILENO, TCSANOW, &attributes)
      def_prog_mode()
    }
    KeyCodes.defineCommonSequences()
  }

  private static func startColours(_ options: TerminalOptions) -> Palette {
    let isRefused = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    guard options.useColour, !isRefused, has_colors(), start_color() == OK,
      use_default_colors() == OK
    else { return Palette(depth: .monochrome) }
    return Palette(depth: .init(colours: Int(desk_colours())))
  }
}
