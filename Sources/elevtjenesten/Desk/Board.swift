// `--tavle`: a board for the wall. It shows today's roster and doors, and nothing can be changed on it.

import Canvas
import Domain
import Reports
import Resources
import Terminal

extension Context {
  /// Shows the board until it is asked to end.
  func runBoard(_ folder: DataFolder) throws(Failure) -> ExitCode {
    CoreDump.forbid()
    let watcher = try watch(folder, desk: nil)
    defer { watcher.stop() }
    let terminal = try openTerminal()
    defer { terminal.close() }
    guard let reading = FirstPicture(terminal: terminal, watcher: watcher, words: words).wait()
    else { return .done }
    var board = Board(context: self, picture: reading.picture, now: now)
    var loop = ScreenLoop(terminal: terminal, watcher: watcher, clock: clock)
    loop.run(&board)
    return .done
  }
}

/// The board with what it knows.
private struct Board: ScreenFace {
  var context: Context
  var picture: FolderPicture
  var now: Moment

  private var words: Words { context.words }

  mutating func tick(_ now: Moment) -> Bool {
    self.now = now
    return true
  }

  func press(_ key: Key) -> Bool { key != .character("q") }

  mutating func see(_ news: FolderNews) -> Bool {
    switch news {
    case .read(let reading): picture = reading.picture
    case .staleness(let staleness): picture.staleness = staleness
    }
    context = context.speaking(by: picture.documents.settings)
    return true
  }

  func rest() -> Bool { true }

  func draw(size: Size) -> Canvas {
    var canvas = Canvas(size: size)
    let demo = picture.documents.settings.isDemo ? "DEMO · " : ""
    canvas.put("Elevtjenesten", column: 1, row: 0, style: .title)
    canvas.put(demo + words.longDate(now.day) + " · " + words.week(now.week), column: 1, row: 1)
    canvas.rule(row: 2)
    let lines = table(TodayReport(picture: picture, now: now), room: size.columns - 2).lines
    for (index, line) in lines.enumerated() {
      // A row of its own between two schools, where the wall has room for it.
      let row = lines.count * 2 + 3 <= size.rows ? 3 + index * 2 : 3 + index
      canvas.put(line, column: 1, row: row, style: index == 0 ? .dim : .strong)
    }
    // Nothing can be saved here, so only what makes the picture wrong is of interest.
    if let notice = words.staleness(of: picture) ?? words.notices(of: picture).first(where: { !$0.isAlarm }) {
      let style: Style = notice.isAlarm ? .alarm : .warning
      canvas.fill(row: size.rows - 1)
      canvas.put(notice.text, column: 1, row: size.rows - 1, style: style, width: size.columns - 2)
    }
    canvas.isCursorVisible = false
    return canvas
  }

  /// Whether a door is open stands there in full, however small the window is: first the hours give way,
  /// then the names of the schools, then those of the colleagues.
  private func table(_ report: TodayReport, room: Int) -> TextTable {
    let whole = report.board(words, hasHours: true)
    if whole.width <= room { return whole }
    return report.board(words, hasHours: false).fitted(to: room, cutting: [0, 1], least: 10)
  }
}
