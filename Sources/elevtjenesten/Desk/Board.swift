// `--tavle`: a board for the wall. It shows today's roster and doors, and nothing can be changed on it.

import Canvas
import Domain
import Reports
import Store
import Terminal

extension Context {
  /// Shows the board until it is asked to end.
  func runBoard(_ folder: DataFolder) throws(Failure) -> ExitCode {
    CoreDump.forbid()
    let watcher = try watch(folder, desk: nil)
    defer { watcher.stop() }
    let terminal = try openTerminal()
    defer { terminal.close() }
    guard var picture = FirstPicture(terminal: terminal, watcher: watcher, words: words).wait()?.picture
    else {
      return .done
    }
    var shown: Canvas?
    while true {
      let canvas = board(picture, size: terminal.size)
      if canvas != shown { terminal.draw(canvas) }
      shown = canvas
      switch terminal.nextEvent(timeout: 900, wake: watcher.wake) {
      case .wake: picture = watcher.take()?.picture ?? picture
      case .key(.character("q")), .signal, .hangup: return .done
      case .key(.resize): shown = nil
      case .key, .tick: break
      }
    }
  }

  private func board(_ picture: FolderPicture, size: Size) -> Canvas {
    var canvas = Canvas(size: size)
    let now = now
    let demo = picture.documents.settings.isDemo ? "DEMO · " : ""
    canvas.put("Elevtjenesten", column: 1, row: 0, style: .title)
    canvas.put(demo + words.longDate(now.day) + " · " + words.week(now.week), column: 1, row: 1)
    canvas.rule(row: 2)
    let lines = boardTable(TodayReport(picture: picture, now: now), room: size.columns - 2).lines
    for (index, line) in lines.enumerated() {
      // A row of its own between two schools, where the wall has room for it.
      let row = lines.count * 2 + 3 <= size.rows ? 3 + index * 2 : 3 + index
      canvas.put(line, column: 1, row: row, style: index == 0 ? .dim : .strong)
    }
    if let notice = words.notices(of: picture).first(where: { !$0.isAlarm }) {
      canvas.put(notice.text, column: 1, row: size.rows - 1, style: .warning, width: size.columns - 2)
    }
    canvas.isCursorVisible = false
    return canvas
  }

  /// Whether a door is open stands there in full, however small the window is: first the hours give way,
  /// then the names of the schools, then those of the colleagues.
  private func boardTable(_ report: TodayReport, room: Int) -> TextTable {
    let whole = report.board(words, hasHours: true)
    if whole.width <= room { return whole }
    return report.board(words, hasHours: false).fitted(to: room, cutting: [0, 1], least: 10)
  }
}
