// The loop of everything that stands on a screen for months: the desk, and the board on the wall.

import Canvas
import Domain
import Terminal

/// What a loop shows, and tells of all that happens. Answers are false when the program is to end.
protocol ScreenFace {
  /// What it looks like now.
  mutating func draw(size: Size) -> Canvas
  /// What time it is, before anything else is told.
  mutating func tick(_ now: Moment) -> Bool
  mutating func press(_ key: Key) -> Bool
  mutating func see(_ news: FolderNews) -> Bool
  /// Nobody pressed a key just now: time for what is done beside the work.
  mutating func rest() -> Bool
  /// How long it may be left alone, in milliseconds.
  var timeout: Int { get }
}

extension ScreenFace {
  var timeout: Int { 900 }
}

/// Draws, waits for a key or for news, and tells of it.
struct ScreenLoop {
  private let terminal: Terminal
  private let clock: Clock
  private var folder: WatchedFolder

  init(terminal: Terminal, watcher: FolderWatcher, clock: Clock) {
    self.terminal = terminal
    self.clock = clock
    folder = WatchedFolder(watcher)
  }

  /// Runs until the face, or a signal, wants to end. A signal that asks to end is a normal end: all that
  /// was acknowledged is on the disk, so nothing is said.
  mutating func run(_ face: inout some ScreenFace) {
    var shown: Canvas?
    while true {
      // A frame is sent only when it differs from the last one.
      let canvas = face.draw(size: terminal.size)
      if canvas != shown { terminal.draw(canvas) }
      shown = canvas
      let event = terminal.nextEvent(timeout: face.timeout, wake: folder.wake)
      guard face.tick(clock.now()) else { return }
      switch event {
      case .key(let key):
        if key == .resize { shown = nil }
        guard face.press(key) else { return }
      case .wake, .tick:
        if let news = folder.news() { guard face.see(news) else { return } }
        guard face.rest() else { return }
      case .signal, .hangup: return
      }
    }
  }
}
