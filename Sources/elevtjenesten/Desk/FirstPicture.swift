// The wait before the desk: short as a rule, and never without a word when it is not.

import Canvas
import Domain
import Resources
import Store
import Terminal

/// Waits for the folder to be read for the first time. A roster that is half read would name the wrong
/// people, so until then nothing is shown but that it is being read.
struct FirstPicture {
  let terminal: Terminal
  let watcher: FolderWatcher
  let words: Words

  /// The reading; nil when the user, or a signal, did not want to wait for it.
  func wait() -> FolderReading? {
    if let reading = watcher.takeAtOnce() { return reading }
    while true {
      show(state)
      switch terminal.nextEvent(timeout: 500, wake: watcher.wake) {
      case .wake: if let reading = watcher.take() { return reading }
      // Escape is one step back, and never out.
      case .key(.character("q")), .signal, .hangup: return nil
      case .key, .tick: break
      }
    }
  }

  /// What is waited for, or what is wrong.
  private var state: String {
    if let error = watcher.failure {
      return words(
        "cli.desk.unread", ["path": FileName.shown(error.path), "why": words.systemReason(error.code)])
    }
    return words(watcher.isSilent ? "cli.desk.slow" : "cli.desk.reading")
  }

  private func show(_ text: String) {
    var canvas = Canvas(size: terminal.size)
    canvas.put("Elevtjenesten", column: 1, row: 0, style: Style(role: .title))
    for (index, line) in DisplayWidth.wrap(text, to: max(10, canvas.size.columns - 2)).enumerated() {
      canvas.put(line, column: 1, row: 2 + index)
    }
    terminal.draw(canvas)
  }
}
